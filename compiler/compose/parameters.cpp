#include "compose/parameters.h"

#include <algorithm>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/settings.h"
#include "indicators/catalogue.h"
#include "plan/workbook_plan.h"

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

template <class Things>
std::vector<std::string> ids(const Things& things) {
  std::vector<std::string> all;
  for (const auto& one : things) all.push_back(one.id);
  return all;
}

std::vector<std::string> ids_of(const std::string& record, const definitions::Workspace& workspace) {
  if (record == "plan") {
    std::vector<std::string> plans = ids(workspace.plans);
    for (const auto& [path, hash] : workspace.sources) {   // a workbook may be a plan by itself
      if (path.starts_with("plans/") && path.ends_with(".xlsx")) plans.push_back(plan::id_of_workbook(path.substr(6)));
    }
    return plans;
  }
  if (record == "regulation") return ids(workspace.regulations);
  return record == "paper" ? ids(workspace.papers) : ids(workspace.people);
}

/// A file of the folder that gave nothing: its own faults are told, and what it holds is not known.
template <class Things>
bool any_unread(const std::string& folder, const Things& things, const definitions::Workspace& workspace) {
  return std::any_of(workspace.sources.begin(), workspace.sources.end(), [&](const auto& source) {
    const std::string& path = source.first;
    if (!path.starts_with(folder) || (!path.ends_with(".yaml") && !path.ends_with(".yml"))) return false;
    return std::none_of(things.begin(), things.end(), [&](const auto& one) { return one.at.file == path; });
  });
}

bool may_be_unread(const std::string& record, const definitions::Workspace& workspace) {
  if (record == "plan") return any_unread("plans/", workspace.plans, workspace);
  if (record == "regulation") return any_unread("regulations/", workspace.regulations, workspace);
  return record == "paper" && any_unread("papers/", workspace.papers, workspace);
}

std::string not_found(const std::string& record, const std::string& id) {
  if (record == "plan") return "план «" + id + "», которого в рабочей папке нет";
  if (record == "regulation") return "положение «" + id + "», которого в рабочей папке нет";
  if (record == "paper") return "документ «" + id + "», которого в папке papers нет";
  return "человека «" + id + "», которого нет в реестре";
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
      const std::vector<std::string> ids = ids_of(spec->record, workspace);
      if (std::find(ids.begin(), ids.end(), text) != ids.end() || may_be_unread(spec->record, workspace)) continue;
      out.error(codes::bad_parameter, order.defined_at,
                "параметр «" + name + "» называет " + not_found(spec->record, text), suggestion(text, ids));
    } else if (!read(text, spec->kind)) {
      out.error(codes::bad_parameter, order.defined_at,
                "параметр «" + name + "» шаблона «" + page.name + "» не может быть равен «" + text + "»",
                spec->kind == expression::Kind::date ? "дата пишется как ГГГГ-ММ-ДД"
                                                     : "нужно число, дробная часть – через точку");
    }
  }
  for (const ParameterSpec& spec : page.parameters) {
    const bool of_loop = trim(order.each).starts_with(spec.name + " in ");
    if (!spec.required || of_loop || order.parameters.contains(spec.name)) continue;
    out.error(codes::bad_parameter, order.defined_at,
              "документу «" + order.name + "» не задан параметр «" + spec.name + "» (" + spec.title + ")",
              "добавьте в workspace.yaml: parameters: {" + spec.name + ": …}")
        .related.push_back({spec.at, "параметр описан здесь"});
  }
}

namespace {

expression::Value value_of(const std::string& text, const ParameterSpec& spec, const Input& input,
                           const expression::Scope& scope) {
  if (spec.kind == expression::Kind::record) {
    if (spec.record != "person") return scope.call(spec.record, {expression::Value::of(text)});
    // A person's record holds the workspace's person alone.
    const indicators::Catalogue* catalogue = input.results.catalogue();
    return catalogue != nullptr ? catalogue->person(text)
                                : indicators::Catalogue(input.results.workspace()).person(text);
  }
  return read(text, spec.kind).value_or(expression::Value::absent());
}

}  // namespace

expression::Value parameter_default(const ParameterSpec& spec, const Input& input, const expression::Scope& scope) {
  if (spec.otherwise.empty()) return expression::Value::absent(State::not_applicable);
  return value_of(spec.otherwise, spec, input, scope);
}

expression::Value parameter_value(const definitions::DocumentOrder& order, const ParameterSpec& spec,
                                  const Input& input, const expression::Scope& scope) {
  const auto given = order.parameters.find(spec.name);
  return given == order.parameters.end() ? parameter_default(spec, input, scope)
                                         : value_of(given->second, spec, input, scope);
}

}  // namespace svod::compose
