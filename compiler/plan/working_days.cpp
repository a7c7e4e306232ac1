#include "plan/working_days.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/text.h"

namespace svod::plan {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool weekend(Date day) { return std::chrono::weekday(sys_days(day)).iso_encoding() >= 6; }

/// Article 112 of the Labour Code.
bool holiday(Date day) {
  const unsigned month = static_cast<unsigned>(day.month()), number = static_cast<unsigned>(day.day());
  if (month == 1) return number <= 8;
  constexpr std::array<std::pair<unsigned, unsigned>, 6> all{{{2, 23}, {3, 8}, {5, 1}, {5, 9}, {6, 12}, {11, 4}}};
  return std::find(all.begin(), all.end(), std::pair{month, number}) != all.end();
}

bool off_by_law(Date day) {
  if (weekend(day) || holiday(day)) return true;
  // The first working day after a holiday on Saturday or Sunday.
  Date before = Date{sys_days(day) - days(1)};
  while (weekend(before)) {
    if (holiday(before) && static_cast<unsigned>(before.month()) != 1) return true;
    before = Date{sys_days(before) - days(1)};
  }
  return false;
}

}  // namespace

WorkingDays::WorkingDays(const definitions::Workspace& workspace) {
  const definitions::ReferenceTable* table = workspace.table("production_calendar");
  if (table == nullptr) return;
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(table->columns.begin(), table->columns.end(), name) -
                                    table->columns.begin());
  };
  const std::size_t date = column("date"), kind = column("kind");
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto& cells = table->rows[row];
    const auto day = date < cells.size() ? parse_iso_date(trim(cells[date])) : std::nullopt;
    const std::string word = kind < cells.size() ? folded(cells[kind]) : std::string();
    const bool works = word == "рабочий";
    if (!day || (!works && word != "выходной" && word != "праздник" && word != "перенос" && word != "нерабочий")) {
      unread_.push_back(row < table->places.size() ? table->places[row] : table->defined_at);
      continue;
    }
    days_[*day] = !works;
    years_.insert(static_cast<int>(day->year()));
  }
}

bool WorkingDays::off(Date day) const {
  const auto found = days_.find(day);
  if (found != days_.end()) return found->second;
  return knows(static_cast<int>(day.year())) ? weekend(day) : off_by_law(day);
}

Date WorkingDays::working_before(Date day) const {
  // The longest row of days off is that of the New Year; a table of nothing but days off ends it too.
  for (int tries = 0; tries < 60 && off(day); ++tries) day = Date{sys_days(day) - days(1)};
  return day;
}

}  // namespace svod::plan
