#include "compose/measure_table.h"

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "compose/measure_cells.h"
#include "compose/measure_widths.h"
#include "compose/plan_dates.h"
#include "compose/plan_records.h"
#include "compose/written_runs.h"
#include "compose/written_text.h"
#include "language/dates.h"
#include "language/figures.h"
#include "language/typography.h"
#include "language/words.h"
#include "language/years.h"

namespace svod::compose {
namespace {

using definitions::PlanColumn;
using definitions::PlanField;
using definitions::PlanSection;
using document::Cell;
using document::Column;
using document::Row;
using document::Table;

// One cell over more lines would run over the end of a page: it begins anew, with the same words.
constexpr double kMostSpannedLines = 14;
// Letters that a line of a column holds, about, for a unit of its weight.
constexpr double kWeightLetters = 9;
constexpr double kNarrowLetters = 8;   // of a column that is as wide as its words

Cell text_cell(document::Runs runs, int columns = 1, int rows = 1) {
  Cell cell;
  cell.runs = std::move(runs);
  cell.columns = columns;
  cell.rows = rows;
  return cell;
}

const char* id_of(PlanField field) {
  switch (field) {
    case PlanField::number: return "number";
    case PlanField::text: return "text";
    case PlanField::term: return "term";
    case PlanField::start: return "start";
    case PlanField::end: return "end";
    case PlanField::responsible: return "responsible";
    case PlanField::result: return "result";
    case PlanField::report: return "report";
    case PlanField::consequence: return "consequence";
    case PlanField::link: return "link";
    case PlanField::document: return "document";
  }
  return "";
}

// Longer periods go by quarters.
constexpr std::size_t kMostMonths = 24;

std::string short_month(Date month) {
  const std::u32string name = to_code_points(language::month_name(static_cast<unsigned>(month.month())));
  return to_utf8(name.substr(0, 3));
}

class MeasureTable {
 public:
  MeasureTable(const plan::Plan& plan, const MeasureLook& look)
      : plan_(plan), look_(look), columns_(columns_of(*plan.written)), mark_(executors_mark(plan)) {
    if (look.months) set_months();
    weights_ = measure_widths(plan, columns_);
  }

  Table build(std::size_t first, std::size_t end, bool own_title) {
    Table table;
    table.compact = look_.compact;
    table.column_numbers = plan_.written->column_numbers && !look_.section_column;
    table.filter = look_.section_column;
    add_columns(table);
    add_head(table);
    for (std::size_t i = first; i < end && i < plan_.sections.size(); ++i) {
      if (!look_.section_column && (i != first || own_title)) add_title(table, plan_.sections[i]);
      add_rows(table, plan_.sections[i].first, plan_.sections[i].end);
    }
    if (look_.status && std::any_of(plan_.measures.begin(), plan_.measures.end(),
                                    [&](const plan::Measure& measure) { return divided(plan_, measure); })) {
      table.legend.push_back(std::string(language::sign(State::not_applicable)) +
                             " – состояние имеют части мероприятия");
    }
    const bool any =
        std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.kind == Row::Kind::body; });
    if (!any) table.rows.clear();
    return table;
  }

 private:
  void set_months() {
    // On paper the months take the room of what the other table says.
    if (!look_.section_column) {
      std::erase_if(columns_, [](const PlanColumn& one) {
        return one.field != PlanField::number && one.field != PlanField::text && one.field != PlanField::term;
      });
    }
    months_ = months_of(plan_);
    quarters_ = months_.size() > kMostMonths;
    if (quarters_) {
      std::erase_if(months_, [&](Date month) {
        return static_cast<unsigned>(month.month()) % 3 != 1 && month != months_.front();
      });
    }
  }

