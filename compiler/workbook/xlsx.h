#pragma once

#include "workbook/package.h"
#include "workbook/workbook.h"

namespace svod::workbook {

/// Fills `book` from a package whose main part is a spreadsheet. Throws Fault.
void read_xlsx(Package& package, const std::string& main_part, const Budgets& budgets, Workbook& book,
               Diagnostics& found);

}  // namespace svod::workbook
