#pragma once

#include <set>
#include <string>

#include "plan/columns.h"
#include "tables/grid.h"

namespace svod::plan {

/// Texts of the cells of a sheet with a plan, each diagnosed once: errors, formulas, signs that nobody sees, texts of
/// whole documents.
class TableCells {
 public:
  TableCells(const workbook::Workbook& book, const tables::Grid& grid, Diagnostics& found)
      : book_(book), grid_(grid), found_(found) {}

  const tables::Grid& grid() const { return grid_; }
  /// Line ends stay, spaces at the ends go. Numbers and days as they are shown.
  std::string text(const workbook::Cell& cell);
  /// A number of a row: a day that Excel made of «1.2» is that number again.
  std::string number(const workbook::Cell& cell);
  Location at(CellRef cell) const { return Location::in_cell(book_.file, grid_.sheet().name, cell); }
  Location at(CellRange cells) const { return Location::in_cells(book_.file, grid_.sheet().name, cells); }

 private:
  bool first_time(const workbook::Cell& cell) { return told_.insert(cell.at).second; }
  std::string clean(const workbook::Cell& cell);

  const workbook::Workbook& book_;
  const tables::Grid& grid_;
  Diagnostics& found_;
  std::set<CellRef> told_;   ///< cells with a diagnostic
};

}  // namespace svod::plan
