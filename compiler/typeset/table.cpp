#include "typeset/table.h"

#include <algorithm>

#include "typeset/codes.h"
#include "typeset/table_part.h"

namespace svod::typeset {
namespace {

using document::Row;

// The longest word that a column must hold whole: longer ones are divided.
constexpr int kLongestWordInEms = 11;
// A table with more columns turns before its letters become the smallest.
constexpr int kWideTable = 12;

std::string heading_of(const document::Table& table) {
  if (table.number.empty()) return table.caption;
  return table.caption.empty() ? "Таблица " + table.number : "Таблица " + table.number + " – " + table.caption;
}

}  // namespace

TextStyle TableSetter::sized(const TextStyle& style, std::size_t size) const {
  TextStyle made = style;
  made.size = style.size * look_.sizes[size] / look_.sizes[0];
  made.leading = style.leading * look_.sizes[size] / look_.sizes[0];
  return made;
}

TextStyle TableSetter::style_of(const TextStyle& style, Row::Kind kind) const {
  TextStyle made = style;
  if (kind != Row::Kind::body) made.bold = true;
  return made;
}

void TableSetter::measure(Grid& grid, const TextStyle& style, bool head) {
  for (PlacedCell& cell : grid.cells) {
    static const document::Runs none;
    const Row::Kind kind = grid.kinds[static_cast<std::size_t>(cell.row)];
    cell.text = cells_.add(cell.source ? cell.source->runs : none, head ? style : style_of(style, kind));
    cell.whole = head ? -1 : cells_.before_comma(cell.text);
  }
}

void TableSetter::needs_of(const Grid& grid, bool head, std::vector<ColumnNeed>& needs) const {
  const Length pads = 2 * look_.pad_x;
  struct Figures {
    Length whole = 0, rest = 0;
  };
  std::vector<Figures> figures(needs.size());
  const Length longest = (head ? look_.head.size : look_.body.size) * kLongestWordInEms;
  for (const PlacedCell& cell : grid.cells) {
    if (cell.columns > 1) continue;
    ColumnNeed& need = needs[static_cast<std::size_t>(cell.column)];
    need.min = std::max(need.min, std::min(cell.text.min, longest) + pads);
    need.max = std::max(need.max, cell.text.max + pads);
    if (!head && need.numeric && cell.whole >= 0) {
      Figures& f = figures[static_cast<std::size_t>(cell.column)];
      f.whole = std::max(f.whole, cell.whole);
      f.rest = std::max(f.rest, cell.text.max - cell.whole);
    }
  }
  for (std::size_t c = 0; c < needs.size(); ++c) {
    const Length both = figures[c].whole + figures[c].rest;
    needs[c].min = std::max(needs[c].min, std::min(both, longest) + pads);
    needs[c].max = std::max(needs[c].max, std::max(needs[c].min, both + pads));
  }
  for (const PlacedCell& cell : grid.cells) {
    if (cell.columns < 2) continue;
    // A row's title across the table wraps; it asks for no more than its words.
    const bool title = !head && cell.columns == grid.columns;
    const Length min = std::min(cell.text.min, longest) + pads;
    hold_span(needs, cell.column, cell.columns, min, title ? min : cell.text.max + pads);
  }
}

Length TableSetter::cost(const Part& part, const std::vector<Length>& widths) const {
  constexpr int kMostRows = 60;  // a sample is enough to choose widths
  std::int64_t lines = 0;
  const auto count = [&](const Grid& grid, int weight) {
    const int step = std::max(1, grid.rows / kMostRows);
    for (int r = 0; r < grid.rows; r += step) {
      std::int64_t most = 1;
      for (std::uint32_t i = grid.row_cells[static_cast<std::size_t>(r)];
           i < grid.row_cells[static_cast<std::size_t>(r) + 1]; ++i) {
        const PlacedCell& cell = grid.cells[i];
        Length width = -2 * look_.pad_x;
        for (int c = cell.column; c < cell.column + cell.columns; ++c) width += widths[static_cast<std::size_t>(c)];
        // Lines that end at words are shorter than the column by a tenth or so.
        if (cell.rows == 1 && cell.text.max > width)
          most = std::max(most, 1 + cell.text.max * 11 / 10 / std::max<Length>(width, 1));
      }
      lines += most * weight;
    }
  };
  count(part.head, 1);
  count(part.body, 1);
  return lines;
}

void TableSetter::set(const document::Table& table, const Location& origin, std::int32_t destination, Length above) {
  cells_.clear();
  lines_.clear();
  cells_.shaper().at(&origin);
  const int columns = columns_of(table);
  static const std::vector<Row> nothing = [] {
    Row row;
    document::Cell cell;
    cell.runs.push_back({"Нет данных", false, true, false, false, {}, {}});
    cell.columns = 1 << 16;
    row.cells.push_back(std::move(cell));
    return std::vector<Row>{row};
  }();
  if (table.rows.empty()) {
    diagnostics_.warning(codes::empty_table, origin, "в таблице «" + heading_of(table) + "» нет ни одной строки",
                         "проверьте условие отбора строк");
  }
  Grid head = place(table.head, columns);
  Grid body = table.rows.empty() ? place(nothing, columns) : place(table.rows, columns);

  std::vector<ColumnNeed> blank(static_cast<std::size_t>(columns));
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    blank[c].numeric = table.columns[c].numeric;
    blank[c].weight = std::max(0.0, table.columns[c].weight);
  }
  std::vector<ColumnNeed> needs = blank;
  std::size_t size = table.compact ? 1 : 0;
  measure(head, sized(look_.head, size), true);
  measure(body, sized(look_.body, size), false);
  needs_of(head, true, needs);
  needs_of(body, false, needs);

