#include <algorithm>

#include "base/text.h"
#include "plan/flatten.h"
#include "plan/parties.h"

namespace svod::plan {
namespace {

/// «Наличие …» is a measure that is there or is not.
bool is_availability(std::string_view text) { return folded(text.substr(0, 64)).starts_with("наличие "); }

class Completer {
 public:
  Completer(const definitions::Workspace& workspace, Diagnostics& found) : parties_(workspace), found_(found) {}

  void complete(Plan& plan) {
    for (Measure& measure : plan.measures) {
      measure.availability = is_availability(measure.written.text.text);
      // A child that has its parent's has no faults of its own in it.
      Diagnostics known;
      measure.parties = parties_.read(measure.written.responsible, measure.inherited_parties ? known : found_);
    }
  }

 private:
  Parties parties_;
  Diagnostics& found_;
};

}  // namespace

const Plan* Plans::find(std::string_view id) const {
  const auto found = std::find_if(plans.begin(), plans.end(), [id](const Plan& one) { return one.written->id == id; });
  return found == plans.end() ? nullptr : &*found;
}

Outcome<Plans> read(const definitions::Workspace& workspace, const Files&) {
  Outcome<Plans> result;
  Completer completer(workspace, result.diagnostics);
  for (const definitions::Plan& written : workspace.plans) {
    Plan plan = flatten(std::make_shared<const definitions::Plan>(written));
    completer.complete(plan);
    result.product.plans.push_back(std::move(plan));
  }
  return result;
}

}  // namespace svod::plan
