#pragma once

#include <optional>

#include "compose/compose.h"
#include "expression/value.h"

namespace svod::compose {

/// The indicators of a plan, those inside others too, in reading order.
expression::Value plan_indicators(const plan::Plan& plan);
/// The years of the sources of financing, in order.
expression::Value funding_years(const plan::Plan& plan);
/// The years for which any of them has a target, in order.
expression::Value plan_years(const plan::Plan& plan);
expression::Value financing_value(const definitions::Programme::Financing& source);

/// What the functions over a plan's indicator give; nothing for a name that is not theirs.
///   target(i, year), fact(i, year): as the plan states them; a fact that it does not state is the value of the
///     workspace's own indicator for that year.
///   achievement(i, year): fact / target, target / fact where less is better, one at most: the method of municipal
///     programmes (domain.md B6).
///   target_ratio(i): the target of the last year / that of the first.
///   funds(f, year): of a source of financing.
std::optional<expression::Value> call_plan_function(const Input& input, std::string_view function,
                                                    const std::vector<expression::Value>& arguments);

}  // namespace svod::compose
