#include "language/years.h"

namespace svod::language {

std::optional<int> plain_year(std::string_view text) {
  int year = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || text.size() != 4) return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year >= 1900 && year < 2200 ? std::optional(year) : std::nullopt;
}

}  // namespace svod::language
