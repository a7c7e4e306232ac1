#include <algorithm>

#include "plan/flatten.h"

namespace svod::plan {

const Plan* Plans::find(std::string_view id) const {
  const auto found = std::find_if(plans.begin(), plans.end(), [id](const Plan& one) { return one.written->id == id; });
  return found == plans.end() ? nullptr : &*found;
}

Outcome<Plans> read(const definitions::Workspace& workspace, const Files&) {
  Outcome<Plans> result;
  for (const definitions::Plan& written : workspace.plans) {
    result.product.plans.push_back(flatten(std::make_shared<const definitions::Plan>(written)));
  }
  return result;
}

}  // namespace svod::plan
