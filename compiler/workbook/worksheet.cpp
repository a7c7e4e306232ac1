#include "workbook/worksheet.h"

#include <charconv>

#include "workbook/cell_reader.h"
#include "workbook/codes.h"
#include "workbook/fault.h"
#include "workbook/reference.h"

namespace svod::workbook {
namespace {

std::int64_t number(const std::string& text) {
  std::int64_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} && result.ptr == text.data() + text.size() ? value : 0;
}

void read_columns(Xml& xml, Sheet& sheet, CellFaults& faults) {
  while (xml.next() == Xml::Token::start) {
    if (xml.name() == "col") {
      const std::string hidden = xml.attribute("hidden");
      const std::int64_t first = number(xml.attribute("min"));
      const std::int64_t last = number(xml.attribute("max"));
      if (first < 1 || last < first || last > kSheetColumns) {
        faults.sheet_error(codes::bad_reference, "неверные номера столбцов: от " + shown(xml.attribute("min")) +
                                                     " до " + shown(xml.attribute("max")));
      } else if (hidden == "1" || hidden == "true") {
        sheet.hidden_columns.emplace_back(static_cast<std::uint32_t>(first - 1), static_cast<std::uint32_t>(last - 1));
      }
    }
    xml.skip();
  }
}

void read_merged(Xml& xml, FileContext& context, Sheet& sheet, CellFaults& faults) {
  while (xml.next() == Xml::Token::start) {
    if (xml.name() == "mergeCell") {
      const std::string reference = xml.attribute("ref");
      if (const auto range = parse_range(reference)) {
        if (++context.merged > context.budgets.merged) {
          refuse_over_budget("число объединённых ячеек", context.budgets.merged, "(merged)");
        }
        sheet.merged.push_back(*range);
      } else {
        faults.sheet_error(codes::bad_reference, "неверный адрес объединённых ячеек " + shown(reference));
      }
    }
    xml.skip();
  }
}

}  // namespace

void read_worksheet(Xml& xml, FileContext& context, Sheet& sheet, CellFaults& faults) {
  xml.expect_root("worksheet");
  while (xml.next() == Xml::Token::start) {
    if (xml.name() == "sheetData") {
      CellReader(xml, context, sheet, faults).read_rows();
    } else if (xml.name() == "cols") {
      read_columns(xml, sheet, faults);
    } else if (xml.name() == "mergeCells") {
      read_merged(xml, context, sheet, faults);
    } else {
      xml.skip();
    }
  }
  xml.next();
  faults.finish();
}

}  // namespace svod::workbook
