#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "expression/expression.h"

/// Random rows of a form and random expressions over them, the same in every run: what the back ends of
/// the language must agree on.
namespace random_expressions {

using namespace svod;
using namespace svod::expression;

struct Field {
  std::string name;
  Kind kind;
  int decimals;
};

/// Eight fields: whole numbers, decimals, texts, truths, dates.
const std::vector<Field>& fields();
NameTable names();

class Row final : public Scope {
 public:
  std::map<std::string, Value, std::less<>> values;
  Value variable(std::string_view name) const override;
  Value call(std::string_view, const std::vector<Value>&) const override { return Value::absent(); }
  Value apply(std::string_view, const std::vector<Value>&) const override { return Value::absent(); }
};

/// Which parts of the language an expression may use.
struct Parts {
  bool text_order = true;    ///< < and > between texts
  bool empty_text = true;    ///< the literal ''
  bool boolean_fields = true;
};

class Source {
 public:
  Source(std::uint64_t seed, Parts parts) : state_(seed * 2654435761u + 88172645463325252u), parts_(parts) {}

  Row row();
  std::string number(int depth);
  std::string condition(int depth);
  std::string text(int depth);
  std::string date(int depth);

 private:
  std::size_t below(std::size_t count);
  bool chance(std::size_t percent) { return below(100) < percent; }
  std::string field(Kind kind);
  std::string comparison(int depth);

  std::uint64_t state_;
  Parts parts_;
};

}  // namespace random_expressions
