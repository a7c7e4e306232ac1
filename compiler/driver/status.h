#pragma once

#include <string>

#include "driver/build.h"
#include "driver/pipeline.h"

namespace svod::driver {

/// What a build did, for a person: how many documents from how many files, and where they lie.
std::string describe(const BuildReport& report, std::size_t errors);
std::string describe_check(const Compilation& compilation, const Diagnostics& found);
/// Who has sent what, in which state; which papers are signed, and what is overdue of what they oblige to.
std::string print_status(const Compilation& compilation);

}  // namespace svod::driver
