#pragma once

#include <string>

#include "indicators/results.h"

namespace svod::indicators {

/// A sum of an indicator's rows written out: every row that enters the value at `place`, by file and sheet,
/// with its cells and their values, then the rows of reference tables that were looked up.
std::string source_rows(const definitions::Workspace& workspace, const definitions::Indicator& indicator,
                        const facts::Store& store, const Place& place, const std::string& indent);

}  // namespace svod::indicators
