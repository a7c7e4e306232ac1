#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "facts/store.h"
#include "intake/cells.h"
#include "intake/match.h"

namespace svod::intake {

/// One row of facts before it is stored.
struct TakenRow {
  std::size_t block = 0;          ///< index into `TakenTable::blocks`
  std::uint32_t sheet_row = 0;
  std::size_t table_row = 0;      ///< index into the table's rows
  std::vector<facts::StoredCell> cells;
  std::vector<bool> faulty;       ///< by field: an error about the cell stands already
  std::string label;              ///< «Русский язык»: what the row is about, for people
  bool keyed = true;              ///< every key is known; otherwise the row can't be stored
};

/// What one table gave.
struct TakenTable {
  const definitions::Form* form = nullptr;
  std::string sheet;
  CellRange head;
  std::vector<facts::Block> blocks;   ///< `file` is set when they are stored
  std::vector<TakenRow> rows;
  std::set<std::string> schools;      ///< ids whose data came, even without a row
  std::set<std::string> with_errors;  ///< of them, those with an error in their rows
  Diagnostics diagnostics;

  /// The cells of fields in a row, for a diagnostic: from the leftmost to the rightmost.
  Location cells_of(const std::string& file, const TakenRow& row, const std::vector<std::string>& fields) const;
};

/// Reads the rows of a matched table, types and completes them, and checks every control of the form.
TakenTable take_table(const FileContext& context, const MatchedTable& matched, const tables::Grid& grid);

}  // namespace svod::intake
