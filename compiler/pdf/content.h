#pragma once

#include "pdf/bytes.h"
#include "typeset/pages.h"

namespace svod::pdf {

/// The width that a viewer moves by after a glyph, in thousandths of the font size, as /W states it.
std::int32_t width_of(const typeset::UsedFace& face, const typeset::Character& character);

/// The content stream of one page. Fonts are named /F0, /F1 … by their index in `pages.faces`.
std::string content_of(const typeset::Pages& pages, const typeset::Page& page);

}  // namespace svod::pdf
