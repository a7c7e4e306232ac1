#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "typeset/pages.h"

namespace svod::pdf {

/// The bytes of a PDF file with these pages: fonts embedded as subsets, text that copies as it was written,
/// links, bookmarks, properties. The same pages give the same bytes in any thread. Without pages, or when
/// the file cannot be made, empty and an error.
Outcome<std::string> write(const typeset::Pages& pages);

}  // namespace svod::pdf
