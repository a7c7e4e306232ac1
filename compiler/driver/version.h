#pragma once

#include <string_view>

namespace svod::driver {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace svod::driver
