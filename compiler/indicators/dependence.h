#pragma once

#include <set>
#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"

namespace svod::indicators {

/// The indicators that a definition reads directly, in order of first use: in `of` of a formula, and
/// `of_indicator`. Names that are not indicators are left out.
std::vector<const definitions::Indicator*> parts_of(const definitions::Indicator& indicator,
                                                    const definitions::Workspace& workspace);

/// The indicators that expressions call, in order of first use. Null trees are passed over.
std::vector<const definitions::Indicator*> indicators_in(const std::vector<expression::Tree>& trees,
                                                         const definitions::Workspace& workspace);

struct Order {
  std::vector<const definitions::Indicator*> indicators;   ///< each after those it reads
  std::set<std::string> broken;                            ///< those that stand in a circle
};
/// Circles are reported once each.
Outcome<Order> order_of(const definitions::Workspace& workspace);

}  // namespace svod::indicators
