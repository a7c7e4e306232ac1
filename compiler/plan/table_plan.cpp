#include "plan/table_plan.h"

#include <algorithm>
#include <deque>

#include "base/text.h"
#include "plan/codes.h"
#include "plan/table_rows.h"
#include "plan/term_lines.h"
#include "tables/header.h"

namespace svod::plan {
namespace {

using definitions::Clause;
using definitions::PlanColumn;
using definitions::PlanSection;
using definitions::Written;

constexpr std::size_t kListed = 12;

/// A table of measures with what stands around it.
struct FoundTable {
  std::size_t sheet = 0;                ///< in `SheetOfPlan`s
  tables::Head head;
  std::vector<AroundLine> above;
  std::vector<PlanRow> rows;            ///< of it and of its parts under repeated heads
  std::vector<AroundLine> below;
  bool column_numbers = false;
};

struct SheetOfPlan {
  SheetOfPlan(const workbook::Workbook& book, const workbook::Sheet& sheet, Diagnostics& found)
      : grid(sheet), cells(book, grid, found) {}
  tables::Grid grid;
  TableCells cells;
};

std::vector<AroundLine> lines_of(const std::vector<PlanRow>& rows, std::size_t from) {
  std::vector<AroundLine> lines;
  for (std::size_t i = from; i < rows.size(); ++i)
    lines.insert(lines.end(), rows[i].lines.begin(), rows[i].lines.end());
  return lines;
}

std::string rows_text(const std::vector<AroundLine>& lines) {
  std::vector<std::uint32_t> rows;
  for (const AroundLine& line : lines) {
    if (line.at.cells && (rows.empty() || rows.back() != line.at.cells->first.row))
      rows.push_back(line.at.cells->first.row);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::string text;
  for (std::size_t i = 0, listed = 0; i < rows.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    if (++listed > kListed) return text + " и далее";
    text += (text.empty() ? "" : ", ") + std::to_string(rows[i] + 1);
    if (last > i) text += "–" + std::to_string(rows[last] + 1);
    i = last;
  }
  return text;
}

Written joined_title(const std::vector<Written>& lines, std::size_t from, std::size_t to) {
  Written title;
  for (std::size_t i = from; i < to && i < lines.size(); ++i) {
    if (title.empty()) title.at = lines[i].at;
    title.text += (title.text.empty() ? "" : " ") + squeeze(lines[i].text);
  }
  return title;
}

void append(std::vector<Clause>& to, std::vector<Clause> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool is_plan_head(const tables::Head& head) {
  if (!head.missing.empty()) return false;
  for (const Column column : {Column::term, Column::start, Column::responsible, Column::result, Column::report}) {
    if (head.columns.contains(std::string(column_name(column)))) return true;
  }
  return false;
}

class TablePlanReader {
 public:
  TablePlanReader(const workbook::Workbook& book, const definitions::Plan& declared, Outcome<TablePlan>& result)
      : book_(book), declared_(declared), plan_(result.product), found_(result.diagnostics) {}

  void read() {
    for (const workbook::Sheet& sheet : book_.sheets) find_tables(sheet);
    plan_.found = !tables_.empty();
    if (tables_.empty()) return;
    read_columns();
    for (std::size_t i = 0; i < tables_.size(); ++i) take(i);
    if (builder_.empty()) {
      const FoundTable& first = tables_.front();
      found_.warning(codes::empty_table, sheets_[first.sheet].cells.at(first.head.range),
                     "под заголовками таблицы нет ни одного мероприятия", "впишите мероприятия или уберите книгу");
    }
    plan_.sections = builder_.finish(found_);
  }

 private:
  void find_tables(const workbook::Sheet& sheet) {
    SheetOfPlan& of = sheets_.emplace_back(book_, sheet, found_);
    const tables::Sought sought = columns_sought(of.grid, declared_);
    const tables::HeadReader heads(of.grid, book_.file, sought);
    std::uint32_t free_row = 0;
    bool any = false;
    for (const auto& [seed, hits] : heads.seeds()) {
      if (hits < 2 || seed < free_row) continue;
      std::optional<tables::Head> head = heads.best(seed, free_row, false);
      if (!head || !is_plan_head(*head)) head = heads.best(seed, free_row, true);
      if (!head || !is_plan_head(*head)) continue;
      if (sheet.hidden) {
        found_.warning(codes::hidden_sheet, of.cells.at(head->range),
                       "лист «" + sheet.name + "» скрыт, его мероприятия не читаются", "покажите лист или удалите его");
        return;
      }
      if (any) close(of, head->range.first.row - 1);
      std::uint32_t first = head->range.last.row + 1;
      const bool numbers = heads.is_number_row(first);
      if (numbers) ++first;
      const bool repeated = any && head->columns == tables_.back().head.columns && tables_.back().below.empty();
      if (!repeated) {
        FoundTable table;
        table.sheet = sheets_.size() - 1;
        if (any) {
          table.above = std::exchange(tables_.back().below, {});
        } else if (head->range.first.row > 0) {
          table.above = lines_of_rows(of.cells, 0, head->range.first.row - 1);
        }
        table.head = std::move(*head);
        table.column_numbers = numbers;
        tables_.push_back(std::move(table));
      }
      any = true;
      begins_ = first;
      free_row = first;
    }
    if (any) {
      close(of, ~std::uint32_t{0});
    } else {
      sheets_.pop_back();
    }
  }

  /// The rows of the last table's part end before this row.
  void close(SheetOfPlan& of, std::uint32_t last) {
    FoundTable& table = tables_.back();
    std::vector<PlanRow> rows = rows_of_plan(of.cells, table.head.columns, begins_, last);
    std::size_t end = end_of_table(rows);
    // Above a repeated head rows of sections stand without a gap; lines that a gap parts are a heading.
    if (last != ~std::uint32_t{0} && end < rows.size() && !rows[end].gap &&
        std::none_of(rows.begin() + static_cast<std::ptrdiff_t>(end), rows.end(), [](const PlanRow& row) {
          return row.gap || row.own != 1 || !role_of_line(row.lines.front().text).empty();
        })) {
      end = rows.size();
    }
    table.below = lines_of(rows, end);
    rows.resize(end);
    std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
  }

  void read_columns() {
    const FoundTable& first = tables_.front();
    const tables::Grid& grid = sheets_[first.sheet].grid;
    plan_.column_numbers = first.column_numbers;
    std::vector<std::pair<std::uint32_t, PlanColumn>> columns;
    for (std::size_t c = 0; c < kColumns; ++c) {
      const auto at = first.head.columns.find(std::string(column_name(static_cast<Column>(c))));
      if (at == first.head.columns.end() || static_cast<Column>(c) == Column::status) continue;
      PlanColumn column;
      column.field = static_cast<definitions::PlanField>(c);
      std::vector<std::string> levels;
      for (std::uint32_t row = first.head.range.first.row; row <= first.head.range.last.row; ++row) {
        const workbook::Cell* cell = grid.shown({row, at->second});
        if (cell == nullptr) continue;
        std::string text = tables::header_text(tables::shown_text(*cell));
        column.at = sheets_[first.sheet].cells.at(cell->at);
        if (!text.empty() && (levels.empty() || levels.back() != text)) levels.push_back(std::move(text));
      }
      column.title = join(levels, ": ");
      // A row without them is no measure of anybody at any time.
      column.required = column.field == definitions::PlanField::text || column.field == definitions::PlanField::term ||
                        column.field == definitions::PlanField::responsible;
      columns.emplace_back(at->second, std::move(column));
    }
    std::sort(columns.begin(), columns.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [at, column] : columns) plan_.columns.push_back(std::move(column));
  }

  void check_columns(FoundTable& table) {
    SheetOfPlan& of = sheets_[table.sheet];
    for (const PlanColumn& column : declared_.columns) {
      if (!column.required || table.head.columns.contains(std::string(column_name(static_cast<Column>(column.field)))))
        continue;
      found_.error(codes::missing_column, of.cells.at(table.head.range), "в таблице нет столбца «" + column.title + "»",
                   "добавьте столбец или уберите required у него в описании плана")
          .related.push_back({column.at, "столбец объявлен здесь"});
    }
    std::string unread;
    for (std::size_t i = 0; i < table.head.unread.size() && i < kListed; ++i) {
      const workbook::Cell* cell = of.grid.at(table.head.unread[i]);
      if (cell == nullptr || tables::is_blank(cell)) continue;
      std::string text = tables::header_text(tables::shown_text(*cell));
      unread += (unread.empty() ? "«" : ", «") + (text.size() > 200 ? std::string("…") : text) + "»";
    }
    if (!unread.empty()) {
      found_.note(codes::unread_columns, of.cells.at(table.head.range), "столбцы не читаются: " + unread,
                  "переименуйте столбец, если он нужен в плане");
    }
    found_.append(std::move(table.head.diagnostics));
    std::vector<AroundLine> hidden;
    for (const PlanRow& row : table.rows) {
      if (row.hidden) hidden.insert(hidden.end(), row.lines.begin(), row.lines.begin() + 1);
    }
    if (!hidden.empty()) {
      found_.warning(codes::hidden_rows, hidden.front().at, "прочитаны скрытые строки: " + rows_text(hidden),
                     "покажите их и удалите те, что не нужны");
    }
  }

  void take(std::size_t index) {
    FoundTable& table = tables_[index];
    SheetOfPlan& of = sheets_[table.sheet];
    std::vector<AroundLine> unread;
    Around above = read_above(table.above);
    unread = std::move(above.unread);
    const bool several = tables_.size() > 1;
    const std::size_t lines = above.title.size();
    // Of several tables each is a section; the first heading says what the plan is and then what the section is.
    std::size_t own = 0;
    if (index == 0) {
      own = several && above.title_groups.size() > 1 ? above.title_groups.back() : lines;
      plan_.title = joined_title(above.title, 0, own);
    }
    if (several) {
      PlanSection section;
      section.title = joined_title(above.title, own, lines);
      if (section.title.empty() && index > 0 && of.grid.sheet().name.find("Лист") != 0 &&
          of.grid.sheet().name.find("Sheet") != 0) {
        section.title = {of.grid.sheet().name, of.cells.at(table.head.range)};
      }
      section.at = section.title.empty() ? of.cells.at(table.head.range) : section.title.at;
      section.curator = above.curator;
      section.before = std::move(above.blocks);
      builder_.close_sections();
      std::optional<RowNumber> number;
      if (const auto line = numbered_line(section.title.text)) {
        number = line->number;
        section.number = {line->number.text, section.title.at};
        section.title.text = line->text;
      }
      const bool plain = section.title.empty() && section.before.empty() && section.curator.empty();
      if (!plain) builder_.section(std::move(section), number, true);
    } else {
      if (!above.curator.empty()) {
        Clause curator;
        curator.title = {"Куратор", above.curator.at};
        curator.text = {above.curator};
        curator.at = above.curator.at;
        plan_.before.push_back(std::move(curator));
      }
      append(plan_.before, std::move(above.blocks));
    }
    check_columns(table);
    RowTaker taker(of.cells, year_context(declared_), builder_, found_);
    taker.take(table.rows, of.cells.at(table.head.range), unread);
    Around below = read_below(table.below);
    append(plan_.after, std::move(below.blocks));
    unread.insert(unread.end(), below.unread.begin(), below.unread.end());
    if (unread.empty()) return;
    found_.note(codes::unread_rows, unread.front().at, "строки не читаются: " + rows_text(unread),
                "если строка нужна в плане, поместите её в таблицу");
  }

  const workbook::Workbook& book_;
  const definitions::Plan& declared_;
  TablePlan& plan_;
  Diagnostics& found_;
  std::deque<SheetOfPlan> sheets_;   ///< cells point into their grid
  std::vector<FoundTable> tables_;
  std::uint32_t begins_ = 0;         ///< first row of the part that is open
  PlanBuilder builder_;
};

}  // namespace

Outcome<TablePlan> read_table_plan(const workbook::Workbook& book, const definitions::Plan& declared) {
  Outcome<TablePlan> result;
  TablePlanReader(book, declared, result).read();
  return result;
}

}  // namespace svod::plan
