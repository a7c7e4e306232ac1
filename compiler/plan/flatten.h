#pragma once

#include "plan/plans.h"

namespace svod::plan {

/// Sections and measures of a written plan in reading order, numbered as the plan says; a child has the terms and the
/// responsible ones of its parent where it says none. Terms are not read and nobody is resolved yet.
Plan flatten(std::shared_ptr<const definitions::Plan> written);

}  // namespace svod::plan
