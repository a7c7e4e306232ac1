#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace svod {

/// A day of the calendar. Always valid where svod hands one out.
using Date = std::chrono::year_month_day;

/// «2021-06-30»; nothing for any other shape or a day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);
std::string iso(Date date);

/// The day of a spreadsheet's serial number; the fraction (time of day) is dropped. Serial 60 of the 1900
/// system is the day that never was (29.02.1900): nothing, as for a serial before the system's first day.
std::optional<Date> date_of_serial(double serial, bool system_1904);
/// The serial number of a day in the 1900 system.
double serial_of_date(Date date);

}  // namespace svod
