#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/location.h"

namespace svod {

enum class Severity : unsigned char { error, warning, note };

/// A kind of diagnostic. Each room lists its own in `codes.h`: a letter for the room and three digits,
/// never used again for another meaning. All texts are Russian and without a final full stop, except
/// `meaning` and `mend`, which are whole sentences for `svod explain CODE`.
struct Code {
  std::string_view id;       ///< «F214»
  std::string_view title;    ///< «Строка не сходится»
  std::string_view meaning;  ///< what was found and why it matters
  std::string_view mend;     ///< what to do
};

/// A second place that explains the first: the definition that was broken, the first of two equal rows.
struct Related {
  Location where;
  std::string text;
};

struct Diagnostic {
  Severity severity = Severity::error;
  const Code* code = nullptr;
  Location where;
  std::string message;  ///< one line, no final full stop, with the values
  std::string hint;     ///< what to do, one line
  std::vector<Related> related;
  std::string excerpt;  ///< the line of a text source; the renderer sets a caret under `where.column`
  /// Diagnostics with the same code, file and non-empty cause are shown as one, with the true count.
  std::string cause;
};

/// What a phase found, in the order found. Phases return it; only the renderer prints it.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  Diagnostic& error(const Code& code, Location where, std::string message, std::string hint = {});
  Diagnostic& warning(const Code& code, Location where, std::string message, std::string hint = {});
  Diagnostic& note(const Code& code, Location where, std::string message, std::string hint = {});
  void append(Diagnostics other);

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  const Diagnostic& operator[](std::size_t i) const { return items_[i]; }

  /// Canonical order, whatever order the workers finished in: file, sheet, line or cell, code, message.
  void sort();

 private:
  std::vector<Diagnostic> items_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

/// What every phase gives back: its product, as far as it could be made, and what it found.
template <class Product>
struct Outcome {
  Product product{};
  Diagnostics diagnostics;
};

}  // namespace svod
