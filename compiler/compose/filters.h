#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/value.h"

namespace svod::compose {

/// What a filter of print gives. A filter of an absent value is absent, `sign` excepted. The figure of the
/// piped value stays with the text, so that it can be traced.
struct Filtered {
  expression::Value value;
  std::string unsure;   ///< a case form that a rule made and that may be another: to be confirmed
};

/// Nothing for a filter that is not ours.
std::optional<Filtered> apply_filter(std::string_view filter, const std::vector<expression::Value>& arguments);

}  // namespace svod::compose
