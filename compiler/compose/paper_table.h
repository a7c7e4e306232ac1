#pragma once

#include "definitions/written.h"
#include "document/document.h"

namespace svod::compose {

/// A table that a person wrote into a text. A column of figures alone is one of numbers.
document::Table table_of(const definitions::WrittenTable& written);

}  // namespace svod::compose
