#pragma once

#include "compose/compose.h"
#include "document/document.h"

namespace svod::compose {

/// «№, критерий / показатель, единица измерения»: a row that holds rows is the title of its part. `head` replaces the
/// titles of the columns where it is not empty.
document::Table catalogue_table(const definitions::Regulation& regulation, const std::vector<document::Runs>& head);

/// A composition: role, name, post. An assignment: number, direction, who answers for it.
document::Table members_table(const Input& input, const definitions::Regulation& regulation,
                              const std::vector<document::Runs>& head);

}  // namespace svod::compose
