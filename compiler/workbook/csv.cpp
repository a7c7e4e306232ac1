#include "workbook/csv.h"

#include <algorithm>

#include "base/text.h"
#include "workbook/cell_faults.h"
#include "workbook/codes.h"
#include "workbook/fault.h"
#include "workbook/kind.h"
#include "workbook/rich_text.h"

namespace svod::workbook {
namespace {

std::string stem(const std::string& file) {
  const std::size_t slash = file.find_last_of("/\\");
  const std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

/// Line and column of an offset; CR, LF and CRLF end lines.
[[noreturn]] void refuse_at(std::string_view text, std::size_t at, const Code& code, std::string message,
                            std::string hint) {
  int line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
      ++line;
      begin = i + 1;
    }
  }
  const int column = static_cast<int>(length(text.substr(begin, at - begin))) + 1;
  throw Fault{&code, std::move(message), std::move(hint), line, column};
}

/// «sep=;» in the first line: how Excel is told the delimiter. Taken off the text.
char stated_delimiter(std::string_view& text) {
  if (text.size() < 5 || lower(text.substr(0, 4)) != "sep=") return '\0';
  const char delimiter = text[4];
  if (text.size() > 5 && text[5] != '\r' && text[5] != '\n') return '\0';
  const std::size_t end = text.find('\n');
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return delimiter;
}

void read_fields(std::string_view text, char delimiter, const Budgets& budgets, Workbook& book, Sheet& sheet,
                 CellFaults& faults) {
  CsvFields fields(text, delimiter);
  CellRef at;
  while (!fields.at_end()) {
    const CsvFields::Field field = fields.next();
    if (field.unclosed) {
      refuse_at(text, field.at, codes::unclosed_quote, "кавычка открыта здесь и не закрыта до конца файла",
                "закройте кавычку; кавычка внутри текста пишется дважды");
    }
    if (field.text.size() > budgets.text_bytes) {
      refuse_over_budget("текст одной ячейки", budgets.text_bytes, "байт (text_bytes)");
    }
    if (field.text_after_quote) {
      faults.warning(codes::text_after_quote, at, "за закрытой кавычкой стоит ещё текст: " + shown(field.text));
    }
    if (!field.text.empty()) {
      Cell cell;
      cell.at = at;
      // Only a field that had doubled quotes lies outside the kept text.
      const bool inside = field.text.data() >= text.data() && field.text.data() < text.data() + text.size();
      cell.text = inside ? field.text : book.texts.keep(field.text);
      if (const auto number = csv_number(field.text)) {
        cell.number = *number;
      } else {
        cell.type = CellType::text;
      }
      if (sheet.cells.size() >= budgets.cells) refuse_over_budget("число ячеек в файле", budgets.cells, "(cells)");
      sheet.cells.push_back(cell);
    }
    at = field.ends_record ? CellRef{at.row + 1, 0} : CellRef{at.row, at.column + 1};
  }
}

}  // namespace

void read_csv(std::string_view bytes, const Budgets& budgets, Workbook& book, Diagnostics& found) {
  Texts texts(book.texts, budgets);
  std::string_view text;
  {
    const std::string decoded = decode_csv(bytes);
    refuse_markup(decoded);
    if (decoded.size() > budgets.string_bytes) {
      refuse_over_budget("тексты файла вместе", budgets.string_bytes, "байт (string_bytes)");
    }
    text = book.texts.keep(decoded);
  }
  if (trim(text).empty()) {
    refuse(codes::empty_file, "файл пуст: в нём нет ни одной ячейки", "попросите прислать файл ещё раз");
  }
  Sheet sheet;
  sheet.name = stem(book.file);
  Delimiter delimiter;
  delimiter.character = stated_delimiter(text);
  if (delimiter.character == '\0') delimiter = detect_delimiter(text);
  if (delimiter.unsure) {
    found.warning(codes::unsure_delimiter, Location::in_file(book.file),
                  "запятая может быть и границей ячеек, и десятичным знаком; принята граница",
                  "сохраните csv с разделителем «точка с запятой» или добавьте строку заголовков");
  }
  CellFaults faults(found, book.file, sheet.name, budgets.listed_faults);
  read_fields(text, delimiter.character, budgets, book, sheet, faults);
  faults.finish();
  book.sheets.push_back(std::move(sheet));
}

}  // namespace svod::workbook
