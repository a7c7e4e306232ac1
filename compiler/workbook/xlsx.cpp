#include "workbook/xlsx.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "workbook/codes.h"
#include "workbook/fault.h"
#include "workbook/styles.h"
#include "workbook/worksheet.h"

namespace svod::workbook {
namespace {

constexpr const char* kMend = "откройте файл в Excel с восстановлением, проверьте данные и сохраните заново";

/// A tab as the workbook part lists it.
struct Tab {
  std::string name;
  std::string relationship;
  bool hidden = false;
};

bool is_true(const std::string& text) { return text == "1" || text == "true"; }

void read_tabs(Xml& xml, const Budgets& budgets, std::vector<Tab>& tabs) {
  while (xml.next() == Xml::Token::start) {
    if (xml.name() == "sheet") {
      const std::string state = xml.attribute("state");
      tabs.push_back({xml.attribute("name"), xml.prefixed_attribute("id"), state == "hidden" || state == "veryHidden"});
      if (tabs.size() > budgets.sheets) refuse_over_budget("число листов в файле", budgets.sheets, "(sheets)");
    }
    xml.skip();
  }
}

void read_names(Xml& xml, const Budgets& budgets, std::vector<DefinedName>& names) {
  std::string scratch;
  while (xml.next() == Xml::Token::start) {
    if (xml.name() != "definedName") {
      xml.skip();
      continue;
    }
    DefinedName name{xml.attribute("name"), {}, {}};
    const std::string sheet = xml.attribute("localSheetId");
    std::size_t index = 0;
    const auto parsed = std::from_chars(sheet.data(), sheet.data() + sheet.size(), index);
    if (parsed.ec == std::errc{} && index < budgets.sheets) name.sheet = index;
    name.refers_to = std::string(xml.content(scratch));
    names.push_back(std::move(name));
    if (names.size() > budgets.names) refuse_over_budget("число имён в файле", budgets.names, "(names)");
  }
}

std::vector<Tab> read_main(Xml& xml, const Budgets& budgets, Workbook& book) {
  std::vector<Tab> tabs;
  xml.expect_root("workbook");
  while (xml.next() == Xml::Token::start) {
    if (xml.name() == "sheets") {
      read_tabs(xml, budgets, tabs);
    } else if (xml.name() == "definedNames") {
      read_names(xml, budgets, book.names);
    } else {
      if (xml.name() == "workbookPr") book.system_1904 = is_true(xml.attribute("date1904"));
      xml.skip();
    }
  }
  xml.next();
  return tabs;
}

const Relationship* by_kind(const std::vector<Relationship>& all, std::string_view kind) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Relationship& r) { return r.kind == kind; });
  return found == all.end() ? nullptr : &*found;
}

const Relationship& of_tab(const std::vector<Relationship>& all, const Tab& tab) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Relationship& r) { return r.id == tab.relationship; });
  if (found == all.end()) {
    refuse(codes::missing_part, "в файле xlsx не указано, где лежит лист " + shown(tab.name), kMend);
  }
  return *found;
}

void report_twins(const Workbook& book, Diagnostics& found) {
  std::map<std::string, std::string> seen;
  for (const Sheet& sheet : book.sheets) {
    if (!seen.emplace(lower(sheet.name), sheet.name).second) {
      found.error(codes::same_sheet_name, Location::in_sheet(book.file, sheet.name),
                  "в файле два листа с именем " + shown(sheet.name), "переименуйте один из листов");
    }
  }
}

}  // namespace

void read_xlsx(Package& package, const std::string& main_part, const Budgets& budgets, Workbook& book,
               Diagnostics& found) {
  std::vector<Tab> tabs;
  {
    Xml xml(package.read(main_part, "это список листов"), main_part, budgets.depth);
    tabs = read_main(xml, budgets, book);
  }
  if (tabs.empty()) refuse(codes::missing_part, "в файле xlsx нет ни одного листа", kMend);
  const std::vector<Relationship> parts = package.relationships(main_part);
  Texts texts(book.texts, budgets);
  FileContext context{budgets, texts, {}, {}, book.system_1904};
  if (const Relationship* strings = by_kind(parts, "sharedStrings")) {
    Xml xml(package.read(strings->target, "в ней тексты ячеек"), strings->target, budgets.depth);
    context.strings = read_shared_strings(xml, texts, budgets);
  }
  if (const Relationship* styles = by_kind(parts, "styles")) {
    Xml xml(package.read(styles->target, "в ней форматы ячеек"), styles->target, budgets.depth);
    context.styles = read_styles(xml, budgets);
  }
  for (const Tab& tab : tabs) {
    const Relationship& part = of_tab(parts, tab);
    Sheet sheet;
    sheet.name = tab.name;
    sheet.hidden = tab.hidden;
    // Sheets of charts, dialogs and macros have a tab and no cells.
    if (part.kind == "worksheet") {
      Xml xml(package.read(part.target, "это лист " + shown(tab.name)), part.target, budgets.depth);
      CellFaults faults(found, book.file, tab.name, budgets.listed_faults);
      read_worksheet(xml, context, sheet, faults);
    }
    book.sheets.push_back(std::move(sheet));
  }
  report_twins(book, found);
}

}  // namespace svod::workbook
