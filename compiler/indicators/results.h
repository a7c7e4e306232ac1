#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "expression/expression.h"
#include "facts/store.h"
#include "indicators/coverage.h"
#include "indicators/place.h"

namespace svod::indicators {

class Catalogue;

struct Result {
  State state = State::missing;
  Number numerator;      ///< value = numerator / denominator; times 100 for a share or ratio in «%»
  Number denominator = 1;
  std::int64_t rows = 0;      ///< rows of facts that it is made of
  std::int64_t left_out = 0;  ///< rows whose value is absent: not in it
  int covered = 0;       ///< schools whose data are in it
  int owed = 0;          ///< schools that owe data to it
  bool historic = false; ///< stated by an earlier document, not computed

  /// Nothing unless the state is `value`.
  std::optional<Number> value(const definitions::Indicator& indicator) const;
};

/// Whether a result is 100 · numerator / denominator: a share or a ratio in percent.
bool is_fraction_of_hundred(const definitions::Indicator& indicator);

/// All values of all indicators of a workspace, computed once; read by any thread.
class Results {
 public:
  virtual ~Results() = default;
  virtual const definitions::Workspace& workspace() const = 0;
  /// Answers any place. A dimension that the indicator does not have: not applicable. A school that does
  /// not owe the form: not applicable; owed and nothing came: missing; came and nothing matched: a count or
  /// sum is 0, anything else of nobody is zero.
  virtual Result at(const definitions::Indicator& indicator, const Place& place) const = 0;
  /// Different values of a field that the facts hold, for `values(form, field)`.
  virtual std::vector<std::string> values(std::string_view form, std::string_view field) const = 0;
  /// Rows of a listing.
  virtual const std::vector<facts::FoundRow>& listing(std::string_view name) const = 0;
  virtual const Coverage& coverage() const = 0;
  /// Every computed value in canonical order, for --print and the store.
  virtual std::vector<facts::IndicatorRecord> records() const = 0;
  /// Records of schools and listings, made once for all scopes; null: each scope makes its own.
  virtual const Catalogue* catalogue() const { return nullptr; }
};

/// Computes every indicator at every place that its `by` allows. Holds references to `workspace`, not to the
/// others.
Outcome<std::shared_ptr<const Results>> compute(const definitions::Workspace& workspace, const facts::Store& store,
                                                const Coverage& coverage);

/// Every computed value, one a line: reference, state, numerator, denominator, value in full, «covered/owed»,
/// separated by tabs; signs of absence where there is no figure.
std::string print(const Results& results);

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
