#include "plan/table_rows.h"

#include <algorithm>

#include "base/text.h"
#include "plan/cell_lines.h"
#include "plan/codes.h"
#include "tables/header.h"

namespace svod::plan {
namespace {

constexpr std::array kAll{Column::number,      Column::text,        Column::term,     Column::start,
                          Column::end,         Column::responsible, Column::result,   Column::report,
                          Column::consequence, Column::link,        Column::document, Column::status};

constexpr std::size_t kLongestJoined = 64 * 1024;   // bytes of one text over many rows

bool is_continued_mark(const std::string& text) { return tables::begins_with_word(text, "продолжение"); }

PlanRow row_of(TableCells& cells, const std::array<std::optional<std::uint32_t>, kColumns>& at, std::uint32_t number,
               std::uint32_t first) {
  const tables::Grid& grid = cells.grid();
  PlanRow row;
  row.row = number;
  row.hidden = grid.hidden_row(number);
  const workbook::Cell* only = nullptr;
  std::size_t headers = 0;
  for (const workbook::Cell& cell : grid.row(number)) {
    if (tables::is_blank(&cell)) continue;
    const std::string text = at[0] && cell.at.column == *at[0] ? cells.number(cell) : cells.text(cell);
    if (text.empty()) continue;
    ++row.own;
    only = &cell;
    row.lines.push_back({text, cells.at(cell.at), false});
    const int key = grid.key_of(cell);
    const auto header = key < 0 ? std::nullopt : column_of_header(grid.keys()[static_cast<std::size_t>(key)]);
    headers += header == Column::number ? 1 : 0;
    for (std::size_t c = 0; c < kColumns; ++c) {
      if (!at[c] || *at[c] != cell.at.column) continue;
      const CellRange* range = grid.merge(cell.at);
      row.fields[c] = {text, cell.at, true, false, range != nullptr && range->last.column > range->first.column};
      if (row.own == 1) row.only = static_cast<Column>(c);
    }
  }
  if (row.own != 1) row.only.reset();
  row.wide = row.own == 1 && grid.merge(only->at) != nullptr &&
             grid.merge(only->at)->last.column > grid.merge(only->at)->first.column;
  row.foreign_head = headers > 0 && row.own > 2;
  for (std::size_t c = 0; c < kColumns; ++c) {
    if (!at[c] || row.fields[c].own) continue;
    const CellRange* range = grid.merge({number, *at[c]});
    // A cell of the head, or one that is merged to the right in this row, says nothing here.
    if (range == nullptr || range->first.row >= number || range->first.row < first || range->first.column != *at[c])
      continue;
    const workbook::Cell* anchor = grid.at(range->first);
    if (tables::is_blank(anchor)) continue;
    row.fields[c] = {c == 0 ? cells.number(*anchor) : cells.text(*anchor), anchor->at, false, true, false};
    row.fields[c].merged = !row.fields[c].text.empty();
  }
  if (row.of(Column::number).own) row.number = row_number(row.of(Column::number).text);
  return row;
}

bool is_strong(const PlanRow& row, bool numbered) {
  if (row.own < 2) return false;
  if (row.number) return true;
  const bool more = row.shows(Column::term) || row.shows(Column::start) || row.shows(Column::responsible) ||
                    row.shows(Column::result);
  return row.shows(Column::text) && more && (!row.gap || !numbered);
}

bool is_numbered(const std::vector<PlanRow>& rows) {
  std::size_t with = 0, without = 0;
  for (const PlanRow& row : rows) {
    if (row.own < 2 || !row.shows(Column::text)) continue;
    if (row.number || row.of(Column::number).merged) {
      ++with;
    } else if (row.shows(Column::term) || row.shows(Column::responsible)) {
      ++without;
    }
  }
  return with > 0 && with >= without;
}

/// «Цель – …», «Цель 1. …», «Задача 2: …».
std::optional<definitions::PlanSection::Kind> goal_or_task(std::string_view text) {
  const std::string small = folded(text.substr(0, 60));
  const auto begins = [&](std::string_view word) {
    if (!small.starts_with(word) || small.size() == word.size()) return false;
    const char next = small[word.size()];
    return next == ' ' || next == ':' || next == '-' || next == '.' || (next >= '0' && next <= '9');
  };
  if (begins("цель")) return definitions::PlanSection::Kind::goal;
  if (begins("задача")) return definitions::PlanSection::Kind::task;
  return std::nullopt;
}

bool is_chief(std::string_view text) {
  const std::string small = folded(text.substr(0, 60));
  constexpr std::array kWords{"раздел ", "направление ", "глава ", "блок ", "модуль ", "этап "};
  return std::any_of(kWords.begin(), kWords.end(), [&](const char* word) { return small.starts_with(word); });
}

std::string row_text(std::uint32_t row) { return std::to_string(row + 1); }

}  // namespace

std::vector<PlanRow> rows_of_plan(TableCells& cells, const std::map<std::string, std::uint32_t>& columns,
                                  std::uint32_t first, std::uint32_t last) {
  std::array<std::optional<std::uint32_t>, kColumns> at;
  for (const Column column : kAll) {
    const auto found = columns.find(std::string(column_name(column)));
    if (found != columns.end()) at[static_cast<std::size_t>(column)] = found->second;
  }
  std::vector<PlanRow> rows;
  std::uint32_t next = first;
  const auto all = cells.grid().rows();
  for (auto it = std::lower_bound(all.begin(), all.end(), first); it != all.end() && *it <= last; ++it) {
    PlanRow row = row_of(cells, at, *it, first);
    if (row.own == 0) continue;
    const bool gap = row.row > next;
    next = row.row + 1;
    if (row.own == 1 && is_continued_mark(row.lines.front().text)) continue;
    row.gap = gap;
    for (AroundLine& line : row.lines) line.gap = gap;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<AroundLine> lines_of_rows(TableCells& cells, std::uint32_t first, std::uint32_t last) {
  std::vector<AroundLine> lines;
  std::uint32_t next = first;
  const auto all = cells.grid().rows();
  for (auto it = std::lower_bound(all.begin(), all.end(), first); it != all.end() && *it <= last; ++it) {
    bool any = false;
    for (const workbook::Cell& cell : cells.grid().row(*it)) {
      if (tables::is_blank(&cell)) continue;
      std::string text = cells.text(cell);
      if (text.empty() || is_continued_mark(text)) continue;
      any = true;
      lines.push_back({std::move(text), cells.at(cell.at), *it > next});
    }
    if (any) next = *it + 1;
  }
  return lines;
}

std::size_t end_of_table(const std::vector<PlanRow>& rows) {
  const bool numbered = is_numbered(rows);
  std::size_t limit = 0;
  while (limit < rows.size() && !rows[limit].foreign_head) ++limit;
  std::size_t end = 0;
  for (std::size_t i = 0; i < limit; ++i) {
    if (is_strong(rows[i], numbered)) end = i + 1;
  }
  // What goes on with the last measure still belongs to it.
  while (end > 0 && end < limit && !rows[end].gap) {
    const PlanRow& row = rows[end];
    const bool fragment =
        row.own > 1 ? !row.of(Column::text).own : row.only && *row.only != Column::number && *row.only != Column::text;
    const bool small = row.only == Column::text && begins_with_small_letter(row.lines.front().text);
    const bool item = row.only == Column::text && is_item(row.lines.front().text);
    if (row.wide || !(fragment || small || item) || !role_of_line(row.lines.front().text).empty()) break;
    ++end;
  }
  return end;
}

void RowTaker::take(const std::vector<PlanRow>& rows, const Location& table, std::vector<AroundLine>& unread) {
  rows_ = &rows;
  table_ = table;
  unread_ = &unread;
  numbered_ = is_numbered(rows);
  has_term_ = std::any_of(rows.begin(), rows.end(),
                          [](const PlanRow& row) { return row.shows(Column::term) || row.shows(Column::start); });
  has_responsible_ =
      std::any_of(rows.begin(), rows.end(), [](const PlanRow& row) { return row.shows(Column::responsible); });
  next_.assign(rows.size(), rows.size());
  for (std::size_t i = rows.size(); i-- > 1;) next_[i - 1] = rows[i].number ? i : next_[i];
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].own == 1) {
      take_alone(i);
    } else {
      take_full(i);
    }
  }
}

