#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace svod::definitions {

/// The text of a definition file: byte order mark dropped, line ends of all systems as '\n', encoding and
/// characters checked. Nothing, and D102 or D110 at the place, where it is no text.
std::optional<std::string> clean_text(std::string_view bytes, const std::string& file, Diagnostics& out);

}  // namespace svod::definitions
