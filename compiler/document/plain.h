#pragma once

#include <string>

#include "document/document.h"

namespace svod::document {

/// What a document says, for people: a line for each paragraph, item, row of a table, figure and footnote, without
/// looks, references or the day of its making. Two documents with the same words give the same text.
std::string plain_text(const Document& document);

}  // namespace svod::document
