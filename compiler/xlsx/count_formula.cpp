#include "xlsx/count_formula.h"

#include "base/text.h"
#include "source/location.h"
#include "xlsx/book.h"
#include "xlsx/columns.h"

namespace svod::xlsx {

std::optional<std::size_t> column_of(const document::Table& table, std::string_view id) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].id == id) return c;
  }
  return std::nullopt;
}

std::string count_formula(const document::Formula& formula, const FilledTables& filled, const FormulaPlace& place) {
  const auto found = filled.find(formula.table);
  if (found == filled.end()) return {};
  const FilledTable& other = found->second;
  const auto range = [&](std::size_t column) {
    const auto c = static_cast<std::uint32_t>(column);
    return quoted_sheet(other.sheet) + "!" + a1(CellRef{other.first_row, c}) + ":" + a1(CellRef{other.last_row, c});
  };
  if (formula.where.empty()) {
    const std::size_t counted = column_of(*other.table, "text").value_or(0);
    return "=COUNTA(" + range(counted) + ")";
  }
  constexpr std::size_t kMostOfExcel = 250;
  std::string conditions;
  for (const auto& [id, text] : formula.where) {
    const auto column = column_of(*other.table, id);
    if (!column || length(text) > kMostOfExcel || text.find_first_of("*?~") != std::string::npos) return {};
    if (text.empty() || text.find_first_of("<>=") == 0) return {};
    // A title beside is named by its cell: it may be long, and people may mend it.
    const auto beside = column_of(place.table, id);
    const bool same = beside && *beside < place.row.cells.size() && place.row.cells.size() == place.columns &&
                      shown_text(place.row.cells[*beside]) == text;
    const std::string criterion = same ? "$" + a1(CellRef{place.sheet_row, static_cast<std::uint32_t>(*beside)})
                                       : "\"" + replace_all(text, "\"", "\"\"") + "\"";
    conditions += (conditions.empty() ? "" : ",") + range(*column) + "," + criterion;
  }
  return "=COUNTIFS(" + conditions + ")";
}

}  // namespace svod::xlsx
