#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "document/words.h"

namespace svod::xlsx {

/// The bytes of a workbook with the text of a document, a place a row, to be edited and read back: the cells of
/// the own text are the only ones that are not locked. The same words give the same bytes. Empty bytes where the
/// file could not be made.
Outcome<std::string> write_words(const document::Words& words);

}  // namespace svod::xlsx
