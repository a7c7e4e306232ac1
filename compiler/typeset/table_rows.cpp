#include <algorithm>

#include "typeset/table_part.h"

namespace svod::typeset {

using document::Align;
using document::Row;

namespace {

// Texts of so many lines are hyphenated as running text is; shorter ones only where a word is too long.
constexpr std::uint32_t kLongText = 4;

}  // namespace

Length TableSetter::width_of(const Part& part, const PlacedCell& cell) const {
  const auto c = static_cast<std::size_t>(cell.column);
  return part.edges[c + static_cast<std::size_t>(cell.columns)] - part.edges[c] - 2 * look_.pad_x;
}

void TableSetter::break_cell(const Part& part, PlacedCell& cell, Band band, Row::Kind kind) {
  const Length width = width_of(part, cell);
  const std::size_t first = lines_.size();
  cell.line_first = static_cast<std::uint32_t>(first);
  if (cell.text.min > width && cell.source) {
    const TextStyle style = cell_style(part.style(band), band, kind);
    cell.text = cells_.add(divisible(cell.source->runs, style, width), style);
  }
  cells_.break_lines(cell.text, width, width, false, lines_);
  const std::size_t count = lines_.size() - first;
  if (band == Band::head && count > 1) {
    std::vector<Line> lines(lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.end());
    cells_.balance(cell.text, width, lines);
    std::copy(lines.begin(), lines.end(), lines_.begin() + static_cast<std::ptrdiff_t>(first));
  } else if (band == Band::body && count >= kLongText && cell.source && look_.body.hyphenate) {
    TextStyle style = cell_style(part.style(band), band, kind);
    style.hyphenate = true;
    const Inline hyphenated = cells_.add(cell.source->runs, style);
    std::vector<Line> lines;
    cells_.break_lines(hyphenated, width, width, false, lines);
    if (lines.size() < count) {
      cell.text = hyphenated;
      lines_.resize(first);
      lines_.insert(lines_.end(), lines.begin(), lines.end());
    }
  }
  cell.line_count = static_cast<std::uint32_t>(lines_.size() - first);
}

void TableSetter::break_cells(const Part& part, Grid& grid, Band band) {
  for (PlacedCell& cell : grid.cells) {
    if (cell.text.first == cell.text.last) {
      cell.line_count = 0;
      continue;
    }
    break_cell(part, cell, band, grid.kinds[static_cast<std::size_t>(cell.row)]);
  }
}

std::vector<Length> TableSetter::heights(const Part& part, Grid& grid, Band band) {
  const Length leading = part.style(band).leading;
  const Length pads = band == Band::numbers ? look_.pad_y : 2 * look_.pad_y;
  const bool hand = band == Band::body && part.table->hand;
  const auto need = [&](const PlacedCell& cell) {
    return static_cast<Length>(std::max<std::uint32_t>(cell.line_count, 1)) * leading + pads;
  };
  std::vector<Length> made(static_cast<std::size_t>(grid.rows), leading + pads);
  for (std::size_t r = 0; hand && r < made.size(); ++r) {
    if (grid.kinds[r] == Row::Kind::body) made[r] = std::max(made[r], look_.hand_row);
  }
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
    if (std::max(sum, wanted) > part.limit) {
      // A page may end inside the span: its text belongs to the first row alone.
      made[first] = std::max(made[first], wanted);
      cell.rows = 1;
    } else if (sum < wanted) {
      made[last] += wanted - sum;
    }
  }
  return made;
}

void TableSetter::draw_line(const Part& part, const PlacedCell& cell, const Line& line, Length y, Band band) {
  const auto c = static_cast<std::size_t>(cell.column);
  const Length x = part.edges[c] + look_.pad_x;
  const Length width = width_of(part, cell);
  const Length baseline = y + part.baseline(band);
  const bool single = cell.columns == 1;
  const bool centred = single && (part.needs[c].numeric || part.needs[c].centred);
  Align align = Align::left;
  if (band != Band::body) {
    align = part.grid || centred || !single || band == Band::numbers ? Align::centre : Align::left;
  } else if (cell.whole >= 0 && cell.line_count == 1) {
    // The column's figures stand as one block in its middle, aligned on the comma.
    const auto& figures = part.figures[c];
    const Length block = std::max<Length>(0, (width - figures.whole - figures.rest) / 2);
    const Length inset = std::max<Length>(0, std::min(block + figures.whole - cell.whole, width - line.natural));
    cells_.set(line, x + inset, baseline, width - inset, Align::left, galley_.drawing);
    return;
  } else if (centred || part.table->rows.empty()) {
    align = Align::centre;
  }
  cells_.set(line, x, baseline, width, align, galley_.drawing);
}

