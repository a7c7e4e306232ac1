#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "typeset/paragraph.h"

namespace svod::typeset {

/// A cell of a table at its place. A place that no cell of the document covers has one without `source`.
struct PlacedCell {
  const document::Cell* source = nullptr;
  int row = 0, column = 0, rows = 1, columns = 1;
  Inline text;
  Length whole = -1;  ///< width before the comma, see Paragraphs::before_comma; -1: text, not a figure
  Length rest = 0;    ///< of a figure, from the comma on
  std::uint32_t line_first = 0, line_count = 0;
};

/// Rows of a table with their spans resolved. Spans that run out of the table or into other cells are cut.
struct Grid {
  int columns = 0;
  int rows = 0;
  std::vector<PlacedCell> cells;         ///< by row, then column
  std::vector<std::uint32_t> row_cells;  ///< first cell that begins in row r; rows + 1 entries
  std::vector<std::int32_t> owner;       ///< index of the cell that covers (row, column)
  std::vector<document::Row::Kind> kinds;

  std::int32_t at(int row, int column) const {
    return owner[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
  }
};

/// The number of columns that the table's rows need: no less than it declares.
int columns_of(const document::Table& table);
Grid place(const std::vector<document::Row>& rows, int columns);
/// The grid with only some columns, in the order given; a spanning cell is in each part that it touches.
Grid part(const Grid& grid, const std::vector<int>& columns);

}  // namespace svod::typeset
