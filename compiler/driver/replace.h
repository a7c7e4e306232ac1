#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace svod::driver {

/// Writes files of the workspace, all of them or none: what stood in their places stays where one cannot be
/// written. `what` begins the message then: «книга не записана».
bool replace_files(const std::vector<std::pair<std::filesystem::path, std::string>>& files, const std::string& what,
                   const std::string& hint, Diagnostics& found);

}  // namespace svod::driver
