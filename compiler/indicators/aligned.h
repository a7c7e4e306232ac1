#pragma once

#include <string>
#include <vector>

namespace svod::indicators {

/// Lines of columns that stand under each other on a terminal, two spaces apart, each line begun by `indent`.
/// The last column of a line is not padded.
std::string aligned(const std::vector<std::vector<std::string>>& lines, const std::string& indent);

}  // namespace svod::indicators
