#pragma once

#include "definitions/plan.h"
#include "plan/term.h"

namespace svod::plan {

/// The year that a plan's terms without one belong to: its calendar year, the school year where the period is one,
/// the first year of several.
YearContext year_context(const definitions::Plan& plan);

/// A cell of terms, a term each: lines are terms of their own where they do not read as one.
std::vector<definitions::Written> term_lines(const definitions::Written& written, const YearContext& context);

/// «2022–2030»: the years of a programme's measure as a term; empty where there are none.
definitions::Written years_as_term(const definitions::PlanMeasure& measure);

}  // namespace svod::plan
