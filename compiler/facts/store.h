#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"

namespace svod::facts {

struct SourceFile {
  std::string path;     ///< relative to the workspace
  std::string sha256;
  std::string form;
};

/// A stretch of a sheet whose rows have their fields in the same columns; in a wide table, one group of
/// columns. With a row's number it gives every value its cell.
struct Block {
  int file = 0;
  std::string sheet;
  std::map<std::string, std::uint32_t> columns;   ///< field -> zero-based column; fields without one are absent
};

/// A nought that a sign stands for («-») has the state `zero`; in a numeric field it is the known figure 0, in a
/// boolean one false (see `value_of`), and the column holds 0. In every other state the column is NULL.
struct StoredCell {
  State state = State::missing;
  Number number;      ///< of numeric fields when `state` is value
  std::string text;   ///< of all others: text, a school's id, ISO date, «1»/«0»
};

struct Row {
  int block = 0;
  std::uint32_t sheet_row = 0;        ///< zero-based
  std::vector<StoredCell> cells;      ///< one a field, in the form's order
};

/// A row as it is read back, with its origin.
struct FoundRow {
  Row row;
  std::string file;
  std::string sheet;
  /// The cell of a field; empty for a field that was computed or stands nowhere in the file.
  std::map<std::string, CellRef> cells;
};

/// What to add up. Rows where numerator or denominator is absent are left out of both and counted.
struct Aggregate {
  enum class Function : unsigned char { sum, maximum, minimum };
  const definitions::Form* form = nullptr;
  Function function = Function::sum;
  expression::Tree numerator;          ///< number; null: 1 for each row. Boolean: 1 where true, 0 where false
  expression::Tree denominator;        ///< number; null: 1 for each row that has a numerator
  expression::Tree where;              ///< boolean; null: every row
  std::vector<std::string> distinct;   ///< count different values of these instead
  std::vector<std::string> group_by;   ///< fields, or «municipality» (of the row's school)
};

struct Group {
  std::vector<std::string> key;        ///< in the order of group_by
  Number numerator;
  Number denominator;
  std::int64_t rows = 0;
  std::int64_t left_out = 0;           ///< rows where the value was absent
};

struct IndicatorRecord {
  std::string indicator;
  int version = 1;
  std::string key;                     ///< «subject=Физика,school=…,year=2021»
  State state = State::value;
  Number numerator, denominator;
  int covered = 0, owed = 0;
};

/// The intermediate form of a build, in SQLite: files, blocks, rows with states, submissions, indicator
/// values, diagnostics. Filled once in canonical order, then read. One object per thread.
class Store {
 public:
  /// A fresh store; in memory where `file` is empty. An existing file is replaced.
  static Outcome<std::unique_ptr<Store>> create(const std::filesystem::path& file,
                                                const definitions::Workspace& workspace);
  virtual ~Store() = default;

  virtual int add_file(const SourceFile& file) = 0;
  virtual int add_block(const Block& block) = 0;
  virtual void add_rows(const definitions::Form& form, std::span<const Row> rows) = 0;
  /// A school's data for a form came (perhaps without a row).
  virtual void add_submission(std::string_view form, std::string_view school, int file) = 0;
  virtual void add_indicators(std::span<const IndicatorRecord> values) = 0;
  virtual void add_diagnostics(const Diagnostics& diagnostics) = 0;
  /// Indexes are made; after this nothing is added but indicators and diagnostics.
  virtual void seal() = 0;

  virtual std::vector<Group> aggregate(const Aggregate& what) const = 0;
  /// Rows of a form where `where` holds (null: all) and each field of `at` has that value, in canonical
  /// order: file, sheet, row, block.
  virtual std::vector<FoundRow> rows(const definitions::Form& form, const expression::Tree& where,
                                     const std::map<std::string, std::string>& at) const = 0;
  /// Different values of a field, in the order of its choices, else by code point.
  virtual std::vector<std::string> values(const definitions::Form& form, std::string_view field) const = 0;
  /// Schools whose data for a form came, ids in order.
  virtual std::vector<std::string> submitted(std::string_view form) const = 0;
  /// Writes the store to its file, whole; a diagnostic S… where that fails.
  virtual Diagnostics flush() = 0;
};

/// Problems that a translation to SQL finds in definitions: what the store can't compute.
Diagnostics check_expressions(const definitions::Workspace& workspace);

}  // namespace svod::facts
