#include "indicators/catalogue.h"

#include <algorithm>

#include "indicators/records.h"
#include "language/posts.h"

namespace svod::indicators {
namespace {

using expression::Value;

Value text_or_absent(const std::string& text) { return text.empty() ? Value() : Value::of(text); }

/// What a parameter was given as a dimension's value; empty for what cannot be one.
std::string dimension_text(const Value& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* number = value.number()) return number->text();
  if (const auto* truth = value.truth()) return *truth ? "1" : "0";
  if (const auto* date = value.date()) return iso(*date);
  if (const auto* record = value.record()) return record->key();
  return {};
}

Value department_record(const definitions::Department& department) {
  std::map<std::string, Value, std::less<>> fields{{"name", text_or_absent(department.name)},
                                                   {"place", text_or_absent(department.place)}};
  for (const auto& [prefix, cases] :
       {std::pair{std::string("short"), &department.short_name}, {kMunicipality, &department.municipality}}) {
    fields.emplace(prefix, text_or_absent(cases->nominative));
    for (const auto* suffix : {"genitive", "dative", "accusative", "instrumental", "prepositional"}) {
      fields.emplace(prefix + "_" + suffix, text_or_absent(in_case(*cases, suffix)));
    }
  }
  return plain_record("department", std::move(fields));
}

}  // namespace

Place given_place(const IndicatorFunction& function, const std::vector<Value>& arguments) {
  Place place;
  for (std::size_t i = 0; i < arguments.size() && i < function.parameters.size(); ++i) {
    if (!arguments[i].known()) continue;
    place[function.parameters[i]] = dimension_text(arguments[i]);
  }
  return place;
}

Catalogue::Catalogue(const definitions::Workspace& workspace) : workspace_(workspace) {
  for (const auto& indicator : workspace.indicators) {
    functions_.emplace(indicator.name, IndicatorFunction{&indicator, definitions::dimensions(indicator)});
  }

  for (const auto& entry : workspace.people) people_.emplace(entry.id, person_record(entry));

  expression::List municipalities;
  for (const auto& entry : workspace.municipalities) {
    const std::string genitive =
        entry.genitive.empty() ? language::post_in(entry.name, language::Case::genitive).text : entry.genitive;
    const Value record = plain_record(entry.id, {{"id", Value::of(entry.id)},
                                                 {"name", text_or_absent(entry.name)},
                                                 {"genitive", text_or_absent(genitive)}});
    municipality_records_.emplace(entry.id, record);
    municipalities.push_back(record);
  }
  municipalities_ = Value::of(std::move(municipalities));

  expression::List schools;
  for (const auto& entry : workspace.schools) {
    expression::List groups;
    for (const auto& group : entry.groups) groups.push_back(Value::of(group));
    const std::string& short_name = entry.short_name.empty() ? entry.name : entry.short_name;
    const std::string& full_name = entry.full_name.empty() ? entry.name : entry.full_name;
    const Value record = plain_record(entry.id, {{"id", Value::of(entry.id)},
                                                 {"name", text_or_absent(entry.name)},
                                                 {"short", text_or_absent(short_name)},
                                                 {"full", text_or_absent(full_name)},
                                                 {"kind", text_or_absent(entry.kind)},
                                                 {"municipality", municipality(entry.municipality)},
                                                 {"head", person(entry.head)},
                                                 {"groups", Value::of(std::move(groups))}});
    school_records_.emplace(entry.id, record);
    schools.push_back(record);
  }
  schools_ = Value::of(std::move(schools));

  expression::List forms;
  for (const auto& form : workspace.forms) {
    forms.push_back(plain_record(form.name, {{"name", Value::of(form.name)}, {"title", text_or_absent(form.title)}}));
  }
  forms_ = Value::of(std::move(forms));

  std::map<std::string, Value, std::less<>> fields{{"title", text_or_absent(workspace.title)},
                                                   {"year", Value::of(Number(workspace.year))},
                                                   {"mark", text_or_absent(workspace.mark)}};
  fields.emplace("date", workspace.date.ok() ? Value::of(workspace.date) : Value());
  workspace_record_ = plain_record("workspace", std::move(fields));
  department_ = department_record(workspace.department);
}

void Catalogue::add_listing(const definitions::Listing& listing, const std::vector<facts::FoundRow>& rows) {
  const definitions::Form* form = workspace_.form(listing.form);
  expression::List records;
  if (form != nullptr) {
    records.reserve(rows.size());
    for (const auto& row : rows) records.push_back(row_record(*form, row, *this));
  }
  listings_.insert_or_assign(listing.name, Value::of(std::move(records)));
}

const IndicatorFunction* Catalogue::function(std::string_view name) const {
  const auto found = functions_.find(name);
  return found == functions_.end() ? nullptr : &found->second;
}

Value Catalogue::school(std::string_view id) const {
  const auto found = school_records_.find(id);
  return found == school_records_.end() ? Value() : found->second;
}

Value Catalogue::municipality(std::string_view id) const {
  const auto found = municipality_records_.find(id);
  return found == municipality_records_.end() ? Value() : found->second;
}

Value Catalogue::person(std::string_view id) const {
  const auto found = people_.find(id);
  return found == people_.end() ? Value() : found->second;
}

const Value* Catalogue::listing(std::string_view name) const {
  const auto found = listings_.find(name);
  return found == listings_.end() ? nullptr : &found->second;
}

}  // namespace svod::indicators
