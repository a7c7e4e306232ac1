#include "xlsx/write.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "xlsx/book.h"
#include "xlsx/chart_sheet.h"
#include "xlsx/front_sheets.h"
#include "xlsx/sheet_names.h"
#include "xlsx/strings.h"
#include "xlsx/table_sheet.h"

namespace svod::xlsx {
namespace {

// Above so many rows the library keeps one row in memory instead of the sheet.
constexpr std::size_t kLongSheet = 20'000;

/// What has a sheet of its own: a table or a chart.
struct Found {
  const document::Table* table = nullptr;
  const document::Chart* chart = nullptr;
  const Location* origin = nullptr;
  std::string section;  ///< the heading of the first level above it
  bool landscape = false;
};

void collect(const document::Blocks& blocks, std::string& section, std::vector<Found>& found) {
  for (const document::Block& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
      if (heading->level == 1) {
        section = heading->number.empty() ? "" : heading->number + " ";
        section += squeeze(plain_text(heading->runs));
      }
    } else if (const auto* table = std::get_if<document::Table>(&block.content)) {
      found.push_back({table, nullptr, &block.origin, section, block.landscape});
    } else if (const auto* chart = std::get_if<document::Chart>(&block.content)) {
      found.push_back({nullptr, chart, &block.origin, section, block.landscape});
    } else if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const document::Item& item : list->items) collect(item.blocks, section, found);
    }
  }
}

std::string wanted_name(const Found& found) {
  const std::string& sheet = found.table ? found.table->sheet : found.chart->sheet;
  const std::string& number = found.table ? found.table->number : found.chart->number;
  if (!sheet.empty()) return sheet;
  if (number.empty()) return found.table ? found.table->caption : found.chart->caption;
  return (found.table ? "Таблица " : "Рисунок ") + number;
}

}  // namespace

Outcome<std::string> write(const document::Document& document) {
  Outcome<std::string> outcome;
  std::vector<Found> all;
  std::string section;
  collect(document.blocks, section, all);

  SheetNames names;
  std::vector<std::string> sheets;
  std::vector<ContentsLine> lines;
  std::string shown_section;
  bool long_sheets = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Found& found = all[i];
    long_sheets = long_sheets || (found.table && found.table->rows.size() > kLongSheet);
    sheets.push_back(names.take(wanted_name(found)));
    if (!found.section.empty() && found.section != shown_section) {
      lines.push_back({found.section, {}, {}, {}});
      shown_section = found.section;
    }
    if (found.chart) {
      lines.push_back({{}, {}, chart_title(*found.chart, sheets.back()), sheets.back(), true});
      continue;
    }
    const std::string& caption = found.table->caption;
    lines.push_back({{},
                     found.table->number.empty() ? std::to_string(i + 1) : found.table->number,
                     caption.empty() ? sheets.back() : caption,
                     sheets.back()});
  }

  Book book(document, long_sheets, outcome.diagnostics);
  if (lxw_worksheet* sheet = book.add_sheet(std::string(contents_sheet_name))) {
    fill_contents_sheet(book, sheet, document, lines);
  }
  FilledTables filled;
  for (std::size_t i = 0; i < all.size(); ++i) {
    lxw_worksheet* sheet = book.add_sheet(sheets[i]);
    if (!sheet) continue;
    if (all[i].chart) {
      fill_chart_sheet(book, sheet, document, *all[i].chart, *all[i].origin, sheets[i]);
    } else {
      const document::Table& table = *all[i].table;
      const TablePlace place =
          fill_table_sheet(book, sheet, document, table, *all[i].origin, sheets[i], {all[i].landscape, false, &filled});
      if (place.filled && !table.anchor.empty() && !table.rows.empty()) {
        const auto last = place.first_row + static_cast<lxw_row_t>(table.rows.size()) - 1;
        filled.emplace(table.anchor, FilledTable{&table, sheets[i], place.first_row, last});
      }
    }
  }
  if (lxw_worksheet* sheet = book.add_sheet(std::string(sources_sheet_name))) {
    fill_sources_sheet(book, sheet, document);
  }
  outcome.product = book.finish();
  return outcome;
}

}  // namespace svod::xlsx
