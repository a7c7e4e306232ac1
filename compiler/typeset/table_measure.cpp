#include <algorithm>

#include "base/text.h"
#include "typeset/table_part.h"

namespace svod::typeset {
namespace {

using document::Row;

// The longest word that a column must hold whole: longer ones are divided.
constexpr int kLongestWordInEms = 11;
// Words no longer than this are not divided.
constexpr int kShortWordInEms = 4;
constexpr std::size_t kLeastBytes = 8;
// Lines of a head weigh more than those of the body: they are few, bold and read first.
constexpr double kHeadWeight = 1.3;
constexpr int kMostRows = 40;  // a sample is enough to choose widths

bool has_digit(const document::Runs& runs) {
  for (const document::Run& run : runs) {
    for (const char c : run.text) {
      if (c >= '0' && c <= '9') return true;
    }
  }
  return false;
}

bool separates(char32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0xAD || c == 0x202F || c == '-' || c == '/' || (c >= 0x2000 && c <= 0x2015);
}

// Calls `use(word, what stands after it)`; together they are the text.
template <class Use>
void each_word(std::string_view text, Use use) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (!separates(next_code_point(text, at))) continue;
    use(text.substr(start, here - start), text.substr(here, at - here));
    start = at;
  }
  use(text.substr(start), std::string_view{});
}

}  // namespace

TextStyle TableSetter::cell_style(const TextStyle& style, Band band, Row::Kind kind) const {
  TextStyle made = style;
  made.hyphenate = false;
  if (band == Band::body && kind != Row::Kind::body) made.bold = true;
  return made;
}

void TableSetter::measure(Grid& grid, const TextStyle& style, Band band, const std::vector<ColumnNeed>& columns) {
  const TextStyle plain = cell_style(style, band, Row::Kind::body), bold = cell_style(style, band, Row::Kind::total);
  Length digit = -1;
  for (PlacedCell& cell : grid.cells) {
    cell.text = {};
    cell.whole = -1;
    if (!cell.source || cell.source->runs.empty()) continue;
    const bool body_row = grid.kinds[static_cast<std::size_t>(cell.row)] == Row::Kind::body;
    cell.text = cells_.add(cell.source->runs, body_row ? plain : bold);
    if (band == Band::head || cell.columns > 1 || !columns[static_cast<std::size_t>(cell.column)].numeric) continue;
    cell.whole = cells_.before_comma(cell.text);
    if (cell.whole < 0) continue;
    cell.rest = cell.text.max - cell.whole;
    if (has_digit(cell.source->runs) || cell.text.max == 0) continue;
    // A sign stands in the middle of the place of the units.
    if (digit < 0) digit = cells_.add("0", plain).max;
    cell.whole = (digit + cell.text.max) / 2;
    cell.rest = std::max<Length>(0, cell.text.max - cell.whole);
  }
}

void TableSetter::needs_of(const Grid& grid, const TextStyle& style, Band band, std::vector<ColumnNeed>& needs) const {
  const Length pads = 2 * look_.pad_x;
  std::vector<Part::Figures> figures(needs.size());
  const Length longest = style.size * kLongestWordInEms;
  for (const PlacedCell& cell : grid.cells) {
    if (cell.columns > 1) continue;
    ColumnNeed& need = needs[static_cast<std::size_t>(cell.column)];
    need.min = std::max(need.min, std::min(cell.text.min, longest) + pads);
    need.max = std::max(need.max, cell.text.max + pads);
    if (band == Band::body) need.line = std::max(need.line, cell.text.max + pads);
    if (cell.whole < 0) continue;
    auto& f = figures[static_cast<std::size_t>(cell.column)];
    f.whole = std::max(f.whole, cell.whole);
    f.rest = std::max(f.rest, cell.rest);
  }
  for (std::size_t c = 0; c < needs.size(); ++c) {
    const Length both = figures[c].whole + figures[c].rest;
    needs[c].min = std::max(needs[c].min, std::min(both, longest) + pads);
    needs[c].max = std::max({needs[c].max, needs[c].min, both + pads});
  }
  for (const PlacedCell& cell : grid.cells) {
    if (cell.columns < 2) continue;
    // A row's title across the table wraps; it asks for no more than its words.
    const bool title = band == Band::body && cell.columns == grid.columns;
    const Length min = std::min(cell.text.min, longest) + pads;
    hold_span(needs, cell.column, cell.columns, min, title ? min : cell.text.max + pads);
  }
}

const std::vector<std::size_t>& TableSetter::breaks(const language::Hyphenation& hyphenation, std::string_view word) {
  std::string key(word);
  const auto found = breaks_.find(key);
  if (found != breaks_.end()) return found->second;
  return breaks_.emplace(std::move(key), hyphenation.breaks(word)).first->second;
}

document::Runs TableSetter::divisible(const document::Runs& runs, const TextStyle& style, Length width) {
  const language::Hyphenation* hyphenation = cells_.shaper().hyphenation();
  if (!hyphenation) return runs;
  document::Runs made = runs;
  for (document::Run& run : made) {
    TextStyle own = style;
    own.bold = own.bold || run.bold;
    std::string text;
    each_word(run.text, [&](std::string_view word, std::string_view after) {
      std::size_t from = 0;
      if (word.size() > kLeastBytes && cells_.add(word, own).max > width) {
        for (const std::size_t at : breaks(*hyphenation, word)) {
          text.append(word.substr(from, at - from)).append("\u00AD");
          from = at;
        }
      }
      text.append(word.substr(from)).append(after);
    });
    run.text = std::move(text);
  }
  return made;
}

