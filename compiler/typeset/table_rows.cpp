#include <algorithm>

#include "typeset/table_part.h"

namespace svod::typeset {

using document::Align;
using document::Row;

void TableSetter::break_cells(const Part& part, Grid& grid) {
  for (PlacedCell& cell : grid.cells) {
    const auto c = static_cast<std::size_t>(cell.column);
    const Length width = part.edges[c + static_cast<std::size_t>(cell.columns)] - part.edges[c] - 2 * look_.pad_x;
    cell.line_first = static_cast<std::uint32_t>(lines_.size());
    cells_.break_lines(cell.text, width, width, false, lines_);
    cell.line_count = static_cast<std::uint32_t>(lines_.size()) - cell.line_first;
  }
}

std::vector<Length> TableSetter::heights(Grid& grid, const TextStyle& style, Length limit) {
  const Length pads = 2 * look_.pad_y;
  const auto need = [&](const PlacedCell& cell) {
    return static_cast<Length>(std::max<std::uint32_t>(cell.line_count, 1)) * style.leading + pads;
  };
  std::vector<Length> made(static_cast<std::size_t>(grid.rows), style.leading + pads);
  for (const PlacedCell& cell : grid.cells) {
    auto& height = made[static_cast<std::size_t>(cell.row)];
    if (cell.rows == 1) height = std::max(height, need(cell));
  }
  for (PlacedCell& cell : grid.cells) {
    if (cell.rows == 1) continue;
    const auto first = static_cast<std::size_t>(cell.row), last = first + static_cast<std::size_t>(cell.rows) - 1;
    Length sum = 0;
    for (std::size_t r = first; r <= last; ++r) sum += made[r];
    const Length wanted = need(cell);
    if (std::max(sum, wanted) > limit) {
      // A page may end inside the span: its text belongs to the first row alone.
      made[first] = std::max(made[first], wanted);
      for (int r = cell.row + 1; r < cell.row + cell.rows; ++r) {
        for (int c = cell.column; c < cell.column + cell.columns; ++c) {
          grid.owner[static_cast<std::size_t>(r * grid.columns + c)] = grid.at(cell.row, c);
        }
      }
      cell.rows = 1;
    } else if (sum < wanted) {
      made[last] += wanted - sum;
    }
  }
  return made;
}

void TableSetter::rule(Length x, Length y, Length width, Length height, Colour colour) {
  galley_.drawing.rects.push_back({x, y, width, height, colour});
}

void TableSetter::shade(const Part& part, Length height) {
  if (look_.group_fill == Colour{255, 255, 255}) return;
  // Below the rule of the row above, which a viewer would paint over.
  rule(0, look_.rule / 2, part.width, height - look_.rule / 2, look_.group_fill);
}

void TableSetter::draw_line(const Part& part, const PlacedCell& cell, const Line& line, Length y, bool head) {
  const auto c = static_cast<std::size_t>(cell.column);
  const Length x = part.edges[c] + look_.pad_x;
  const Length width = part.edges[c + static_cast<std::size_t>(cell.columns)] - part.edges[c] - 2 * look_.pad_x;
  const TextStyle& style = head ? part.head_style : part.body_style;
  const Length baseline = y + baseline_of(cells_.shaper(), style);
  const bool numeric = cell.columns == 1 && part.needs[c].numeric;
  Align align = Align::left;
  if (head) {
    align = look_.style == TableStyle::book && !numeric && cell.columns == 1 ? Align::left : Align::centre;
  } else if (numeric && cell.whole >= 0 && cell.line_count == 1) {
    // The column's figures stand as one block in its middle, aligned on the comma.
    const auto& figures = part.figures[c];
    const Length block = std::max<Length>(0, (width - figures.whole - figures.rest) / 2);
    const Length inset = std::max<Length>(0, std::min(block + figures.whole - cell.whole, width - line.natural));
    cells_.set(line, x + inset, baseline, width - inset, Align::left, galley_.drawing);
    return;
  } else if (numeric) {
    align = Align::centre;
  }
  cells_.set(line, x, baseline, width, align, galley_.drawing);
}

void TableSetter::draw_cell(const Part& part, const PlacedCell& cell, Length y, Length height, bool head) {
  const TextStyle& style = head ? part.head_style : part.body_style;
  const Length text = static_cast<Length>(cell.line_count) * style.leading;
  Length top = y + look_.pad_y;
  const Length free = height - 2 * look_.pad_y - text;
  if (head && free > 0) top += look_.style == TableStyle::grid ? free / 2 : free;
  for (std::uint32_t i = 0; i < cell.line_count; ++i) {
    draw_line(part, cell, lines_[cell.line_first + i], top + static_cast<Length>(i) * style.leading, head);
  }
}

void TableSetter::grid_rules(const Part& part, const Grid& grid, int row, Length height, bool top, bool bottom) {
  const Length w = look_.rule;
  if (top) rule(0, 0, part.width, w, look_.rule_colour);
  rule(0, 0, w, height, look_.rule_colour);
  rule(part.width - w, 0, w, height, look_.rule_colour);
  for (int c = 1; c < grid.columns; ++c) {
    if (grid.at(row, c - 1) != grid.at(row, c)) {
      rule(part.edges[static_cast<std::size_t>(c)] - w / 2, 0, w, height, look_.rule_colour);
    }
  }
  if (!bottom) return;
  for (int c = 0; c < grid.columns;) {
    const bool closed = row + 1 == grid.rows || grid.at(row, c) != grid.at(row + 1, c);
    int end = c + 1;
    while (end < grid.columns && (row + 1 == grid.rows || grid.at(row, end) != grid.at(row + 1, end)) == closed) ++end;
    if (closed) {
      const Length from = part.edges[static_cast<std::size_t>(c)];
      rule(from, height - w, part.edges[static_cast<std::size_t>(end)] - from, w, look_.rule_colour);
    }
    c = end;
  }
}

void TableSetter::book_rules(const Part& part, const Grid& grid, int row, Length height, bool head) {
  if (head) {
    if (row == 0) rule(0, 0, part.width, look_.rule, look_.rule_colour);
    if (row + 1 == grid.rows) {
      rule(0, height - look_.rule / 2, part.width, look_.rule / 2, look_.rule_colour);
      return;
    }
    for (std::uint32_t i = grid.row_cells[static_cast<std::size_t>(row)];
         i < grid.row_cells[static_cast<std::size_t>(row) + 1]; ++i) {
      const PlacedCell& cell = grid.cells[i];
      if (cell.columns < 2 || cell.row + cell.rows != row + 1) continue;
      const Length from = part.edges[static_cast<std::size_t>(cell.column)] + look_.pad_x;
      const Length to = part.edges[static_cast<std::size_t>(cell.column + cell.columns)] - look_.pad_x;
      rule(from, height - look_.rule / 2, to - from, look_.rule / 2, look_.rule_colour);
    }
    return;
  }
  const bool last = row + 1 == grid.rows;
  const bool before_total = !last && grid.kinds[static_cast<std::size_t>(row) + 1] == Row::Kind::total &&
                            grid.kinds[static_cast<std::size_t>(row)] != Row::Kind::total;
  if (last) {
    rule(0, height - look_.rule, part.width, look_.rule, look_.rule_colour);
  } else if (before_total) {
    rule(0, height - look_.rule / 2, part.width, look_.rule / 2, look_.rule_colour);
  } else {
    for (int c = 0; c < grid.columns;) {  // not under cells that go on below
      const bool closed = grid.at(row, c) != grid.at(row + 1, c);
      int end = c + 1;
      while (end < grid.columns && (grid.at(row, end) != grid.at(row + 1, end)) == closed) ++end;
      const Length from = part.edges[static_cast<std::size_t>(c)];
      if (closed)
        rule(from, height - look_.thin_rule, part.edges[static_cast<std::size_t>(end)] - from, look_.thin_rule,
             look_.thin_colour);
      c = end;
    }
  }
}

Strip TableSetter::row_strip(const Part& part, const Grid& grid, int row, const std::vector<Length>& heights,
                             bool head) {
  const auto r = static_cast<std::size_t>(row);
  const Length height = heights[r];
  Strip strip = galley_.open();
  if (!head && grid.kinds[r] == Row::Kind::group) shade(part, height);
  if (look_.style == TableStyle::grid) {
    grid_rules(part, grid, row, height, row == 0 && head, true);
  } else {
    book_rules(part, grid, row, height, head);
  }
  for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1]; ++i) {
    const PlacedCell& cell = grid.cells[i];
    Length spanned = 0;
    for (int k = 0; k < cell.rows; ++k) spanned += heights[r + static_cast<std::size_t>(k)];
    draw_cell(part, cell, 0, spanned, head);
  }
  galley_.close(strip, height);
  strip.landscape = part.turned;
  return strip;
}

