#include "expression/expression.h"

namespace svod::expression {

Bound::Bound(const Scope& outer, std::string name, Value value)
    : outer_(outer), name_(std::move(name)), value_(std::move(value)) {}

Value Bound::variable(std::string_view name) const { return name == name_ ? value_ : outer_.variable(name); }

Value Bound::call(std::string_view function, const std::vector<Value>& arguments) const {
  return outer_.call(function, arguments);
}

Value Bound::apply(std::string_view filter, const std::vector<Value>& arguments) const {
  return outer_.apply(filter, arguments);
}

BoundNames::BoundNames(const Names& outer, std::string name, Type type)
    : outer_(outer), name_(std::move(name)), type_(std::move(type)) {}

std::optional<Type> BoundNames::variable(std::string_view name) const {
  return name == name_ ? std::optional(type_) : outer_.variable(name);
}

const Function* BoundNames::function(std::string_view name) const { return outer_.function(name); }

const Function* BoundNames::filter(std::string_view name) const { return outer_.filter(name); }

std::vector<std::string> BoundNames::all() const {
  std::vector<std::string> names = outer_.all();
  names.push_back(name_);
  return names;
}

std::string BoundNames::title(std::string_view name) const {
  if (name != name_) return outer_.title(name);
  return type_.record && !type_.record->title.empty() ? type_.record->title : name_;
}

}  // namespace svod::expression
