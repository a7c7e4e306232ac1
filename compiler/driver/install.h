#pragma once

#include <filesystem>
#include <vector>

#include "definitions/workspace.h"

namespace svod::driver {

/// The tree that the program was installed with, or its checkout: found from the place of the program itself.
struct Installation {
  definitions::Shipped shipped;
  std::vector<std::filesystem::path> fonts;   ///< folders to look for font files, the shipped one first
  bool found = false;
};

Installation find_installation();

}  // namespace svod::driver
