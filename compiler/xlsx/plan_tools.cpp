#include "xlsx/plan_tools.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "base/text.h"
#include "source/location.h"
#include "xlsx/count_formula.h"

namespace svod::xlsx {
namespace {

// Of the choices that the column of statuses offers.
constexpr std::size_t kDone = 2, kCancelled = 3;

}  // namespace

/// The last day that a column of a plan by months stands for: the eve of the next one’s first.
Date PlanTools::last_day(std::size_t column) const {
  const Date own = *table_.columns[column].month;
  const auto month_of = [&](std::size_t c) {
    const Date day = *table_.columns[c].month;
    return std::chrono::year_month(day.year(), day.month());
  };
  const auto is_month = [&](std::size_t c) {
    return c < table_.columns.size() && table_.columns[c].month.has_value();
  };
  auto next = std::chrono::year_month(own.year(), own.month()) + std::chrono::months(1);
  if (is_month(column + 1)) {
    next = month_of(column + 1);
  } else if (column > 1 && is_month(column - 1) && is_month(column - 2)) {
    next = month_of(column) + (month_of(column - 1) - month_of(column - 2));
  }
  return Date(std::chrono::sys_days(next / std::chrono::day(1)) - std::chrono::days(1));
}

bool PlanTools::moves(const GridRow& row) const {
  if (table_.bar_from.empty() || table_.bar_to.empty()) return false;
  std::optional<Date> from, to;
  for (const Placed& placed : row.cells) {
    if (placed.column >= table_.columns.size()) continue;
    const std::string& id = table_.columns[placed.column].id;
    if (id == table_.bar_from) from = placed.cell->date;
    if (id == table_.bar_to) to = placed.cell->date;
  }
  if (!to) return false;
  return std::all_of(row.cells.begin(), row.cells.end(), [&](const Placed& placed) {
    if (placed.column >= table_.columns.size() || !table_.columns[placed.column].month) return true;
    const bool inside = from.value_or(*to) <= last_day(placed.column) && *to >= *table_.columns[placed.column].month;
    return placed.cell->shaded == inside;
  });
}

/// What is done turns grey, the term and the status of what should be done by now red and bold: it follows the dates,
/// the status and the day on which the book is read.
void PlanTools::mark_progress(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last) const {
  if (!marked()) return;
  const auto to = column_of(table_, table_.bar_to), status = column_of(table_, "status");
  const auto at = [&](std::size_t column) {
    return "$" + a1(CellRef{first, static_cast<std::uint32_t>(column)});
  };
  const auto is = [&](std::size_t word) {
    return at(*status) + "=\"" + replace_all(table_.columns[*status].choices[word], "\"", "\"\"") + "\"";
  };
  const std::string over = "OR(" + is(kDone) + "," + is(kCancelled) + ")";
  std::size_t before = 0;   // of the months, whose bars stay
  while (before + 1 < table_.columns.size() && !table_.columns[before + 1].month) ++before;
  book_.mark_while(sheet, first, last, 0, before, "=" + over, Book::Mark::done);
  const std::string passed = "N(" + at(*to) + ")>0," + at(*to) + "<TODAY()";
  // The sign of a measure in parts is no status.
  const std::string late = "=AND(" + passed + ",LEN(" + at(*status) + ")>1,NOT(" + over + "))";
  for (const std::size_t column : {*to, *status}) {
    book_.mark_while(sheet, first, last, column, column, late, Book::Mark::overdue);
  }
}

/// The same of a list of what falls due: its day `due` is over, and its `status` waits for something to be done.
void PlanTools::mark_due(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last) const {
  if (!dues()) return;
  const std::size_t due = *column_of(table_, "due"), status = *column_of(table_, "status");
  const std::string day = "$" + a1(CellRef{first, static_cast<std::uint32_t>(due)});
  const std::string state = "$" + a1(CellRef{first, static_cast<std::uint32_t>(status)});
  std::string waits;
  for (const char* word : {"запланировано", "начато", "на контроле", "просрочено"}) {
    waits += (waits.empty() ? "" : ",") + state + "=\"" + word + "\"";
  }
  for (const std::size_t column : {due, status}) {
    book_.mark_while(sheet, first, last, column, column,
                     "=AND(N(" + day + ")>0," + day + "<TODAY(),OR(" + waits + "))", Book::Mark::overdue);
  }
}

/// The month's cells of the rows whose bar follows its dates, run by run.
void PlanTools::add_bar(lxw_worksheet* sheet, std::size_t column, Date month, lxw_row_t first) const {
  const auto from = column_of(table_, table_.bar_from), to = column_of(table_, table_.bar_to);
  if (!from || !to) return;
  const Date last = last_day(column);
  const auto day = [](Date date) {
    return "DATE(" + std::to_string(static_cast<int>(date.year())) + "," +
           std::to_string(static_cast<unsigned>(date.month())) + "," +
           std::to_string(static_cast<unsigned>(date.day())) + ")";
  };
  for (std::size_t r = 0; r < body_.size();) {
    if (!moves(body_[r])) {
      ++r;
      continue;
    }
    std::size_t end = r;
    while (end < body_.size() && moves(body_[end])) ++end;
    const auto row = first + static_cast<lxw_row_t>(r);
    const std::string begins = "$" + a1(CellRef{row, static_cast<std::uint32_t>(*from)});
    const std::string ends = "$" + a1(CellRef{row, static_cast<std::uint32_t>(*to)});
    book_.fill_while(sheet, row, first + static_cast<lxw_row_t>(end) - 1, column,
                     "=AND(N(" + ends + ")>0,IF(N(" + begins + ")>0," + begins + "," + ends + ")<=" + day(last) +
                         "," + ends + ">=" + day(month) + ")");
    r = end;
  }
}

void PlanTools::add(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last) const {
  std::size_t filtered = 0;
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const document::Column& column = table_.columns[c];
    if (!column.month) filtered = c;
    if (!column.choices.empty()) book_.choices(sheet, first, last, c, column.choices);
    if (column.month) add_bar(sheet, c, *column.month, first);
  }
  mark_progress(sheet, first, last);
  mark_due(sheet, first, last);
  if (table_.filter && !table_.head.empty()) book_.filter(sheet, first - 1, last, filtered);
}

bool PlanTools::marked() const {
  const auto status = column_of(table_, "status");
  return !table_.bar_to.empty() && column_of(table_, table_.bar_to) && status &&
         table_.columns[*status].choices.size() > kCancelled;
}

bool PlanTools::dues() const {
  const auto status = column_of(table_, "status");
  return column_of(table_, "due") && status && !table_.columns[*status].choices.empty();
}

std::string PlanTools::marks_in_words() const {
  if (dues()) return "Красным и жирным стоят день и состояние того, что не исполнено вовремя.";
  if (!marked()) return {};
  return "Серым – исполнено или отменено; красным и жирным стоят срок и состояние мероприятия, которое не исполнено "
         "вовремя.";
}

}  // namespace svod::xlsx