Length TableSetter::halved(const document::Runs& runs, const TextStyle& style) {
  const language::Hyphenation* hyphenation = cells_.shaper().hyphenation();
  Length widest = 0;
  for (const document::Run& run : runs) {
    TextStyle own = style;
    own.bold = own.bold || run.bold;
    each_word(run.text, [&](std::string_view word, std::string_view) {
      Length width = cells_.add(word, own).max;
      if (hyphenation && word.size() > kLeastBytes && width > style.size * kShortWordInEms) {
        for (const std::size_t at : breaks(*hyphenation, word)) {
          const Length head = cells_.add(std::string(word.substr(0, at)) + "-", own).max;
          width = std::min(width, std::max(head, cells_.add(word.substr(at), own).max));
        }
      }
      widest = std::max(widest, width);
    });
  }
  return widest;
}

void TableSetter::narrow(const Grid& grid, const TextStyle& style, Band band, std::vector<ColumnNeed>& needs) {
  const Length pads = 2 * look_.pad_x;
  std::vector<Length> least(needs.size(), 2 * look_.pad_x);
  if (band == Band::body) {
    for (std::size_t c = 0; c < needs.size(); ++c) least[c] = needs[c].narrow;  // of the head
  }
  std::vector<Part::Figures> figures(needs.size());
  for (const PlacedCell& cell : grid.cells) {
    if (cell.columns > 1) continue;
    const auto c = static_cast<std::size_t>(cell.column);
    Length width = cell.text.min;
    if (cell.whole >= 0) {
      figures[c].whole = std::max(figures[c].whole, cell.whole);
      figures[c].rest = std::max(figures[c].rest, cell.rest);
    } else if (width + pads > least[c] && width > style.size * kShortWordInEms) {
      const TextStyle own = cell_style(style, band, grid.kinds[static_cast<std::size_t>(cell.row)]);
      width = std::min({width, halved(cell.source->runs, own), style.size * kLongestWordInEms});
    }
    least[c] = std::max(least[c], width + pads);
  }
  for (std::size_t c = 0; c < needs.size(); ++c) {
    needs[c].narrow = std::max(least[c], figures[c].whole + figures[c].rest + pads);
  }
  for (const PlacedCell& cell : grid.cells) {
    if (cell.columns < 2) continue;
    Length sum = 0;
    for (int i = cell.column; i < cell.column + cell.columns; ++i) sum += needs[static_cast<std::size_t>(i)].narrow;
    const Length wanted = std::min(cell.text.min, style.size * kLongestWordInEms) + pads;
    for (int i = 0; i < cell.columns && sum < wanted; ++i) {
      needs[static_cast<std::size_t>(cell.column + i)].narrow += (wanted - sum + cell.columns - 1) / cell.columns;
    }
  }
  for (ColumnNeed& need : needs) {
    if (band == Band::body) need.narrow = std::min(need.narrow, need.min);
  }
}

void TableSetter::add_wraps(const Grid& grid, Band band, const std::vector<ColumnNeed>& needs, Wraps& wraps) const {
  const int step = band == Band::head ? 1 : std::max(1, grid.rows / kMostRows);
  const Length pads = 2 * look_.pad_x;
  for (int r = 0; r < grid.rows; r += step) {
    const auto first = grid.row_cells[static_cast<std::size_t>(r)];
    const auto last = grid.row_cells[static_cast<std::size_t>(r) + 1];
    const auto row = static_cast<std::int32_t>(wraps.weights.size());
    wraps.weights.push_back(band == Band::head ? kHeadWeight : step);
    for (std::uint32_t i = first; i < last; ++i) {
      const PlacedCell& cell = grid.cells[i];
      const ColumnNeed& need = needs[static_cast<std::size_t>(cell.column)];
      if (cell.columns > 1) {
        bool figures = band == Band::head;
        for (int c = cell.column; c < cell.column + cell.columns; ++c) {
          figures = figures && needs[static_cast<std::size_t>(c)].numeric;
        }
        if (figures) wraps.siblings.emplace_back(cell.column, cell.columns);
        continue;
      }
      if (cell.whole >= 0 || cell.text.max + pads <= std::min(need.narrow, need.min)) continue;
      Wraps::Cell text;
      text.row = row;
      text.column = cell.column;
      text.max = cell.text.max + pads;
      text.spare = cell.rows - 1;
      text.first = static_cast<std::uint32_t>(wraps.pieces.size());
      cells_.pieces(cell.text, wraps.pieces);
      text.last = static_cast<std::uint32_t>(wraps.pieces.size());
      wraps.cells.push_back(text);
    }
  }
}

Wraps TableSetter::wraps_of(const Part& part) const {
  Wraps wraps;
  wraps.pads = 2 * look_.pad_x;
  wraps.heads = part.head.rows;
  add_wraps(part.head, Band::head, part.needs, wraps);
  add_wraps(part.body, Band::body, part.needs, wraps);
  return wraps;
}

}  // namespace svod::typeset