void TableSetter::split_row(const Part& part, const Grid& grid, int row, bool head, std::int32_t continuation) {
  const auto r = static_cast<std::size_t>(row);
  const TextStyle& style = head ? part.head_style : part.body_style;
  std::uint32_t most = 1;
  for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1]; ++i)
    most = std::max(most, grid.cells[i].line_count);
  for (std::uint32_t k = 0; k < most; ++k) {
    const bool first = k == 0, last = k + 1 == most;
    const Length top = first ? look_.pad_y : 0;
    const Length height = style.leading + top + (last ? look_.pad_y : 0);
    Strip strip = galley_.open();
    if (!head && grid.kinds[r] == Row::Kind::group) shade(part, height);
    if (look_.style == TableStyle::grid) {
      grid_rules(part, grid, row, height, first && row == 0 && head, last);
    } else if (last || (first && head && row == 0)) {
      book_rules(part, grid, row, height, head);
    }
    for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1]; ++i) {
      const PlacedCell& cell = grid.cells[i];
      if (k < cell.line_count) draw_line(part, cell, lines_[cell.line_first + k], top, head);
    }
    galley_.close(strip, height);
    strip.landscape = part.turned;
    strip.continuation = continuation;
    // Two lines at least on either side of a page's end.
    if (k == 0 || k + 2 == most) strip.keep = Keep::wish;
    galley_.add(strip);
  }
  galley_.strips.back().keep = Keep::none;
}

}  // namespace svod::typeset
