#include "workbook/number_format.h"

#include <algorithm>

namespace svod::workbook {
namespace {

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// `[h]`, `[mm]`, `[ss]`: hours, minutes or seconds that run past the day.
bool is_elapsed(std::string_view inside) {
  if (inside.empty() || inside.size() > 9) return false;
  const char first = lower_letter(inside.front());
  return (first == 'h' || first == 'm' || first == 's') &&
         std::all_of(inside.begin(), inside.end(), [&](char c) { return lower_letter(c) == first; });
}

}  // namespace

FormatKind kind_of_format(std::string_view code) {
  FormatKind kind;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = lower_letter(code[i]);
    if (c == ';') break;
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character is shown, or padded with, as it is
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      if (is_elapsed(code.substr(i + 1, end - i - 1))) kind.date = true;
      i = end;
    } else if (c == 'd' || c == 'm' || c == 'y' || c == 'h' || c == 's') {
      kind.date = true;
    } else if (c == '%') {
      kind.percent = true;
    }
  }
  return kind;
}

FormatKind kind_of_builtin(unsigned id) {
  return {(id >= 14 && id <= 22) || (id >= 45 && id <= 47), id == 9 || id == 10};
}

}  // namespace svod::workbook
