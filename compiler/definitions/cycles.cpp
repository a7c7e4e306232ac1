#include <algorithm>
#include <functional>

#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"

namespace svod::definitions {
namespace {

void collect_calls(const expression::Tree& tree, std::vector<std::string>& names) {
  if (!tree) return;
  if (tree->op == expression::Op::call) names.push_back(tree->name);
  for (const expression::Tree& child : tree->children) collect_calls(child, names);
  if (!tree->clause) return;
  collect_calls(tree->clause->source, names);
  collect_calls(tree->clause->where, names);
  collect_calls(tree->clause->limit, names);
  for (const expression::Clause::Key& key : tree->clause->order) collect_calls(key.by, names);
}

std::vector<std::string> needs_of(const Indicator& indicator) {
  std::vector<std::string> needs;
  if (indicator.kind == IndicatorKind::formula) collect_calls(indicator.of, needs);
  if (!indicator.of_indicator.empty()) needs.push_back(indicator.of_indicator);
  return needs;
}

}  // namespace

void check_cycles(Loading& loading) {
  enum class Mark : unsigned char { open, done };
  std::map<std::string, Mark> marks;
  std::vector<std::string> path;
  std::set<std::string> in_cycle;
  const std::function<void(const Indicator&)> visit = [&](const Indicator& indicator) {
    marks[indicator.name] = Mark::open;
    path.push_back(indicator.name);
    for (const std::string& need : needs_of(indicator)) {
      const Indicator* next = loading.workspace.indicator(need);
      if (!next) continue;
      const auto mark = marks.find(need);
      if (mark == marks.end()) {
        visit(*next);
      } else if (mark->second == Mark::open) {
        const auto begin = std::find(path.begin(), path.end(), need);
        std::vector<std::string> round(begin, path.end());
        in_cycle.insert(round.begin(), round.end());
        round.push_back(need);
        loading.out.error(codes::cycle, next->defined_at, "показатели определены друг через друга: " + join(round, " → "),
                          "один из них должен считаться по строкам формы");
      }
    }
    path.pop_back();
    marks[indicator.name] = Mark::done;
  };
  for (const Indicator& indicator : loading.workspace.indicators) {
    if (!marks.count(indicator.name)) visit(indicator);
  }
  for (const std::string& name : in_cycle) loading.broken_indicators.insert(name);
  std::vector<Indicator>& indicators = loading.workspace.indicators;
  for (const Indicator& indicator : indicators) {
    if (in_cycle.count(indicator.name)) loading.half_known.push_back(indicator);
  }
  std::erase_if(indicators, [&](const Indicator& indicator) { return in_cycle.count(indicator.name) > 0; });
}

}  // namespace svod::definitions