void TableSetter::draw_cell(const Part& part, const PlacedCell& cell, Length height, Band band) {
  const Length leading = part.style(band).leading;
  const Length text = static_cast<Length>(cell.line_count) * leading;
  const Length pad = band == Band::numbers ? look_.pad_y / 2 : look_.pad_y;
  const Length free = std::max<Length>(0, height - 2 * pad - text);
  Length top = pad;
  if (band == Band::head) {
    top += part.grid ? free / 2 : free;
  } else if (part.table->hand) {
    top += free / 2;
  }
  for (std::uint32_t i = 0; i < cell.line_count; ++i) {
    draw_line(part, cell, lines_[cell.line_first + i], top + static_cast<Length>(i) * leading, band);
  }
}

Strip TableSetter::row_strip(const Part& part, const Grid& grid, int row, const std::vector<Length>& heights,
                             Band band) {
  const auto r = static_cast<std::size_t>(row);
  const Length height = heights[r];
  Strip strip = galley_.open();
  if (band == Band::body && grid.kinds[r] == Row::Kind::group) shade(part, height);
  for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1] && band == Band::body; ++i) {
    const PlacedCell& cell = grid.cells[i];
    if (cell.source != nullptr && cell.source->shaded) bar(part, cell, height);
  }
  rules(part, grid, row, height, band);
  for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1]; ++i) {
    const PlacedCell& cell = grid.cells[i];
    if (cell.line_count == 0) continue;
    Length spanned = 0;
    for (int k = 0; k < cell.rows; ++k) spanned += heights[r + static_cast<std::size_t>(k)];
    draw_cell(part, cell, spanned, band);
  }
  galley_.close(strip, height);
  strip.landscape = part.turned;
  return strip;
}

void TableSetter::split_row(const Part& part, const Grid& grid, int row, Band band, std::int32_t first,
                            const std::vector<Strip>& repeat) {
  const auto r = static_cast<std::size_t>(row);
  const Length leading = part.style(band).leading;
  std::uint32_t most = 1;
  for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1]; ++i) {
    most = std::max(most, grid.cells[i].line_count);
  }
  // A page that ends amid the row leaves room below its last line; the next one begins with as much.
  std::int32_t amid = first;
  if (band == Band::body) {
    Strip closing = galley_.open();
    if (part.grid) uprights(part, grid, row, look_.pad_y);
    const Length width = part.grid ? look_.rule : look_.rule / 2;
    rule(0, look_.pad_y - width, part.width, width, look_.rule_colour);
    galley_.close(closing, look_.pad_y);
    Strip opening = galley_.open();
    if (part.grid) uprights(part, grid, row, look_.pad_y);
    galley_.close(opening, look_.pad_y);
    std::vector<Strip> head = repeat;
    head.push_back(opening);
    amid = continuation(part, std::move(head), closing);
  }
  for (std::uint32_t k = 0; k < most; ++k) {
    const bool begins = k == 0, ends = k + 1 == most;
    const Length top = begins ? look_.pad_y : 0;
    const Length height = leading + top + (ends ? look_.pad_y : 0);
    Strip strip = galley_.open();
    if (band == Band::body && grid.kinds[r] == Row::Kind::group) shade(part, height);
    if (ends || (begins && band == Band::head && row == 0)) {
      rules(part, grid, row, height, band);
    } else if (part.grid) {
      uprights(part, grid, row, height);
    }
    for (std::uint32_t i = grid.row_cells[r]; i < grid.row_cells[r + 1]; ++i) {
      const PlacedCell& cell = grid.cells[i];
      if (k < cell.line_count) draw_line(part, cell, lines_[cell.line_first + k], top, band);
    }
    galley_.close(strip, height);
    strip.landscape = part.turned;
    strip.continuation = begins ? first : amid;
    // Two lines at least on either side of a page's end.
    if (most > 1 && (begins || k + 2 == most)) strip.keep = Keep::wish;
    galley_.add(strip);
  }
}

}  // namespace svod::typeset
