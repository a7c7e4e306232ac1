#pragma once

#include "definitions/written.h"
#include "document/document.h"

namespace svod::compose {

/// Gives the columns of figures alone in a table that a person wrote their numbers, beside the text as it stands: they
/// align on the comma, and a workbook can count with them. The first column names the rows even where it numbers them.
void take_figures(const definitions::WrittenTable& written, document::Table& table);

}  // namespace svod::compose
