#pragma once

#include <optional>
#include <vector>

#include "compose/compose.h"
#include "expression/expression.h"

namespace svod::compose {

/// What templates may name of the calendar: `parties`, those who answer for measures and items of papers;
/// `occurrences(plan=, party=, month=, year=, exact=, drafts=)`, when they fall due; `overloads(limit=)`,
/// `load(party, month)`; `calendar_months(year=)`; `month_start(date, months)`, `month_title(date)`.
/// After the names of plans and papers, whose types they have.
void add_calendar_names(expression::NameTable& names);

/// Those whom the plans and the signed papers name and the register knows, and the schools of the groups that they
/// name; by name.
expression::Value parties_value(const Input& input);
/// Nothing where the function is another's.
std::optional<expression::Value> call_calendar_function(const Input& input, std::string_view function,
                                                        const std::vector<expression::Value>& arguments);

/// A time at which a measure or an item of a paper falls due, as a record of the language.
class OccurrenceRecord final : public expression::Record {
 public:
  /// `month`: as that month sees it.
  OccurrenceRecord(const Input& input, const plan::Occurrence& occurrence, std::optional<Date> month = {})
      : input_(input), one_(occurrence), month_(month) {}
  expression::Value field(std::string_view name) const override;
  /// The same from build to build, as long as the measure is.
  std::string key() const override;
  const plan::Occurrence& occurrence() const { return one_; }
  /// What is to be done, with enough of what it is a part of.
  std::string text() const;

 private:
  enum class Stage : unsigned char { all, begin, course, end };
  Stage stage() const;
  std::string when() const;
  std::string when_noted() const;
  std::string source(bool with_number) const;
  std::optional<expression::Value> words(std::string_view name) const;

  const Input& input_;
  const plan::Occurrence& one_;
  std::optional<Date> month_;
};

}  // namespace svod::compose
