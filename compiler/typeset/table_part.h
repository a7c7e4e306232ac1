#pragma once

#include <array>
#include <string>
#include <vector>

#include "typeset/table.h"
#include "typeset/table_grid.h"
#include "typeset/table_widths.h"

namespace svod::typeset {

/// A table at one size, before it is known how its columns stand.
struct TableSetter::Fit {
  Grid head, body;
  std::vector<ColumnNeed> blank;  ///< what is known of the columns without their texts
  std::vector<ColumnNeed> needs;
  std::size_t size = 0;  ///< in TableLook::sizes
  bool turned = false;
  bool narrowed = false;  ///< ColumnNeed::narrow is known
  bool whole = true;      ///< all columns stand side by side
};

/// A table, or those of its columns that stand side by side on one sheet.
struct TableSetter::Part {
  const document::Table* table = nullptr;
  std::string title;
  Grid head, numbers, body;
  std::array<TextStyle, 3> styles;  ///< by band
  std::array<Length, 3> baselines{};
  std::vector<ColumnNeed> needs;
  std::vector<int> columns;  ///< of the table, from 0
  bool turned = false;
  bool grid = false;  ///< ruled on all sides of the cells
  bool first = true, last = true;
  Length width = 0;
  Length page = 0;   ///< height of a page's text
  Length limit = 0;  ///< rows higher than this are divided between pages
  Length above = 0;
  std::int32_t destination = -1;

  std::vector<Length> edges;  ///< left edges of the columns, and the right edge of the last
  struct Figures {
    Length whole = 0, rest = 0;  ///< widest before and after the comma
  };
  std::vector<Figures> figures;

  std::int32_t series = -1;    ///< Continuation::table
  std::vector<Strip> repeat;   ///< what a page begins with
  Length head_height = 0;
  std::size_t numbers_strip = 0;  ///< in the galley, of numbers that show only where the table runs over; or 0

  const TextStyle& style(Band band) const { return styles[static_cast<std::size_t>(band)]; }
  Length baseline(Band band) const { return baselines[static_cast<std::size_t>(band)]; }
};

}  // namespace svod::typeset
