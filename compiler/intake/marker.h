#pragma once

#include <map>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "workbook/workbook.h"

namespace svod::intake {

/// The marks that svod's blanks carry: a defined name `svod_form`, or a cell with «svod:oge_marks:1».
struct Marks {
  const definitions::Form* whole = nullptr;                    ///< for every sheet
  std::map<std::size_t, const definitions::Form*> of_sheet;
  std::vector<std::size_t> mark_sheets;                        ///< hidden sheets that hold the mark
  bool foreign = false;                                        ///< a mark of an unknown form: an error stands

  const definitions::Form* form_of(std::size_t sheet) const;
  bool only_marks(std::size_t sheet) const;
};

Marks find_marks(const workbook::Workbook& book, const definitions::Workspace& workspace, Diagnostics& out);

}  // namespace svod::intake
