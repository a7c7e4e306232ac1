#include "definitions/names.h"

#include <algorithm>

namespace svod::definitions {
namespace {

using expression::Accepts;
using expression::Function;
using expression::NameTable;
using expression::Parameter;
using expression::RecordType;
using expression::Type;

Type record(std::string name, std::string title, std::map<std::string, Type> fields) {
  RecordType type;
  type.name = std::move(name);
  type.title = std::move(title);
  type.fields = std::move(fields);
  return Type::of(std::make_shared<const RecordType>(std::move(type)));
}

struct Records {
  Type person, municipality, school, form, workspace, department, coverage;

  Records() {
    std::map<std::string, Type> of_person;
    for (const char* part : {"name", "surname_first", "full", "post"}) {
      for (const char* ending : {"", "_genitive", "_dative", "_accusative", "_instrumental"}) {
        of_person.emplace(std::string(part) + ending, Type::text());
      }
    }
    person = record("person", "человек", std::move(of_person));
    municipality = record("municipality", "муниципалитет",
                          {{"id", Type::text()}, {"name", Type::text()}, {"genitive", Type::text()}});
    school = record("school", "школа",
                    {{"id", Type::text()}, {"name", Type::text()}, {"short", Type::text()}, {"full", Type::text()},
                     {"kind", Type::text()}, {"municipality", municipality}, {"head", person},
                     {"groups", Type::list(Type::text())}});
    form = record("form", "форма", {{"name", Type::text()}, {"title", Type::text()}});
    workspace = record("workspace", "рабочая папка",
                       {{"title", Type::text()}, {"year", Type::number()}, {"mark", Type::text()}, {"date", Type::date()}});
    std::map<std::string, Type> of_department{{"name", Type::text()}, {"place", Type::text()}};
    for (const char* part : {"short", "municipality"}) {
      for (const char* ending : {"", "_genitive", "_dative", "_accusative", "_instrumental", "_prepositional"}) {
        of_department.emplace(std::string(part) + ending, Type::text());
      }
    }
    department = record("department", "орган управления образованием", std::move(of_department));
    coverage = record("coverage", "полнота сведений",
                      {{"covered", Type::number()}, {"owed", Type::number()}, {"full", Type::boolean()},
                       {"absent", Type::list(school)}, {"excused", Type::list(school)}});
  }
};

/// The form whose fields are an indicator's dimensions; null for a formula and a reference.
const Form* form_of(const Workspace& workspace, const Indicator& indicator) {
  const Indicator* at = &indicator;
  for (int steps = 0; at && !at->of_indicator.empty() && steps < 16; ++steps) at = workspace.indicator(at->of_indicator);
  return at && !at->form.empty() ? workspace.form(at->form) : nullptr;
}

Type dimension_type(const Form* form, const std::string& name, const Records& records) {
  const Field* field = form ? form->field(name) : nullptr;
  if (field && field->type == FieldType::school) return records.school;
  if (field) {
    Type type = field->expression_type();
    type.unit.clear();
    return type;
  }
  if (name == "school") return records.school;
  if (name == "municipality") return records.municipality;
  return name == "year" ? Type::number() : Type::text();
}

Function indicator_function(const Workspace& workspace, const Indicator& indicator, const Records& records) {
  const Form* form = form_of(workspace, indicator);
  Function function;
  function.name = indicator.name;
  function.title = indicator.title;
  function.result = Type::number(indicator.unit);
  for (const std::string& name : dimensions(indicator)) {
    const Field* field = form ? form->field(name) : nullptr;
    std::string title = field ? field->title : name == "year" ? "год" : std::string();
    function.parameters.push_back({name, dimension_type(form, name, records), false, Accepts::type, std::move(title)});
  }
  return function;
}

Type row_type(const Workspace& workspace, const Listing& listing, const Records& records) {
  std::map<std::string, Type> fields;
  if (const Form* form = workspace.form(listing.form)) {
    for (const Field& field : form->fields) {
      if (field.type == FieldType::person) continue;
      fields.emplace(field.name, field.type == FieldType::school ? records.school : field.expression_type());
    }
  }
  return record(listing.name, listing.title, std::move(fields));
}

Function function(std::string name, std::vector<Parameter> parameters, Type result, std::string title) {
  Function made;
  made.name = std::move(name);
  made.parameters = std::move(parameters);
  made.result = std::move(result);
  made.title = std::move(title);
  return made;
}

Parameter needed(std::string name, Type type) { return {std::move(name), std::move(type), true, Accepts::type, {}}; }

}  // namespace

std::vector<std::string> dimensions(const Indicator& indicator) {
  std::vector<std::string> names = indicator.by;
  const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (has("school") && !has("municipality")) names.push_back("municipality");
  if (!has("year")) names.push_back("year");
  return names;
}

expression::NameTable formula_names(const Workspace& workspace) {
  const Records records;
  NameTable names;
  names.add("year", Type::number(), "год");
  for (const Indicator& indicator : workspace.indicators) names.add(indicator_function(workspace, indicator, records));
  return names;
}

expression::NameTable report_names(const Workspace& workspace) {
  const Records records;
  NameTable names;
  names.add("year", Type::number(), "год");
  names.add("workspace", records.workspace, "рабочая папка");
  names.add("department", records.department, "орган управления образованием");
  names.add("schools", Type::list(records.school), "школы");
  names.add("municipalities", Type::list(records.municipality), "муниципалитеты");
  names.add("signatory", records.person, "кто подписывает");
  names.add("executor", records.person, "исполнитель");
  names.add("forms", Type::list(records.form), "формы");
  for (const Indicator& indicator : workspace.indicators) names.add(indicator_function(workspace, indicator, records));
  for (const Listing& listing : workspace.listings) {
    names.add(function(listing.name, {}, Type::list(row_type(workspace, listing, records)), listing.title));
  }
  names.add(function("values", {needed("form", Type::text()), needed("field", Type::text())}, Type::list(Type::text()),
                     "значения поля"));
  names.add(function("bands",
                     {needed("form", Type::text()), needed("field", Type::text()), needed("minimum", Type::number())},
                     Type::list(Type::text()), "диапазоны"));
  names.add(function("coverage", {needed("form", Type::text())}, records.coverage, "полнота сведений"));
  names.add(function("owes", {needed("school", records.school), needed("form", Type::text())}, Type::boolean(),
                     "школа сдаёт форму"));
  return names;
}

}  // namespace svod::definitions
