#include "workbook/reference.h"

#include <algorithm>

namespace svod::workbook {

std::optional<CellRange> parse_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto one = parse_cell(text.substr(0, colon));
  const auto other = colon == std::string_view::npos ? one : parse_cell(text.substr(colon + 1));
  if (!one || !other) return std::nullopt;
  return CellRange{{std::min(one->row, other->row), std::min(one->column, other->column)},
                   {std::max(one->row, other->row), std::max(one->column, other->column)}};
}

}  // namespace svod::workbook
