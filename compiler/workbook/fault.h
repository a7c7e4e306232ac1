#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace svod::workbook {

/// Why a whole file is refused. Thrown inside this room only; `read` turns it into the one diagnostic.
struct Fault {
  const Code* code;
  std::string message;
  std::string hint;
  int line = 0;    ///< of a text file, from 1
  int column = 0;  ///< in characters, from 1
  std::string sheet{};  ///< where one cell is to blame
  CellRef cell{};
};

[[noreturn]] void refuse(const Code& code, std::string message, std::string hint = {});
/// W106 with the limit's name, its value and what exceeded it.
[[noreturn]] void refuse_over_budget(const std::string& what, std::size_t limit, const std::string& unit);

/// A text of the file as messages quote it: «…», cut where it is long, made whole where its bytes are not UTF-8.
std::string shown(std::string_view text);

}  // namespace svod::workbook
