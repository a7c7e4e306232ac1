#pragma once

#include <vector>

#include "document/document.h"
#include "typeset/galley.h"
#include "typeset/paginate.h"

namespace svod::typeset {

/// Which of the document's own blocks should stand on turned pages with a table that turned by itself: those that
/// do not part from it (a heading, a sentence that announces it), and all of an upright page before it that would
/// be less than a third full. Order stays: nothing goes before the table. Adds to `turned`; false where there is
/// nothing to add.
bool turn_blocks(const document::Blocks& blocks, const Galley& galley, const Placement& placement,
                 const std::vector<std::uint32_t>& first_strips, Length height, std::vector<bool>& turned);

}  // namespace svod::typeset
