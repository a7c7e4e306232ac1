#include "source/location.h"

#include <algorithm>

namespace svod {

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint64_t rest = static_cast<std::uint64_t>(column) + 1; rest > 0; rest = (rest - 1) / 26) {
    letters += static_cast<char>('A' + (rest - 1) % 26);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

std::string a1(CellRef cell) { return column_letters(cell.column) + std::to_string(std::uint64_t{cell.row} + 1); }

std::string a1(CellRange range) {
  return range.first == range.last ? a1(range.first) : a1(range.first) + ":" + a1(range.last);
}

Location Location::in_file(std::string file) {
  Location place;
  place.file = std::move(file);
  return place;
}

Location Location::in_text(std::string file, int line, int column) {
  Location place = in_file(std::move(file));
  place.line = line;
  place.column = column;
  return place;
}

Location Location::in_sheet(std::string file, std::string sheet) {
  Location place = in_file(std::move(file));
  place.sheet = std::move(sheet);
  return place;
}

Location Location::in_cell(std::string file, std::string sheet, CellRef cell, std::string label) {
  return in_cells(std::move(file), std::move(sheet), {cell, cell}, std::move(label));
}

Location Location::in_cells(std::string file, std::string sheet, CellRange cells, std::string label) {
  Location place = in_sheet(std::move(file), std::move(sheet));
  place.cells = cells;
  place.label = std::move(label);
  return place;
}

std::string Location::text() const {
  std::string result = file;
  if (line > 0) result += ":" + std::to_string(line);
  if (line > 0 && column > 0) result += ":" + std::to_string(column);
  if (!sheet.empty()) result += ", лист «" + sheet + "»";
  if (cells) result += ", " + a1(*cells);
  if (!label.empty()) result += " (" + label + ")";
  return result;
}

}  // namespace svod
