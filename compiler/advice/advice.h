#pragma once

#include <map>
#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "expression/expression.h"
#include "indicators/results.h"

namespace svod::advice {

/// A rule that held for somebody, with its variables bound. Its texts are filled when they are printed.
struct Finding {
  const definitions::Rule* rule = nullptr;
  std::string school;                                            ///< id; empty for the municipality
  std::vector<std::pair<std::string, expression::Value>> bound;  ///< variables, outermost first
};

/// Every finding of every rule: rules in their order, then the order of their clauses.
Outcome<std::vector<Finding>> apply_rules(const indicators::Results& results);

}  // namespace svod::advice
