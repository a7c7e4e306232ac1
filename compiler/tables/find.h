#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "tables/grid.h"

namespace svod::tables {

/// A column that is looked for.
struct Wanted {
  std::string name;                  ///< what the caller knows it by
  std::string title;
  std::vector<std::string> headers;  ///< other texts that name it
  bool required = true;              ///< without it this is another table
  bool key = false;                  ///< says what a row is about; never a measure of a wide table
  bool number = false;               ///< holds figures: tells rows of data from lines of text
};

struct Sought {
  std::vector<Wanted> columns;
  std::vector<std::string> ignored;  ///< headers of columns that are left out without a word
  std::vector<std::string> totals;   ///< words that begin a totals row
  std::string group;                 ///< a column (or section lines) whose text holds for the rows below; or empty
  /// Not empty: a wide table. Levels of its head from the top down over the leaf columns: the name of the field
  /// that a header's text is a value of, or empty where the text names the measure. Levels above are skipped.
  std::vector<std::string> across;
};

enum class RowKind : unsigned char { data, total, group, numbers, head, footer, section };

struct TableRow {
  std::uint32_t row = 0;
  RowKind kind = RowKind::data;
  std::string group;  ///< of data: the group's text; of group rows: their own
};

/// The columns of a wide table under one combination of level texts.
struct ColumnGroup {
  std::map<std::string, std::string> levels;   ///< field -> the header's text
  std::map<std::string, CellRef> places;       ///< field -> the header's cell
  std::map<std::string, std::uint32_t> columns;  ///< measure -> column
};

/// A row that states sums, and the rows of data that it states them of (indices into `rows`).
struct Total {
  std::size_t row = 0;
  std::string label;
  std::vector<std::size_t> covers;
  std::vector<std::size_t> or_covers;  ///< another reading of what it covers; empty for none
};

struct Table {
  CellRange head;
  std::map<std::string, std::uint32_t> columns;
  std::vector<ColumnGroup> groups;     ///< of a wide table, left to right
  std::vector<TableRow> rows;          ///< below the head, without blank ones
  std::vector<Total> totals;
  std::vector<CellRef> heading;        ///< texts above the head, nearest line first
  std::vector<CellRef> unread;         ///< header cells of columns that nobody asked for
  std::size_t matched = 0;             ///< columns found, for choosing among forms
  bool ambiguous = false;              ///< a column is there twice: an error stands in `diagnostics`
  Diagnostics diagnostics;             ///< what to tell when this table is taken
};

/// A head that lacks something: for «нет столбца …».
struct Incomplete {
  CellRange head;
  std::size_t matched = 0;
  std::vector<std::string> missing;  ///< titles
  std::vector<std::string> seen;     ///< headers that stand there
};

struct Search {
  std::vector<Table> tables;          ///< complete ones, top down
  std::optional<Incomplete> nearest;  ///< the best head that is not complete
};

/// Looks for every table of that shape in a sheet: title lines above, heads of several rows, a repeated head
/// after a page break, totals and groups among the rows, lines below, other tables around.
Search find(const Grid& grid, const std::string& file, const Sought& sought);

/// T101 for a head that lacks columns.
Diagnostic missing_columns(const Incomplete& head, const std::string& file, const std::string& sheet,
                           const std::string& title);

}  // namespace svod::tables
