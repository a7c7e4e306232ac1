#pragma once

#include <cstdint>
#include <vector>

#include "typeset/frame.h"
#include "typeset/galley.h"
#include "typeset/pages.h"

namespace svod::typeset {

/// Where a strip of the contents, or a heading, came to stand.
struct Placed {
  std::int32_t index = 0;  ///< Strip::entry or Strip::heading
  std::uint32_t page = 0;
  Length y = 0;          ///< of the strip's top, from the page's top
  std::size_t runs = 0;  ///< of the page, up to the strip's own last
};

struct Placement {
  std::vector<Placed> entries;
  std::vector<Placed> headings;
};

/// Fills pages with strips: each takes what fits; strips that want to stay together go to the next page
/// together; one that no page can hold with its neighbours stands without them. Always ends: every strip is
/// placed once.
Placement paginate(const Galley& galley, const Frame& upright, const Frame& turned, Pages& pages);

}  // namespace svod::typeset
