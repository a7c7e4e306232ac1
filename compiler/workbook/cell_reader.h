#pragma once

#include <map>
#include <string>

#include "workbook/worksheet.h"

namespace svod::workbook {

/// Reads `row` elements into cells, keeps the order, and settles shared formulas and twins at the end.
class CellReader {
 public:
  CellReader(Xml& xml, FileContext& context, Sheet& sheet, CellFaults& faults)
      : xml_(xml), context_(context), sheet_(sheet), faults_(faults) {}

  /// After the start of `sheetData`: past its end.
  void read_rows();

 private:
  /// A cell as it stands in the file, before its type is applied.
  struct Raw {
    std::string_view type;
    std::string_view style;
    std::string_view value;
    bool has_value = false;
    bool has_inline = false;
  };
  struct Waiting {
    std::uint32_t formula_index;
    std::string group;
    CellRef at;
  };
  struct Master {
    std::string_view text;
    CellRef at;
  };

  void read_row();
  void read_plain_cells();
  void read_cell();
  bool place_cell(std::string_view reference);
  void store_formula(Cell& cell, std::string_view text);
  void read_formula(Cell& cell);
  bool apply_style(Cell& cell, const Raw& raw);
  bool apply_type(Cell& cell, const Raw& raw);
  bool apply_number(Cell& cell, std::string_view value);
  void add(const Cell& cell);
  void settle();
  void unexpected(const char* where);
  void bad_value(CellRef at, const std::string& what, std::string_view value);

  Xml& xml_;
  FileContext& context_;
  Sheet& sheet_;
  CellFaults& faults_;
  CellRef here_;           // the place of the cell being read
  std::int64_t row_ = -1;  // of the row being read, and before it the last
  std::int64_t column_ = -1;
  bool ordered_ = true;
  std::map<std::string, Master, std::less<>> masters_;
  std::vector<Waiting> waiting_;
  std::string reference_scratch_, type_scratch_, style_scratch_, value_scratch_, text_scratch_, formula_scratch_;
};

}  // namespace svod::workbook
