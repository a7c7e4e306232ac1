#pragma once

#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "tables/find.h"
#include "workbook/workbook.h"

namespace svod::intake {

/// A table of a file that was recognised as a form.
struct MatchedTable {
  const definitions::Form* form = nullptr;
  std::size_t sheet = 0;
  tables::Table table;
};

/// How a form looks in a sheet.
tables::Sought sought_for(const definitions::Form& form);

/// The tables of a file with their forms: by a blank's mark, else by the heads of all sheets. A file may hold
/// tables of several forms.
Outcome<std::vector<MatchedTable>> match_forms(const workbook::Workbook& book, const definitions::Workspace& workspace);

}  // namespace svod::intake
