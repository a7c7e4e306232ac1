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

/// What of the flow stands on a page: strips [first, last), which take `used` of its height. Both are equal
/// on a page that only holds the rest of footnotes.
struct Span {
  std::uint32_t first = 0, last = 0;
  Length used = 0;
};

struct Placement {
  std::vector<Placed> entries;
  std::vector<Placed> headings;
  std::vector<Span> spans;  ///< by page
};

/// Fills pages with strips: each takes what fits above its footnotes and ends where strips may part, see
/// page_end. A strip higher than a page stands on one alone. Always ends: every page takes at least one strip
/// or one line of a footnote.
Placement paginate(const Galley& galley, const Frame& upright, const Frame& turned, Pages& pages);

}  // namespace svod::typeset
