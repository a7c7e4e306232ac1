#pragma once

#include <string>

#include "document/document.h"
#include "plan/plans.h"

namespace svod::compose {

/// How many measures are in which status, by the plan's chapters; counted in a workbook over the table `anchor`. Of a
/// measure in parts the parts are counted.
document::Table progress_table(const plan::Plan& plan, const std::string& anchor);

}  // namespace svod::compose
