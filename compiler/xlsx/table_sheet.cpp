#include "xlsx/table_sheet.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

#include "base/text.h"
#include "language/figures.h"
#include "language/years.h"
#include "xlsx/codes.h"
#include "xlsx/columns.h"
#include "xlsx/count_formula.h"
#include "xlsx/measure.h"
#include "xlsx/plan_tools.h"
#include "xlsx/sheet_names.h"
#include "xlsx/strings.h"
#include "xlsx/table_formulas.h"

namespace svod::xlsx {
namespace {

using document::Align;
using Part = Style::Part;

constexpr std::size_t kMostRows = 1'048'576;
constexpr std::size_t kMostColumns = 16'384;
// Units of columns that a page of A4 holds upright, printed at nine tenths of the size.
constexpr double kPortraitWidth = 108;

/// A cell of a row above that reaches down.
struct Carried {
  const document::Cell* cell = nullptr;
  std::size_t rows = 0;   ///< that are still below
};

/// Writes one table from the top of its sheet downward.
class TableSheet {
 public:
  TableSheet(Book& book, lxw_worksheet* sheet, const document::Document& document, const document::Table& table,
             const Location& origin)
      : book_(book),
        sheet_(sheet),
        document_(document),
        table_(table),
        origin_(origin),
        columns_(column_count(table)),
        head_(place(table.head, columns_)),
        body_(place(table.rows, columns_)),
        widths_(column_widths(table, head_, body_)),
        tools_(book, table, body_) {}

  TablePlace fill(const std::string& title, SheetLook look) {
    open_ = look.open;
    filled_ = look.filled;
    for (std::size_t c = 0; c < columns_; ++c) book_.column_width(sheet_, c, widths_[c]);
    line(title, {Part::title, Align::left, true, false, true, {}});
    if (!document_.mark.empty()) line(document_.mark, {Part::mark, Align::left, true, false, true, {}});
    book_.link(sheet_, row_, 0, std::string(contents_sheet_name), "К содержанию");
    row_ += 1;
    const lxw_row_t head_row = row_;
    write_head();
    // Panes are frozen where the head leaves room to see the rows.
    if (!head_.empty()) {
      worksheet_freeze_panes(sheet_, row_, frozen_column());
      worksheet_repeat_rows(sheet_, head_row, row_ - 1);
    }
    TablePlace place{true, row_, 0};
    const lxw_row_t body_row = row_;
    write_body();
    if (row_ > body_row) tools_.add(sheet_, body_row, row_ - 1);
    write_legend();
    set_up_page(look.landscape);
    place.last_row = row_ - 1;
    return place;
  }

 private:
  double width() const { return std::accumulate(widths_.begin(), widths_.end(), 0.0); }
  std::size_t last_column() const { return columns_ - 1; }
  // A page that is not too wide to be read holds at least this much of a line.
  double line_width() const { return std::max(width(), 40.0); }

  // A text across the table; merged only where it would run out of it.
  void line(const std::string& text, const Style& style) {
    const double scale = style.part == Part::title ? 1.2 : 1.0;
    const int lines = wrapped_lines(text, line_width() / scale, style.bold);
    if (lines > 1 && columns_ > 1 && !book_.long_sheets() && !open_) {
      book_.row_height(sheet_, row_, lines, style.part == Part::title ? 12 : 10);
      book_.merged_text(sheet_, row_, 0, row_, last_column(), text, style, origin_);
    } else {
      Style flat = style;
      flat.wrap = false;
      book_.text(sheet_, row_, 0, text, flat, origin_);
    }
    ++row_;
  }

  void write_head() {
    const Style style{Part::head, Align::centre, true, false, true, {}};
    std::vector<const Placed*> lowered;
    for (const GridRow& row : head_) {
      book_.row_height(sheet_, row_, row_lines(row, widths_, true));
      for (const Placed& placed : row.cells) {
        // A filter wants the title of its column just above the rows.
        if (table_.filter && placed.rows > 1) {
          book_.blank(sheet_, row_, placed.column, style);
          lowered.push_back(&placed);
          continue;
        }
        // Long sheets are written row by row: a head cell cannot reach down there.
        const std::size_t rows = book_.long_sheets() ? 1 : placed.rows;
        const std::optional<int> year = language::plain_year(shown_text(*placed.cell));
        if (year && rows == 1 && placed.columns == 1) {
          book_.number(sheet_, row_, placed.column, *year, style);
          continue;
        }
        book_.merged_text(sheet_, row_, placed.column, row_ + static_cast<lxw_row_t>(rows) - 1,
                          placed.column + placed.columns - 1, shown_text(*placed.cell), style, origin_);
      }
      if (&row == &head_.back()) {
        for (const Placed* placed : lowered)
          book_.text(sheet_, row_, placed->column, shown_text(*placed->cell), style, origin_);
      }
      ++row_;
    }
  }

