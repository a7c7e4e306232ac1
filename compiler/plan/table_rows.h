#pragma once

#include <map>

#include "plan/around_table.h"
#include "plan/plan_builder.h"
#include "plan/table_cells.h"
#include "plan/term.h"
#include "tables/head.h"

namespace svod::plan {

/// One row of a sheet as the columns of a plan see it.
struct PlanRow {
  struct Field {
    std::string text;
    CellRef at;
    bool own = false;      ///< stands in this row
    bool merged = false;   ///< shown here by a cell merged over rows above too
    bool wide = false;     ///< its cell is merged over columns to the right
  };
  std::uint32_t row = 0;
  bool gap = false;                      ///< a blank row stands before it
  bool hidden = false;
  std::array<Field, kColumns> fields;
  std::size_t own = 0;                   ///< cells that hold something, in all columns
  std::optional<Column> only;            ///< the column of its only cell, if it is one of the plan's
  std::vector<AroundLine> lines;         ///< its texts, left to right
  bool wide = false;                     ///< its only cell is merged over columns
  std::optional<RowNumber> number;       ///< of its own
  bool foreign_head = false;             ///< a header of numbers, of some other table

  const Field& of(Column column) const { return fields[static_cast<std::size_t>(column)]; }
  bool shows(Column column) const { return of(column).own || of(column).merged; }
};

/// The rows between two row numbers, blank ones and «Продолжение таблицы» left out. `columns`: where each stands.
std::vector<PlanRow> rows_of_plan(TableCells& cells, const std::map<std::string, std::uint32_t>& columns,
                                  std::uint32_t first, std::uint32_t last);
/// The lines of a row above a table: no column is known yet.
std::vector<AroundLine> lines_of_rows(TableCells& cells, std::uint32_t first, std::uint32_t last);

/// Where the table ends among its rows: the rest are lines below it.
std::size_t end_of_table(const std::vector<PlanRow>& rows);

/// Adds rows to the plan: sections, measures, and what goes on with them.
class RowTaker {
 public:
  RowTaker(TableCells& cells, const YearContext& context, PlanBuilder& builder, Diagnostics& found)
      : cells_(cells), context_(context), builder_(builder), found_(found) {}

  /// Rows of one table, the head of which is at `table`; `unread` gets rows that say nothing.
  void take(const std::vector<PlanRow>& rows, const Location& table, std::vector<AroundLine>& unread);

 private:
  void take_alone(std::size_t i);
  void take_full(std::size_t i);
  bool take_heading(const PlanRow& row, const AroundLine& line);
  void begin_section(const std::string& text, const Location& at, const std::optional<RowNumber>& given);
  void measure(const PlanRow& row, bool below = false);
  /// Joins the texts of a row to the last measure; `told`: with a note.
  void join(const PlanRow& row, bool told);
  /// Cells of a row under merged ones: terms, executors and results of their own.
  void add_part(const PlanRow& row);
  bool reads_as_term(const PlanRow& row) const;
  bool goes_on_with(const PlanRow& row) const;
  bool next_begins_anew(std::size_t i) const;
  std::optional<RowNumber> next_number(std::size_t i) const;

  TableCells& cells_;
  YearContext context_;
  PlanBuilder& builder_;
  Diagnostics& found_;
  const std::vector<PlanRow>* rows_ = nullptr;
  Location table_;
  bool numbered_ = false;              ///< measures of this table have numbers
  bool has_term_ = false, has_responsible_ = false;
  std::optional<RowNumber> last_number_;
  std::vector<std::size_t> next_;      ///< for each row, the next one with a number
  std::vector<AroundLine>* unread_ = nullptr;
};

}  // namespace svod::plan