std::optional<RowNumber> RowTaker::next_number(std::size_t i) const {
  return next_[i] < rows_->size() ? (*rows_)[next_[i]].number : std::nullopt;
}

/// The next numbered row does not count on from the last one.
bool RowTaker::next_begins_anew(std::size_t i) const {
  const auto next = next_number(i);
  if (!next || !last_number_) return false;
  return !(next->parts > last_number_->parts) || next->roman != last_number_->roman;
}

void RowTaker::begin_section(const std::string& text, const Location& at, const std::optional<RowNumber>& given) {
  definitions::PlanSection section;
  section.at = at;
  section.title = {squeeze(text), at};
  std::optional<RowNumber> number = given;
  const auto kind = goal_or_task(text);
  if (kind) section.kind = *kind;
  if (!number && !kind) {
    if (const auto line = numbered_line(section.title.text)) {
      number = line->number;
      section.title.text = line->text;
    }
  }
  if (number) section.number = {number->text, at};
  builder_.section(std::move(section), number, is_chief(text));
  last_number_.reset();
}

bool RowTaker::take_heading(const PlanRow& row, const AroundLine& line) {
  if (const std::string curator = curator_of_line(line.text); !curator.empty() && builder_.section_is_empty()) {
    builder_.open_section()->curator = {curator, line.at};
    return true;
  }
  if (goal_or_task(line.text) && (row.wide || row.only == Column::number || row.only == Column::text)) {
    begin_section(line.text, line.at, std::nullopt);
    return true;
  }
  return false;
}

