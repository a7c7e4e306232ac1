#include "base/decimal.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace svod {
namespace {

__extension__ using Wide = __int128;

constexpr Wide kMax = std::numeric_limits<std::int64_t>::max();

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

Wide gcd(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Wide power_of_ten(int exponent) {
  Wide result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

std::string text_of(Wide value) {
  char buffer[40];
  char* at = buffer + sizeof buffer;
  char* const end = at;
  do {
    *--at = static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  } while (value > 0);
  return {at, end};
}

}  // namespace

std::string Decimal::plain() const {
  std::string digits = text_of(magnitude(units));
  const auto after = static_cast<std::size_t>(places > 0 ? places : 0);
  std::string result = units < 0 ? "-" : "";
  if (digits.size() <= after) result.append(after + 1 - digits.size(), '0');
  result += digits;
  if (after > 0) result.insert(result.size() - after, 1, '.');
  return result;
}

std::optional<Number> Number::reduced(Wide n, Wide d) {
  if (d == 0) return std::nullopt;
  if (d < 0) {
    n = -n;
    d = -d;
  }
  const Wide common = gcd(magnitude(n), d);
  if (common > 1) {
    n /= common;
    d /= common;
  }
  if (magnitude(n) > kMax || d > kMax) return std::nullopt;
  Number result;
  result.numerator_ = static_cast<std::int64_t>(n);
  result.denominator_ = static_cast<std::int64_t>(d);
  return result;
}

Number Number::scaled(std::int64_t units, int decimals) {
  return *reduced(units, power_of_ten(decimals < 0 ? 0 : decimals > 18 ? 18 : decimals));
}

std::optional<Number> Number::ratio(std::int64_t n, std::int64_t d) { return reduced(n, d); }

std::optional<Number> Number::parse(std::string_view digits) {
  bool negative = false;
  if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) {
    negative = digits.front() == '-';
    digits.remove_prefix(1);
  }
  Wide value = 0;
  int decimals = -1;
  bool any = false;
  for (const char c : digits) {
    if (c == '.') {
      if (decimals >= 0) return std::nullopt;
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (decimals == 18) {
      if (c == '0') continue;
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
    if (value > kMax) return std::nullopt;
    if (decimals >= 0) ++decimals;
  }
  if (!any) return std::nullopt;
  return reduced(negative ? -value : value, power_of_ten(decimals < 0 ? 0 : decimals));
}

std::optional<Number> Number::from_double(double value) {
  if (!std::isfinite(value) || std::fabs(value) > 9.0e18) return std::nullopt;
  char buffer[400];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
  std::string_view digits(buffer, static_cast<std::size_t>(end.ptr - buffer));
  // 1e-30 has more decimals than can be kept; such a value is noise beside any figure of a report.
  const auto dot = digits.find('.');
  if (dot != std::string_view::npos) {
    const std::size_t whole = digits.front() == '-' ? dot - 1 : dot;
    const std::size_t most = whole >= 18 ? 0 : 18 - whole;
    if (digits.size() - dot - 1 > most) digits = digits.substr(0, dot + 1 + most);
  }
  return parse(digits);
}

double Number::to_double() const {
  return static_cast<double>(static_cast<long double>(numerator_) / static_cast<long double>(denominator_));
}

std::optional<std::int64_t> Number::units(int decimals) const {
  const Wide value = static_cast<Wide>(numerator_) * power_of_ten(decimals);
  if (value % denominator_ != 0) return std::nullopt;
  const Wide whole = value / denominator_;
  if (magnitude(whole) > kMax) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

Decimal Number::round(int places) const {
  for (; places >= 0; --places) {
    const Wide value = magnitude(numerator_) * power_of_ten(places) * 2 + denominator_;
    const Wide rounded = value / (static_cast<Wide>(denominator_) * 2);
    if (rounded > kMax) continue;
    const auto units = static_cast<std::int64_t>(rounded);
    return {numerator_ < 0 ? -units : units, places};
  }
  return {numerator_, 0};
}

std::string Number::text() const {
  for (int places = 0; places <= 18; ++places) {
    if (const auto whole = units(places)) return Decimal{*whole, places}.plain();
  }
  return std::to_string(numerator_) + "/" + std::to_string(denominator_);
}

std::optional<Number> add(const Number& a, const Number& b) {
  return Number::reduced(static_cast<Wide>(a.numerator_) * b.denominator_ +
                             static_cast<Wide>(b.numerator_) * a.denominator_,
                         static_cast<Wide>(a.denominator_) * b.denominator_);
}

std::optional<Number> subtract(const Number& a, const Number& b) {
  return Number::reduced(static_cast<Wide>(a.numerator_) * b.denominator_ -
                             static_cast<Wide>(b.numerator_) * a.denominator_,
                         static_cast<Wide>(a.denominator_) * b.denominator_);
}

std::optional<Number> multiply(const Number& a, const Number& b) {
  return Number::reduced(static_cast<Wide>(a.numerator_) * b.numerator_,
                         static_cast<Wide>(a.denominator_) * b.denominator_);
}

std::optional<Number> divide(const Number& a, const Number& b) {
  return Number::reduced(static_cast<Wide>(a.numerator_) * b.denominator_,
                         static_cast<Wide>(a.denominator_) * b.numerator_);
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
  const Wide left = static_cast<Wide>(a.numerator_) * b.denominator_;
  const Wide right = static_cast<Wide>(b.numerator_) * a.denominator_;
  return left < right ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

}  // namespace svod
