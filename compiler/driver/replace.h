#pragma once

#include <filesystem>
#include <string>

#include "diagnostics/diagnostic.h"

namespace svod::driver {

/// Writes a file of the workspace whole: a program that dies leaves the one that was there. `what` begins the
/// message where it cannot be written: «книга не записана».
bool replace_file(const std::filesystem::path& path, const std::string& bytes, const std::string& what,
                  const std::string& hint, Diagnostics& found);

}  // namespace svod::driver