void RowTaker::take_alone(std::size_t i) {
  const PlanRow& row = (*rows_)[i];
  const AroundLine& line = row.lines.front();
  if (row.number) {
    // A row that was prepared and not filled.
    unread_->push_back(line);
    return;
  }
  if (take_heading(row, line)) return;
  const bool follows = builder_.last() != nullptr;
  const bool text_goes_on = follows && goes_on(builder_.last_text(Column::text), line.text);
  if (row.wide && !(text_goes_on && row.only == Column::text && begins_with_small_letter(line.text))) {
    begin_section(line.text, line.at, std::nullopt);
    return;
  }
  if (!row.only) {
    unread_->push_back(line);
    return;
  }
  if (*row.only == Column::number) {
    begin_section(line.text, line.at, std::nullopt);
    return;
  }
  if (*row.only != Column::text) {
    if (follows && (row.of(Column::number).merged || row.of(Column::text).merged)) {
      add_part(row);
    } else if (follows) {
      join(row, true);
    } else {
      unread_->push_back(line);
    }
    return;
  }
  // A text alone in the column of measures: a part of the measure above, or a heading that nobody merged.
  const bool merged_over =
      row.of(Column::number).merged || row.of(Column::term).merged || row.of(Column::responsible).merged;
  if (follows && merged_over) {
    measure(row, true);
    return;
  }
  const auto numbered = numbered_line(line.text);
  if (!follows || is_chief(line.text) ||
      (numbered && !is_item(line.text) && (numbered->number.parts.size() > 1 || numbered->number.roman))) {
    begin_section(line.text, line.at, std::nullopt);
  } else if (text_goes_on || (numbered_ && !next_begins_anew(i))) {
    join(row, true);
  } else {
    begin_section(line.text, line.at, std::nullopt);
  }
}

bool RowTaker::reads_as_term(const PlanRow& row) const {
  if (row.of(Column::start).own || row.of(Column::end).own) return true;
  const PlanRow::Field& term = row.of(Column::term);
  return term.own && read_term(squeeze(term.text), context_).kind != Term::Kind::invalid;
}

/// Whether a row without a number goes on with the measure above.
bool RowTaker::goes_on_with(const PlanRow& row) const {
  const std::string& text = row.of(Column::text).text;
  const std::string before = builder_.last_text(Column::text);
  const bool own_term = row.of(Column::term).own || row.of(Column::start).own;
  const bool own_responsible = row.of(Column::responsible).own;
  const bool term = reads_as_term(row);
  if (!goes_on(before, text)) {
    if (own_term && !term) return true;
    if (term) return false;
    if (own_responsible) return goes_on(builder_.last_text(Column::responsible), row.of(Column::responsible).text);
    return true;
  }
  // It looks like a part of a sentence; with a term and executors of its own it is a measure that begins small.
  const bool whole = (term || !has_term_) && (own_responsible || !has_responsible_);
  const bool parts_go_on =
      own_responsible && goes_on(builder_.last_text(Column::responsible), row.of(Column::responsible).text);
  const std::string before_term = builder_.last_text(Column::term);
  const bool whole_before =
      before_term.empty() || read_term(squeeze(before_term), context_).kind != Term::Kind::invalid;
  return !(whole && whole_before && !parts_go_on && begins_with_small_letter(text));
}

