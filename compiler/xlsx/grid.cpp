#include "xlsx/grid.h"

#include <algorithm>

namespace svod::xlsx {

const document::Cell* GridRow::at(std::size_t column) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const Placed& p) { return p.column == column; });
  return found == cells.end() ? nullptr : found->cell;
}

std::vector<GridRow> place(const std::vector<document::Row>& rows, std::size_t columns) {
  std::vector<GridRow> grid;
  std::vector<std::size_t> covered(columns, 0);  // rows below that a span from above still takes
  for (std::size_t r = 0; r < rows.size(); ++r) {
    GridRow placed;
    placed.row = &rows[r];
    std::vector<std::size_t> next(columns, 0);
    for (std::size_t c = 0; c < columns; ++c) next[c] = covered[c] > 0 ? covered[c] - 1 : 0;
    std::size_t column = 0;
    for (const document::Cell& cell : rows[r].cells) {
      while (column < columns && covered[column] > 0) ++column;
      if (column >= columns) break;
      Placed here{&cell, column, static_cast<std::size_t>(std::max(cell.columns, 1)),
                  std::min(static_cast<std::size_t>(std::max(cell.rows, 1)), rows.size() - r)};
      here.columns = std::min(here.columns, columns - column);
      for (std::size_t c = column; c < column + here.columns; ++c) next[c] = std::max(next[c], here.rows - 1);
      column += here.columns;
      placed.cells.push_back(here);
    }
    covered = std::move(next);
    grid.push_back(std::move(placed));
  }
  return grid;
}

std::size_t column_count(const document::Table& table) {
  std::size_t count = std::max<std::size_t>(table.columns.size(), 1);
  for (const std::vector<document::Row>* rows : {&table.head, &table.rows}) {
    std::vector<std::size_t> covered;
    for (const document::Row& row : *rows) {
      std::size_t column = 0;
      for (const document::Cell& cell : row.cells) {
        while (column < covered.size() && covered[column] > 0) ++column;
        const std::size_t end = column + static_cast<std::size_t>(std::max(cell.columns, 1));
        covered.resize(std::max(covered.size(), end), 0);
        // One more than the rows below: the loop at the end takes this row off.
        for (; column < end; ++column) covered[column] = static_cast<std::size_t>(std::max(cell.rows, 1));
      }
      for (std::size_t& rest : covered) rest -= rest > 0 ? 1 : 0;
    }
    count = std::max(count, covered.size());
  }
  return count;
}

}  // namespace svod::xlsx
