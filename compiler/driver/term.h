#pragma once

#include <string>

#include "driver/commands.h"

namespace svod::driver {

/// How a deadline is read, as one JSON object on one line; its members are those of the design's «svod term». `year`:
/// a calendar year, or a school year as 2021/22. Exit 1 where the term gives no dates and no kind, 2 for a year that
/// is none.
Answer term_command(const std::string& text, const std::string& year);

}  // namespace svod::driver
