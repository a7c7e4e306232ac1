#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace svod {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  if (diagnostic.severity == Severity::warning) ++warnings_;
  items_.push_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::error(const Code& code, Location where, std::string message, std::string hint) {
  add({Severity::error, &code, std::move(where), std::move(message), std::move(hint), {}, {}, {}});
  return items_.back();
}

Diagnostic& Diagnostics::warning(const Code& code, Location where, std::string message, std::string hint) {
  add({Severity::warning, &code, std::move(where), std::move(message), std::move(hint), {}, {}, {}});
  return items_.back();
}

Diagnostic& Diagnostics::note(const Code& code, Location where, std::string message, std::string hint) {
  add({Severity::note, &code, std::move(where), std::move(message), std::move(hint), {}, {}, {}});
  return items_.back();
}

void Diagnostics::append(Diagnostics other) {
  errors_ += other.errors_;
  warnings_ += other.warnings_;
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.where.file, d.where.sheet, d.where.line, d.where.cells, d.where.column, d.code->id, d.message);
  };
  std::stable_sort(items_.begin(), items_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace svod
