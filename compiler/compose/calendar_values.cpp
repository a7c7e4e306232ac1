#include "compose/calendar_values.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "base/hash.h"
#include "compose/plan_names.h"
#include "compose/plan_records.h"
#include "indicators/records.h"
#include "language/collation.h"
#include "language/dates.h"

namespace svod::compose {
namespace {

using expression::Accepts;
using expression::Function;
using expression::List;
using expression::Record;
using expression::RecordType;
using expression::Type;
using expression::Value;

Type element_of(const Type& record, const char* field) { return *record.record->fields.at(field).element; }

Type occurrence_type(const Type& measure) {
  RecordType type;
  type.name = "occurrence";
  type.title = "срок мероприятия";
  for (const char* name : {"id", "when", "month"}) type.fields.emplace(name, Type::text());
  for (const char* name : {"from", "to", "working", "month_start"}) type.fields.emplace(name, Type::date());
  for (const char* name : {"dated", "non_working", "first"}) type.fields.emplace(name, Type::boolean());
  type.fields.emplace("measure", measure);
  type.fields.emplace("plan", plan_type());
  return Type::of(std::make_shared<RecordType>(std::move(type)));
}

Type overload_type(const Type& party) {
  RecordType type;
  type.name = "overload";
  type.title = "перегрузка";
  type.fields.emplace("party", party);
  type.fields.emplace("month", Type::text());
  type.fields.emplace("month_start", Type::date());
  type.fields.emplace("due", Type::number());
  return Type::of(std::make_shared<RecordType>(std::move(type)));
}

Date month_of(Date day) { return Date{day.year(), day.month(), std::chrono::day{1}}; }

std::string month_words(Date day) {
  return language::month_and_year(static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
}

std::optional<int> whole(const Value& value) {
  const Number* number = value.number();
  if (number == nullptr || !number->is_whole() || *number < Number(-100000) || *number > Number(100000))
    return std::nullopt;
  return static_cast<int>(number->numerator());
}

bool answers(const plan::Measure& measure, std::string_view party) {
  return std::any_of(measure.parties.begin(), measure.parties.end(),
                     [&](const plan::Party& one) { return one.id == party; });
}

bool in_year(const plan::Occurrence& one, int year) {
  const std::chrono::year asked{year};
  return one.dated ? one.span.to.year() == asked : one.span.from.year() <= asked && asked <= one.span.to.year();
}

Value occurrences(const Input& input, const std::vector<Value>& arguments) {
  const Record* plan = arguments.at(0).record();
  const Record* party = arguments.at(1).record();
  const Date* month = arguments.at(2).date();
  const auto year = whole(arguments.at(3));
  const std::string plan_id = plan == nullptr ? std::string() : plan->key(),
                    party_id = party == nullptr ? std::string() : party->key();
  List list;
  for (const plan::Occurrence& one : input.calendar->occurrences) {
    if (plan != nullptr && one.plan->written->id != plan_id) continue;
    if (party != nullptr && !answers(*one.measure, party_id)) continue;
    if (month != nullptr && (!one.dated || month_of(one.span.to) != month_of(*month))) continue;
    if (year && !in_year(one, *year)) continue;
    list.push_back(Value::of(std::shared_ptr<const Record>(std::make_shared<OccurrenceRecord>(input, one))));
  }
  return Value::of(std::move(list));
}

Value overloads(const Input& input, const Value& limit) {
  const auto least = whole(limit);
  List list;
  for (const plan::Load& one : input.calendar->overloads) {
    if (least && static_cast<int>(one.due) <= *least) continue;
    list.push_back(indicators::plain_record(one.party.id + "/" + iso(one.month),
                                            {{"party", party_value(one.party)},
                                             {"month", Value::of(month_words(one.month))},
                                             {"month_start", Value::of(one.month)},
                                             {"due", Value::of(Number(static_cast<std::int64_t>(one.due)))}}));
  }
  return Value::of(std::move(list));
}

/// The first day of the month so many months after that of the day.
Value month_start(const std::vector<Value>& arguments) {
  const auto months = whole(arguments.at(1));
  if (arguments.at(0).date() == nullptr || !months) return Value::absent();
  const Date day = *arguments[0].date();
  const auto month = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(*months);
  const Date first{month.year(), month.month(), std::chrono::day{1}};
  return first.ok() ? Value::of(first) : Value::absent();
}

}  // namespace

void add_calendar_names(expression::NameTable& names) {
  const Type measure = element_of(plan_type(), "measures"), party = element_of(measure, "parties");
  names.add("parties", Type::list(party), "ответственные");
  const auto add = [&](const char* name, const char* title, std::vector<expression::Parameter> parameters,
                       Type result) {
    Function function;
    function.name = name;
    function.title = title;
    function.parameters = std::move(parameters);
    function.result = std::move(result);
    names.add(std::move(function));
  };
  add("occurrences", "сроки мероприятий",
      {{"plan", plan_type(), false, Accepts::type, {}}, {"party", party, false, Accepts::type, {}},
       {"month", Type::date(), false, Accepts::type, {}}, {"year", Type::number(), false, Accepts::type, {}}},
      Type::list(occurrence_type(measure)));
  add("overloads", "перегрузка ответственных", {{"limit", Type::number(), false, Accepts::type, {}}},
      Type::list(overload_type(party)));
  add("month_title", "название месяца", {{"date", Type::date(), true, Accepts::type, {}}}, Type::text());
  add("month_start", "первое число месяца",
      {{"date", Type::date(), true, Accepts::type, {}}, {"months", Type::number(), true, Accepts::type, {}}},
      Type::date());
}

Value parties_value(const Input& input) {
  std::map<std::string, const plan::Party*> all;
  for (const plan::Plan& plan : input.plans.plans) {
    for (const plan::Measure& measure : plan.measures) {
      for (const plan::Party& party : measure.parties) {
        if (party.kind != plan::Party::Kind::unknown) all.emplace(party.id, &party);
      }
    }
  }
  std::vector<const plan::Party*> sorted;
  for (const auto& [id, party] : all) sorted.push_back(party);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const plan::Party* a, const plan::Party* b) { return language::compare(a->name, b->name) < 0; });
  List list;
  for (const plan::Party* party : sorted) list.push_back(party_value(*party));
  return Value::of(std::move(list));
}

