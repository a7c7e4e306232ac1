#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace svod {

/// A cell, counted from zero: A1 is {0, 0}.
struct CellRef {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const CellRef&, const CellRef&) = default;
};

/// Both corners belong to the range.
struct CellRange {
  CellRef first;
  CellRef last;
  friend auto operator<=>(const CellRange&, const CellRange&) = default;
};

std::string column_letters(std::uint32_t column);
std::string a1(CellRef cell);
std::string a1(CellRange range);

/// Where something stands in the user's sources. A text file has line and column, a spreadsheet has sheet
/// and cells; a place may be the file alone.
struct Location {
  std::string file;  ///< as the user knows it: relative to the workspace, or as given on the command line
  int line = 0;      ///< from 1; 0 where the whole file is meant
  int column = 0;    ///< from 1, in characters
  std::string sheet;
  std::optional<CellRange> cells;
  std::string label;  ///< what stands there, for people: «Русский язык»

  static Location in_file(std::string file);
  static Location in_text(std::string file, int line, int column);
  static Location in_sheet(std::string file, std::string sheet);
  static Location in_cell(std::string file, std::string sheet, CellRef cell, std::string label = {});
  static Location in_cells(std::string file, std::string sheet, CellRange cells, std::string label = {});

  /// «входящие/a.xlsx, лист «ОГЭ», D7:G7 (Русский язык)», «schemas/a.yaml:12:5».
  std::string text() const;
  friend auto operator<=>(const Location&, const Location&) = default;
};

}  // namespace svod
