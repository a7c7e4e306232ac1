#pragma once

#include <string>

#include "definitions/workspace.h"

namespace svod::indicators {

/// How an indicator is computed, in Russian words: «среднее: тестовый балл».
std::string method_in_words(const definitions::Indicator& indicator, const definitions::Workspace& workspace);
/// Which rows enter it, in words; empty where all do.
std::string condition_in_words(const definitions::Indicator& indicator, const definitions::Workspace& workspace);

}  // namespace svod::indicators
