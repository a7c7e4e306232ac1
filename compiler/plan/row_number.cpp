#include "plan/row_number.h"

#include <algorithm>

#include "base/text.h"

namespace svod::plan {
namespace {

constexpr std::size_t kMostParts = 9;
constexpr std::size_t kMostDigits = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters that look alike count, whichever keyboard they came from.
int roman_value(char32_t c) {
  switch (c) {
    case U'I': case 0x406: return 1;
    case U'V': return 5;
    case U'X': case 0x425: return 10;
    case U'L': return 50;
    default: return 0;
  }
}

std::optional<RowNumber> roman(std::string_view text) {
  int value = 0, last = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    const int one = roman_value(next_code_point(text, at));
    if (one == 0 || letters == 8) return std::nullopt;
    value += one > last ? one - 2 * last : one;
    last = one;
  }
  if (letters == 0) return std::nullopt;
  return RowNumber{std::string(text), {value}, true};
}

}  // namespace

bool RowNumber::begins(const RowNumber& other) const {
  return roman == other.roman && parts.size() < other.parts.size() &&
         std::equal(parts.begin(), parts.end(), other.parts.begin());
}

std::optional<RowNumber> row_number(std::string_view text) {
  const std::string_view whole = trim(text);
  std::string_view plain = whole;
  if (plain.empty() || plain.size() > 60) return std::nullopt;
  const bool bracket = plain.ends_with(')');
  if (bracket || plain.ends_with('.')) plain.remove_suffix(1);
  plain = trim(plain);
  if (auto found = roman(plain)) {
    found->text = std::string(whole);
    return found;
  }
  if (bracket && length(plain) == 1 && !is_digit(plain[0])) {
    std::size_t at = 0;
    const char32_t c = next_code_point(plain, at);
    if (c >= 0x430 && c <= 0x44F) return RowNumber{std::string(whole), {static_cast<int>(c) - 0x42F}, false};
    return std::nullopt;
  }
  RowNumber number{std::string(whole), {}, false};
  std::size_t digits = 0;
  int value = 0;
  for (std::size_t i = 0; i <= plain.size(); ++i) {
    if (i < plain.size() && is_digit(plain[i])) {
      if (++digits > kMostDigits) return std::nullopt;
      value = value * 10 + (plain[i] - '0');
      continue;
    }
    // «1. 2» has a space that a hand put there.
    if (i < plain.size() && plain[i] == ' ' && i > 0 && plain[i - 1] == '.') continue;
    if (i < plain.size() && plain[i] != '.') return std::nullopt;
    if (digits == 0) return std::nullopt;
    if (number.parts.size() < kMostParts) number.parts.push_back(value);
    digits = 0;
    value = 0;
  }
  return number;
}

std::optional<NumberedLine> numbered_line(std::string_view line) {
  const std::string_view plain = trim(line);
  std::size_t end = 0;
  bool dots = false;
  while (end < plain.size() && end < 40 && (is_digit(plain[end]) || plain[end] == '.'))
    dots = plain[end++] == '.' || dots;
  if (end > 0) {
    const bool bracket = end < plain.size() && plain[end] == ')';
    if (!dots && !bracket) return std::nullopt;
    const auto number = row_number(plain.substr(0, end + (bracket ? 1 : 0)));
    const std::string_view rest = trim(plain.substr(end + (bracket ? 1 : 0)));
    // «1.02.2022 – …» and «2021. …» are days and years.
    if (!number || rest.empty() || number->parts.front() > 999 || number->parts.back() > 999) return std::nullopt;
    return NumberedLine{*number, std::string(rest)};
  }
  const std::size_t stop = plain.find_first_of(". ");
  if (stop == std::string_view::npos || stop > 16 || plain[stop] != '.') return std::nullopt;
  const auto number = roman(plain.substr(0, stop));
  const std::string_view rest = trim(plain.substr(stop + 1));
  if (!number || rest.empty()) return std::nullopt;
  return NumberedLine{{std::string(plain.substr(0, stop + 1)), number->parts, true}, std::string(rest)};
}

}  // namespace svod::plan
