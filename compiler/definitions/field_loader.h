#pragma once

#include "definitions/form.h"
#include "definitions/reader.h"

namespace svod::definitions {

/// A field as far as it can be known without the others: what is computed is read later. `good` becomes false
/// where the field can't be used.
Field read_field(const Reader& reader, bool& good);

}  // namespace svod::definitions
