#pragma once

#include <cstddef>

namespace svod::workbook {

/// What one file may cost before it is refused. Absolute figures, not ratios: an honest repetitive file
/// compresses better than 200 to 1.
struct Budgets {
  std::size_t file_bytes = std::size_t{256} << 20;
  std::size_t inflated_bytes = std::size_t{1} << 30;   ///< all parts of a file together
  std::size_t part_bytes = std::size_t{640} << 20;     ///< one part
  std::size_t entries = 10'000;                        ///< parts in the container
  std::size_t cells = 20'000'000;                      ///< cells that hold something, in the whole file
  std::size_t string_bytes = std::size_t{256} << 20;   ///< texts together
  std::size_t text_bytes = 1 << 20;                    ///< one text
  std::size_t depth = 64;                              ///< elements within elements
  std::size_t sheets = 1'000;
  std::size_t merged = 1'000'000;
  std::size_t names = 100'000;                         ///< defined names
  std::size_t strings = 20'000'000;                    ///< entries of the table of shared strings
  std::size_t styles = 1'000'000;                      ///< cell styles and number formats
  /// Faults of one kind that are listed cell by cell for a sheet; the rest are one diagnostic with their
  /// count, so that a hostile file cannot make more diagnostics than it has bytes.
  std::size_t listed_faults = 1'000;
};

}  // namespace svod::workbook
