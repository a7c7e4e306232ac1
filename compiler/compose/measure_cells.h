#pragma once

#include <string>
#include <vector>

#include "plan/plans.h"

namespace svod::compose {

/// The columns of a plan: its own, or the usual ones where it declares none.
std::vector<definitions::PlanColumn> columns_of(const definitions::Plan& plan);

/// What stands between executors of a plan: a comma, but «;» where a name has commas of its own.
std::string executors_mark(const plan::Plan& plan);

/// What a measure says in a column, in lines. Executors end with the mark but for the last.
std::vector<std::string> cell_lines(const plan::Measure& measure, definitions::PlanField field,
                                    const std::string& mark);

/// Whether the measure has no words of its own in the column and takes those of the one above it.
bool inherits(const plan::Measure& measure, definitions::PlanField field);

/// The measure whose words stand in the column for this one: itself or one above it. Index in Plan::measures.
std::size_t source_of(const plan::Plan& plan, std::size_t measure, definitions::PlanField field);

}  // namespace svod::compose
