#pragma once

#include <optional>
#include <string_view>

namespace svod::workbook {

/// The serial number of «2021-06-30», «2021-06-30T09:30:00», «09:30:00» (fractions of a second and `Z`
/// allowed) in the 1900 or 1904 system; nothing for anything else.
std::optional<double> serial_of_iso(std::string_view text, bool system_1904);

}  // namespace svod::workbook
