#include "typeset/table.h"

#include <algorithm>

#include "typeset/codes.h"
#include "typeset/table_part.h"

namespace svod::typeset {
namespace {

using document::Row;

// A table with more columns turns before its letters become the smallest.
constexpr int kWideTable = 12;
// How much of the width words may lack that are then divided, rather than that the letters become smaller.
constexpr Length kGivePercent = 8;
constexpr std::size_t kSizes = 3;
// Names of schools and subjects, up to this length in ems, take one line rather than larger letters; longer ones
// two.
constexpr Length kNameInEms = 13;

const std::vector<Row>& no_data() {
  static const std::vector<Row> rows = [] {
    Row row;
    document::Cell cell;
    document::Run run;
    run.text = "Нет данных";
    run.italic = true;
    cell.runs.push_back(std::move(run));
    cell.columns = 1 << 16;
    row.cells.push_back(std::move(cell));
    return std::vector<Row>{row};
  }();
  return rows;
}

// «05.11.2022».
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[2] != '.' || text[5] != '.') return false;
  for (const std::size_t i : {0, 1, 3, 4, 6, 7, 8, 9}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

std::string_view only_text(const PlacedCell& cell) {
  return cell.source && cell.source->runs.size() == 1 ? std::string_view(cell.source->runs.front().text)
                                                      : std::string_view{};
}

// Columns that hold nothing but dates are centred, as those that the document centres.
void find_dates(const Grid& body, std::vector<ColumnNeed>& columns) {
  std::vector<int> dates(columns.size(), 0);
  for (const PlacedCell& cell : body.cells) {
    const auto c = static_cast<std::size_t>(cell.column);
    if (cell.columns > 1 || !cell.source || cell.source->runs.empty() || dates[c] < 0) continue;
    dates[c] = is_date(only_text(cell)) ? 1 : only_text(cell).size() <= 3 ? dates[c] : -1;
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (dates[c] > 0) columns[c].numeric = false, columns[c].centred = true;
  }
}

// «№», «№ п/п»: numbers of rows.
void find_row_numbers(const Grid& head, Length em, std::vector<ColumnNeed>& needs) {
  for (const PlacedCell& cell : head.cells) {
    if (cell.columns > 1 || !only_text(cell).starts_with("№")) continue;
    ColumnNeed& need = needs[static_cast<std::size_t>(cell.column)];
    need.fits = need.max < 6 * em;
  }
}

}  // namespace

std::string title_of(const document::Table& table) {
  if (table.number.empty()) return table.caption;
  return table.caption.empty() ? "Таблица " + table.number : "Таблица " + table.number + " – " + table.caption;
}

TextStyle TableSetter::sized(const TextStyle& style, std::size_t size) const {
  TextStyle made = style;
  made.size = style.size * look_.sizes[size] / look_.sizes[0];
  made.leading = style.leading * look_.sizes[size] / look_.sizes[0];
  return made;
}

void TableSetter::measured(Fit& fit, std::size_t size) {
  cells_.clear();
  fit.size = size;
  fit.narrowed = false;
  fit.needs = fit.blank;
  const TextStyle head = sized(look_.head, size), body = sized(look_.body, size);
  measure(fit.head, head, Band::head, fit.blank);
  measure(fit.body, body, Band::body, fit.blank);
  needs_of(fit.head, head, Band::head, fit.needs);
  needs_of(fit.body, body, Band::body, fit.needs);
  for (ColumnNeed& need : fit.needs) need.narrow = need.min;
  find_row_numbers(fit.head, body.size, fit.needs);
}

void TableSetter::choose(Fit& fit, const document::Table& table) {
  const int columns = fit.head.columns;
  const std::size_t least = table.compact ? 1 : 0;
  measured(fit, least);
  const auto width = [&](bool turned) { return (turned ? turned_ : upright_).width; };
  const auto narrowed = [&] {
    if (fit.narrowed) return;
    narrow(fit.head, sized(look_.head, fit.size), Band::head, fit.needs);
    narrow(fit.body, sized(look_.body, fit.size), Band::body, fit.needs);
    fit.narrowed = true;
  };
  // Needs shrink with the letters; padding does not.
  const auto at = [&](Length needed, std::size_t size) {
    const Length pads = 2 * look_.pad_x * columns;
    return (needed - pads) * look_.sizes[size] / look_.sizes[least] + pads;
  };
  const auto fits = [&](std::size_t size, bool turned, bool at_any_price) {
    const Length wanted = at(total_min(fit.needs), size), room = width(turned);
    if (wanted <= room) return true;
    if (!at_any_price && wanted > room + room * kGivePercent / 100) return false;
    narrowed();
    return at(total_narrow(fit.needs), size) <= room;
  };

  const Length name = sized(look_.body, least).size * kNameInEms;
  Length names = 0;
  for (const ColumnNeed& need : fit.needs) {
    names += std::max(need.min, need.line <= name ? need.line : std::min(name, need.line * 6 / 10));
  }
  struct Try {
    std::size_t size;
    bool turned, at_any_price;
  };
  std::vector<Try> tries;
  if (!galley_.landscape) {
    // A few rows alone on a turned page look lost: smaller letters are better.
    const Length rows = (fit.body.rows + 2 * fit.head.rows) * (look_.body.leading + 2 * look_.pad_y);
    const bool small = rows * 3 < turned_.height;
    const std::size_t end = columns > kWideTable && !small ? kSizes - 1 : kSizes;
    // A step smaller where that keeps each name on its line.
    if (least == 0 && at(names, 0) > upright_.width && at(names, 1) <= upright_.width) tries.push_back({1, false, false});
    for (std::size_t s = least; s < end; ++s) tries.push_back({s, false, false});
    if (small) tries.push_back({kSizes - 1, false, true});
  }
  for (std::size_t s = least; s < kSizes; ++s) tries.push_back({s, true, false});
  tries.push_back({kSizes - 1, true, true});
  std::size_t size = std::min<std::size_t>(least + 1, kSizes - 1);
  fit.turned = true;
  fit.whole = false;
  for (const Try& t : tries) {
    if (!fits(t.size, t.turned, t.at_any_price)) continue;
    size = t.size;
    fit.turned = t.turned;
    fit.whole = true;
    break;
  }
  if (size != fit.size) measured(fit, size);
  Length most = 0;
  for (const ColumnNeed& need : fit.needs) most += need.max;
  if (most > width(fit.turned)) narrowed();
}

void TableSetter::set(const document::Table& table, const Location& origin, std::int32_t destination, Length above) {
  lines_.clear();
  cells_.shaper().at(&origin);
  if (table.rows.empty()) {
    diagnostics_.warning(codes::empty_table, origin, "в таблице «" + title_of(table) + "» нет ни одной строки",
                         "проверьте условие отбора строк");
  }
  const int columns = columns_of(table);
  Fit fit;
  fit.head = place(table.head, columns);
  fit.body = place(table.rows.empty() ? no_data() : table.rows, columns);
  fit.blank.resize(static_cast<std::size_t>(columns));
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    fit.blank[c].numeric = table.columns[c].numeric;
    fit.blank[c].centred = table.columns[c].centred;
    fit.blank[c].weight = std::max(0.0, table.columns[c].weight);
  }
  find_dates(fit.body, fit.blank);
  choose(fit, table);

