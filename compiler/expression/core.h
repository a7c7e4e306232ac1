#pragma once

#include "expression/expression.h"

namespace svod::expression {

/// The most decimals that `round` takes.
inline constexpr int kMostPlaces = 9;

const Function* core_function(std::string_view name);
const Function* core_filter(std::string_view name);
/// The meaning of the functions and filters above; `arguments` as for `Scope::call`.
Value call_core(std::string_view function, const std::vector<Value>& arguments);
Value apply_core(std::string_view filter, const std::vector<Value>& arguments);

/// Absent, with the gravest state of the absent ones among `values`.
Value absent_like(const std::vector<Value>& values);
Value absent_like(const Value& a, const Value& b);
Value of(const std::optional<Number>& number);

}  // namespace svod::expression
