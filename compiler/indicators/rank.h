#pragma once

#include <span>
#include <string>
#include <vector>

#include "indicators/results.h"

namespace svod::indicators {

/// A use of an indicator that its definition, or that of an indicator it is made of, forbids at a date; null
/// where nothing forbids it.
const definitions::Use* forbidding(const definitions::Workspace& workspace, const definitions::Indicator& indicator,
                                   std::string_view use);

struct Ranked {
  std::string value;    ///< of the dimension that is ranked: a school's id
  Result result;
  std::string place;    ///< «1», «2–3» for a shared place; empty where there is no value to rank
};

/// Ranks `values` of a dimension at `where`: the best first by the indicator's `better` (more, where nothing is
/// said). Ties by the exact value share their places and keep the order given; those without a value stand
/// last. Where the indicator must not be ranked: a diagnostic, and nothing is ranked.
Outcome<std::vector<Ranked>> rank(const Results& results, const definitions::Indicator& indicator, const Place& where,
                                  const std::string& dimension, std::span<const std::string> values);

}  // namespace svod::indicators
