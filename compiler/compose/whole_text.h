#pragma once

#include <string>

#include "plan/plans.h"

namespace svod::compose {

/// A part with enough of what it is a part of to be understood alone: «Провести семинары: для учителей». A long text
/// above is cut at a word.
std::string with_text_above(const std::string& above, const std::string& own);

/// The text of a measure with those above it, where it is a part.
std::string whole_text(const plan::Plan& plan, const plan::Measure& measure);

}  // namespace svod::compose
