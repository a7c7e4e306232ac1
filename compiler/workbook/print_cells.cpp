#include <charconv>
#include <cmath>

#include "workbook/workbook.h"

namespace svod::workbook {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '\\': out += "\\\\"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r':
        if (i + 1 == text.size() || text[i + 1] != '\n') out += "\\n";
        break;
      default: out += text[i];
    }
  }
}

void append_number(std::string& out, double value) {
  const double size = std::fabs(value);
  const bool whole = size < 1e15 && std::trunc(value) == value;
  // Fixed where a person would write it so; an exponent says «far from one».
  const bool fixed = whole || (size >= 1e-4 && size < 1e15);
  char digits[64];
  const auto result = std::to_chars(digits, digits + sizeof digits, value == 0 ? 0 : value,
                                    fixed ? std::chars_format::fixed : std::chars_format::scientific);
  out.append(digits, result.ptr);
}

char letter(CellType type) {
  switch (type) {
    case CellType::number: return 'n';
    case CellType::date: return 'd';
    case CellType::text: return 's';
    case CellType::boolean: return 'b';
    case CellType::error: return 'e';
  }
  return '?';
}

}  // namespace

std::string print_cells(const Workbook& book) {
  std::string out;
  for (const Sheet& sheet : book.sheets) {
    std::string name;
    append_escaped(name, sheet.name);
    for (const Cell& cell : sheet.cells) {
      const bool is_text = cell.type == CellType::text || cell.type == CellType::error;
      if (cell.no_cached_value || (is_text && cell.text.empty())) continue;
      out += name;
      out += '\t';
      out += a1(cell.at);
      out += '\t';
      out += letter(cell.type);
      out += '\t';
      if (is_text) {
        append_escaped(out, cell.text);
      } else {
        append_number(out, cell.number);
      }
      out += '\n';
    }
  }
  return out;
}

}  // namespace svod::workbook
