#pragma once

#include <string_view>

namespace svod::workbook {

/// A cell in the shape that nearly all cells of all producers have:
/// `<c r="B7" s="3" t="s"><v>12</v></c>`, attributes in any order, each at most once, nothing to
/// replace; before the value there may be a formula of its own, `<f>A1+B1</f>`.
struct PlainCell {
  std::string_view reference;
  std::string_view style;
  std::string_view type;
  std::string_view formula;
  std::string_view value;
};

/// Past the cell where exactly this shape stands at `at`, else nullptr: then the general reader decides, and it
/// alone tells what is wrong. The text ends with a NUL.
const char* match_plain_cell(const char* at, PlainCell& cell);

}  // namespace svod::workbook
