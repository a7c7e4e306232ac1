#pragma once

#include <xlsxwriter.h>

#include <memory>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "xlsx/styles.h"

namespace svod::xlsx {

/// A workbook under work: the library's object over a file in memory. Every text goes through here, so that
/// nothing reaches the library that it would refuse, print about, or take for a formula.
class Book {
 public:
  /// `long_sheets` keeps one row in memory: rows must be written from top to bottom.
  Book(const document::Document& document, bool long_sheets, Diagnostics& diagnostics);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  bool opened() const { return workbook_ != nullptr; }
  bool long_sheets() const { return long_sheets_; }
  Diagnostics& diagnostics() { return diagnostics_; }

  /// A4, one page across, mark above and page numbers below; null after a failure.
  lxw_worksheet* add_sheet(const std::string& name);

  void text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, std::string_view text, const Style& style,
            const Location& origin = {});
  /// Merges where the range is more than a cell.
  void merged_text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, lxw_row_t last_row,
                   std::size_t last_column, std::string_view text, const Style& style, const Location& origin = {});
  void number(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, double value, const Style& style);
  void formula(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& formula, double value,
               const Style& style);
  void blank(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const Style& style);
  /// A real date, shown as «05.11.2022».
  void date(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, Date date, Style style);
  /// The cells take one of these texts and nothing else.
  void choices(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t column,
               const std::vector<std::string>& words);
  /// Buttons of filters in `row`, the head of the columns up to `last_column`.
  void filter(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t last_column);
  /// The cells of the range are filled while the formula, written for its first cell, holds.
  void fill_while(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t column,
                  const std::string& formula);
  /// The cells look as the mark does while the formula, written for the first of them, holds.
  enum class Mark : unsigned char { done, overdue };
  void mark_while(lxw_worksheet* sheet, lxw_row_t row, lxw_row_t last_row, std::size_t column, std::size_t last_column,
                  const std::string& formula, Mark mark);
  /// A link to the first cell of a sheet of this book.
  void link(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& sheet_name,
            std::string_view text, Style::Part part = Style::Part::link);
  /// A chart that is not yet on a sheet, of one of the library's types; null after a failure.
  lxw_chart* add_chart(std::uint8_t type);
  /// `words` say what it shows, for those who cannot see it.
  void insert_chart(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, lxw_chart* chart, double x_scale,
                    double y_scale, std::string_view words);
  /// Rows of one line keep the height that programs give them.
  void row_height(lxw_worksheet* sheet, lxw_row_t row, int lines, double points = 10);
  void column_width(lxw_worksheet* sheet, std::size_t column, double width);

  /// Closes the workbook. Empty, with a diagnostic, after any failure.
  std::string finish();

 private:
  std::string checked(std::string_view text, const Location& origin);
  void note(lxw_error error);

  const document::Document& document_;
  Diagnostics& diagnostics_;
  int memory_ = -1;
  lxw_workbook* workbook_ = nullptr;
  std::unique_ptr<Styles> styles_;
  bool long_sheets_;
  lxw_error error_ = LXW_NO_ERROR;
};

/// «'О''Генри'!A1»: a sheet's name as formulas and links write it.
std::string quoted_sheet(std::string_view name);

}  // namespace svod::xlsx
