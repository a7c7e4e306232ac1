#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "expression/expression.h"
#include "facts/store.h"
#include "indicators/coverage.h"

namespace svod::indicators {

/// Where a value holds: dimension -> value («subject» -> «Физика», «school» -> id, «year» -> «2021»).
/// A dimension that is not named is summed over.
using Place = std::map<std::string, std::string>;

struct Result {
  State state = State::missing;
  Number numerator;      ///< value = numerator / denominator, times 100 where the unit is «%»
  Number denominator = 1;
  std::int64_t rows = 0;
  int covered = 0;       ///< schools whose data are in it
  int owed = 0;          ///< schools that owe data to it
  bool historic = false; ///< stated by an earlier document, not computed

  std::optional<Number> value(const definitions::Indicator& indicator) const;
};

/// All values of all indicators of a workspace, computed once; read by any thread.
class Results {
 public:
  virtual ~Results() = default;
  virtual const definitions::Workspace& workspace() const = 0;
  virtual Result at(const definitions::Indicator& indicator, const Place& place) const = 0;
  /// Different values of a field that the facts hold, for `values(form, field)`.
  virtual std::vector<std::string> values(std::string_view form, std::string_view field) const = 0;
  /// Rows of a listing.
  virtual const std::vector<facts::FoundRow>& listing(std::string_view name) const = 0;
  virtual const Coverage& coverage() const = 0;
  /// Every computed value in canonical order, for --print and the store.
  virtual std::vector<facts::IndicatorRecord> records() const = 0;
};

/// Computes every indicator at every place that its `by` allows.
Outcome<std::shared_ptr<const Results>> compute(const definitions::Workspace& workspace, const facts::Store& store,
                                                const Coverage& coverage);

/// A value's reference, as printed by figures and taken by `svod explain`.
std::string reference(const definitions::Indicator& indicator, const Place& place);
struct Reference {
  std::string indicator;
  Place place;
};
std::optional<Reference> parse_reference(std::string_view text);

/// The derivation of a value in Russian: definition and version, formula, numerator, denominator, coverage,
/// then every source row with file, sheet, cell and value. Errors (unknown indicator or place) are diagnostics.
Outcome<std::string> explain(const definitions::Workspace& workspace, const Results& results,
                             const facts::Store& store, std::string_view reference);

}  // namespace svod::indicators