  Part part;
  part.table = &table;
  part.title = title_of(table);
  part.styles = {sized(look_.head, fit.size), look_.head, sized(look_.body, fit.size)};
  TextStyle& numbers = part.styles[static_cast<std::size_t>(Band::numbers)];
  numbers.bold = false;
  numbers.size = std::min(look_.numbers_size, part.style(Band::body).size);
  numbers.leading = numbers.size * 6 / 5;
  for (std::size_t b = 0; b < part.styles.size(); ++b) {
    part.styles[b].hyphenate = false;
    part.baselines[b] = baseline_of(cells_.shaper(), part.styles[b]);
  }
  part.grid = look_.style == TableStyle::grid || table.hand;
  part.turned = fit.turned;
  const Frame& frame = fit.turned ? turned_ : upright_;
  part.width = frame.width;
  part.page = frame.height;
  part.limit = frame.height / 2;
  part.destination = destination;
  part.above = above;
  if (!fit.whole && columns > 1) {
    split(fit, part, origin);
    return;
  }
  part.head = std::move(fit.head);
  part.body = std::move(fit.body);
  part.needs = std::move(fit.needs);
  for (int c = 0; c < columns; ++c) part.columns.push_back(c);
  set_part(part);
}

void TableSetter::split(const Fit& fit, Part& whole, const Location& origin) {
  const auto parts = split_columns(fit.needs, whole.width);
  diagnostics_.warning(codes::table_split, origin,
                       "таблица «" + whole.title + "» из " + std::to_string(fit.head.columns) +
                           " граф не помещается на листе и разделена, частей: " + std::to_string(parts.size()),
                       "сократите число граф или заголовки");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Part piece = whole;
    piece.columns = parts[i];
    piece.head = typeset::part(fit.head, parts[i]);
    piece.body = typeset::part(fit.body, parts[i]);
    for (const int c : parts[i]) piece.needs.push_back(fit.needs[static_cast<std::size_t>(c)]);
    // A title across all columns asks for too much of a part.
    if (total_min(piece.needs) > whole.width) {
      for (ColumnNeed& need : piece.needs) need.max = std::max(need.min, need.narrow);
    }
    piece.needs.front().min = repeated_column(piece.needs.front(), whole.width);
    piece.needs.front().narrow = std::min(piece.needs.front().narrow, piece.needs.front().min);
    piece.first = i == 0;
    piece.last = i + 1 == parts.size();
    if (i > 0) {
      piece.destination = -1;
      piece.above = look_.above;
      if (!whole.table->number.empty()) piece.title = "Продолжение таблицы " + whole.table->number;
    }
    set_part(piece);
  }
}

}  // namespace svod::typeset