  // The first column stays in sight beside figures, unless it takes half of a screen.
  lxw_col_t frozen_column() const {
    std::size_t names = 0;
    double taken = 0;
    while (names < std::min<std::size_t>(table_.columns.size(), 2) && !table_.columns[names].numeric) {
      taken += widths_[names++];
    }
    return columns_ > names && taken <= 60 ? static_cast<lxw_col_t>(names) : 0;
  }

  Style style_of(const document::Row& row, const document::Cell* cell, std::size_t column) const {
    Style style;
    style.part = row.kind == document::Row::Kind::body    ? Part::body
                 : row.kind == document::Row::Kind::group ? Part::group
                                                          : Part::total;
    style.bold = row.kind != document::Row::Kind::body;
    // What a plan's people change: dates and the status.
    if (style.part == Part::body && column < table_.columns.size()) {
      const document::Column& its = table_.columns[column];
      const bool bounds = !its.id.empty() && (its.id == table_.bar_from || its.id == table_.bar_to);
      if ((bounds || !its.choices.empty()) && (cell == nullptr || cell->state == State::value)) {
        style.part = Part::input;
        style.align = Align::centre;
      }
    }
    if (cell == nullptr) return style;
    if (!style.bold && !cell->runs.empty()) {
      style.bold = std::all_of(cell->runs.begin(), cell->runs.end(), [](const auto& run) { return run.bold; });
    }
    const bool numeric = column < table_.columns.size() && table_.columns[column].numeric;
    if (stored_number(*cell)) {
      const bool plain = column < table_.columns.size() && !table_.columns[column].numeric;
      style.align = !plain ? Align::right : table_.columns[column].centred ? Align::centre : Align::left;
      style.wrap = false;
      style.number_format = number_format(cell->format);
    } else if (cell->state != State::value) {
      style.align = Align::centre;
    } else if (numeric && row.kind != document::Row::Kind::group) {
      style.align = Align::right;
    }
    return style;
  }

  void write_body() {
    const TableFormulas formulas(table_, body_, row_);
    std::vector<Carried> carried(columns_);   // cells that reach down: their words stand in every row, for filters
    for (std::size_t r = 0; r < body_.size(); ++r) {
      const GridRow& row = body_[r];
      // The head of a group runs over the empty cells beside it.
      const bool runs_over = row.row->kind == document::Row::Kind::group && row.cells.size() == 1;
      if (!runs_over) book_.row_height(sheet_, row_, lines_of(row, carried));
      std::size_t next = 0;
      for (const Placed& placed : row.cells) {
        for (; next < placed.column; ++next) write_carried(*row.row, carried[next], next);
        write_cell(*row.row, placed, formulas, r, runs_over);
        if (placed.rows > 1) carried[placed.column] = {placed.cell, placed.rows - 1};
        next = placed.column + 1;
      }
      for (; next < columns_; ++next) write_carried(*row.row, carried[next], next);
      ++row_;
    }
  }

  /// The height of a row in which every word stands that belongs to it, those of the cells above too.
  int lines_of(const GridRow& row, const std::vector<Carried>& carried) const {
    GridRow whole = row;
    for (Placed& placed : whole.cells) placed.rows = 1;
    for (std::size_t c = 0; c < carried.size(); ++c) {
      if (carried[c].rows > 0) whole.cells.push_back({carried[c].cell, c, 1, 1});
    }
    return row_lines(whole, widths_, row.row->kind != document::Row::Kind::body);
  }

  /// What a cell above says here too, or an empty cell.
  void write_carried(const document::Row& row, Carried& carried, std::size_t column) {
    if (carried.rows == 0) return book_.blank(sheet_, row_, column, style_of(row, nullptr, column));
    --carried.rows;
    if (const auto number = stored_number(*carried.cell)) {
      return book_.number(sheet_, row_, column, number->to_double(), style_of(row, carried.cell, column));
    }
    book_.text(sheet_, row_, column, shown_text(*carried.cell), style_of(row, carried.cell, column), origin_);
  }

