#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace svod::definitions {

/// The text of a definition file: byte order mark dropped, line ends of all systems as '\n', encoding and
/// characters checked. Nothing, and D102 or D110 at the place, where it is no text.
std::optional<std::string> clean_text(std::string_view bytes, const std::string& file, Diagnostics& out);

/// A character that a page cannot show and a person cannot see: a control character, a switch of the direction of
/// writing, half of a pair. An escape («\u0001») or a paste brings it into a text.
struct HiddenCharacter {
  std::string code;   ///< «U+0001»
};
std::optional<HiddenCharacter> hidden_character(std::string_view text);

}  // namespace svod::definitions
