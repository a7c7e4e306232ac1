#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "typeset/pages.h"

namespace svod::pdf {

/// Bookmarks as the tree that PDF wants, by index in `Pages::outline`; -1 where there is none.
struct OutlineNode {
  std::int32_t parent = -1, previous = -1, next = -1, first = -1, last = -1;
  std::int32_t visible = 0;  ///< descendants that show when this one is open
};

struct OutlineTree {
  std::vector<OutlineNode> nodes;
  std::int32_t first = -1, last = -1;
  std::int32_t visible = 0;
};

/// Nests entries by level; a level that is left out (1, then 3) nests under what stands before it. Entries
/// of the first level are open, deeper ones closed.
OutlineTree nest(const std::vector<typeset::OutlineEntry>& entries);

}  // namespace svod::pdf
