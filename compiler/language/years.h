#pragma once

#include <optional>
#include <string_view>

namespace svod::language {

/// A year of our time in four digits, and nothing else.
std::optional<int> plain_year(std::string_view text);

}  // namespace svod::language
