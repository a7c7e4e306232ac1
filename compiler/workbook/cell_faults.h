#pragma once

#include <map>
#include <string>

#include "diagnostics/diagnostic.h"

namespace svod::workbook {

/// The faults of cells of one sheet: each kind is listed cell by cell up to a limit, the rest as one
/// diagnostic with their count. All of one kind in a file share a cause, so that they show as one.
class CellFaults {
 public:
  CellFaults(Diagnostics& found, std::string file, std::string sheet, std::size_t listed)
      : found_(found), file_(std::move(file)), sheet_(std::move(sheet)), listed_(listed) {}

  void error(const Code& code, CellRef at, const std::string& message) { add(Severity::error, code, at, message); }
  void warning(const Code& code, CellRef at, const std::string& message) { add(Severity::warning, code, at, message); }
  /// Where there is no cell to name.
  void sheet_error(const Code& code, const std::string& message);
  /// Tells how many were not listed.
  void finish();

 private:
  struct Tally {
    const Code* code = nullptr;
    Severity severity = Severity::error;
    std::size_t count = 0;
    CellRef last;
  };
  void add(Severity severity, const Code& code, std::optional<CellRef> at, const std::string& message);

  Diagnostics& found_;
  std::string file_;
  std::string sheet_;
  std::size_t listed_;
  std::map<std::string_view, Tally> tallies_;  // by code
};

}  // namespace svod::workbook
