#pragma once

#include <optional>
#include <vector>

#include "review/figures.h"
#include "review/subject.h"

namespace svod::review {

/// What a column of a table holds, as its head tells.
struct GridColumn {
  enum class Kind : unsigned char { other, count, mark, band, mean, percent };
  Kind kind = Kind::other;
  int mark = 0;            ///< of a mark: 2 to 5
  int from = 0, to = 0;    ///< of a band of scores
};

/// A table whose structure is known: one column of counts, then its marks or bands, then means and shares.
struct KnownGrid {
  const Grid* grid = nullptr;
  std::vector<GridColumn> columns;
  std::optional<std::size_t> count;   ///< the number of participants
  std::vector<std::size_t> parts;     ///< marks or bands right of it
  bool whole = false;                 ///< the parts cover every result: marks 2 to 5, bands from 0 to 100
  std::optional<std::size_t> mean;
};

KnownGrid read_grid(const Grid& grid);

enum class RowKind : unsigned char { body, total, percents, other };
RowKind row_kind(const Grid::Row& row);

}  // namespace svod::review