  // Minima shrink with the letters; padding does not.
  const auto min_at = [&](std::size_t wanted) {
    const Length pads = 2 * look_.pad_x * columns;
    return (total_min(needs) - pads) * look_.sizes[wanted] / look_.sizes[size] + pads;
  };
  struct Try {
    std::size_t size;
    bool turned;
  };
  std::vector<Try> tries;
  if (!galley_.landscape) {
    for (std::size_t s = size; s < (columns > kWideTable ? 2U : 3U); ++s) tries.push_back({s, false});
  }
  for (std::size_t s = size; s < 3; ++s) tries.push_back({s, true});
  Try chosen{2, true};
  bool fits = false;
  for (const Try& t : tries) {
    if (min_at(t.size) > (t.turned ? turned_ : upright_).width) continue;
    chosen = t;
    fits = true;
    break;
  }
  if (!fits) chosen = {1, true};
  if (chosen.size != size) {
    size = chosen.size;
    cells_.clear();
    needs = blank;
    measure(head, sized(look_.head, size), true);
    measure(body, sized(look_.body, size), false);
    needs_of(head, true, needs);
    needs_of(body, false, needs);
  }

  Part part;
  part.table = &table;
  part.title = heading_of(table);
  part.body_style = sized(look_.body, size);
  part.head_style = sized(look_.head, size);
  part.turned = chosen.turned;
  part.width = (chosen.turned ? turned_ : upright_).width;
  part.limit = (chosen.turned ? turned_ : upright_).height / 2;
  part.destination = destination;
  part.above = above;
  if (total_min(needs) <= part.width) {
    part.head = std::move(head);
    part.body = std::move(body);
    part.needs = std::move(needs);
    part.last = true;
    set_part(part);
    return;
  }
  if (columns == 1) {  // nothing to split: the words are divided
    part.head = std::move(head), part.body = std::move(body), part.needs = std::move(needs);
    part.last = true;
    set_part(part);
    return;
  }
  const auto parts = split_columns(needs, part.width);
  diagnostics_.warning(codes::table_split, origin,
                       "таблица «" + part.title + "» из " + std::to_string(columns) +
                           " граф не помещается на листе и разделена, частей: " + std::to_string(parts.size()),
                       "сократите число граф или заголовки");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Part piece = part;
    piece.head = typeset::part(head, parts[i]);
    piece.body = typeset::part(body, parts[i]);
    for (const int c : parts[i]) piece.needs.push_back(needs[static_cast<std::size_t>(c)]);
    piece.needs.front().min = repeated_column(needs.front(), part.width);
    piece.first = i == 0;
    piece.last = i + 1 == parts.size();
    if (i > 0) {
      piece.destination = -1;
      piece.above = look_.above;
      if (!table.number.empty()) piece.title = "Продолжение таблицы " + table.number;
    }
    set_part(piece);
  }
}

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

