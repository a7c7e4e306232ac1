#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "expression/expression.h"

/// The SQL back end of the expression language: what can be said of one row, as SQLite expressions that
/// mean the same as `expression::evaluate`. Literals, arithmetic, comparison, logic, `in`, `between`, `if`,
/// `known`, `default`, `abs`, `min`, `max`, `round`, `length`, `contains` and `starts_with` are translated;
/// records, lists, functions of a host and `lower` (SQLite's knows no Cyrillic) are not: nothing is returned
/// and the caller evaluates row by row.
///
/// Columns hold: numbers as INTEGER scaled by 10^decimals, text as TEXT, booleans as 0 and 1, dates as TEXT
/// «2021-06-30», an absent value as NULL.
///
/// Figures are exact. SQLite turns an integer that overflows 64 bits into an inexact REAL; wherever that
/// could happen the value is absent instead (NULL), as for the evaluator. The only difference: the evaluator
/// works in lowest terms and so still has a value in some cases where the scaled integers pass 9.2e18.
namespace svod::facts {

struct SqlColumn {
  std::string sql;  ///< how the column is written in the query: «r."participants"»
  expression::Kind kind = expression::Kind::number;
  int decimals = 0;
};

class SqlColumns {
 public:
  virtual ~SqlColumns() = default;
  virtual std::optional<SqlColumn> column(std::string_view variable) const = 0;
};

/// An exact figure: numerator / denominator, both integer SQL expressions. The numerator is NULL where the
/// value is absent; beside a known numerator the denominator is positive.
struct SqlNumber {
  std::string numerator;
  std::string denominator;
  std::int64_t fixed = 0;  ///< the denominator where it is the same in every row (then figures may be summed), else 0
};

std::optional<SqlNumber> sql_number(const expression::Tree& tree, const SqlColumns& columns);
/// 1, 0 or NULL.
std::optional<std::string> sql_condition(const expression::Tree& tree, const SqlColumns& columns);
/// Text, or a date as text.
std::optional<std::string> sql_text(const expression::Tree& tree, const SqlColumns& columns);

/// A text as an SQL literal; nothing where it holds a NUL.
std::optional<std::string> sql_literal(std::string_view text);

}  // namespace svod::facts
