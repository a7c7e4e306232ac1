#pragma once

#include "compose/press.h"

namespace svod::compose {

/// The blocks of a ```table``` for one turn of its loops: the table, or its `empty` sentence where no row is
/// selected. Numbers and names of sheets are given later, in the order of the document.
document::Blocks build_table(const TableSpec& spec, const expression::Scope& scope, const Press& press);

/// What formulas add to the id of a repeated column for its first and its last one.
inline constexpr std::string_view kFirst = "_first", kLast = "_last";

/// A body under construction.
struct Leaf {
  const ColumnSpec* spec = nullptr;
  std::string id;
  std::vector<std::pair<std::string, expression::Value>> bound;   ///< of its loops
};
struct BodyRow {
  document::Row row;
  std::vector<expression::Value> values;   ///< one a leaf
  std::string label;                       ///< first text of the row, for messages
};
struct Body {
  std::vector<Leaf> leaves;
  std::vector<BodyRow> rows;               ///< without group rows
  std::vector<document::NumberFormat> formats;   ///< one a leaf: of its first figure
  std::size_t lead = 0;                    ///< cells before the leaves: the row's number
};

/// Formulas name the first and the last of a repeated column.
void name_ends(std::vector<Leaf>& leaves);
/// What the formula of a column gives over the other values of a row.
expression::Value formula_value(const ColumnSpec& column, const std::vector<Leaf>& leaves,
                                const std::vector<expression::Value>& values);
/// A cell of a column; `in_total`: a nought is a figure.
document::Cell cell_of(const expression::Value& value, const ColumnSpec& spec, bool in_total);
std::vector<document::Row> total_rows(const TableSpec& spec, const Body& body, const expression::Scope& scope,
                                      const Press& press);
/// Signs used and coverage: the lines below a table or a chart. `states`: of what is printed.
std::vector<std::string> legend_of(const std::vector<State>& states, const std::vector<expression::Value>& values,
                                   const Press& press);

/// The act that forbids to rank schools by one of these figures.
struct RefusedRanking {
  std::string indicator;   ///< its title
  std::string act;
};
std::optional<RefusedRanking> forbidden_ranking(const std::vector<expression::Value>& values, const Press& press);

}  // namespace svod::compose
