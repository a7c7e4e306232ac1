#include "expression/type.h"

namespace svod::expression {
namespace {

Type of_kind(Kind kind) {
  Type type;
  type.kind = kind;
  return type;
}

}  // namespace

Type Type::number(std::string unit) {
  Type type;
  type.unit = std::move(unit);
  return type;
}

Type Type::text() { return of_kind(Kind::text); }

Type Type::boolean() { return of_kind(Kind::boolean); }

Type Type::date() { return of_kind(Kind::date); }

Type Type::list(Type element) {
  Type type = of_kind(Kind::list);
  type.element = std::make_shared<const Type>(std::move(element));
  return type;
}

Type Type::of(std::shared_ptr<const RecordType> record) {
  Type type = of_kind(Kind::record);
  type.record = std::move(record);
  return type;
}

bool Type::same(const Type& other) const {
  if (kind != other.kind) return false;
  if (kind == Kind::list) return !element || !other.element || element->same(*other.element);
  if (kind == Kind::record) {
    return record == other.record || (record && other.record && record->name == other.record->name);
  }
  return true;
}

std::string Type::text_for_people() const {
  switch (kind) {
    case Kind::number: return unit.empty() ? "число" : "число, " + unit;
    case Kind::text: return "текст";
    case Kind::boolean: return "условие";
    case Kind::date: return "дата";
    case Kind::list: return element ? "список: " + element->text_for_people() : "список";
    case Kind::record: return !record ? "запись" : record->title.empty() ? record->name : record->title;
  }
  return {};
}

void NameTable::add(std::string name, Type type, std::string title) {
  variables_.insert_or_assign(std::move(name), Variable{std::move(type), std::move(title)});
}

void NameTable::add(Function function) {
  std::string name = function.name;
  functions_.insert_or_assign(std::move(name), std::move(function));
}

void NameTable::add_filter(Function function) {
  std::string name = function.name;
  filters_.insert_or_assign(std::move(name), std::move(function));
}

std::optional<Type> NameTable::variable(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found == variables_.end()) return std::nullopt;
  return found->second.type;
}

const Function* NameTable::function(std::string_view name) const {
  const auto found = functions_.find(name);
  return found == functions_.end() ? nullptr : &found->second;
}

const Function* NameTable::filter(std::string_view name) const {
  const auto found = filters_.find(name);
  return found == filters_.end() ? nullptr : &found->second;
}

std::vector<std::string> NameTable::all() const {
  std::vector<std::string> names;
  for (const auto& [name, variable] : variables_) names.push_back(name);
  for (const auto& [name, function] : functions_) names.push_back(name);
  for (const auto& [name, filter] : filters_) names.push_back(name);
  return names;
}

std::string NameTable::title(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found == variables_.end()) return {};
  return found->second.title;
}

}  // namespace svod::expression
