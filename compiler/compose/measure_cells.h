#pragma once

#include <string>
#include <vector>

#include "plan/plans.h"

namespace svod::compose {

/// The columns of a plan: its own, or the usual ones where it declares none.
std::vector<definitions::PlanColumn> columns_of(const definitions::Plan& plan);

/// What a measure says in a column, in lines.
std::vector<std::string> cell_lines(const plan::Measure& measure, definitions::PlanField field);

/// Whether the measure has no words of its own in the column and takes those of the one above it.
bool inherits(const plan::Measure& measure, definitions::PlanField field);

/// The measure whose words stand in the column for this one: itself or one above it. Index in Plan::measures.
std::size_t source_of(const plan::Plan& plan, std::size_t measure, definitions::PlanField field);

}  // namespace svod::compose
