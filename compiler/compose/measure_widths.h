#pragma once

#include <vector>

#include "definitions/plan.h"
#include "plan/plans.h"

namespace svod::compose {

/// Shares of the free width for the columns of a plan's measures, so that its rows are low: what says much gets much,
/// and the measure itself is the widest. Nothing for a column that is as wide as its words. The same for every table
/// of a plan.
std::vector<double> measure_widths(const plan::Plan& plan, const std::vector<definitions::PlanColumn>& columns);

}  // namespace svod::compose
