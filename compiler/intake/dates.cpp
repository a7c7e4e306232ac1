#include "intake/dates.h"

#include <array>
#include <vector>

#include "base/text.h"

namespace svod::intake {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"янв", "фев", "мар", "апр", "ма",  "июн",
                                                   "июл", "авг", "сен", "окт", "ноя", "дек"};

unsigned month_of(std::string_view word) {
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (i != 4 && word.starts_with(kMonths[i])) return i + 1;
  }
  return word == "мая" || word == "май" ? 5 : 0;
}

std::string two(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

WrittenDate written_date(std::string_view text) {
  std::vector<int> parts;
  std::vector<std::size_t> digits;
  unsigned named = 0;
  std::string word;
  const std::string plain = folded(text) + " ";
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(plain, at);
    const bool digit = c >= '0' && c <= '9';
    const bool letter = c >= 0x430 && c <= 0x45F;
    if (!digit && !letter && c != ' ' && c != '.' && c != '/' && c != '-' && c != ',' && c != '"') return {};
    const bool word_is_digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (!word.empty() && ((!digit && !letter) || digit != word_is_digits)) {
      if (word_is_digits) {
        if (word.size() > 4) return {};
        parts.push_back(std::stoi(word));
        digits.push_back(word.size());
      } else if (const unsigned month = month_of(word)) {
        if (named != 0 || parts.size() != 1) return {};
        named = month;
        parts.push_back(static_cast<int>(month));
        digits.push_back(2);
      } else if (word != "г" && word != "год" && word != "года") {
        return {};
      }
      word.clear();
    }
    if (digit || letter) word.append(plain, before, at - before);
  }
  if (parts.size() != 3) return {};
  const bool year_first = digits[0] == 4;
  int year = year_first ? parts[0] : parts[2];
  const auto month = static_cast<unsigned>(parts[1]);
  const auto day = static_cast<unsigned>(year_first ? parts[2] : parts[0]);
  const std::size_t year_digits = year_first ? digits[0] : digits[2];
  if (year_digits == 2) year += 2000;
  if (year_digits != 4 && year_digits != 2) return {};
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2199) return {};
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (date.ok()) return {date, {}};
  return {{}, Date(date.year() / date.month() / std::chrono::last)};
}

std::string written(Date date) {
  return two(unsigned(date.day())) + "." + two(unsigned(date.month())) + "." + std::to_string(int(date.year()));
}

}  // namespace svod::intake
