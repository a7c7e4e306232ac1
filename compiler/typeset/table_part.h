#pragma once

#include <string>
#include <vector>

#include "typeset/table.h"
#include "typeset/table_grid.h"
#include "typeset/table_widths.h"

namespace svod::typeset {

/// A table, or those of its columns that stand side by side on one sheet.
struct TableSetter::Part {
  const document::Table* table = nullptr;
  std::string title;
  Grid head, body;
  TextStyle head_style, body_style;
  std::vector<ColumnNeed> needs;
  bool turned = false;
  bool first = true, last = true;
  Length width = 0;
  Length limit = 0;  ///< rows higher than this are divided between pages
  Length above = 0;
  std::int32_t destination = -1;

  std::vector<Length> widths;
  std::vector<Length> edges;  ///< left edges of the columns, and the right edge of the last
  struct Figures {
    Length whole = 0, rest = 0;  ///< widest before and after the comma
  };
  std::vector<Figures> figures;
};

}  // namespace svod::typeset
