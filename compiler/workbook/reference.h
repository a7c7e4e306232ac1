#pragma once

#include <optional>
#include <string_view>

#include "source/location.h"

namespace svod::workbook {

/// The size of a sheet in every program since 2007; an address beyond it is not one.
inline constexpr std::int64_t kSheetRows = 1'048'576;
inline constexpr std::int64_t kSheetColumns = 16'384;

/// «B7»; nothing for anything else, lower case and `$` included.
inline std::optional<CellRef> parse_cell(std::string_view text) {
  std::uint32_t column = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
    if (i == 3) return std::nullopt;
    column = column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
  }
  const std::size_t letters = i;
  std::uint32_t row = 0;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (i - letters == 7) return std::nullopt;
    row = row * 10 + static_cast<std::uint32_t>(text[i] - '0');
  }
  if (letters == 0 || i != text.size() || row == 0 || row > kSheetRows || column > kSheetColumns) return std::nullopt;
  return CellRef{row - 1, column - 1};
}

/// «A1:B7» or «A1»; corners in any order.
std::optional<CellRange> parse_range(std::string_view text);

}  // namespace svod::workbook
