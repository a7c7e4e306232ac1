#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "xlsx/table_formulas.h"

namespace svod::xlsx {

/// A cell of the row that an expression may name.
struct RowOperand {
  std::string id;
  const document::Cell* cell = nullptr;
  std::string place;  ///< «C5»
};

/// The expression of `cell` over the other cells of its row, as `TableFormulas::at` gives it. Expressions
/// count in percent points where the workbook holds fractions.
CellFormula row_formula(const document::Cell& cell, const std::vector<RowOperand>& operands);

}  // namespace svod::xlsx
