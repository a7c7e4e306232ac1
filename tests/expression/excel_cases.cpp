#include <cstdio>
#include <string>

#include "random_expressions.h"
#include "source/location.h"
#include "xlsx/formula.h"

/// Writes random rows, formulas over them and what the evaluator gives, one case a line, for
/// check_formulas.py. Fields are separated by tabs: a value for each column, the formula, the value expected,
/// the expression. A value is a letter for its type and its text; nothing where it is absent.

using namespace random_expressions;

namespace {

std::string cell(const Value& value) {
  char buffer[64];
  if (const Number* number = value.number()) {
    std::snprintf(buffer, sizeof buffer, "n%.17g", number->to_double());
    return buffer;
  }
  if (const Date* date = value.date()) {
    std::snprintf(buffer, sizeof buffer, "n%.0f", serial_of_date(*date));
    return buffer;
  }
  if (const std::string* text = value.text()) return "s" + *text;
  if (const bool* truth = value.truth()) return *truth ? "b1" : "b0";
  return {};
}

}  // namespace

int main() {
  constexpr int kCases = 900;
  Source source(77, Parts{false, false, true});
  const NameTable table = names();
  int row_number = 1;
  int refused = 0;
  for (int i = 0; i < kCases; ++i) {
    const int depth = 1 + i % 3;
    const std::string text = i % 7 < 4   ? source.condition(depth)
                             : i % 7 < 6 ? source.number(depth)
                             : i % 2     ? source.text(depth)
                                         : source.date(depth);
    const Row row = source.row();
    const Tree tree = compile(text, Location::in_file("random"), table).product;
    if (!tree) {
      std::fprintf(stderr, "does not compile: %s\n", text.c_str());
      return 1;
    }
    const auto formula = svod::xlsx::excel_formula(tree, [&](std::string_view name) -> std::optional<std::string> {
      for (std::size_t column = 0; column < fields().size(); ++column) {
        if (fields()[column].name != name) continue;
        return column_letters(static_cast<std::uint32_t>(column)) + std::to_string(row_number);
      }
      return std::nullopt;
    });
    if (!formula) {
      ++refused;
      continue;
    }
    std::string line;
    for (const Field& field : fields()) line += cell(row.variable(field.name)) + "\t";
    line += *formula + "\t" + cell(evaluate(tree, row)) + "\t" + text + "\n";
    std::fputs(line.c_str(), stdout);
    ++row_number;
  }
  // Only what passes Excel's limits is refused: a rare thing at this depth.
  if (refused * 20 > kCases) {
    std::fprintf(stderr, "%d of %d expressions were not translated\n", refused, kCases);
    return 1;
  }
  return 0;
}