void TableSetter::set_part(Part& part) {
  part.widths =
      share_width(part.needs, part.width, [&](const std::vector<Length>& widths) { return cost(part, widths); });
  part.edges.assign(1, 0);
  for (const Length width : part.widths) part.edges.push_back(part.edges.back() + width);
  part.figures.assign(part.widths.size(), {});
  for (const PlacedCell& cell : part.body.cells) {
    const auto c = static_cast<std::size_t>(cell.column);
    if (cell.columns > 1 || cell.whole < 0 || !part.needs[c].numeric) continue;
    part.figures[c].whole = std::max(part.figures[c].whole, cell.whole);
    part.figures[c].rest = std::max(part.figures[c].rest, cell.text.max - cell.whole);
  }
  break_cells(part, part.head);
  break_cells(part, part.body);

  Strip extra;
  extra.landscape = part.turned;
  extra.destination = part.destination;
  const Length above = std::max(part.above, part.title.empty() ? look_.above : look_.caption.above);
  set_lines(part.title, look_.caption, part.width, above, Keep::must, extra);

  // A head that takes half a page is not repeated: it is set once, as rows are.
  const std::vector<Length> head_heights = heights(part.head, part.head_style, part.limit);
  Length head_height = 0;
  for (const Length height : head_heights) head_height += height;
  const bool repeated = head_height <= part.limit;
  const auto continuation = static_cast<std::int32_t>(galley_.continuations.size());
  galley_.continuations.emplace_back();
  std::vector<Strip> repeat;
  if (!part.table->number.empty()) {
    const std::size_t before = galley_.strips.size();
    set_lines("Продолжение таблицы " + part.table->number, look_.continuation, part.width, 0, Keep::must, extra);
    repeat.assign(galley_.strips.begin() + static_cast<std::ptrdiff_t>(before), galley_.strips.end());
    for (Strip& strip : repeat) strip.destination = -1;
    galley_.strips.resize(before);
  }

  const std::size_t begin = galley_.strips.size();
  if (part.head.rows == 0) {
    Strip top = galley_.open();
    rule(0, 0, part.width, look_.rule, look_.rule_colour);
    galley_.close(top, 0);
    top.landscape = part.turned;
    top.keep = Keep::must;
    galley_.add(top);
    repeat.push_back(top);
  }
  for (int r = 0; r < part.head.rows; ++r) {
    if (!repeated && head_heights[static_cast<std::size_t>(r)] > part.limit) {
      split_row(part, part.head, r, true, -1);
      continue;
    }
    Strip strip = row_strip(part, part.head, r, head_heights, true);
    strip.keep = Keep::must;
    galley_.add(strip);
    if (repeated) repeat.push_back(strip);
  }
  if (begin < galley_.strips.size() && part.title.empty()) {
    galley_.strips[begin].above = above;
    galley_.strips[begin].destination = part.destination;
  }

  const std::vector<Length> row_heights = heights(part.body, part.body_style, part.limit);
  const int rows = part.body.rows;
  const bool notes = part.last && !part.table->legend.empty();
  for (int r = 0; r < rows; ++r) {
    if (row_heights[static_cast<std::size_t>(r)] > part.limit) {
      split_row(part, part.body, r, false, continuation);
      continue;
    }
    Strip strip = row_strip(part, part.body, r, row_heights, false);
    strip.continuation = continuation;
    bool keep =
        r < 2 || (r >= rows - 3 && r < rows - 1) || part.body.kinds[static_cast<std::size_t>(r)] == Row::Kind::group;
    if (r + 1 < rows) {  // rows that a cell spans stay together
      for (int c = 0; c < part.body.columns; ++c) {
        const PlacedCell& cell = part.body.cells[static_cast<std::size_t>(part.body.at(r, c))];
        keep = keep || cell.row + cell.rows > r + 1;
      }
    }
    if (r + 1 == rows ? notes : keep) strip.keep = Keep::wish;
    galley_.add(strip);
  }

  Strip closing = galley_.open();
  rule(0, -look_.thin_rule, part.width, look_.thin_rule, look_.rule_colour);
  galley_.close(closing, 0);
  galley_.continuations[static_cast<std::size_t>(continuation)].head = std::move(repeat);
  galley_.continuations[static_cast<std::size_t>(continuation)].closing = closing;
  galley_.continuations[static_cast<std::size_t>(continuation)].table = continuation;

  if (part.last) {
    extra.destination = -1;
    for (std::size_t i = 0; i < part.table->legend.size(); ++i) {
      set_lines(part.table->legend[i], look_.note, part.width, i == 0 ? pt(3) : 0,
                i + 1 < part.table->legend.size() ? Keep::wish : Keep::none, extra);
    }
  }
}

}  // namespace svod::typeset
