#pragma once

#include "tables/head.h"

namespace svod::tables {

inline constexpr std::uint32_t kSheetEnd = ~std::uint32_t{0};

/// Reads the rows of `table` from `first` to `last` (`kSheetEnd` where no table follows): what is data, a total, a
/// group, a line below. Appends to `table.rows`; call `settle_totals` after the last stretch.
void read_rows(const Grid& grid, const std::string& file, const Sought& sought, const HeadReader& heads,
               std::uint32_t first, std::uint32_t last, Table& table);

/// Finds out which rows each totals row covers.
void settle_totals(const Grid& grid, const Sought& sought, Table& table);

}  // namespace svod::tables
