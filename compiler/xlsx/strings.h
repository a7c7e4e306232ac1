#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace svod::xlsx {

/// Text as a cell may hold it.
struct CellText {
  std::string text;
  bool cut = false;       ///< the end was left out
  bool repaired = false;  ///< bytes that were not UTF-8 stand as U+FFFD
};

/// UTF-8, no control characters but line ends, at most 32 767 UTF-16 units, and nothing that a reader of the
/// format takes for an escape («_x0041_»).
CellText cell_text(std::string_view text);

/// The runs as one text; breaks become line ends, the marks of footnotes small raised figures.
std::string plain_text(const document::Runs& runs);

/// A header or footer: «&» is doubled, and at most 255 characters are kept.
std::string print_header(std::string_view section, std::string_view text);

}  // namespace svod::xlsx