std::optional<Value> call_calendar_function(const Input& input, std::string_view function,
                                            const std::vector<Value>& arguments) {
  if (function == "month_start") return month_start(arguments);
  if (function == "month_title")
    return arguments.at(0).date() == nullptr ? Value::absent() : Value::of(month_words(*arguments[0].date()));
  if (function != "occurrences" && function != "overloads") return std::nullopt;
  if (input.calendar == nullptr) return Value::of(List{});
  return function == "occurrences" ? occurrences(input, arguments) : overloads(input, arguments.at(0));
}

Value OccurrenceRecord::field(std::string_view name) const {
  if (name == "id") return Value::of(key());
  if (name == "from") return Value::of(occurrence_.span.from);
  if (name == "to") return Value::of(occurrence_.span.to);
  if (name == "dated") return Value::of(occurrence_.dated);
  if (name == "non_working") return Value::of(occurrence_.non_working);
  if (name == "first") return Value::of(occurrence_.ordinal == 0);
  if (name == "working")
    return occurrence_.non_working ? Value::of(occurrence_.working) : Value::absent(State::not_applicable);
  if (name == "month_start") return Value::of(month_of(occurrence_.span.to));
  if (name == "month")
    return Value::of(occurrence_.dated ? month_words(occurrence_.span.to) : std::string("Без точного срока"));
  if (name == "when") {
    if (!occurrence_.dated) return Value::of(term_of(*occurrence_.measure));
    plan::Term term;
    term.kind = plan::Term::Kind::interval;
    term.from = occurrence_.span.from;
    term.to = occurrence_.span.to;
    return Value::of(plan::normal_form(term));
  }
  if (name == "measure") return measure_value(*occurrence_.plan, *occurrence_.measure);
  if (name == "plan") return plan_value(input_, occurrence_.plan->written->id);
  return {};
}

std::string OccurrenceRecord::key() const {
  const definitions::PlanMeasure& written = occurrence_.measure->written;
  // A number changes when a measure is put in before; words seldom do.
  const std::string measure = written.id.empty() ? sha256(written.text.text).substr(0, 12) : written.id;
  return occurrence_.plan->written->id + "-" + measure + "-" + std::to_string(occurrence_.ordinal + 1);
}

}  // namespace svod::compose
