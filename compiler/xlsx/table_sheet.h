#pragma once

#include <string>

#include "document/document.h"
#include "xlsx/book.h"

namespace svod::xlsx {

/// «Таблица 3 – Результаты по предметам»; the sheet's own name where the table has no caption.
std::string table_title(const document::Table& table, const std::string& sheet_name);

/// Fills the sheet of one table: title, mark, head, rows, legend, and how it prints.
void fill_table_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document,
                      const document::Table& table, const Location& origin, const std::string& sheet_name);

}  // namespace svod::xlsx
