#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "typeset/pages.h"

namespace svod::pdf {

/// What a PDF needs of one face of a document.
struct EmbeddedFont {
  std::string name;        ///< «KPQWZA+PTSerif-Regular»
  std::string file;        ///< a TrueType font with the used glyphs alone
  std::string glyph_map;   ///< two bytes a code: the glyph in `file`
  std::string widths;      ///< the array of /W
  std::string to_unicode;  ///< the CMap from codes to text
};

/// Nothing where the font file does not yield a subset.
std::optional<EmbeddedFont> embed(const typeset::UsedFace& face);

}  // namespace svod::pdf
