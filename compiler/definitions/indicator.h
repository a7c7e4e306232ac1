#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "expression/expression.h"
#include "source/location.h"

namespace svod::definitions {

enum class IndicatorKind : unsigned char {
  count,      ///< rows where `where` holds; with `distinct`, different values of those fields
  sum,        ///< sum of `of`
  share,      ///< 100 · rows (or sum of `of`) / rows (or sum of `per`, or `of` summed over `over`)
  mean,       ///< sum of `of` / number of rows where `of` is known (or sum of `per`)
  ratio,      ///< sum of `of` / sum of `per`
  maximum,    ///< greatest `of`, or greatest value of `of_indicator`
  minimum,    ///< least `of`, or least value of `of_indicator`
  formula,    ///< `of` over other indicators at the same place: «oge.mean - oge.region_mean»
  reference,  ///< a value of a reference table: `table`, `value`
  stated,     ///< not computed: what documents of its years state, from history/
};

enum class Better : unsigned char { none, more, less };

/// A use that an act forbids or permits, and the dates it holds: ВПР must not rank schools.
struct Use {
  std::string use;       ///< «ranking», «report», «recommendation»
  bool permitted = true;
  std::string act;
  std::optional<Date> from;
  std::optional<Date> to;
};

struct Indicator {
  std::string name;     ///< «ege.mean»
  int version = 1;
  std::string title;    ///< «Средний балл ЕГЭ»
  std::string form;     ///< empty for formula and reference
  IndicatorKind kind = IndicatorKind::count;
  expression::Tree of;     ///< number over a row; boolean for a share of rows; for formula over indicators
  expression::Tree per;    ///< number over a row; null where not given
  expression::Tree where;  ///< boolean over a row; null: every row
  std::vector<std::string> distinct;
  std::string over;        ///< share: the dimension that the denominator is summed over
  /// Name of another indicator; `form`, `of`, `per`, `where` are then empty and `by` is a part of its `by`.
  /// maximum, minimum: the extreme of its values over every combination of its own `by` that agrees with the
  ///   place (the greatest sum of scores: `of_indicator` is the sum by school and participant);
  /// mean: the mean, count: the number of those values that are known;
  /// share: its value at the place / its value at the place without the dimension `over` (participants of a
  ///   subject among the participants of all subjects, who are counted once).
  std::string of_indicator;
  /// count without distinct, sum, mean, ratio, share: boolean over `rows`, the number of rows of one
  /// combination of all dimensions in `by`. Combinations where it does not hold are left out of every place:
  /// the sum of two subjects counts those alone who sat both (`rows = 2`). Null: all.
  expression::Tree having;
  /// Dimensions, fields of the form: a value exists for every combination of some of them, the rest summed.
  /// `school` brings `municipality` with it.
  std::vector<std::string> by;
  std::string table;       ///< reference: table, its columns named as `by`, and `value`
  std::string value;
  std::vector<std::pair<std::string, std::string>> fixed;  ///< reference: column -> constant («exam»: «ОГЭ»)
  std::string unit;
  int round = 0;
  Better better = Better::none;
  std::vector<Use> uses;
  std::string method;      ///< source of the method, for explain and the sheet of sources
  Location defined_at;
};

/// The dimensions that a value may be asked at, in the order of the parameters that the indicator has as a
/// function: `by`, then `municipality` where there is `school`, then `year`, each where it is not there yet.
std::vector<std::string> dimensions(const Indicator& indicator);

/// Rows of a form in an order: the highest results. Internal edition only.
struct Listing {
  std::string name;      ///< «ege.results»
  std::string title;
  std::string form;
  expression::Tree where;
  Location defined_at;
};

}  // namespace svod::definitions