  void add_columns(Table& table) const {
    const auto add = [&](const char* id, double weight, bool centred) -> Column& {
      Column column;
      column.id = id;
      column.weight = weight;
      column.centred = centred;
      table.columns.push_back(std::move(column));
      return table.columns.back();
    };
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const PlanColumn& column = columns_[c];
      const bool centred =
          column.field == PlanField::number || column.field == PlanField::start || column.field == PlanField::end;
      add(id_of(column.field), weights_[c], centred);
      if (column.field == PlanField::text && look_.section_column) add("section", 2, false);
      if (column.field == PlanField::term && look_.dates) add_dates(add, table);
    }
    if (look_.dates && !has(PlanField::term)) add_dates(add, table);
    if (look_.status) add("status", 0, true).choices = status_words();
    for (std::size_t m = 0; m < months_.size(); ++m) {
      Column& column = add("", 0, true);
      column.id = "month" + std::to_string(m + 1);
      column.month = months_[m];
    }
  }

  static void add_dates(const auto& add, Table& table) {
    add("from", 0, true);
    add("to", 0, true);
    table.bar_from = "from";
    table.bar_to = "to";
  }

  bool has(PlanField field) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const PlanColumn& one) { return one.field == field; });
  }

  void add_head(Table& table) const {
    const int depth = months_.empty() ? 1 : 2;
    table.head.resize(static_cast<std::size_t>(depth));
    const auto add = [&](const std::string& title) {
      table.head[0].cells.push_back(text_cell(plain_runs(language::glue_heading(title)), 1, depth));
    };
    const auto add_date_heads = [&] {
      add("Начало");
      add("Окончание");
    };
    for (const PlanColumn& column : columns_) {
      add(column.title);
      if (column.field == PlanField::text && look_.section_column) add("Раздел");
      if (column.field == PlanField::term && look_.dates) add_date_heads();
    }
    if (look_.dates && !has(PlanField::term)) add_date_heads();
    if (look_.status) add("Состояние");
    for (std::size_t m = 0; m < months_.size();) {
      std::size_t end = m;
      while (end < months_.size() && months_[end].year() == months_[m].year()) ++end;
      const int year = static_cast<int>(months_[m].year());
      table.head[0].cells.push_back(text_cell(plain_runs(std::to_string(year)), static_cast<int>(end - m)));
      for (; m < end; ++m) table.head[1].cells.push_back(text_cell(plain_runs(name_of(months_[m]))));
    }
  }

  void add_title(Table& table, const plan::Section& section) const {
    const std::string title = heading_of(section);
    if (title.empty()) return;
    Row row;
    row.kind = Row::Kind::group;
    row.cells.push_back(text_cell(written_runs(title, true), static_cast<int>(table.columns.size())));
    table.rows.push_back(std::move(row));
  }

  /// How high a row is, about, in lines: the cells that it has for itself.
  double lines_in(std::size_t row) const {
    double most = 1;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const PlanField field = columns_[c].field;
      if (inherits(plan_.measures[row], field)) continue;
      const double room = weights_[c] > 0 ? weights_[c] * kWeightLetters : kNarrowLetters;
      double lines = 0;
      for (const std::string& line : cell_lines(plan_.measures[row], field, mark_)) {
        lines += 1 + static_cast<double>(length(line)) / room;
      }
      most = std::max(most, lines);
    }
    return most;
  }

  /// How many rows from `row` on show the words of the same measure in the column, as far as one cell can hold them.
  int span(std::size_t row, std::size_t end, PlanField field) const {
    if (look_.repeat || field == PlanField::number || field == PlanField::text || field == PlanField::document)
      return 1;
    const std::size_t source = source_of(plan_, row, field);
    double lines = 0;
    int rows = 1;
    for (std::size_t i = row + 1; i < end; ++i, ++rows) {
      if (!inherits(plan_.measures[i], field) || source_of(plan_, i, field) != source) break;
      if (rows == 1) lines = lines_in(row);
      lines += lines_in(i);
      if (lines > kMostSpannedLines) break;
    }
    return rows;
  }

  void add_rows(Table& table, std::size_t first, std::size_t end) {
    std::vector<std::size_t> covered(columns_.size(), first);   // the first row that a column's last cell leaves free
    for (std::size_t i = first; i < end && i < plan_.measures.size(); ++i) {
      Row row;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const PlanField field = columns_[c].field;
        if (covered[c] <= i) {
          const int rows = span(i, end, field);
          covered[c] = i + static_cast<std::size_t>(rows);
          row.cells.push_back(cell_of(plan_.measures[source_of(plan_, i, field)], field, rows));
        }
        if (field == PlanField::text && look_.section_column) {
          const plan::Section* chapter = chapter_of(plan_, plan_.measures[i]);
          row.cells.push_back(text_cell(plain_runs(chapter == nullptr ? std::string() : heading_of(*chapter))));
        }
        if (field == PlanField::term && look_.dates) add_date_cells(row, plan_.measures[i]);
      }
      if (look_.dates && !has(PlanField::term)) add_date_cells(row, plan_.measures[i]);
      if (look_.status) row.cells.push_back(status_cell(plan_.measures[i]));
      add_months(row, plan_.measures[i]);
      table.rows.push_back(std::move(row));
    }
  }

  Cell cell_of(const plan::Measure& measure, PlanField field, int rows) const {
    const std::vector<std::string> lines = cell_lines(measure, field, mark_);
    Cell cell = text_cell(runs_of(lines), 1, rows);
    const bool years = field == PlanField::start || field == PlanField::end;
    if (const auto year = years && lines.size() == 1 ? language::plain_year(lines[0]) : std::nullopt) {
      cell.number = Number(*year);
      cell.format.group = false;
    }
    // Nothing is said on purpose: a hand has no reason to fill it in.
    const bool may_be_empty = field == PlanField::result || field == PlanField::report || field == PlanField::link ||
                              field == PlanField::consequence || field == PlanField::document;
    if (lines.empty() && may_be_empty && !divided(plan_, measure)) cell.runs = plain_runs("–");
    return cell;
  }

  /// Of a measure in parts the parts have statuses: a workbook counts them.
  Cell status_cell(const plan::Measure& measure) const {
    if (!divided(plan_, measure)) return text_cell(plain_runs(status_of(measure)));
    Cell cell;
    cell.state = State::not_applicable;
    cell.runs = plain_runs(std::string(language::sign(cell.state)));
    return cell;
  }

  void add_date_cells(Row& row, const plan::Measure& measure) const {
    const Days days = days_of(plan_, measure);
    for (const std::optional<Date>& day : {days.from, days.to}) {
      Cell cell;
      if (day) cell.runs = plain_runs(language::short_date(*day));
      cell.date = day;
      row.cells.push_back(std::move(cell));
    }
  }

  std::string name_of(Date month) const {
    return quarters_ ? language::roman((static_cast<unsigned>(month.month()) + 2) / 3) : short_month(month);
  }

  void add_months(Row& row, const plan::Measure& measure) const {
    if (months_.empty()) return;
    const std::vector<plan::Span> spans = spans_of(plan_, measure);
    for (const Date month : months_) {
      Cell cell;
      const unsigned number = static_cast<unsigned>(month.month());
      const Date end =
          quarters_ ? Date(month.year(), std::chrono::month((number + 2) / 3 * 3), std::chrono::day(1)) : month;
      const Date last = month_end(end);
      cell.shaded = std::any_of(spans.begin(), spans.end(),
                                [&](const plan::Span& one) { return one.from <= last && one.to >= month; });
      row.cells.push_back(std::move(cell));
    }
  }

  const plan::Plan& plan_;
  const MeasureLook& look_;
  std::vector<PlanColumn> columns_;
  std::vector<double> weights_;   ///< of the columns
  std::string mark_;              ///< between executors
  std::vector<Date> months_;   ///< or the first months of quarters
  bool quarters_ = false;
};

}  // namespace

Table measure_table(const plan::Plan& plan, std::size_t first, std::size_t end, bool own_title,
                    const MeasureLook& look) {
  return MeasureTable(plan, look).build(first, end, own_title);
}

}  // namespace svod::compose
