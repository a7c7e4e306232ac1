#include "compose/parameters.h"

#include <algorithm>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/settings.h"
#include "indicators/catalogue.h"

namespace svod::compose {
namespace {

std::optional<expression::Value> read(const std::string& text, expression::Kind kind) {
  using expression::Value;
  if (kind == expression::Kind::text) return Value::of(text);
  if (kind == expression::Kind::date) {
    const auto date = parse_iso_date(trim(text));
    return date ? std::optional(Value::of(*date)) : std::nullopt;
  }
  const auto number = Number::parse(trim(text));
  return number ? std::optional(Value::of(*number)) : std::nullopt;
}

}  // namespace

void check_parameters(const definitions::DocumentOrder& order, const Page& page,
                      const definitions::Workspace& workspace, Diagnostics& out) {
  std::vector<std::string> known;
  for (const ParameterSpec& spec : page.parameters) known.push_back(spec.name);
  for (const auto& [name, text] : order.parameters) {
    const auto spec = std::find_if(page.parameters.begin(), page.parameters.end(),
                                   [&](const ParameterSpec& one) { return one.name == name; });
    if (spec == page.parameters.end()) {
      out.error(codes::bad_parameter, order.defined_at, "шаблон «" + page.name + "» не знает параметра «" + name + "»",
                known.empty() ? "у этого шаблона параметров нет" : suggestion(name, known));
    } else if (spec->kind == expression::Kind::record) {
      if (workspace.person(text) != nullptr) continue;
      std::vector<std::string> people;
      for (const definitions::Person& person : workspace.people) people.push_back(person.id);
      out.error(codes::bad_parameter, order.defined_at,
                "параметр «" + name + "» называет человека «" + text + "», которого нет в реестре", suggestion(text, people));
    } else if (!read(text, spec->kind)) {
      out.error(codes::bad_parameter, order.defined_at,
                "параметр «" + name + "» шаблона «" + page.name + "» не может быть равен «" + text + "»",
                spec->kind == expression::Kind::date ? "дата пишется как ГГГГ-ММ-ДД" : "нужно число, дробная часть – через точку");
    }
  }
  for (const ParameterSpec& spec : page.parameters) {
    if (!spec.required || order.parameters.contains(spec.name)) continue;
    out.error(codes::bad_parameter, order.defined_at,
              "документу «" + order.name + "» не задан параметр «" + spec.name + "» (" + spec.title + ")",
              "добавьте в workspace.yaml: parameters: {" + spec.name + ": …}")
        .related.push_back({spec.at, "параметр описан здесь"});
  }
}

namespace {

expression::Value value_of(const std::string& text, const ParameterSpec& spec, const indicators::Results& results) {
  if (spec.kind == expression::Kind::record) {
    // A person's record holds the workspace's person alone.
    const indicators::Catalogue* catalogue = results.catalogue();
    return catalogue != nullptr ? catalogue->person(text) : indicators::Catalogue(results.workspace()).person(text);
  }
  return read(text, spec.kind).value_or(expression::Value::absent());
}

}  // namespace

expression::Value parameter_default(const ParameterSpec& spec, const indicators::Results& results) {
  return spec.otherwise.empty() ? expression::Value::absent(State::not_applicable) : value_of(spec.otherwise, spec, results);
}

expression::Value parameter_value(const definitions::DocumentOrder& order, const ParameterSpec& spec,
                                  const indicators::Results& results) {
  const auto given = order.parameters.find(spec.name);
  return given == order.parameters.end() ? parameter_default(spec, results) : value_of(given->second, spec, results);
}

}  // namespace svod::compose
