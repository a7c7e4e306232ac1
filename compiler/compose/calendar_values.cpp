#include "compose/calendar_values.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "compose/party_members.h"
#include "compose/plan_dates.h"
#include "compose/plan_records.h"
#include "indicators/records.h"
#include "language/collation.h"
#include "language/dates.h"

namespace svod::compose {
namespace {

using expression::List;
using expression::Record;
using expression::Value;

// A calendar of so many months is a mistake in a period, which is told elsewhere.
constexpr int kMostMonths = 600;

std::optional<int> whole(const Value& value) {
  const Number* number = value.number();
  if (number == nullptr || !number->is_whole() || *number < Number(-100000) || *number > Number(100000))
    return std::nullopt;
  return static_cast<int>(number->numerator());
}

bool holds(const Value& value) { return value.truth() != nullptr && *value.truth(); }

bool in_year(const plan::Occurrence& one, int year) {
  const std::chrono::year asked{year};
  return one.span.from.year() <= asked && asked <= one.span.to.year();
}

/// For a month without an end: whatever of it the span touches.
bool in_month(const plan::Occurrence& one, Date month) {
  return one.dated && one.span.from <= month_end(month) && month_start(month) <= one.span.to;
}

Value occurrences(const Input& input, const std::vector<Value>& arguments) {
  const Record* plan = arguments.at(0).record();
  const Record* party = arguments.at(1).record();
  const Date* month = arguments.at(2).date();
  const auto year = whole(arguments.at(3));
  const bool exact = holds(arguments.at(4)), drafts = holds(arguments.at(5));
  std::set<std::string> meant;
  if (party != nullptr) {
    meant = exact ? std::set<std::string>{party->key()} : PartyMembers(input.workspace).names_of(party->key());
  }
  List list;
  const auto add = [&](const plan::Occurrence& one) {
    if (one.duty != nullptr && one.duty->draft && !drafts) return;
    if (plan != nullptr && (one.plan == nullptr || one.plan->written->id != plan->key())) return;
    if (month != nullptr && !in_month(one, *month)) return;
    if (year && !in_year(one, *year)) return;
    if (input.told != nullptr) input.told->insert(one.duty != nullptr ? one.duty->paper->id : one.plan->written->id);
    std::optional<Date> seen_from;
    if (month != nullptr) seen_from = month_start(*month);
    list.push_back(
        Value::of(std::shared_ptr<const Record>(std::make_shared<OccurrenceRecord>(input, one, seen_from))));
  };
  const std::vector<plan::Occurrence>& all = input.calendar->occurrences;
  if (party == nullptr) {
    for (const plan::Occurrence& one : all) add(one);
  }
  std::set<std::uint32_t> places;
  for (const std::string& id : meant) {
    const auto own = input.calendar->by_party.find(id);
    if (own != input.calendar->by_party.end()) places.insert(own->second.begin(), own->second.end());
  }
  for (const std::uint32_t place : places) add(all[place]);
  return Value::of(std::move(list));
}

Value overloads(const Input& input, const std::vector<Value>& arguments) {
  const std::size_t limit = static_cast<std::size_t>(
      std::max(0, whole(arguments.at(0)).value_or(static_cast<int>(input.calendar->limit))));
  const auto year = whole(arguments.at(1));
  List list;
  for (const plan::Load& one : input.calendar->loads) {
    if (one.due <= limit || (year && static_cast<int>(one.month.year()) != *year)) continue;
    list.push_back(indicators::plain_record(one.party.id + "/" + iso(one.month),
                                            {{"party", party_value(one.party)},
                                             {"month", Value::of(month_words(one.month))},
                                             {"month_start", Value::of(one.month)},
                                             {"due", Value::of(Number(static_cast<std::int64_t>(one.due)))}}));
  }
  return Value::of(std::move(list));
}

/// Absent where there is nothing: a table of months shows what there is.
Value load(const Input& input, const std::vector<Value>& arguments) {
  const Record* party = arguments.at(0).record();
  const Date* month = arguments.at(1).date();
  if (party == nullptr || month == nullptr) return Value::absent();
  const std::pair wanted{month_start(*month), party->key()};
  const std::vector<plan::Load>& loads = input.calendar->loads;
  const auto found = std::lower_bound(loads.begin(), loads.end(), wanted, [](const plan::Load& one, const auto& key) {
    return std::pair(one.month, one.party.id) < key;
  });
  const bool any = found != loads.end() && found->month == wanted.first && found->party.id == wanted.second;
  return any ? Value::of(Number(static_cast<std::int64_t>(found->due))) : Value::absent(State::not_applicable);
}

/// The twelve months of the year, or all from the first dated term to the last.
Value calendar_months(const Input& input, const Value& asked) {
  std::optional<Date> first, last;
  if (const auto year = whole(asked)) {
    first = Date{std::chrono::year(*year), std::chrono::January, std::chrono::day(1)};
    last = Date{std::chrono::year(*year), std::chrono::December, std::chrono::day(1)};
    if (!first->ok()) return Value::absent();
  } else {
    for (const plan::Occurrence& one : input.calendar->occurrences) {
      if (!one.dated) continue;
      if (!first || one.span.from < *first) first = one.span.from;
      if (!last || *last < one.span.to) last = one.span.to;
    }
  }
  List list;
  if (!first) return Value::of(std::move(list));
  Date month = month_start(*first);
  for (int count = 0; month <= *last && count < kMostMonths; month = months_later(month, 1), ++count)
    list.push_back(Value::of(month));
  return Value::of(std::move(list));
}

/// The first day of the month so many months after that of the day.
Value shifted_month(const std::vector<Value>& arguments) {
  const auto months = whole(arguments.at(1));
  if (arguments.at(0).date() == nullptr || !months) return Value::absent();
  const Date first = months_later(*arguments[0].date(), *months);
  return first.ok() ? Value::of(first) : Value::absent();
}

Value of_date(const Value& date, std::string (*words)(Date)) {
  return date.date() == nullptr ? Value::absent() : Value::of(words(*date.date()));
}

}  // namespace

Value parties_value(const Input& input) {
  std::map<std::string, plan::Party> all;
  const PartyMembers members(input.workspace);
  std::set<std::string> groups;
  const auto add = [&](const plan::Party& party) {
    if (party.kind == plan::Party::Kind::unknown) return;
    all.emplace(party.id, party);
    if (!groups.insert(party.id).second) return;
    for (const definitions::School* school : members.schools_of(party)) {
      plan::Party own;
      own.kind = plan::Party::Kind::school;
      own.id = school->id;
      own.name = school->name;
      all.emplace(own.id, std::move(own));
    }
  };
  for (const plan::Plan& plan : input.plans.plans) {
    for (const plan::Measure& measure : plan.measures) {
      for (const plan::Party& party : measure.parties) add(party);
    }
  }
  if (input.calendar != nullptr) {
    for (const plan::Occurrence& one : input.calendar->occurrences) {
      if (one.duty == nullptr || one.duty->draft) continue;
      for (const plan::Party& party : one.duty->parties) add(party);
    }
  }
  std::vector<const plan::Party*> sorted;
  for (const auto& [id, party] : all) sorted.push_back(&party);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const plan::Party* a, const plan::Party* b) { return language::compare(a->name, b->name) < 0; });
  List list;
  for (const plan::Party* party : sorted) list.push_back(party_value(*party));
  return Value::of(std::move(list));
}

std::optional<Value> call_calendar_function(const Input& input, std::string_view function,
                                            const std::vector<Value>& arguments) {
  if (function == "month_start") return shifted_month(arguments);
  if (function == "month_title") return of_date(arguments.at(0), month_words);
  if (function == "month_name") {
    return of_date(arguments.at(0), [](Date day) {
      return std::string(language::month_name(static_cast<unsigned>(day.month())));
    });
  }
  static constexpr std::array<std::string_view, 4> kOfCalendar{"occurrences", "overloads", "load", "calendar_months"};
  if (std::find(kOfCalendar.begin(), kOfCalendar.end(), function) == kOfCalendar.end()) return std::nullopt;
  if (input.calendar == nullptr) return function == "load" ? Value::absent(State::not_applicable) : Value::of(List{});
  if (function == "occurrences") return occurrences(input, arguments);
  if (function == "overloads") return overloads(input, arguments);
  return function == "load" ? load(input, arguments) : calendar_months(input, arguments.at(0));
}

}  // namespace svod::compose
