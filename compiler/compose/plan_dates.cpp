#include "compose/plan_dates.h"

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "language/dates.h"

namespace svod::compose {
namespace {

using plan::Span;
using plan::Term;

// A plan of so many months is a mistake in its period, which is told elsewhere.
constexpr std::size_t kMostMonths = 240;

/// «2022» of the column of years; nothing for other words.
std::optional<int> year_in(const std::string& text) {
  const std::string_view digits = std::string_view(trim(text)).substr(0, 4);
  if (digits.size() < 4 || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return {};
  return std::stoi(std::string(digits));
}

void add(const Term& term, const Span& period, std::vector<Span>& spans) {
  const auto put = [&](Span span) {
    span.from = std::max(span.from, period.from);
    span.to = std::min(span.to, period.to);
    if (span.from <= span.to) spans.push_back(span);
  };
  switch (term.kind) {
    case Term::Kind::period:
    case Term::Kind::ongoing: return put(period);
    case Term::Kind::as_needed:
    case Term::Kind::by_other_plan:
    case Term::Kind::invalid: return;
    default: break;
  }
  if (term.kind == Term::Kind::recurring) {
    const Span within{term.from.value_or(period.from), term.to.value_or(period.to)};
    if (term.within.empty()) return put(within);
    std::size_t count = 0;
    for (Date month = month_start(std::max(within.from, period.from)); month <= period.to && count < kMostMonths;
         month = months_later(month, 1), ++count) {
      const auto number = static_cast<int>(static_cast<unsigned>(month.month()));
      if (std::find(term.within.begin(), term.within.end(), number) == term.within.end()) continue;
      put({std::max(month, within.from), std::min(month_end(month), within.to)});
    }
    return;
  }
  for (const Span& part : term.parts) put(part);
  if (!term.parts.empty()) return;
  if (term.from && term.to) return put({*term.from, *term.to});
  if (term.to) return put({*term.to, *term.to});
  if (term.from) put({*term.from, period.to});
}

}  // namespace

Date month_start(Date day) { return Date(day.year(), day.month(), std::chrono::day(1)); }

Date months_later(Date day, int months) {
  const auto later = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(months);
  return Date(later.year(), later.month(), std::chrono::day(1));
}

std::string month_words(Date day) {
  return language::month_and_year(static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
}

Date month_end(Date month) {
  return Date(std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month())));
}

std::vector<Span> spans_of(const plan::Plan& plan, const plan::Measure& measure) {
  std::vector<Span> spans;
  const Span period{plan.written->from, plan.written->to};
  if (!period.from.ok() || !period.to.ok()) return spans;
  for (const Term& term : measure.terms) add(term, period, spans);
  if (measure.terms.empty()) {
    const auto first = year_in(measure.written.start.text), last = year_in(measure.written.end.text);
    if (first || last) {
      Term years;
      years.kind = Term::Kind::interval;
      years.from = Date(std::chrono::year(first ? *first : *last), std::chrono::January, std::chrono::day(1));
      years.to = Date(std::chrono::year(last ? *last : *first), std::chrono::December, std::chrono::day(31));
      add(years, period, spans);
    }
  }
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  return spans;
}

Days days_of(const plan::Plan& plan, const plan::Measure& measure) {
  Days days;
  bool only_deadlines = true;
  for (const Term& term : measure.terms) only_deadlines = only_deadlines && term.kind == Term::Kind::deadline;
  for (const Span& span : spans_of(plan, measure)) {
    if (!days.from || span.from < *days.from) days.from = span.from;
    if (!days.to || span.to > *days.to) days.to = span.to;
  }
  // «До 20 июня»: when it begins is not said.
  if (only_deadlines && !measure.terms.empty()) {
    const bool begun =
        std::any_of(measure.terms.begin(), measure.terms.end(), [](const Term& one) { return one.from.has_value(); });
    if (!begun) days.from.reset();
  }
  return days;
}

std::vector<Date> months_of(const plan::Plan& plan) {
  std::vector<Date> months;
  const Date from = plan.written->from, to = plan.written->to;
  if (!from.ok() || !to.ok()) return months;
  for (Date month = month_start(from); month <= to && months.size() < kMostMonths; month = months_later(month, 1)) {
    months.push_back(month);
  }
  return months;
}

}  // namespace svod::compose
