#pragma once

#include <xlsxwriter.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace svod::xlsx {

/// The tables of a book that are on their sheets, by anchor.
struct FilledTable {
  const document::Table* table = nullptr;
  std::string sheet;
  lxw_row_t first_row = 0, last_row = 0;   ///< of the body
};
using FilledTables = std::map<std::string, FilledTable>;

/// The cell that a formula stands in: its table, its row and the row of the sheet.
struct FormulaPlace {
  const document::Table& table;
  const document::Row& row;
  lxw_row_t sheet_row = 0;
  std::size_t columns = 0;   ///< of the table
};

/// The column of that id.
std::optional<std::size_t> column_of(const document::Table& table, std::string_view id);

/// «=COUNTIFS(…)» over a table that is on its sheet already; empty where Excel could not compare the texts.
std::string count_formula(const document::Formula& formula, const FilledTables& filled, const FormulaPlace& place);

}  // namespace svod::xlsx
