#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "workbook/budgets.h"

namespace svod::workbook {

enum class CellType : std::uint8_t { number, date, text, boolean, error };

/// One cell that holds something. `date` is a number with a date or time format; `number` holds its serial.
/// A formula's cell carries the value that the writing program cached; `Sheet::formula` gives its text.
struct Cell {
  CellRef at;
  CellType type = CellType::number;
  bool is_formula = false;
  bool no_cached_value = false;  ///< a formula whose value was never computed; has a diagnostic (W201)
  bool percent = false;          ///< the number format is a percentage: 0.5 shows as 50 %
  std::uint32_t formula_index = 0;  ///< for Sheet::formula
  double number = 0;             ///< number, date (serial), boolean (0 or 1)
  std::string_view text;         ///< text; the error's name («#DIV/0!»); owned by the workbook
};

/// A formula as it stands, or as a shift of another cell's (Excel stores a filled-down column once).
struct StoredFormula {
  std::string_view text;
  std::int32_t rows_down = 0;
  std::int32_t columns_right = 0;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<Cell> cells;           ///< rows top down, columns left to right; blank cells are left out
  std::vector<CellRange> merged;     ///< in document order
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_rows;     ///< first and last, zero-based
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;
  std::vector<StoredFormula> formulas;

  /// The cell at a place, or nullptr.
  const Cell* find(CellRef at) const;
  /// The text of a cell's formula without «=»; empty where the cell is not a formula of this sheet.
  std::string formula(const Cell& cell) const;
};

/// A defined name that stands for one text or cell: how svod's own blank forms mark themselves.
struct DefinedName {
  std::string name;
  std::string refers_to;             ///< a formula's text: «'ОГЭ'!$A$1», «"oge_marks"»
  std::optional<std::size_t> sheet;  ///< index in the file's list of tabs where the name belongs to one sheet
};

/// Keeps texts in large blocks; a kept text stays where it is when its owner moves.
class TextStore {
 public:
  std::string_view keep(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
  std::size_t block_ = 4 * 1024;  // doubles: most files have little text
};

/// A spreadsheet file as it came. Moves cheaply; the texts of its cells live as long as it does.
class Workbook {
 public:
  std::string file;      ///< the name that diagnostics carry
  bool system_1904 = false;
  std::vector<Sheet> sheets;  ///< in the order of their tabs
  std::vector<DefinedName> names;
  TextStore texts;
};

/// Reads xlsx (any producer, transitional or strict) or csv; the bytes decide which, the name only names.
/// A file that cannot be read gives a workbook without sheets and one error; cells that cannot be read
/// (a formula without a cached value, a broken reference) are diagnostics beside the rest.
/// A number of a csv keeps its written form in `text`.
Outcome<Workbook> read(std::string_view bytes, const std::string& file, const Budgets& budgets = {});

/// The lines of `svod cells` (see the manual): `sheet, cell, type, value`, tab-separated.
std::string print_cells(const Workbook& book);

}  // namespace svod::workbook
