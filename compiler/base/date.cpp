#include "base/date.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace svod {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using namespace std::chrono_literals;

constexpr sys_days kEpoch1900 = std::chrono::year{1899} / 12 / 30;  // for serials after 60
constexpr sys_days kEpoch1904 = std::chrono::year{1904} / 1 / 1;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc{} || result.ptr != end || text.front() == '-') return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string iso(Date date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::optional<Date> date_of_serial(double serial, bool system_1904) {
  if (!(serial >= 0) || serial > 2958465) return std::nullopt;
  const auto whole = static_cast<int>(std::floor(serial));
  if (system_1904) return Date{kEpoch1904 + days{whole}};
  if (whole == 0 || whole == 60) return std::nullopt;
  return Date{kEpoch1900 + days{whole < 60 ? whole + 1 : whole}};
}

double serial_of_date(Date date) {
  const auto serial = (sys_days{date} - kEpoch1900).count();
  return static_cast<double>(serial <= 60 ? serial - 1 : serial);
}

}  // namespace svod
