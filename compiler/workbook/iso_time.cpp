#include "workbook/iso_time.h"

#include <charconv>

#include "base/date.h"

namespace svod::workbook {
namespace {

// Days between the first days of the two systems.
constexpr double kBetweenSystems = 1462;

std::optional<int> two_digits(std::string_view text) {
  if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

/// The part of a day.
std::optional<double> time_of(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  const auto hour = two_digits(text.substr(0, 2));
  const auto minute = two_digits(text.substr(3, 2));
  double second = 0;
  if (text.size() > 5) {
    const std::string_view rest = text.substr(6);
    if (text[5] != ':' || rest.size() < 2 || !two_digits(rest.substr(0, 2)) || (rest.size() > 2 && rest[2] != '.')) {
      return std::nullopt;
    }
    const auto result = std::from_chars(rest.data(), rest.data() + rest.size(), second, std::chars_format::fixed);
    if (result.ec != std::errc{} || result.ptr != rest.data() + rest.size()) return std::nullopt;
  }
  if (!hour || !minute || *hour > 24 || *minute > 59 || !(second < 60)) return std::nullopt;
  return (*hour * 3600 + *minute * 60 + second) / 86400;
}

}  // namespace

std::optional<double> serial_of_iso(std::string_view text, bool system_1904) {
  const std::size_t t = text.find('T');
  if (t == std::string_view::npos && text.size() > 2 && text[2] == ':') return time_of(text);
  const auto date = parse_iso_date(text.substr(0, t));
  if (!date) return std::nullopt;
  double serial = serial_of_date(*date) - (system_1904 ? kBetweenSystems : 0);
  if (serial < 0) return std::nullopt;
  if (t != std::string_view::npos) {
    const auto time = time_of(text.substr(t + 1));
    if (!time) return std::nullopt;
    serial += *time;
  }
  return serial;
}

}  // namespace svod::workbook
