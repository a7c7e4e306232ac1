#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/state.h"

namespace svod::expression {

struct Value;

/// A record at run time. `key` tells two records of one type apart and orders nothing.
class Record {
 public:
  virtual ~Record() = default;
  virtual Value field(std::string_view name) const = 0;
  virtual std::string key() const = 0;
};

/// Where a figure came from and how it prints. Kept while a value is passed on, dropped by arithmetic.
struct Figure {
  std::string ref;       ///< what `svod explain` takes: «ege.mean@subject=Физика,school=…,year=2021»
  std::string unit;      ///< «%», «балл»
  int round = 0;         ///< decimals that its definition prints
  int covered = 0;       ///< schools whose data are in it
  int owed = 0;          ///< schools that owe data to it; coverage is full where equal
};

using List = std::vector<Value>;

/// A value of the language. Anything that is not a plain value has a state instead: `zero` prints «–»,
/// `missing` «…», `not_applicable` «×».
struct Value {
  using Content = std::variant<std::monostate, Number, std::string, bool, Date, std::shared_ptr<const List>,
                               std::shared_ptr<const Record>>;
  Content content;
  State state = State::missing;
  std::shared_ptr<const Figure> figure;

  Value() = default;
  static Value absent(State state = State::missing);
  static Value of(Number number, std::shared_ptr<const Figure> figure = {});
  static Value of(std::string text);
  /// Of a bool alone: a pointer or an int must not turn into a truth by itself.
  template <std::same_as<bool> Truth>
  static Value of(Truth truth) {
    return of_truth(truth);
  }
  static Value of(Date date);
  static Value of(List list);
  static Value of(std::shared_ptr<const Record> record);

  /// True where there is a content: a number, a text, a list, a record.
  bool known() const { return !std::holds_alternative<std::monostate>(content); }
  const Number* number() const { return std::get_if<Number>(&content); }
  const std::string* text() const { return std::get_if<std::string>(&content); }
  const bool* truth() const { return std::get_if<bool>(&content); }
  const Date* date() const { return std::get_if<Date>(&content); }
  const List* list() const;
  const Record* record() const;

 private:
  static Value of_truth(bool truth);
};

/// The order of values for `order by`, comparisons and ties: numbers by size, texts by code point (rooms
/// that sort names for print use language/collation through a filter), records by key; absent values last.
bool less(const Value& a, const Value& b);
bool equal(const Value& a, const Value& b);

/// The values that an expression's names have.
class Scope {
 public:
  virtual ~Scope() = default;
  virtual Value variable(std::string_view name) const = 0;
  /// `arguments` in the order of the function's parameters; those not given are absent. A call with an argument
  /// that is given and absent does not come here: it is absent itself.
  virtual Value call(std::string_view function, const std::vector<Value>& arguments) const = 0;
  virtual Value apply(std::string_view filter, const std::vector<Value>& arguments) const = 0;
};

}  // namespace svod::expression