  void write_cell(const document::Row& row, const Placed& placed, const TableFormulas& formulas, std::size_t r,
                  bool runs_over) {
    Style style = style_of(row, placed.cell, placed.column);
    if (placed.cell->date) return book_.date(sheet_, row_, placed.column, *placed.cell->date, style);
    style.bar = placed.cell->shaded && !tools_.moves(body_[r]);
    const auto number = stored_number(*placed.cell);
    if (!number) {
      if (runs_over) style.wrap = false;
      return book_.text(sheet_, row_, placed.column, shown_text(*placed.cell), style, origin_);
    }
    const CellFormula formula = placed.cell->formula.kind == document::Formula::Kind::count
                                    ? CellFormula{counted(row, placed.cell->formula)}
                                    : formulas.at(r, placed.column);
    if (formula.differs) {
      book_.diagnostics().warning(
          codes::formula_differs, origin_,
          "формула ячейки " + a1(CellRef{row_, static_cast<std::uint32_t>(placed.column)}) + " листа «" +
              sheet_name_of() + "» не даёт напечатанного значения " +
              language::number(*placed.cell->number, placed.cell->format.places),
          "записано значение; проверьте арифметику столбца в шаблоне");
    }
    if (formula.text.empty()) return book_.number(sheet_, row_, placed.column, number->to_double(), style);
    book_.formula(sheet_, row_, placed.column, formula.text, number->to_double(), style);
  }

  std::string counted(const document::Row& row, const document::Formula& formula) const {
    return filled_ == nullptr ? std::string() : count_formula(formula, *filled_, {table_, row, row_, columns_});
  }

  void write_legend() {
    const std::vector<std::string> notes = footnotes();
    const std::string marks = tools_.marks_in_words();
    if (table_.legend.empty() && notes.empty() && marks.empty()) return;
    ++row_;
    if (!marks.empty()) line(marks, {Part::note, Align::left, false, false, true, {}});
    for (const std::string& text : table_.legend) line(text, {Part::note, Align::left, false, false, true, {}});
    for (const std::string& text : notes) line(text, {Part::note, Align::left, false, false, true, {}});
  }

  // The texts of the footnotes that the cells call, each once.
  std::vector<std::string> footnotes() const {
    std::vector<std::string> texts;
    std::set<std::int32_t> taken;
    for (const std::vector<GridRow>* rows : {&head_, &body_}) {
      for (const GridRow& row : *rows) {
        for (const Placed& placed : row.cells) {
          for (const document::Run& run : placed.cell->runs) {
            const auto note = static_cast<std::size_t>(run.note);
            if (run.note < 0 || note >= document_.notes.size() || !taken.insert(run.note).second) continue;
            texts.push_back(plain_text({run}) + " " + plain_text(document_.notes[note]));
          }
        }
      }
    }
    return texts;
  }

  void set_up_page(bool landscape) {
    if (landscape || width() > kPortraitWidth) {
      worksheet_set_landscape(sheet_);
    }
    worksheet_print_area(sheet_, 0, 0, row_ - 1, static_cast<lxw_col_t>(last_column()));
  }

  std::string sheet_name_of() const { return sheet_->name == nullptr ? std::string() : std::string(sheet_->name); }

  Book& book_;
  lxw_worksheet* sheet_;
  const document::Document& document_;
  const document::Table& table_;
  const Location& origin_;
  std::size_t columns_;
  std::vector<GridRow> head_;
  std::vector<GridRow> body_;
  std::vector<double> widths_;
  PlanTools tools_;
  lxw_row_t row_ = 0;
  const FilledTables* filled_ = nullptr;
  bool open_ = false;
};

}  // namespace

std::string table_title(const document::Table& table, const std::string& sheet_name) {
  if (table.caption.empty()) return table.number.empty() ? sheet_name : "Таблица " + table.number;
  if (table.number.empty()) return table.caption;
  return "Таблица " + table.number + " – " + table.caption;
}

TablePlace fill_table_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document,
                            const document::Table& table, const Location& origin, const std::string& sheet_name,
                            SheetLook look) {
  constexpr std::size_t kRowsAround = 16;  // title, mark, link and room
  const std::size_t rows = table.head.size() + table.rows.size() + table.legend.size() + kRowsAround;
  if (rows > kMostRows || column_count(table) > kMostColumns) {
    book.diagnostics().error(codes::too_large, origin,
                             "таблица «" + table_title(table, sheet_name) + "» не помещается на лист: строк " +
                                 language::number(Decimal{static_cast<std::int64_t>(table.rows.size()), 0}) +
                                 ", столбцов " +
                                 language::number(Decimal{static_cast<std::int64_t>(column_count(table)), 0}),
                             "разделите таблицу на несколько");
    book.text(sheet, 0, 0, table_title(table, sheet_name),
              {Style::Part::title, document::Align::left, true, false, false, {}});
    book.text(sheet, 1, 0, "Таблица не помещается на лист книги", {});
    return {};
  }
  return TableSheet(book, sheet, document, table, origin).fill(table_title(table, sheet_name), look);
}

}  // namespace svod::xlsx
