#pragma once

#include <string>

#include "definitions/workspace.h"

namespace svod::definitions {

/// Plans, regulations and papers as they were read: stable text, one thing a line, nesting by two spaces.
std::string print_written(const Workspace& workspace);

}  // namespace svod::definitions
