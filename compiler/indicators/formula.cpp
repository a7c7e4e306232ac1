#include "indicators/formula.h"

#include <algorithm>

#include "indicators/catalogue.h"
#include "indicators/scope.h"
#include "indicators/stated.h"

namespace svod::indicators {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The formula's place as far as another indicator has its dimensions.
Place narrowed(const Place& place, const std::vector<std::string>& dimensions,
               const definitions::Workspace& workspace) {
  Place result;
  for (const auto& [name, value] : place) {
    if (holds(dimensions, name)) result[name] = value;
  }
  const auto school = place.find(kSchool);
  if (school != place.end() && !holds(dimensions, kSchool) && holds(dimensions, kMunicipality)) {
    const auto* entry = workspace.school(school->second);
    if (entry != nullptr && !entry->municipality.empty()) result[kMunicipality] = entry->municipality;
  }
  return result;
}

}  // namespace

expression::Value FormulaScope::variable(std::string_view name) const {
  if (const auto found = place_.find(std::string(name)); found != place_.end() && found->first != kYear) {
    if (found->first == kSchool) return school_record(results_, found->second);
    return expression::Value::of(found->second);
  }
  if (name == kYear) {
    const auto year = place_.find(kYear);
    const auto number = year == place_.end() ? std::nullopt : Number::parse(year->second);
    if (number) return expression::Value::of(*number);
  }
  return base_.variable(name);
}

expression::Value FormulaScope::call(std::string_view function, const std::vector<expression::Value>& arguments) const {
  const auto& workspace = results_.workspace();
  const auto* catalogue = results_.catalogue();
  const IndicatorFunction* indicator = catalogue == nullptr ? nullptr : catalogue->function(function);
  if (indicator == nullptr) return base_.call(function, arguments);
  Place place = narrowed(place_, dimensions_of(*indicator->indicator, workspace), workspace);
  for (const auto& [name, value] : given_place(*indicator, arguments)) {
    if (name == kSchool) place.erase(kMunicipality);
    place[name] = value;
  }
  Part part{indicator->indicator, place, results_.at(*indicator->indicator, place)};
  const auto value = part.result.value(*part.indicator);
  const State state = part.result.state;
  parts_.push_back(std::move(part));
  if (value) return expression::Value::of(*value);
  return expression::Value::absent(state == State::value ? State::missing : state);
}

expression::Value FormulaScope::apply(std::string_view filter, const std::vector<expression::Value>& arguments) const {
  return base_.apply(filter, arguments);
}

std::vector<std::string> dimensions_of(const definitions::Indicator& indicator,
                                       const definitions::Workspace& workspace) {
  std::vector<std::string> dimensions = indicator.by;
  const definitions::Form* form = workspace.form(indicator.form);
  const bool own_municipality = form != nullptr && form->field(kMunicipality) != nullptr;
  if (holds(dimensions, kSchool) && !holds(dimensions, kMunicipality) && !own_municipality &&
      indicator.kind != definitions::IndicatorKind::reference) {
    dimensions.push_back(kMunicipality);
  }
  if (!holds(dimensions, kYear)) dimensions.push_back(kYear);
  return dimensions;
}

Result evaluate_formula(const definitions::Indicator& indicator, const FormulaScope& scope) {
  const auto value = expression::evaluate(indicator.of, scope);
  Result result;
  result.state = value.state;
  if (const Number* number = value.number()) {
    result.state = State::value;
    result.numerator = number->numerator();
    result.denominator = number->denominator();
  } else if (value.state == State::value) {
    result.state = State::missing;
  }
  for (const auto& part : scope.parts()) {
    result.historic |= part.result.historic;
    result.rows += part.result.rows;
    result.left_out += part.result.left_out;
    const auto share = [](const Result& r) { return static_cast<std::int64_t>(r.covered); };
    if (part.result.owed == 0) continue;
    const bool is_worse = result.owed == 0 || share(part.result) * result.owed < share(result) * part.result.owed;
    if (!is_worse) continue;
    result.covered = part.result.covered;
    result.owed = part.result.owed;
  }
  return result;
}

}  // namespace svod::indicators
