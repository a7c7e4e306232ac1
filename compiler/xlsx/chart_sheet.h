#pragma once

#include <string>

#include "document/document.h"
#include "xlsx/book.h"

namespace svod::xlsx {

/// «Рисунок 2 – Средний балл по предметам»; the sheet's own name where the chart has no caption.
std::string chart_title(const document::Chart& chart, const std::string& sheet_name);

/// Fills the sheet of one chart: its figures as a table, and beside it native charts of the same kind.
void fill_chart_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document,
                      const document::Chart& chart, const Location& origin, const std::string& sheet_name);

}  // namespace svod::xlsx
