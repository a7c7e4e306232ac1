#pragma once

#include <deque>

#include "compose/block_reader.h"
#include "compose/settings.h"
#include "compose/template.h"

namespace svod::compose {

/// Fills the page from its front matter and adds its parameters and definitions to the names: `scopes` grows,
/// its last element names all that the body may use. False where some of them could not be read.
bool read_front_matter(const Settings& settings, Page& page, const expression::Names& names, const PageSource& pages,
                       std::deque<expression::BoundNames>& scopes);

}  // namespace svod::compose
