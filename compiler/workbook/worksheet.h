#pragma once

#include <string_view>
#include <vector>

#include "workbook/cell_faults.h"
#include "workbook/number_format.h"
#include "workbook/rich_text.h"
#include "workbook/workbook.h"
#include "workbook/xml.h"

namespace svod::workbook {

/// What the sheets of one file share and spend together.
struct FileContext {
  const Budgets& budgets;
  Texts& texts;
  std::vector<std::string_view> strings;
  std::vector<FormatKind> styles;
  bool system_1904 = false;
  std::size_t cells = 0;
  std::size_t merged = 0;
};

/// Fills a sheet from its part. Throws Fault where the part is broken; a fault of a cell goes to `faults`.
void read_worksheet(Xml& xml, FileContext& context, Sheet& sheet, CellFaults& faults);

}  // namespace svod::workbook
