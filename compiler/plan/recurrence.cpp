#include "plan/recurrence.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "plan/term_moments.h"

namespace svod::plan {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

int year_number(Date date) { return static_cast<int>(date.year()); }
int month_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }

/// Months counted through the years.
int month_index(Date date) { return year_number(date) * 12 + month_number(date) - 1; }
Date first_of(int index) { return first_day(index / 12, index % 12 + 1); }
Date last_of(int index) { return last_day(index / 12, index % 12 + 1); }

/// The day of a month, or its last one where the month is shorter.
Date day_in(int index, int day) {
  const Date last = last_of(index);
  return std::min(last,
                  Date{last.year(), last.month(), std::chrono::day{static_cast<unsigned>(std::clamp(day, 1, 31))}});
}

class Falls {
 public:
  Falls(const Term& term, const Span& period) : term_(term), period_(period) {}

  std::vector<Fall> run() {
    if (!period_.from.ok() || !period_.to.ok() || period_.from > period_.to) return {};
    switch (term_.kind) {
      case Term::Kind::invalid: break;
      case Term::Kind::recurring: recurring(); break;
      case Term::Kind::date:
      case Term::Kind::interval:
      case Term::Kind::dates:
      case Term::Kind::deadline: dated(); break;
      default: put({term_.from.value_or(period_.from), period_.to}, false, false); break;
    }
    std::stable_sort(falls_.begin(), falls_.end(), [](const Fall& a, const Fall& b) {
      return a.span.from != b.span.from ? a.span.from < b.span.from : a.span.to < b.span.to;
    });
    return std::move(falls_);
  }

 private:
  /// Cut to the period; what lies outside it is the plan's fault, told elsewhere.
  void put(Span span, bool dated, bool to_the_day, bool by = false) {
    if (falls_.size() >= kMostFalls || (before_ && span.from <= *before_)) return;
    const bool cut = span.to > period_.to;
    span.from = std::max(span.from, period_.from);
    span.to = std::min(span.to, period_.to);
    if (span.from <= span.to) falls_.push_back({span, dated, to_the_day && !cut, by});
  }

  void put_dates(const Term& term) {
    const bool deadline = term.kind == Term::Kind::deadline, day = term.unit == "day" || deadline;
    // «2022–2024», «в течение учебного года»: nobody says when.
    const bool dated = deadline || (term.unit != "year" && term.unit != "school-year");
    for (const Span& part : term.parts) put(part, dated, day || part.from == part.to, deadline);
    if (!term.parts.empty()) return;
    if (term.to) put({deadline ? *term.to : *term.from, *term.to}, dated, day, deadline);
  }

  void dated() {
    const int first = year_number(period_.from), last = year_number(period_.to);
    const bool school_year = last == first + 1 && month_number(period_.from) >= 8 && month_number(period_.to) <= 8;
    if (term_.year_given || first == last || school_year) return put_dates(term_);
    for (int year = first; year <= last; ++year) put_dates(read_term(term_.text, {year, false}));
  }

  // Recurring terms.

  void recurring() {
    for (const Span& part : term_.parts) put(part, true, term_.parts_due || part.from == part.to, term_.parts_due);
    for (const Span& part : term_.parts) before_ = before_ ? std::max(*before_, part.to) : part.to;
    bounds_ = {term_.from ? std::max(*term_.from, period_.from) : period_.from,
               term_.to ? std::min(*term_.to, period_.to) : period_.to};
    if (bounds_.from > bounds_.to) return;
    period_ = bounds_;
    const std::string& every = term_.every;
    if (every == "day") {
      if (before_) bounds_.from = std::max(bounds_.from, Date{sys_days{*before_} + days(1)});
      return put(bounds_, false, false);
    }
    if (every == "week") return weekly();
    if (every == "month") return by_months(1, 0);
    if (every == "quarter") return by_months(3, 0);
    if (every == "half-year") return by_months(6, 0);
    if (every == "year") return yearly();
    if (every == "school-year") return by_school_years({{8, 16}});
    if (every == "school-half-year") return by_school_years({{8, 11}, {12, 16}});
    if (every == "school-quarter") return by_school_years({{8, 9}, {10, 11}, {12, 14}, {15, 16}});
    other();
  }

  /// «2-months», «3-years», «10-days»: the years by blocks without a date, the months from January, the rest undated.
  void other() {
    int count = 0;
    std::size_t at = 0;
    for (; at < term_.every.size() && term_.every[at] >= '0' && term_.every[at] <= '9'; ++at)
      count = count * 10 + (term_.every[at] - '0');
    const std::string unit = term_.every.substr(std::min(term_.every.size(), at + 1));
    if (count > 0 && unit == "months") return by_months(count, 0);
    if (count > 0 && (unit == "years" || unit == "school-years")) {
      for (int year = year_number(bounds_.from); year <= year_number(bounds_.to); year += count) {
        put({first_day(year, 1), last_day(year + count - 1, 12)}, false, false);
      }
      return;
    }
    put(bounds_, false, false);
  }

