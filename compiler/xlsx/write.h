#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "document/document.h"

namespace svod::xlsx {

/// The bytes of a workbook with the document's tables: first the contents with links, then a sheet for each
/// table in the document's order, last the sources. Where the arithmetic behind a cell lies in its own table
/// the cell is a formula, with its exact value beside it for programs that do not calculate. Text never
/// becomes a formula. The same document gives the same bytes; safe to call from several threads at once.
/// Empty bytes where the file could not be made.
Outcome<std::string> write(const document::Document& document);

}  // namespace svod::xlsx
