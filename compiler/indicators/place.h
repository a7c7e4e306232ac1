#pragma once

#include <map>
#include <string>
#include <string_view>

namespace svod::indicators {

/// Where a value holds: dimension -> value («subject» -> «Физика», «school» -> id, «year» -> «2021»).
/// A dimension that is not named is summed over; the year alone is never: it defaults to the workspace's.
using Place = std::map<std::string, std::string>;

inline const std::string kSchool = "school";
inline const std::string kMunicipality = "municipality";
inline const std::string kYear = "year";

}  // namespace svod::indicators
