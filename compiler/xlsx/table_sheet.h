#pragma once

#include <string>

#include "document/document.h"
#include "xlsx/book.h"
#include "xlsx/count_formula.h"

namespace svod::xlsx {

/// «Таблица 3 – Результаты по предметам»; the sheet's own name where the table has no caption.
std::string table_title(const document::Table& table, const std::string& sheet_name);

/// Where a table's rows stand on its sheet.
struct TablePlace {
  bool filled = false;
  lxw_row_t first_row = 0;  ///< of the body
  lxw_row_t last_row = 0;   ///< of everything
};

/// How a sheet differs from what its table alone would make it.
struct SheetLook {
  bool landscape = false;
  bool open = false;  ///< nothing bounds its lines at right: a chart follows below them
  const FilledTables* filled = nullptr;   ///< that formulas may count rows of
};

/// Fills the sheet of one table: title, mark, head, rows, legend, and how it prints.
TablePlace fill_table_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document,
                            const document::Table& table, const Location& origin, const std::string& sheet_name,
                            SheetLook look = {});

}  // namespace svod::xlsx
