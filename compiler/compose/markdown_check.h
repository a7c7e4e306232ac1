#pragma once

#include "compose/template.h"

namespace svod::compose {

/// Markdown that a document has no place for, found by parsing every line of a page once, loops and branches
/// unrolled to one turn each.
void check_markdown(const Page& page, Diagnostics& out);

}  // namespace svod::compose
