#pragma once

#include <string>

#include "compose/compose.h"

namespace svod::compose {

/// «приказом Отдела образования от 28 декабря 2020 г. № 232»: by what act something is approved. Empty where its date
/// or number is not known.
std::string approval_text(const Input& input, const definitions::ActReference& act);

}  // namespace svod::compose
