#include "plan/table_cells.h"

#include <cstdio>

#include "base/date.h"
#include "base/text.h"
#include "plan/codes.h"

namespace svod::plan {
namespace {

constexpr std::size_t kLongest = 20'000;   // characters of one cell of a plan

std::string two(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string TableCells::clean(const workbook::Cell& cell) {
  std::string_view text = cell.text;
  std::string cut;
  if (text.size() > kLongest && length(text) > kLongest) {
    if (first_time(cell)) {
      found_.error(codes::long_cell, at(cell.at),
                   "в ячейке " + std::to_string(length(text)) + " знаков, прочитаны первые " + std::to_string(kLongest),
                   "оставьте в ячейке текст одного мероприятия");
    }
    std::size_t end = 0;
    for (std::size_t count = 0; count < kLongest; ++count) next_code_point(text, end);
    cut = std::string(text.substr(0, end)) + "…";
    text = cut;
  }
  std::string out;
  out.reserve(text.size());
  bool hidden = false;
  for (const char c : text) {
    if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
      if (c != 0x7F) out += c;
    } else if (c != '\r') {
      hidden = true;
    }
  }
  if (hidden && first_time(cell)) {
    found_.warning(codes::control_characters, at(cell.at), "в ячейке управляющие знаки, они пропущены",
                   "наберите текст ячейки заново");
  }
  return std::string(trim(out));
}

std::string TableCells::text(const workbook::Cell& cell) {
  using workbook::CellType;
  if (cell.no_cached_value) return {};   // the reader of the workbook told it
  if (cell.type == CellType::error) {
    if (first_time(cell)) {
      found_.error(codes::error_cell, at(cell.at), "в ячейке ошибка " + std::string(cell.text),
                   "исправьте формулу или впишите текст");
    }
    return {};
  }
  if (cell.is_formula && first_time(cell)) {
    found_.note(codes::formula_cell, at(cell.at), "в ячейке формула, прочитано её сохранённое значение",
                "замените формулу её значением").cause = "formula";
  }
  switch (cell.type) {
    case CellType::text: return clean(cell);
    case CellType::date: {
      const auto day = date_of_serial(cell.number, book_.system_1904);
      if (!day) return {};
      return two(static_cast<unsigned>(day->day())) + "." + two(static_cast<unsigned>(day->month())) + "." +
             std::to_string(static_cast<int>(day->year()));
    }
    case CellType::boolean:
      if (first_time(cell)) {
        found_.warning(codes::not_text, at(cell.at), "в ячейке логическое значение вместо текста", "впишите текст");
      }
      return {};
    default: return tables::shown_text(cell);
  }
}

std::string TableCells::number(const workbook::Cell& cell) {
  if (cell.type != workbook::CellType::date || cell.is_formula) {
    // Numbers are counted by formulas in many books: nothing to tell.
    if (cell.is_formula && cell.type == workbook::CellType::number && !cell.no_cached_value)
      return tables::shown_text(cell);
    return text(cell);
  }
  const auto day = date_of_serial(cell.number, book_.system_1904);
  if (!day) return {};
  const std::string number = std::to_string(static_cast<unsigned>(day->day())) + "." +
                             std::to_string(static_cast<unsigned>(day->month()));
  if (first_time(cell)) {
    found_.warning(codes::number_as_date, at(cell.at),
                   "номер стал датой " + text(cell) + ", прочитан как «" + number + "»",
                   "задайте столбцу номеров текстовый формат и впишите номер заново");
  }
  return number;
}

}  // namespace svod::plan
