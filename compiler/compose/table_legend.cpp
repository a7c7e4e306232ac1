#include <algorithm>
#include <set>

#include "base/text.h"
#include "compose/table.h"
#include "indicators/rank.h"
#include "language/collation.h"
#include "language/figures.h"

namespace svod::compose {
namespace {

using expression::Value;

std::string names_of(const std::vector<std::string>& schools, const Press& press) {
  std::vector<std::string> names;
  for (const std::string& id : schools) {
    const definitions::School* school = press.input().workspace.school(id);
    names.push_back(school == nullptr ? id : school->short_name.empty() ? school->name : school->short_name);
  }
  std::sort(names.begin(), names.end(), language::ByLanguage());
  return join(names, ", ");
}

/// Forms behind the figures whose coverage is not full.
std::set<std::string> thin_forms(const std::vector<Value>& values, const Press& press) {
  std::set<std::string> forms;
  for (const Value& value : values) {
    if (!value.figure || value.figure->covered >= value.figure->owed) continue;
    const auto reference = indicators::parse_reference(value.figure->ref);
    if (!reference) continue;
    const definitions::Indicator* indicator = press.input().workspace.indicator(reference->indicator);
    for (int steps = 0;
         indicator != nullptr && indicator->form.empty() && !indicator->of_indicator.empty() && steps < 8; ++steps) {
      indicator = press.input().workspace.indicator(indicator->of_indicator);
    }
    if (indicator != nullptr && !indicator->form.empty()) forms.insert(indicator->form);
  }
  return forms;
}

}  // namespace

std::optional<RefusedRanking> forbidden_ranking(const std::vector<Value>& values, const Press& press) {
  for (const Value& value : values) {
    if (!value.figure) continue;
    const auto reference = indicators::parse_reference(value.figure->ref);
    if (!reference) continue;
    const definitions::Indicator* indicator = press.input().workspace.indicator(reference->indicator);
    if (indicator == nullptr) continue;
    const definitions::Use* use = indicators::forbidding(press.input().workspace, *indicator, "ranking");
    if (use != nullptr) return RefusedRanking{indicator->title, use->act};
  }
  return std::nullopt;
}

std::vector<std::string> legend_of(const std::vector<State>& states, const std::vector<Value>& values,
                                   const Press& press) {
  std::vector<std::string> lines;
  for (const State state : {State::zero, State::missing, State::not_applicable, State::suppressed}) {
    const bool used = std::find(states.begin(), states.end(), state) != states.end();
    if (used) lines.emplace_back(language::sign_meaning(state));
  }
  const std::set<std::string> forms = thin_forms(values, press);
  for (const std::string& name : forms) {
    const auto found = press.input().results.coverage().find(name);
    if (found == press.input().results.coverage().end()) continue;
    const indicators::FormCoverage& coverage = found->second;
    std::vector<std::string> absent;
    for (const std::string& school : coverage.owed) {
      if (!coverage.covered.contains(school)) absent.push_back(school);
    }
    if (absent.empty()) continue;
    const definitions::Form* form = press.input().workspace.form(name);
    const std::string what = forms.size() > 1 && form != nullptr ? " (" + form->title + ")" : "";
    lines.push_back("По " +
                    schools_of(static_cast<int>(coverage.covered.size()), static_cast<int>(coverage.owed.size())) +
                    what + "; нет данных: " + names_of(absent, press));
  }
  if (!forms.empty() || values.empty()) return lines;
  // A figure of no single form: only how many schools it rests on is known.
  std::set<std::pair<int, int>> thin;
  for (const Value& value : values) {
    if (value.figure && value.figure->owed > 1 && value.figure->covered < value.figure->owed) {
      thin.insert({value.figure->covered, value.figure->owed});
    }
  }
  for (const auto& [covered, owed] : thin) lines.push_back("По " + schools_of(covered, owed));
  return lines;
}

}  // namespace svod::compose
