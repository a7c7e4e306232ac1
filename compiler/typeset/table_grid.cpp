#include "typeset/table_grid.h"

#include <algorithm>

namespace svod::typeset {
namespace {

// Cells in the order of rows and columns, and the index over them.
void finish(Grid& grid) {
  const auto before = [](const PlacedCell& a, const PlacedCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  };
  if (!std::is_sorted(grid.cells.begin(), grid.cells.end(), before)) {
    std::sort(grid.cells.begin(), grid.cells.end(), before);
  }
  grid.row_cells.assign(static_cast<std::size_t>(grid.rows) + 1, 0);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const PlacedCell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.rows; ++r) {
      for (int c = cell.column; c < cell.column + cell.columns; ++c) {
        grid.owner[static_cast<std::size_t>(r * grid.columns + c)] = static_cast<std::int32_t>(i);
      }
    }
    grid.row_cells[static_cast<std::size_t>(cell.row) + 1] = static_cast<std::uint32_t>(i + 1);
  }
  for (std::size_t r = 1; r < grid.row_cells.size(); ++r) {
    grid.row_cells[r] = std::max(grid.row_cells[r], grid.row_cells[r - 1]);
  }
}

}  // namespace

int columns_of(const document::Table& table) {
  std::size_t most = std::max<std::size_t>(table.columns.size(), 1);
  for (const auto* rows : {&table.head, &table.rows}) {
    for (const document::Row& row : *rows) {
      most = std::max(most, row.cells.size());
      // A single row that spans more than the table declares is cut; only counted cells make columns.
    }
  }
  return static_cast<int>(most);
}

Grid place(const std::vector<document::Row>& rows, int columns) {
  Grid grid;
  grid.columns = columns;
  grid.rows = static_cast<int>(rows.size());
  grid.owner.assign(rows.size() * static_cast<std::size_t>(columns), -1);
  const auto owner = [&](int r, int c) -> std::int32_t& {
    return grid.owner[static_cast<std::size_t>(r * columns + c)];
  };
  grid.kinds.reserve(rows.size());
  grid.cells.reserve(grid.owner.size());
  for (int r = 0; r < grid.rows; ++r) {
    const document::Row& row = rows[static_cast<std::size_t>(r)];
    grid.kinds.push_back(row.kind);
    int c = 0;
    for (const document::Cell& cell : row.cells) {
      while (c < columns && owner(r, c) >= 0) ++c;
      if (c == columns) break;
      PlacedCell placed;
      placed.source = &cell;
      placed.row = r, placed.column = c;
      const int widest = std::clamp(cell.columns, 1, columns - c);
      placed.columns = 1;
      while (placed.columns < widest && owner(r, c + placed.columns) < 0) ++placed.columns;
      placed.rows = std::clamp(cell.rows, 1, grid.rows - r);
      for (int rr = r; rr < r + placed.rows; ++rr) {
        for (int cc = c; cc < c + placed.columns; ++cc) owner(rr, cc) = static_cast<std::int32_t>(grid.cells.size());
      }
      grid.cells.push_back(placed);
      c += placed.columns;
    }
    for (c = 0; c < columns; ++c) {
      if (owner(r, c) >= 0) continue;
      PlacedCell blank;
      blank.row = r, blank.column = c;
      owner(r, c) = static_cast<std::int32_t>(grid.cells.size());
      grid.cells.push_back(blank);
    }
  }
  finish(grid);
  return grid;
}

Grid part(const Grid& grid, const std::vector<int>& columns) {
  Grid made;
  made.columns = static_cast<int>(columns.size());
  made.rows = grid.rows;
  made.kinds = grid.kinds;
  made.owner.assign(static_cast<std::size_t>(grid.rows) * columns.size(), -1);
  for (const PlacedCell& cell : grid.cells) {
    PlacedCell copy = cell;
    copy.columns = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] < cell.column || columns[i] >= cell.column + cell.columns) continue;
      if (copy.columns++ == 0) copy.column = static_cast<int>(i);
    }
    if (copy.columns > 0) made.cells.push_back(copy);
  }
  finish(made);
  return made;
}

}  // namespace svod::typeset
