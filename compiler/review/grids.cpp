#include "review/grids.h"

#include "language/letters.h"
#include "review/signs.h"

namespace svod::review {
namespace {

using Kind = GridColumn::Kind;

bool has(const std::u32string& text, std::u32string_view part) { return text.find(part) != text.npos; }

GridColumn column_of(const std::u32string& head) {
  GridColumn column;
  const std::u32string small = language::lowered(head);
  const std::vector<Token> tokens = tokens_of(small);
  std::vector<int> numbers;
  bool words = false;
  for (const Token& token : tokens) {
    if (!token.digits) {
      words = true;
      continue;
    }
    int value = 0;
    for (std::size_t i = token.begin; i < token.end && i < token.begin + 4; ++i)
      value = value * 10 + static_cast<int>(small[i] - '0');
    numbers.push_back(value);
  }
  if (has(small, U"%") || has(small, U"доля") || has(small, U"процент")) {
    column.kind = Kind::percent;
  } else if (has(small, U"средн") || has(small, U"ср.")) {
    column.kind = Kind::mean;
  } else if (!words && numbers.size() == 1 && numbers[0] >= 2 && numbers[0] <= 5) {
    column.kind = Kind::mark;
    column.mark = numbers[0];
  } else if (!words && numbers.size() == 2 && numbers[0] < numbers[1] && numbers[1] <= 100) {
    column.kind = Kind::band;
    column.from = numbers[0], column.to = numbers[1];
  } else if (!words && numbers.size() == 1 && numbers[0] == 100) {
    column.kind = Kind::band;
    column.from = column.to = 100;
  } else if (has(small, U"кол-во") || has(small, U"количеств") || has(small, U"численност") || has(small, U"всего") ||
             has(small, U"число ") || has(small, U"участник") || has(small, U"чел.") || has(small, U"сдавал")) {
    column.kind = Kind::count;
  }
  return column;
}

}  // namespace

KnownGrid read_grid(const Grid& grid) {
  KnownGrid known;
  known.grid = &grid;
  for (const std::u32string& head : grid.head) known.columns.push_back(column_of(head));
  for (std::size_t i = 0; i < known.columns.size(); ++i) {
    const Kind kind = known.columns[i].kind;
    if (kind != Kind::mark && kind != Kind::band) continue;
    // The parts stand side by side, right after the count.
    if (!known.parts.empty() && (known.parts.back() + 1 != i || known.columns[known.parts.back()].kind != kind)) {
      known.parts.clear();
      return known;   // two groups in one table: nothing is sure
    }
    known.parts.push_back(i);
  }
  if (!known.parts.empty()) {
    const std::size_t first = known.parts.front(), last = known.parts.back();
    if (first > 0 && known.columns[first - 1].kind == Kind::count) known.count = first - 1;
    if (last + 1 < known.columns.size() && known.columns[last + 1].kind == Kind::mean) known.mean = last + 1;
    if (known.columns[first].kind == Kind::mark) {
      known.whole = known.parts.size() == 4;
      for (std::size_t i = 0; i < known.parts.size(); ++i)
        known.whole = known.whole && known.columns[first + i].mark == static_cast<int>(i) + 2;
    } else {
      known.whole = known.columns[first].from == 0 && known.columns[last].to == 100;
      for (std::size_t i = first; i < last; ++i)
        known.whole = known.whole && known.columns[i].to + 1 == known.columns[i + 1].from;
    }
    return known;
  }
  for (std::size_t i = 0; i < known.columns.size(); ++i) {
    if (known.columns[i].kind == Kind::count && !known.count) known.count = i;
    if (known.columns[i].kind == Kind::mean && !known.mean) known.mean = i;
  }
  return known;
}

RowKind row_kind(const Grid::Row& row) {
  std::size_t percents = 0, figures = 0;
  for (const Grid::Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    const auto figure = read_figure(cell.text);
    figures += figure.has_value();
    percents += figure && figure->percent;
  }
  std::u32string label;
  for (const Grid::Cell& cell : row.cells) {
    bool letters = false;
    for (const char32_t c : cell.text) letters = letters || language::is_letter(c) || c == '%';
    if (letters && !read_figure(cell.text)) {
      label = language::lowered(cell.text);
      break;
    }
  }
  const std::u32string letters = skeleton(label);
  if (figures == 0) return RowKind::other;
  if (percents * 2 > figures || (letters.empty() && label.find(U'%') != label.npos) || letters.starts_with(U"доля") ||
      letters.starts_with(U"процент") || letters.starts_with(U"в%")) {
    return RowKind::percents;
  }
  if (row.total || letters.starts_with(U"итог") || letters.starts_with(U"всего")) return RowKind::total;
  return RowKind::body;
}

}  // namespace svod::review
