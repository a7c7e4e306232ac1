#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "expression/expression.h"

/// The Excel back end of the expression language: a check or a figure over cells of one sheet, as a formula
/// that Excel and LibreOffice compute to what `expression::evaluate` gives.
///
/// An absent value is the empty text "": a blank cell and a cell with "" are both absent, and a formula whose
/// result is absent gives "". So formulas may read one another's cells. A condition gives TRUE, FALSE or "".
/// Dates are serial numbers; booleans in cells are TRUE and FALSE.
///
/// Excel computes in doubles: results of arithmetic are compared, and tested for zero before a division,
/// after rounding to nine decimals. What Excel cannot say is not translated, and nothing is returned: the
/// empty text as a value (it means absence), texts by < and >, records, lists, functions of a host, numbers
/// of more than 15 digits, and formulas past Excel's limits of length and nesting.
namespace svod::xlsx {

/// The reference that stands for a variable: «D7», «$B$2», «'Лист 2'!A1».
using CellOf = std::function<std::optional<std::string>(std::string_view variable)>;

/// Function names in English, arguments separated by commas, no leading «=».
std::optional<std::string> excel_formula(const expression::Tree& tree, const CellOf& cell_of);

}  // namespace svod::xlsx
