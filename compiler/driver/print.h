#pragma once

#include <string>
#include <vector>

#include "advice/advice.h"
#include "definitions/workspace.h"
#include "facts/store.h"

namespace svod::driver {

/// Phases as stable text, one thing a line, tab-separated.
std::string print_definitions(const definitions::Workspace& workspace);
std::string print_facts(const definitions::Workspace& workspace, const facts::Store& store);
std::string print_findings(const std::vector<advice::Finding>& findings);

}  // namespace svod::driver
