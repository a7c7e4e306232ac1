#include <algorithm>
#include <array>

#include "plan/term_assembly.h"

namespace svod::plan {
namespace {

int month_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }
int day_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.day())); }

int rank(std::string_view unit) {
  constexpr std::array<std::string_view, 8> units{
      "day", "week", "month", "quarter", "school-quarter", "half-year", "school-half-year", "year"};
  const auto found = std::find(units.begin(), units.end(), unit);
  return static_cast<int>(found - units.begin());
}

}  // namespace

void TermAssembly::yearly() {
  term_.kind = Term::Kind::recurring;
  term_.every = "year";
  for (const Entry& entry : entries_) recur(entry);
}

void TermAssembly::recurring() {
  term_.kind = Term::Kind::recurring;
  term_.every = every_->every;
  term_.weekdays = every_->weekdays;
  for (std::size_t at = 0; at < entries_.size(); ++at) at < first_ ? begin(entries_[at]) : recur(entries_[at]);
  // «январь 2022 г., далее – ежемесячно»: the first time is like any other.
  if (term_.parts.size() == 1 && !term_.parts_due && is_block(term_.parts[0])) term_.parts.clear();
  const std::string all = notes_ + plan_ + event_;
  term_.next_month = all.find("следующ") != std::string::npos && !term_.days.empty();
}

/// What stands before «далее»: the first time, after which the recurrence goes on.
void TermAssembly::begin(const Entry& entry) {
  if (entry.without_month() || entry.since || entry.range.from.last_year != 0) return recur(entry);
  Span span = placed(entry.range);
  if (entry.deadline) span.from = span.to = due(entry);
  if (term_.every == "year" && !entry.of_years()) {
    // «до 1 октября 2022 г., далее – ежегодно»: on the same days, where no others are said.
    if (first_ == entries_.size()) within(entry);
    if (!entry.has_year()) return;
  } else {
    if (!entry.has_year()) add_problem(false, "no-year", "в сроке нет года");
    term_.parts.push_back(span);
    term_.parts_due = entry.deadline;
  }
  term_.from = term_.from ? std::min(*term_.from, span.from) : span.from;
  if (term_.unit.empty())
    term_.unit = unit_name(entry.range.from.unit == Unit::none ? Unit::day : entry.range.from.unit);
}

/// A whole month, quarter, half-year or year of the calendar, as the recurrence counts them.
bool TermAssembly::is_block(const Span& span) const {
  const int size = term_.every == "month"       ? 1
                   : term_.every == "quarter"   ? 3
                   : term_.every == "half-year" ? 6
                   : term_.every == "year"      ? 12
                                                : 0;
  const int first = month_number(span.from), year = static_cast<int>(span.from.year());
  return size != 0 && (first - 1) % size == 0 && span == Span{first_day(year, first), last_day(year, first + size - 1)};
}

void TermAssembly::recur(const Entry& entry) {
  const Moment& from = entry.range.from;
  if (from.finer_than_year() && from.last_year != 0) {   // «март 2022–2024 гг.»
    bound(first_day(from.year, 1), last_day(from.last_year, 12));
    within(entry);
  } else if (entry.since) {
    term_.from = placed(entry.range).from;
  } else if (entry.of_years()) {
    years(entry);
  } else if (!entry.has_year()) {
    within(entry);
  } else if (entry.deadline) {
    term_.to = due(entry);
  } else {
    const Span span = placed(entry.range);
    term_.from = span.from;
    const bool then = entry.then || (every_ != nullptr && every_->then);
    const bool inside = rank(term_.every) < rank(unit_name(from.unit)) || entry.range.stretch;
    if (inside && !then && term_.every != "year") term_.to = span.to;
    if (term_.every == "year") within(entry);
  }
  if (term_.unit.empty() && entry.has_year()) term_.unit = unit_name(from.unit);
}

void TermAssembly::years(const Entry& entry) {
  const Moment& moment = entry.range.from;
  if (term_.every == "year" && moment.unit == Unit::school_year) term_.every = "school-year";
  // «в течение года ежегодно» says the same twice.
  if (moment.context_year && moment.year == 0 && moment.shift == 0 &&
      (term_.every == "year" || term_.every == "school-year"))
    return;
  const Span span = placed(entry.range);
  if ((entry.then || (every_ != nullptr && every_->then)) && !entry.range.stretch) term_.from = span.from;
  else bound(span.from, span.to);
}

void TermAssembly::bound(Date from, Date to) {
  term_.from = term_.from && *term_.from < from ? *term_.from : from;
  term_.to = term_.to && *term_.to > to ? *term_.to : to;
}

void TermAssembly::within(const Entry& entry) {
  Range range = entry.range;
  range.from.last_year = range.to.last_year = 0;
  if (entry.without_month()) {
    const Moment& last = range.stretch ? range.to : range.from;
    term_.days.push_back({0, entry.deadline ? 0 : range.from.index, 0, last.index, entry.deadline});
    if ((last.index < 1 || last.index > 31) && reason_.empty())
      reason_ = "дня " + std::to_string(last.index) + " нет";
    return;
  }
  // 29 February recurs too: the year without it has the day before.
  Placed found = place(range, {2024, context_.school_year});
  if (!found.reason.empty() && reason_.empty()) reason_ = found.reason;
  const Span span = found.span;
  const bool days = range.from.unit == Unit::day || (range.stretch && range.to.unit == Unit::day) ||
                    range.from.edge != 0 || range.from.unit == Unit::decade || range.from.unit == Unit::week ||
                    range.from.unit == Unit::half_month;
  const int first = month_number(span.from), last = month_number(span.to);
  if (entry.deadline) {
    add_month(last);
    const Date day = days ? span.to : due(entry);
    term_.days.push_back({0, 0, month_number(day), days || range.from.edge == 1 ? day_number(day) : 0, true});
    return;
  }
  for (int month = first;; month = month % 12 + 1) {
    add_month(month);
    if (month == last) break;
  }
  if (days) term_.days.push_back({first, day_number(span.from), last, day_number(span.to), false});
}

void TermAssembly::add_month(int month) {
  if (std::find(term_.within.begin(), term_.within.end(), month) == term_.within.end()) term_.within.push_back(month);
}

}  // namespace svod::plan
