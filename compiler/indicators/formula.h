#pragma once

#include <vector>

#include "expression/expression.h"
#include "indicators/results.h"

namespace svod::indicators {

/// A value of another indicator that a formula read.
struct Part {
  const definitions::Indicator* indicator = nullptr;
  Place place;
  Result result;
};

/// The names inside a formula: other indicators at the formula's own place, unless an argument says
/// otherwise; a dimension that the other indicator lacks is dropped. Remembers what was read.
class FormulaScope final : public expression::Scope {
 public:
  /// `base` answers everything that is not an indicator.
  FormulaScope(const Results& results, const expression::Scope& base, const Place& place)
      : results_(results), base_(base), place_(place) {}

  expression::Value variable(std::string_view name) const override;
  expression::Value call(std::string_view function, const std::vector<expression::Value>& arguments) const override;
  expression::Value apply(std::string_view filter, const std::vector<expression::Value>& arguments) const override;

  const std::vector<Part>& parts() const { return parts_; }

 private:
  const Results& results_;
  const expression::Scope& base_;
  const Place& place_;
  mutable std::vector<Part> parts_;
};

/// The dimensions that places of an indicator may name, the year among them.
std::vector<std::string> dimensions_of(const definitions::Indicator& indicator,
                                       const definitions::Workspace& workspace);

/// The value of a formula at a place, with the coverage of the part that has the least.
Result evaluate_formula(const definitions::Indicator& indicator, const FormulaScope& scope);

}  // namespace svod::indicators
