#include "xlsx/front_sheets.h"

#include <algorithm>

#include "language/dates.h"
#include "xlsx/measure.h"
#include "xlsx/sheet_names.h"

namespace svod::xlsx {
namespace {

using document::Align;
using Part = Style::Part;

constexpr double kTitleColumn = 80;
constexpr double kHashColumn = 72;  // 64 hexadecimal figures

const Style kHead{Part::head, Align::centre, true, false, true, {}};
const Style kCell{Part::body, Align::left, false, false, true, {}};
const Style kPlain{Part::plain, Align::left, false, false, false, {}};

// Title, mark and what else stands above; returns the next free row.
lxw_row_t write_top(Book& book, lxw_worksheet* sheet, const document::Document& document, const std::string& title,
                    std::size_t last_column, double width) {
  lxw_row_t row = 0;
  const Style style{Part::title, Align::left, true, false, true, {}};
  const int lines = wrapped_lines(title, width / 1.2, true);
  book.row_height(sheet, row, lines, 12);
  book.merged_text(sheet, row, 0, row, last_column, title, style);
  ++row;
  if (!document.mark.empty()) {
    const Style mark{Part::mark, Align::left, true, false, true, {}};
    book.row_height(sheet, row, wrapped_lines(document.mark, width, true));
    book.merged_text(sheet, row, 0, row, last_column, document.mark, mark);
    ++row;
  }
  return row;
}

void write_head(Book& book, lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& titles) {
  for (std::size_t c = 0; c < titles.size(); ++c) book.text(sheet, row, c, titles[c], kHead);
  worksheet_freeze_panes(sheet, row + 1, 0);
  worksheet_repeat_rows(sheet, row, row);
}

}  // namespace

void fill_contents_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document,
                         const std::vector<ContentsLine>& lines) {
  double sheet_column = 20;
  for (const ContentsLine& line : lines) sheet_column = std::max(sheet_column, text_width(line.sheet) + 3);
  book.column_width(sheet, 0, 7);
  book.column_width(sheet, 1, kTitleColumn);
  book.column_width(sheet, 2, sheet_column);
  lxw_row_t row = write_top(book, sheet, document, document.title.empty() ? document.name : document.title, 2,
                            kTitleColumn + sheet_column + 7);
  if (!document.author.empty()) book.text(sheet, row++, 0, document.author, kPlain);
  book.text(sheet, row++, 0, "Составлено " + language::long_date(document.date), kPlain);
  ++row;
  const bool figures = std::any_of(lines.begin(), lines.end(), [](const ContentsLine& line) { return line.figure; });
  write_head(book, sheet, row++, {"№", figures ? "Таблица, рисунок" : "Таблица", "Лист"});
  const Style section{Part::group, Align::left, true, false, false, {}};
  const Style number{Part::body, Align::centre, false, false, false, {}};
  for (const ContentsLine& line : lines) {
    if (!line.section.empty()) {
      book.text(sheet, row, 0, line.section, section);
      book.blank(sheet, row, 1, section);
      book.blank(sheet, row, 2, section);
    } else {
      book.row_height(sheet, row, wrapped_lines(line.title, kTitleColumn - 2));
      book.text(sheet, row, 0, line.number, number);
      book.text(sheet, row, 1, line.title, kCell);
      book.link(sheet, row, 2, line.sheet, line.sheet, Part::link_cell);
    }
    ++row;
  }
  if (lines.empty()) book.text(sheet, row++, 1, "В документе нет таблиц", kCell);
  ++row;
  book.link(sheet, row, 1, std::string(sources_sheet_name), std::string(sources_sheet_name));
  worksheet_set_landscape(sheet);
  worksheet_print_area(sheet, 0, 0, row, 2);
}

void fill_sources_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document) {
  double file_column = 24;
  double title_column = 24;
  for (const document::SourceNote& source : document.sources) {
    file_column = std::max(file_column, std::min(text_width(source.file) + 2, 60.0));
    title_column = std::max(title_column, std::min(text_width(source.title) + 2, 50.0));
  }
  book.column_width(sheet, 0, 7);
  book.column_width(sheet, 1, file_column);
  book.column_width(sheet, 2, title_column);
  book.column_width(sheet, 3, kHashColumn);
  lxw_row_t row = write_top(book, sheet, document, "Источники", 3, file_column + title_column + kHashColumn);
  book.link(sheet, row++, 0, std::string(contents_sheet_name), "К содержанию");
  write_head(book, sheet, row++, {"№", "Файл", "Что в нём", "SHA-256"});
  const Style number{Part::body, Align::centre, false, false, false, "0"};
  int count = 0;
  for (const document::SourceNote& source : document.sources) {
    book.row_height(sheet, row, std::max(wrapped_lines(source.file, file_column - 1),
                                         wrapped_lines(source.title, title_column - 1)));
    book.number(sheet, row, 0, ++count, number);
    book.text(sheet, row, 1, source.file, kCell);
    book.text(sheet, row, 2, source.title, kCell);
    book.text(sheet, row, 3, source.sha256, kCell);
    ++row;
  }
  if (document.sources.empty()) book.text(sheet, row++, 1, "Источники не указаны", kCell);
  worksheet_set_landscape(sheet);
  worksheet_print_area(sheet, 0, 0, row - 1, 3);
}

}  // namespace svod::xlsx
