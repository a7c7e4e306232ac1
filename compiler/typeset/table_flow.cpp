#include <algorithm>

#include "typeset/table_part.h"

namespace svod::typeset {

using document::Row;

namespace {

// Fewer rows never stand alone at either side of a page's end.
constexpr int kFewRows = 3;
// Rows that take so much of a page are not few, however many they are.
constexpr Length kEnough = 8;
// A table no higher than this part of a page is not divided at all.
constexpr Length kSmallTable = 4;
// A group's title higher than this part of a page is set once.
constexpr Length kLongTitle = 6;

bool is_total(const Grid& grid, int row) { return grid.kinds[static_cast<std::size_t>(row)] == Row::Kind::total; }
bool is_group(const Grid& grid, int row) { return grid.kinds[static_cast<std::size_t>(row)] == Row::Kind::group; }

Length sum_of(const std::vector<Length>& heights, int from, int to) {
  Length sum = 0;
  for (int r = from; r < to; ++r) sum += heights[static_cast<std::size_t>(r)];
  return sum;
}

// One row as a table of its own.
Grid single(const Grid& grid, int row) {
  Grid made;
  made.columns = grid.columns;
  made.rows = 1;
  made.kinds = {grid.kinds[static_cast<std::size_t>(row)]};
  made.owner.assign(static_cast<std::size_t>(grid.columns), -1);
  for (int c = 0; c < grid.columns;) {
    PlacedCell cell = grid.cells[static_cast<std::size_t>(grid.at(row, c))];
    cell.row = 0, cell.rows = 1;
    for (int i = c; i < cell.column + cell.columns; ++i) {
      made.owner[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(made.cells.size());
    }
    c = cell.column + cell.columns;
    made.cells.push_back(cell);
  }
  made.row_cells = {0, static_cast<std::uint32_t>(made.cells.size())};
  return made;
}

}  // namespace

void TableSetter::set_lines(std::string_view text, const TextStyle& style, Length width, Length above, Keep keep,
                            const Strip& extra) {
  if (text.empty()) return;
  std::vector<Line> lines;
  cells_.break_lines(cells_.add(text, style), width, width, false, lines);
  const Length baseline = baseline_of(cells_.shaper(), style);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Strip strip = galley_.open(i == 0 ? above : 0);
    cells_.set(lines[i], 0, baseline, width, style.align, galley_.drawing);
    galley_.close(strip, style.leading + (i + 1 == lines.size() ? style.below : 0));
    strip.destination = i == 0 ? extra.destination : -1;
    strip.landscape = extra.landscape;
    strip.keep = i + 1 < lines.size() ? Keep::must : keep;
    galley_.add(strip);
  }
}

void TableSetter::place_columns(Part& part) {
  const std::vector<Length> widths = share_width(part.needs, part.width, wraps_of(part));
  part.edges.assign(1, 0);
  for (const Length width : widths) part.edges.push_back(part.edges.back() + width);
  part.figures.assign(widths.size(), {});
  for (const PlacedCell& cell : part.body.cells) {
    if (cell.whole < 0) continue;
    auto& figures = part.figures[static_cast<std::size_t>(cell.column)];
    figures.whole = std::max(figures.whole, cell.whole);
    figures.rest = std::max(figures.rest, cell.rest);
  }
}

std::int32_t TableSetter::continuation(const Part& part, std::vector<Strip> head, const Strip& closing) {
  galley_.continuations.push_back({std::move(head), closing, part.series});
  return static_cast<std::int32_t>(galley_.continuations.size()) - 1;
}

Strip TableSetter::top_rule(const Part& part) {
  Strip top = galley_.open();
  rule(0, 0, part.width, look_.rule, look_.rule_colour);
  galley_.close(top, 0);
  top.landscape = part.turned;
  top.keep = Keep::must;
  return top;
}

void TableSetter::set_head(Part& part, Length above) {
  const bool titled = !part.title.empty();
  if (!part.table->number.empty()) {
    Strip extra;
    extra.landscape = part.turned;
    const std::size_t before = galley_.strips.size();
    set_lines("Продолжение таблицы " + part.table->number, look_.continuation, part.width, 0, Keep::must, extra);
    part.repeat.assign(galley_.strips.begin() + static_cast<std::ptrdiff_t>(before), galley_.strips.end());
    galley_.strips.resize(before);
  }
  const std::size_t begin = galley_.strips.size();
  const std::vector<Length> made = heights(part, part.head, Band::head);
  part.head_height = sum_of(made, 0, part.head.rows);
  // A head that takes half a page is not repeated: it is set once, as rows are.
  const bool whole = part.head_height <= part.limit;
  const bool over = look_.numbers_over && part.head.rows > 0 && part.columns.size() > 1;
  const bool numbers = part.table->column_numbers || over;
  const bool repeat = whole && !(numbers && look_.repeated == RepeatedHead::numbers);
  if (part.head.rows == 0) galley_.add(top_rule(part));
  if (part.head.rows == 0 || !repeat) part.repeat.push_back(top_rule(part));
  for (int r = 0; r < part.head.rows; ++r) {
    if (made[static_cast<std::size_t>(r)] > part.limit) {
      split_row(part, part.head, r, Band::head, -1, {});
      continue;
    }
    Strip strip = row_strip(part, part.head, r, made, Band::head);
    strip.keep = Keep::must;
    galley_.add(strip);
    if (repeat) part.repeat.push_back(strip);
  }
  if (numbers) {
    Strip strip = row_strip(part, part.numbers, 0, heights(part, part.numbers, Band::numbers), Band::numbers);
    strip.keep = Keep::must;
    part.repeat.push_back(strip);
    const bool always = part.table->column_numbers || !part.first || !part.last;
    if (!always) part.numbers_strip = galley_.strips.size();
    galley_.add(strip);
  }
  if (begin < galley_.strips.size() && !titled) {
    galley_.strips[begin].above = above;
    galley_.strips[begin].destination = part.destination;
  }
}

// Which rows want the next one on their page.
std::vector<bool> TableSetter::kept(const Part& part, const std::vector<Length>& heights) const {
  const int rows = part.body.rows;
  std::vector<bool> keep(static_cast<std::size_t>(rows), false);
  const auto hold = [&](int from, int to) {  // rows [from, to) together
    for (int r = std::max(from, 0); r + 1 < to; ++r) keep[static_cast<std::size_t>(r)] = true;
  };
  const Length all = sum_of(heights, 0, rows);
  if ((part.head_height + all) * kSmallTable <= part.page) {
    hold(0, rows);
    return keep;
  }
  // High rows are not alone even if they are few.
  const auto is_body = [&](int row) { return part.body.kinds[static_cast<std::size_t>(row)] == Row::Kind::body; };
  const auto enough = [&](int from, int to) { return sum_of(heights, from, to) * kEnough >= part.page; };
  int first = std::min(rows, is_group(part.body, 0) ? kFewRows + 1 : kFewRows);
  while (first > 1 && is_body(first - 2) && enough(0, first - 1)) --first;
  if (sum_of(heights, 0, first) <= part.limit) hold(0, first);
  int last = rows;
  while (last > 0 && is_total(part.body, last - 1)) --last;
  last = std::min(last - 1, rows - kFewRows);
  while (last >= 0 && last + 1 < rows && is_body(last) && is_body(last + 1) && enough(last + 1, rows)) ++last;
  if (last >= 0 && sum_of(heights, last, rows) <= part.limit) hold(last, rows);
  for (int r = 0; r + 1 < rows; ++r) {
    if (is_group(part.body, r) || is_total(part.body, r + 1)) hold(r, r + 2);
  }
  // The last row of a group is not alone under a title that is said again.
  for (int r = 3; r <= rows; ++r) {
    const bool ends = r == rows || part.body.kinds[static_cast<std::size_t>(r)] != Row::Kind::body;
    const bool two = part.body.kinds[static_cast<std::size_t>(r) - 1] == Row::Kind::body &&
                     part.body.kinds[static_cast<std::size_t>(r) - 2] == Row::Kind::body;
    if (ends && two && sum_of(heights, r - 2, r) <= part.limit) hold(r - 2, r);
  }
  for (const PlacedCell& cell : part.body.cells) {
    if (cell.rows > 1) hold(cell.row, cell.row + cell.rows);
  }
  return keep;
}

// The title of a group on a page that begins amid its rows.
Strip TableSetter::group_again(const Part& part, int row) {
  Grid one = single(part.body, row);
  for (PlacedCell& cell : one.cells) {
    if (!cell.source || cell.source->runs.empty()) continue;
    document::Runs runs = cell.source->runs;
    document::Run more;
    more.text = " (продолжение)";
    runs.push_back(std::move(more));
    cell.text = cells_.add(runs, cell_style(part.style(Band::body), Band::body, Row::Kind::group));
    cell.whole = -1;
    cell.source = nullptr;
    break;
  }
  break_cells(part, one, Band::body);
  Strip strip = row_strip(part, one, 0, heights(part, one, Band::body), Band::body);
  strip.keep = Keep::must;
  return strip;
}

void TableSetter::set_rows(Part& part) {
  const std::vector<Length> made = heights(part, part.body, Band::body);
  const int rows = part.body.rows;
  const bool notes = part.last && !part.table->legend.empty();
  const std::vector<bool> keep = kept(part, made);

  Strip closing = galley_.open();
  const Length width = part.grid ? look_.rule : look_.rule / 2;
  rule(0, -width, part.width, width, look_.rule_colour);
  galley_.close(closing, 0);
  const std::int32_t plain = continuation(part, part.repeat, closing);
  std::int32_t now = plain;
  std::vector<Strip> repeat = part.repeat;
  int group = -1;
  for (int r = 0; r < rows; ++r) {
    const auto i = static_cast<std::size_t>(r);
    if (part.body.kinds[i] != Row::Kind::body) {
      now = plain;
      group = is_group(part.body, r) ? r : -1;
      repeat = part.repeat;
    } else if (group >= 0) {
      // What would take half a page with the head is not repeated.
      const Strip again = group_again(part, group);
      Length taken = again.height;
      for (const Strip& strip : repeat) taken += strip.height + strip.above;
      if (taken <= part.limit) {
        repeat.push_back(again);
        now = continuation(part, repeat, closing);
      }
      group = -1;
    }
    if (made[i] > part.limit) {
      split_row(part, part.body, r, Band::body, now, repeat);
    } else {
      Strip strip = row_strip(part, part.body, r, made, Band::body);
      strip.continuation = now;
      galley_.add(strip);
    }
    if (r + 1 == rows ? notes : keep[i]) galley_.strips.back().keep = Keep::wish;
  }
}

void TableSetter::set_legend(const Part& part) {
  Strip extra;
  extra.landscape = part.turned;
  const auto& legend = part.table->legend;
  for (std::size_t i = 0; i < legend.size(); ++i) {
    set_lines(legend[i], look_.note, part.width, i == 0 ? pt(3) : 0, i + 1 < legend.size() ? Keep::wish : Keep::none,
              extra);
  }
}

void TableSetter::set_part(Part& part) {
  place_columns(part);
  break_cells(part, part.head, Band::head);
  break_cells(part, part.body, Band::body);
  Row row;
  for (std::size_t c = 0; c < part.columns.size(); ++c) row.cells.emplace_back();
  part.numbers = place({row}, static_cast<int>(part.columns.size()));
  for (PlacedCell& cell : part.numbers.cells) {
    cell.source = nullptr;
    cell.text = cells_.add(std::to_string(part.columns[static_cast<std::size_t>(cell.column)] + 1),
                           part.style(Band::numbers));
  }
  break_cells(part, part.numbers, Band::numbers);

  Strip extra;
  extra.landscape = part.turned;
  extra.destination = part.destination;
  const Length above = std::max(part.above, part.title.empty() ? look_.above : look_.caption.above);
  set_lines(part.title, part.first ? look_.caption : look_.continuation, part.width, above, Keep::must, extra);
  part.series = static_cast<std::int32_t>(galley_.continuations.size());
  set_head(part, above);
  set_rows(part);
  if (part.numbers_strip > 0) {
    galley_.strips[part.numbers_strip].until = static_cast<std::uint32_t>(galley_.strips.size());
  }
  if (part.last) set_legend(part);
}

}  // namespace svod::typeset
