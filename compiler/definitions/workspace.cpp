#include "definitions/workspace.h"

#include <algorithm>

namespace svod::definitions {
namespace {

template <class Items, class Key>
auto found(const Items& items, std::string_view name, Key key) -> decltype(items.data()) {
  const auto at = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.*key == name; });
  return at == items.end() ? nullptr : &*at;
}

}  // namespace

const Form* Workspace::form(std::string_view wanted) const { return found(forms, wanted, &Form::name); }
const Indicator* Workspace::indicator(std::string_view wanted) const {
  return found(indicators, wanted, &Indicator::name);
}
const School* Workspace::school(std::string_view id) const { return found(schools, id, &School::id); }
const Person* Workspace::person(std::string_view id) const { return found(people, id, &Person::id); }
const Body* Workspace::body(std::string_view id) const { return found(bodies, id, &Body::id); }
const Role* Workspace::role(std::string_view id) const { return found(roles, id, &Role::id); }
const ReferenceTable* Workspace::table(std::string_view wanted) const {
  return found(tables, wanted, &ReferenceTable::name);
}
const LayoutProfile* Workspace::layout(std::string_view wanted) const {
  return found(layouts, wanted, &LayoutProfile::name);
}

}  // namespace svod::definitions
