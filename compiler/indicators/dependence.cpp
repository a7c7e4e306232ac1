#include "indicators/dependence.h"

#include <algorithm>
#include <map>

#include "indicators/codes.h"

namespace svod::indicators {
namespace {

class Walk {
 public:
  Walk(const definitions::Workspace& workspace, Outcome<Order>& out) : workspace_(workspace), out_(out) {}

  void visit(const definitions::Indicator& indicator) {
    Mark& mark = marks_[indicator.name];
    if (mark == Mark::done) return;
    if (mark == Mark::open) {
      report(indicator);
      return;
    }
    mark = Mark::open;
    path_.push_back(&indicator);
    for (const auto* part : parts_of(indicator, workspace_)) visit(*part);
    path_.pop_back();
    marks_[indicator.name] = Mark::done;
    out_.product.indicators.push_back(&indicator);
  }

 private:
  enum class Mark : unsigned char { fresh, open, done };

  void report(const definitions::Indicator& again) {
    const auto first = std::find(path_.begin(), path_.end(), &again);
    std::string names;
    for (auto at = first; at != path_.end(); ++at) {
      names += (*at)->name + " → ";
      out_.product.broken.insert((*at)->name);
    }
    auto& diagnostic = out_.diagnostics.error(codes::circle, again.defined_at,
                                              "показатели определены друг через друга: " + names + again.name);
    for (auto at = first + 1; at < path_.end(); ++at) {
      diagnostic.related.push_back({(*at)->defined_at, "показатель «" + (*at)->name + "»"});
    }
  }

  const definitions::Workspace& workspace_;
  Outcome<Order>& out_;
  std::map<std::string, Mark> marks_;
  std::vector<const definitions::Indicator*> path_;
};

}  // namespace

std::vector<const definitions::Indicator*> indicators_in(const std::vector<expression::Tree>& trees,
                                                         const definitions::Workspace& workspace) {
  std::vector<std::string> names;
  for (const auto& tree : trees) {
    if (!tree) continue;
    for (auto& name : expression::calls(tree)) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  std::vector<const definitions::Indicator*> found;
  for (const auto& name : names) {
    if (const auto* indicator = workspace.indicator(name)) found.push_back(indicator);
  }
  return found;
}

std::vector<const definitions::Indicator*> parts_of(const definitions::Indicator& indicator,
                                                    const definitions::Workspace& workspace) {
  if (indicator.kind == definitions::IndicatorKind::formula) return indicators_in({indicator.of}, workspace);
  const auto* of = workspace.indicator(indicator.of_indicator);
  return of == nullptr ? std::vector<const definitions::Indicator*>{} : std::vector{of};
}

Outcome<Order> order_of(const definitions::Workspace& workspace) {
  Outcome<Order> result;
  Walk walk(workspace, result);
  for (const auto& indicator : workspace.indicators) walk.visit(indicator);
  return result;
}

}  // namespace svod::indicators
