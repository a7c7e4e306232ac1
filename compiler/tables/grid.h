#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "workbook/workbook.h"

namespace svod::tables {

/// A sheet by rows, with its merged ranges at hand and the texts of its cells folded once for all forms that
/// are looked for in it. The sheet must outlive the grid.
class Grid {
 public:
  explicit Grid(const workbook::Sheet& sheet);

  const workbook::Sheet& sheet() const { return sheet_; }
  /// Rows that hold a cell, in order.
  std::span<const std::uint32_t> rows() const { return rows_; }
  std::span<const workbook::Cell> row(std::uint32_t row) const;
  /// The cell at a place itself, or nullptr.
  const workbook::Cell* at(CellRef place) const;
  /// The cell that is seen at a place: its own, or the one whose merged range covers it.
  const workbook::Cell* shown(CellRef place) const;
  /// The merged range over a place, or nullptr. Known for rows that hold a cell.
  const CellRange* merge(CellRef place) const;
  bool hidden_row(std::uint32_t row) const;
  bool hidden_column(std::uint32_t column) const;

  /// Different texts of the sheet as header keys; `key_of` gives the index of a text cell's one, -1 for none.
  const std::vector<std::string>& keys() const { return keys_; }
  int key_of(const workbook::Cell& cell) const;

 private:
  std::ptrdiff_t index_of(std::uint32_t row) const;

  const workbook::Sheet& sheet_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_rows_;  ///< sorted, apart from one another
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint32_t> begins_;  ///< first cell of each row, and the end
  std::vector<std::vector<std::uint32_t>> merges_;  ///< by row of `rows_`; empty where the sheet has none
  std::vector<std::string> keys_;
  std::vector<int> key_of_;
};

/// What a cell shows as a text: text itself, a number's shortest digits, nothing for the rest.
std::string shown_text(const workbook::Cell& cell);
/// A cell that is only spaces counts as blank.
bool is_blank(const workbook::Cell* cell);

}  // namespace svod::tables
