#pragma once

#include <cctype>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.h"
#include "workbook/reference.h"
#include "workbook/workbook.h"

namespace drawn {

namespace workbook = svod::workbook;

/// A cell as drawn: blank; `12` or `3.5` a number; `'12` a text; `%0.5` a number shown as a percentage; `@44377`
/// a date's serial; `?1` a boolean; `#DIV/0!` an error; `~` a formula without a value; `\n` a line break.
inline void put(workbook::Workbook& book, workbook::Sheet& sheet, svod::CellRef at, std::string text) {
  using workbook::CellType;
  if (text.empty()) return;
  workbook::Cell cell;
  cell.at = at;
  const char mark = text[0];
  const bool figure = std::isdigit(static_cast<unsigned char>(mark)) != 0 ||
                      (mark == '-' && text.size() > 1 && std::isdigit(static_cast<unsigned char>(text[1])) != 0);
  char* end = nullptr;
  const std::string rest = text.substr(1);
  const double number = std::strtod(figure ? text.c_str() : rest.c_str(), &end);
  if (figure && *end == '\0') {
    cell.number = number;
  } else if (mark == '%' && rest != "") {
    cell.number = number;
    cell.percent = true;
  } else if (mark == '@') {
    cell.type = CellType::date;
    cell.number = number;
  } else if (mark == '?') {
    cell.type = CellType::boolean;
    cell.number = number;
  } else if (mark == '~') {
    cell.is_formula = cell.no_cached_value = true;
  } else {
    cell.type = mark == '#' ? CellType::error : CellType::text;
    cell.text = book.texts.keep(svod::replace_all(mark == '\'' ? rest : text, "\\n", "\n"));
  }
  sheet.cells.push_back(cell);
}

/// Adds a sheet: a line a row, cells parted by `|`. The sheet stays where it is until the next one is added.
inline workbook::Sheet& add_sheet(workbook::Workbook& book, const std::string& name, const std::string& rows,
                                  const std::vector<std::string>& merged = {}) {
  workbook::Sheet& sheet = book.sheets.emplace_back();
  sheet.name = name;
  std::uint32_t r = 0;
  // The first line of a raw literal is empty: its rows begin below.
  for (const std::string_view line :
       svod::split(rows.starts_with('\n') ? std::string_view(rows).substr(1) : rows, '\n')) {
    std::uint32_t c = 0;
    for (const std::string_view cell : svod::split(line, '|'))
      put(book, sheet, {r, c++}, std::string(svod::trim(cell)));
    ++r;
  }
  for (const std::string& range : merged) sheet.merged.push_back(*workbook::parse_range(range));
  return sheet;
}

inline workbook::Workbook book_of(const std::string& rows, const std::vector<std::string>& merged = {}) {
  workbook::Workbook book;
  book.file = "a.xlsx";
  add_sheet(book, "Лист1", rows, merged);
  return book;
}

/// «код место сообщение» of every diagnostic, a line each.
inline std::string lines(const svod::Diagnostics& diagnostics) {
  std::string text;
  for (const svod::Diagnostic& d : diagnostics) {
    text += std::string(d.code->id) + " " + (d.where.cells ? svod::a1(*d.where.cells) : "") + " " + d.message + "\n";
  }
  return text;
}

inline std::size_t count(const svod::Diagnostics& diagnostics, const svod::Code& code) {
  std::size_t found = 0;
  for (const svod::Diagnostic& d : diagnostics) found += d.code->id == code.id ? 1 : 0;
  return found;
}

}  // namespace drawn