void RowTaker::take_full(std::size_t i) {
  const PlanRow& row = (*rows_)[i];
  const PlanRow::Field& text = row.of(Column::text);
  const bool follows = builder_.last() != nullptr;
  if (row.number) {
    const bool bare = text.own && row.own == 2 &&
                      std::none_of(kAll.begin(), kAll.end(), [&](Column c) { return row.of(c).merged; });
    const auto next = next_number(i);
    // A number and a title, and the rows below count on from it: a section that nobody merged.
    if (bare && (text.wide || (next && row.number->begins(*next)) || goal_or_task(text.text))) {
      begin_section(text.text, cells_.at(text.at), row.number);
      return;
    }
    measure(row);
    return;
  }
  if (row.of(Column::number).own) {
    measure(row);
    return;
  }
  if (!follows) {
    if (text.own) {
      measure(row);
    } else {
      unread_->insert(unread_->end(), row.lines.begin(), row.lines.end());
    }
    return;
  }
  const bool under_number = row.of(Column::number).merged;
  if (text.merged) {
    add_part(row);
  } else if (!text.own) {
    if (under_number) {
      add_part(row);
    } else {
      join(row, true);
    }
  } else if (under_number) {
    measure(row, true);
  } else if (numbered_
                 ? goes_on_with(row)
                 : !row.shows(Column::term) && !row.shows(Column::responsible) && begins_with_small_letter(text.text)) {
    join(row, true);
  } else {
    measure(row);
  }
}

void RowTaker::measure(const PlanRow& row, bool below) {
  PlanBuilder::Measure made;
  made.row = row.row;
  made.below = below;
  std::optional<CellRef> place;
  for (const Column column : kAll) {
    const PlanRow::Field& field = row.of(column);
    if (!(field.own || field.merged) || (below && column == Column::number)) continue;
    made.cells[static_cast<std::size_t>(column)].push_back({field.text, cells_.at(field.at)});
    if (field.own && (!place || column == Column::text)) place = field.at;
  }
  made.at = cells_.at(place ? *place : CellRef{row.row, 0});
  if (!below) {
    made.number = row.number;
    if (row.number) last_number_ = row.number;
  }
  builder_.measure(std::move(made), table_);
}

void RowTaker::join(const PlanRow& row, bool told) {
  PlanBuilder::Measure& last = *builder_.last();
  const std::uint32_t before = last.row;
  std::optional<CellRange> place;
  for (const Column column : kAll) {
    const PlanRow::Field& field = row.of(column);
    if (!field.own) continue;
    if (!place) place = CellRange{field.at, field.at};
    place->last = field.at;
    std::vector<CellText>& cells = last.cells[static_cast<std::size_t>(column)];
    if (cells.empty()) {
      cells.push_back({field.text, cells_.at(field.at)});
    } else if (cells.back().text.size() > kLongestJoined) {
      unread_->insert(unread_->end(), row.lines.begin(), row.lines.end());
      return;
    } else if (column == Column::term) {
      // Whether two lines are one term is seen by reading them.
      cells.back().text += "\n" + field.text;
    } else {
      cells.back().text = joined_texts(cells.back().text, field.text);
    }
  }
  if (!place) return;
  ++last.joined;
  last.row = row.row;
  if (!told) return;
  const std::vector<CellText>& number = last.cells[static_cast<std::size_t>(Column::number)];
  found_.note(codes::joined_row, cells_.at(*place),
              "строка " + row_text(row.row) + " продолжает строку " + row_text(before) +
                  (number.empty() ? std::string() : " (мероприятие № " + number.front().text + ")") +
                  " и присоединена к ней",
              "если это отдельное мероприятие, дайте ему номер");
}

void RowTaker::add_part(const PlanRow& row) {
  PlanBuilder::Measure& last = *builder_.last();
  for (const Column column : kAll) {
    const PlanRow::Field& field = row.of(column);
    if (!field.own) continue;
    last.cells[static_cast<std::size_t>(column)].push_back({field.text, cells_.at(field.at)});
  }
  last.row = row.row;
}

}  // namespace svod::plan
