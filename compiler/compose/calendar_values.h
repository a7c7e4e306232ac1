#pragma once

#include <optional>
#include <vector>

#include "compose/compose.h"
#include "expression/expression.h"

namespace svod::compose {

/// What templates may name of the calendar: `parties`, those who answer for measures; `occurrences(plan=, party=,
/// month=, year=)`, when measures fall due; `overloads(limit=)`; `month_start(date, months)`, `month_title(date)`.
/// After the names of plans, whose types they have.
void add_calendar_names(expression::NameTable& names);

/// Those whom the plans name and the register knows, by name.
expression::Value parties_value(const Input& input);
/// Nothing where the function is another's.
std::optional<expression::Value> call_calendar_function(const Input& input, std::string_view function,
                                                        const std::vector<expression::Value>& arguments);

/// A time at which a measure falls due, as a record of the language.
class OccurrenceRecord final : public expression::Record {
 public:
  OccurrenceRecord(const Input& input, const plan::Occurrence& occurrence) : input_(input), occurrence_(occurrence) {}
  expression::Value field(std::string_view name) const override;
  /// The same from build to build, as long as the measure is.
  std::string key() const override;
  const plan::Occurrence& occurrence() const { return occurrence_; }

 private:
  const Input& input_;
  const plan::Occurrence& occurrence_;
};

}  // namespace svod::compose
