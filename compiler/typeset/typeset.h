#pragma once

#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "typeset/fonts.h"
#include "typeset/pages.h"
#include "typeset/profile.h"

namespace svod::typeset {

/// Sets a document on pages by the profile that it names; by the last of the profiles, with an error, where there
/// is none of that name. Always gives at least one page when there is a font and a profile; the same document,
/// fonts and profiles give the same pages in any thread.
Outcome<Pages> lay_out(const document::Document& document, const Fonts& fonts, const Profiles& profiles);

}  // namespace svod::typeset
