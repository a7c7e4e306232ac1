#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace svod::compose {

/// The blanks that a line begins with.
std::string_view indent_of(std::string_view line);

/// The run of backticks or tildes that opens or closes a fenced block; empty for another line.
std::string_view fence_of(std::string_view line);

/// A line «::: word rest» that opens or closes a container.
struct Directive {
  std::string word;        ///< «for», «if», «else»; empty for the closing line
  std::string rest;
  std::size_t rest_at = 0; ///< byte in the line
};
std::optional<Directive> directive_of(std::string_view line);

}  // namespace svod::compose
