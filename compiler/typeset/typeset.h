#pragma once

#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "typeset/fonts.h"
#include "typeset/pages.h"

namespace svod::typeset {

/// Sets a document on pages by the profile that it names. Always gives at least one page when there is a
/// font; the same document and fonts give the same pages in any thread.
Outcome<Pages> lay_out(const document::Document& document, const Fonts& fonts);

}  // namespace svod::typeset
