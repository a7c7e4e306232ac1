#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "xlsx/grid.h"

namespace svod::xlsx {

/// Values as a workbook holds them: percent points as fractions. Nothing where the cell has no figure.
std::optional<Number> stored_number(const document::Cell& cell);

struct CellFormula {
  std::string text;      ///< «=SUM(C5:C9)»; empty where the value stands alone
  bool differs = false;  ///< every figure was there, and the formula would give another value
};

/// Formulas over the cells of one table. A formula is given only where exact arithmetic over the table's own
/// cells yields exactly the cell's value, so that recalculating changes nothing.
class TableFormulas {
 public:
  /// `first_row` is the sheet's row (from zero) of the first row of `body`.
  TableFormulas(const document::Table& table, const std::vector<GridRow>& body, std::uint32_t first_row);

  CellFormula at(std::size_t row, std::size_t column) const;

 private:
  using Rows = std::vector<std::size_t>;  // body rows, ascending

  CellFormula sum(std::size_t row, std::size_t column) const;
  CellFormula share(std::size_t row, std::size_t column) const;
  CellFormula weighted_mean(std::size_t row, std::size_t column) const;
  CellFormula by_row(std::size_t row, std::size_t column) const;

  std::vector<Rows> scopes(std::size_t row) const;
  std::optional<std::size_t> column_of(const std::string& id) const;
  std::optional<Number> value(std::size_t row, std::size_t column) const;
  std::optional<Number> total(const Rows& rows, std::size_t column) const;
  bool all_known(const Rows& rows, std::size_t column) const;
  std::string cell(std::size_t row, std::size_t column) const;
  std::vector<std::string> ranges(const Rows& rows, std::size_t column) const;
  std::string sum_of(const Rows& rows, std::size_t column) const;

  const document::Table& table_;
  const std::vector<GridRow>& body_;
  std::uint32_t first_row_;
};

}  // namespace svod::xlsx
