#include <algorithm>

#include "typeset/table_part.h"

namespace svod::typeset {

using document::Row;

namespace {

// Bars of plans by months: dark enough to be told from empty cells in grey print.
constexpr Colour kBar{118, 132, 156};

// Whether the cell at the column ends with the row.
bool closed(const Grid& grid, int row, int column) {
  if (row + 1 >= grid.rows) return true;
  return grid.at(row, column) != grid.at(row + 1, column);
}

// Calls `use(from, to)` for each run of columns whose cells end with the row.
template <class Use>
void closed_runs(const Grid& grid, int row, Use use) {
  for (int c = 0; c < grid.columns;) {
    int end = c + 1;
    while (end < grid.columns && closed(grid, row, end) == closed(grid, row, c)) ++end;
    if (closed(grid, row, c)) use(static_cast<std::size_t>(c), static_cast<std::size_t>(end));
    c = end;
  }
}

}  // namespace

void TableSetter::rule(Length x, Length y, Length width, Length height, Colour colour) {
  galley_.drawing.rects.push_back({x, y, width, height, colour});
}

void TableSetter::shade(const Part& part, Length height) {
  if (look_.group_fill == Colour{255, 255, 255}) return;
  // Below the rule of the row above, which a viewer would paint over.
  rule(0, look_.rule / 2, part.width, height - look_.rule / 2, look_.group_fill);
}

void TableSetter::bar(const Part& part, const PlacedCell& cell, Length height) {
  const auto c = static_cast<std::size_t>(cell.column), end = c + static_cast<std::size_t>(cell.columns);
  const Length thick = std::min(height / 2, pt(8));
  rule(part.edges[c], (height - thick) / 2, part.edges[end] - part.edges[c], thick, kBar);
}

void TableSetter::uprights(const Part& part, const Grid& grid, int row, Length height) {
  const Length w = std::min(look_.rule, pt(0.5));
  rule(0, 0, w, height, look_.rule_colour);
  rule(part.width - w, 0, w, height, look_.rule_colour);
  for (int c = 1; c < grid.columns; ++c) {
    if (grid.at(row, c - 1) == grid.at(row, c)) continue;
    rule(part.edges[static_cast<std::size_t>(c)] - w / 2, 0, w, height, look_.rule_colour);
  }
}

void TableSetter::grid_rules(const Part& part, const Grid& grid, int row, Length height, bool top) {
  const Length w = std::min(look_.rule, pt(0.5));
  if (top) rule(0, 0, part.width, w, look_.rule_colour);
  uprights(part, grid, row, height);
  closed_runs(grid, row, [&](std::size_t from, std::size_t to) {
    rule(part.edges[from], height - w, part.edges[to] - part.edges[from], w, look_.rule_colour);
  });
}

void TableSetter::book_rules(const Part& part, const Grid& grid, int row, Length height, Band band) {
  const auto across = [&](Length width) { rule(0, height - width, part.width, width, look_.rule_colour); };
  if (band == Band::numbers) {
    across(look_.rule / 2);
    return;
  }
  if (band == Band::head) {
    if (row == 0) rule(0, 0, part.width, look_.rule, look_.rule_colour);
    if (row + 1 == grid.rows) {
      across(look_.rule / 2);
      return;
    }
    for (int c = 0; c < grid.columns;) {  // under titles of several columns, and what stands beside them
      const PlacedCell& cell = grid.cells[static_cast<std::size_t>(grid.at(row, c))];
      if (cell.row + cell.rows == row + 1 && cell.columns > 1) {
        const Length from = part.edges[static_cast<std::size_t>(c)] + look_.pad_x;
        const Length to = part.edges[static_cast<std::size_t>(c + cell.columns)] - look_.pad_x;
        rule(from, height - look_.rule / 2, to - from, look_.rule / 2, look_.rule_colour);
      }
      c = cell.column + cell.columns;
    }
    return;
  }
  const auto r = static_cast<std::size_t>(row);
  if (row + 1 == grid.rows) {
    across(look_.rule);
  } else if (grid.kinds[r + 1] == Row::Kind::total && grid.kinds[r] != Row::Kind::total) {
    across(look_.rule / 2);
  } else {
    closed_runs(grid, row, [&](std::size_t from, std::size_t to) {
      rule(part.edges[from], height - look_.thin_rule, part.edges[to] - part.edges[from], look_.thin_rule,
           look_.thin_colour);
    });
  }
}

void TableSetter::rules(const Part& part, const Grid& grid, int row, Length height, Band band) {
  if (part.grid) {
    grid_rules(part, grid, row, height, band == Band::head && row == 0);
  } else {
    book_rules(part, grid, row, height, band);
  }
}

}  // namespace svod::typeset
