#include "workbook/styles.h"

#include <charconv>
#include <map>

#include "workbook/fault.h"

namespace svod::workbook {
namespace {

unsigned number(const std::string& text) {
  unsigned value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} ? value : 0;
}

}  // namespace

std::vector<FormatKind> read_styles(Xml& xml, const Budgets& budgets) {
  // The formats may stand after the styles that use them.
  std::map<unsigned, FormatKind> formats;
  std::vector<unsigned> styles;
  xml.expect_root("styleSheet");
  while (xml.next() == Xml::Token::start) {
    const bool is_formats = xml.name() == "numFmts";
    if (!is_formats && xml.name() != "cellXfs") {
      xml.skip();
      continue;
    }
    while (xml.next() == Xml::Token::start) {
      if (is_formats && xml.name() == "numFmt") {
        formats[number(xml.attribute("numFmtId"))] = kind_of_format(xml.attribute("formatCode"));
      } else if (!is_formats && xml.name() == "xf") {
        styles.push_back(number(xml.attribute("numFmtId")));
      }
      if (styles.size() + formats.size() > budgets.styles) {
        refuse_over_budget("число форматов в файле", budgets.styles, "(styles)");
      }
      xml.skip();
    }
  }
  xml.next();
  std::vector<FormatKind> kinds;
  kinds.reserve(styles.size());
  for (const unsigned id : styles) {
    const auto own = formats.find(id);
    kinds.push_back(own != formats.end() ? own->second : kind_of_builtin(id));
  }
  return kinds;
}

}  // namespace svod::workbook
