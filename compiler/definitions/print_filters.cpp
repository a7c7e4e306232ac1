#include "definitions/names.h"

namespace svod::definitions {
namespace {

using expression::Accepts;
using expression::Function;
using expression::Parameter;
using expression::Type;

Parameter piped(Type type) { return {"value", std::move(type), true, Accepts::type, {}}; }
Parameter piped_list() { return {"value", {}, true, Accepts::any_list, {}}; }
Parameter text(std::string name, bool required = true) {
  return {std::move(name), Type::text(), required, Accepts::type, {}};
}
Parameter number(std::string name, bool required = true) {
  return {std::move(name), Type::number(), required, Accepts::type, {}};
}

}  // namespace

void add_print_filters(expression::NameTable& names) {
  const auto add = [&names](std::string name, std::vector<Parameter> parameters) {
    Function filter;
    filter.name = std::move(name);
    filter.parameters = std::move(parameters);
    filter.result = Type::text();
    names.add_filter(std::move(filter));
  };
  const Parameter figure = piped(Type::number());
  for (const char* name : {"number", "percent", "signed"}) add(name, {figure, number("places", false)});
  add("plain", {figure});
  add("portion", {figure});
  add("plural", {figure, text("one"), text("few"), text("many")});
  add("form", {figure, text("one"), text("few"), text("many")});
  add("agree", {figure, text("one"), text("many")});
  add("words", {figure, text("one"), text("few"), text("many"), text("gender", false)});
  add("versus", {figure, number("other"), text("more"), text("less"), text("equal")});
  add("school_year", {figure, text("case", false)});
  add("date", {piped(Type::date()), text("style", false)});
  add("list", {piped_list(), text("conjunction", false)});
  add("join", {piped_list(), text("separator", false)});
  for (const char* name : {"cap", "uncap", "quoted", "trim", "genitive", "dative", "accusative", "instrumental", "prepositional"}) {
    add(name, {piped(Type::text())});
  }
  add("preposition", {piped(Type::text()), text("preposition")});
  add("sign", {{"value", {}, true, Accepts::anything, {}}});
}

}  // namespace svod::definitions
