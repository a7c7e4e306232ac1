#include "compose/names.h"

#include "compose/calendar_values.h"
#include "compose/paper_names.h"
#include "compose/plan_names.h"
#include "definitions/names.h"

namespace svod::compose {
namespace {

using expression::Accepts;
using expression::Function;
using expression::Parameter;
using expression::RecordType;
using expression::Type;

Parameter text(std::string name) { return {std::move(name), Type::text(), false, Accepts::type, {}}; }
Parameter number(std::string name) { return {std::move(name), Type::number(), true, Accepts::type, {}}; }
Parameter date() { return {"date", Type::date(), true, Accepts::type, {}}; }

Function made(std::string name, std::vector<Parameter> parameters, Type result) {
  Function function;
  function.name = std::move(name);
  function.parameters = std::move(parameters);
  function.result = std::move(result);
  return function;
}

Type finding_type(const expression::NameTable& names) {
  RecordType advice;
  advice.name = "advice";
  advice.title = "рекомендация";
  for (const char* field : {"to", "text", "term", "evidence"}) advice.fields.emplace(field, Type::text());
  RecordType finding;
  finding.name = "finding";
  finding.title = "вывод";
  for (const char* field : {"rule", "title", "text", "severity"}) finding.fields.emplace(field, Type::text());
  finding.fields.emplace("advice", Type::list(Type::of(std::make_shared<RecordType>(std::move(advice)))));
  const auto schools = names.variable("schools");
  if (schools && schools->element) finding.fields.emplace("school", *schools->element);
  return Type::of(std::make_shared<RecordType>(std::move(finding)));
}

void add_functions(expression::NameTable& names) {
  Function findings = made("findings", {}, Type::list(finding_type(names)));
  findings.title = "выводы";
  const auto schools = names.variable("schools");
  if (schools && schools->element) findings.parameters.push_back({"school", *schools->element, false, Accepts::type, {}});
  findings.parameters.push_back(text("rule"));
  findings.parameters.push_back(text("severity"));
  names.add(std::move(findings));
  Function addressees = made("addressees", {}, Type::list(Type::text()));
  addressees.title = "адресаты рекомендаций";
  if (schools && schools->element) addressees.parameters.push_back({"school", *schools->element, false, Accepts::type, {}});
  names.add(std::move(addressees));
  names.add(made("years", {number("from"), number("to")}, Type::list(Type::number())));
  names.add(made("on", {number("day"), number("month"), number("year")}, Type::date()));
  names.add(made("after", {date(), number("days")}, Type::date()));
  names.add(made("workday", {date()}, Type::date()));
}

}  // namespace

expression::NameTable template_names(const definitions::Workspace& workspace) {
  expression::NameTable names = definitions::report_names(workspace);
  add_functions(names);
  add_plan_names(names);
  add_paper_names(names);
  add_calendar_names(names);
  definitions::add_print_filters(names);
  return names;
}

}  // namespace svod::compose