  void weekly() {
    if (term_.weekdays.empty()) {
      // Weeks from Monday to Sunday.
      sys_days day{bounds_.from};
      day -= days(std::chrono::weekday(day).iso_encoding() - 1);
      for (; Date{day} <= bounds_.to && falls_.size() < kMostFalls; day += days(7)) {
        if (in_months(month_index(std::max(Date{day}, bounds_.from))))
          put({Date{day}, Date{day + days(6)}}, true, false);
      }
      return;
    }
    for (sys_days day{bounds_.from}; Date{day} <= bounds_.to && falls_.size() < kMostFalls; day += days(1)) {
      const int weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding());
      if (std::find(term_.weekdays.begin(), term_.weekdays.end(), weekday) == term_.weekdays.end()) continue;
      if (in_months(month_index(Date{day}))) put({Date{day}, Date{day}}, true, true);
    }
  }

  bool in_months(int index) const {
    return term_.within.empty() ||
           std::find(term_.within.begin(), term_.within.end(), index % 12 + 1) != term_.within.end();
  }

  /// Blocks of months; those that `within` names, where it does.
  void by_months(int size, int offset) {
    if (size > 1 && !term_.within.empty()) return named_months();
    int index = month_index(bounds_.from);
    index -= (index - offset) % size;
    for (; first_of(index) <= bounds_.to && falls_.size() < kMostFalls; index += size) {
      if (in_months(index)) block(index, index + size - 1);
    }
  }

  void by_school_years(const std::vector<std::pair<int, int>>& parts) {
    if (!term_.within.empty()) return named_months();
    for (int year = year_number(bounds_.from) - 1; year <= year_number(bounds_.to); ++year) {
      for (const auto& [first, last] : parts) block(year * 12 + first, year * 12 + last, parts.size() > 1);
    }
  }

  /// A period of the recurrence: its days where they are named, else the whole of it.
  void block(int first, int last, bool dated = true) {
    if (term_.days.empty()) return put({first_of(first), last_of(last)}, dated, false);
    for (const RecurringDays& one : term_.days) {
      const int month = last + (term_.next_month ? 1 : 0);
      const Date to = day_in(month, one.to_day);
      put({one.by ? to : day_in(month, one.from_day), to}, true, true, one.by);
    }
  }

  void yearly() {
    if (!term_.days.empty()) {
      for (int year = year_number(bounds_.from) - 1; year <= year_number(bounds_.to); ++year) {
        for (const RecurringDays& one : term_.days) put_days(one, year);
      }
    } else if (!term_.within.empty()) {
      named_months();
    } else {
      for (int year = year_number(bounds_.from); year <= year_number(bounds_.to); ++year)
        put({first_day(year, 1), last_day(year, 12)}, false, false);
    }
  }

  void put_days(const RecurringDays& one, int year) {
    if (one.to_month == 0) return;
    const int to_index = year * 12 + one.to_month - 1;
    const Date to = one.to_day == 0 ? last_of(to_index) : day_in(to_index, one.to_day);
    if (one.by || one.from_month == 0) return put({to, to}, true, one.to_day != 0, one.by);
    const int from_index = (one.from_month > one.to_month ? year - 1 : year) * 12 + one.from_month - 1;
    put({day_in(from_index, one.from_day), to}, true, true);
  }

  /// Months that stand in a row are one stretch: «сентябрь – май» goes over the end of the year.
  void named_months() {
    for (std::size_t at = 0; at < term_.within.size();) {
      std::size_t last = at;
      while (last + 1 < term_.within.size() && term_.within[last + 1] == term_.within[last] % 12 + 1) ++last;
      const int length = static_cast<int>(last - at);
      for (int year = year_number(bounds_.from) - 1; year <= year_number(bounds_.to); ++year) {
        const int index = year * 12 + term_.within[at] - 1;
        put({first_of(index), last_of(index + length)}, true, false);
      }
      at = last + 1;
    }
  }

  const Term& term_;
  Span period_, bounds_;
  std::optional<Date> before_;   ///< the recurrence goes on after this day
  std::vector<Fall> falls_;
};

}  // namespace

std::vector<Fall> falls_of(const Term& term, const Span& period) { return Falls(term, period).run(); }

}  // namespace svod::plan
