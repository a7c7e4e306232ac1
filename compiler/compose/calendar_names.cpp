#include "compose/calendar_values.h"
#include "compose/plan_names.h"

namespace svod::compose {
namespace {

using expression::Accepts;
using expression::Function;
using expression::NameTable;
using expression::RecordType;
using expression::Type;

Type element_of(const Type& record, const char* field) { return *record.record->fields.at(field).element; }

Type made(const char* name, const char* title, std::map<std::string, Type> fields) {
  RecordType type;
  type.name = name;
  type.title = title;
  type.fields = std::move(fields);
  return Type::of(std::make_shared<RecordType>(std::move(type)));
}

Type occurrence_type(const Type& measure, const Type& party, const Type& paper) {
  std::map<std::string, Type> fields;
  for (const char* name : {"id", "when", "when_noted", "month", "text", "responsible", "result", "report", "term",
                           "status", "source", "source_title", "number", "stage", "stage_title"})
    fields.emplace(name, Type::text());
  for (const char* name : {"from", "to", "begin", "day", "working", "month_start"}) fields.emplace(name, Type::date());
  for (const char* name : {"dated", "non_working", "first", "done", "recommended", "draft"})
    fields.emplace(name, Type::boolean());
  fields.emplace("measure", measure);
  fields.emplace("plan", plan_type());
  fields.emplace("paper", paper);
  fields.emplace("parties", Type::list(party));
  return made("occurrence", "срок", std::move(fields));
}

using expression::Parameter;

Parameter optional(const char* name, Type type) { return {name, std::move(type), false, Accepts::type, {}}; }
Parameter required(const char* name, Type type) { return {name, std::move(type), true, Accepts::type, {}}; }

}  // namespace

void add_calendar_names(NameTable& names) {
  const Type measure = element_of(plan_type(), "measures"), party = element_of(measure, "parties");
  const auto papers = names.variable("papers");
  const Type paper = papers && papers->element ? *papers->element : Type::text();
  names.add("parties", Type::list(party), "ответственные");
  const auto add = [&](const char* name, const char* title, std::vector<Parameter> parameters, Type result) {
    Function function;
    function.name = name;
    function.title = title;
    function.parameters = std::move(parameters);
    function.result = std::move(result);
    names.add(std::move(function));
  };
  add("occurrences", "сроки мероприятий и пунктов бумаг",
      {optional("plan", plan_type()), optional("party", party), optional("month", Type::date()),
       optional("year", Type::number()), optional("exact", Type::boolean()), optional("drafts", Type::boolean())},
      Type::list(occurrence_type(measure, party, paper)));
  const Type overload = made("overload", "перегрузка",
                             {{"party", party},
                              {"month", Type::text()},
                              {"month_start", Type::date()},
                              {"due", Type::number()}});
  add("overloads", "перегрузка ответственных", {optional("limit", Type::number()), optional("year", Type::number())},
      Type::list(overload));
  add("load", "сколько сроков у ответственного в месяце", {required("party", party), required("month", Type::date())},
      Type::number());
  add("calendar_months", "месяцы календаря", {optional("year", Type::number())}, Type::list(Type::date()));
  add("month_title", "название месяца", {required("date", Type::date())}, Type::text());
  add("month_name", "название месяца без года", {required("date", Type::date())}, Type::text());
  add("month_start", "первое число месяца", {required("date", Type::date()), required("months", Type::number())},
      Type::date());
}

}  // namespace svod::compose
