#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"

namespace svod::xlsx {

/// A cell of a table where it stands: the table's cells have spans and no places, as in HTML.
struct Placed {
  const document::Cell* cell = nullptr;
  std::size_t column = 0;
  std::size_t columns = 1;  ///< kept inside the table
  std::size_t rows = 1;
};

struct GridRow {
  const document::Row* row = nullptr;
  std::vector<Placed> cells;  ///< from left to right

  /// The cell that begins in this column; null where none does.
  const document::Cell* at(std::size_t column) const;
};

/// The rows of a head or of a body. `columns` is the width of the table.
std::vector<GridRow> place(const std::vector<document::Row>& rows, std::size_t columns);

/// The width of a table: its columns, or what its rows take where that is more.
std::size_t column_count(const document::Table& table);

}  // namespace svod::xlsx
