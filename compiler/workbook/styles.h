#pragma once

#include <vector>

#include "workbook/budgets.h"
#include "workbook/number_format.h"
#include "workbook/xml.h"

namespace svod::workbook {

/// The kind of each cell style (`s` of a cell), in the order of the styles part.
std::vector<FormatKind> read_styles(Xml& xml, const Budgets& budgets);

}  // namespace svod::workbook
