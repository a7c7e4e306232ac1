#include "xlsx/write.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "xlsx/book.h"
#include "xlsx/front_sheets.h"
#include "xlsx/sheet_names.h"
#include "xlsx/strings.h"
#include "xlsx/table_sheet.h"

namespace svod::xlsx {
namespace {

// Above so many rows the library keeps one row in memory instead of the sheet.
constexpr std::size_t kLongSheet = 20'000;

struct FoundTable {
  const document::Table* table = nullptr;
  const Location* origin = nullptr;
  std::string section;  ///< the heading of the first level above it
};

void collect(const document::Blocks& blocks, std::string& section, std::vector<FoundTable>& tables) {
  for (const document::Block& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
      if (heading->level == 1) {
        section = heading->number.empty() ? "" : heading->number + " ";
        section += squeeze(plain_text(heading->runs));
      }
    } else if (const auto* table = std::get_if<document::Table>(&block.content)) {
      tables.push_back({table, &block.origin, section});
    } else if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const document::Item& item : list->items) collect(item.blocks, section, tables);
    }
  }
}

std::string wanted_name(const document::Table& table) {
  if (!table.sheet.empty()) return table.sheet;
  return table.number.empty() ? table.caption : "Таблица " + table.number;
}

}  // namespace

Outcome<std::string> write(const document::Document& document) {
  Outcome<std::string> outcome;
  std::vector<FoundTable> tables;
  std::string section;
  collect(document.blocks, section, tables);

  SheetNames names;
  std::vector<std::string> sheets;
  std::vector<ContentsLine> lines;
  std::string shown_section;
  bool long_sheets = false;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const FoundTable& found = tables[i];
    long_sheets = long_sheets || found.table->rows.size() > kLongSheet;
    sheets.push_back(names.take(wanted_name(*found.table)));
    if (!found.section.empty() && found.section != shown_section) {
      lines.push_back({found.section, {}, {}, {}});
      shown_section = found.section;
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
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (lxw_worksheet* sheet = book.add_sheet(sheets[i])) {
      fill_table_sheet(book, sheet, document, *tables[i].table, *tables[i].origin, sheets[i]);
    }
  }
  if (lxw_worksheet* sheet = book.add_sheet(std::string(sources_sheet_name))) {
    fill_sources_sheet(book, sheet, document);
  }
  outcome.product = book.finish();
  return outcome;
}

}  // namespace svod::xlsx
