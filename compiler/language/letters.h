#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

/// Letters of Russian words, for the rules of this room.
namespace svod::language {

inline bool is_cyrillic(char32_t c) { return (c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451; }
inline bool is_letter(char32_t c) {
  return is_cyrillic(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F) ||
         (c >= 0x400 && c <= 0x52F);
}
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char32_t c) { return (c >= 0x400 && c <= 0x42F) || (c >= 'A' && c <= 'Z'); }
inline bool is_lower(char32_t c) { return (c >= 0x430 && c <= 0x45F) || (c >= 'a' && c <= 'z'); }

inline char32_t to_upper(char32_t c) {
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c >= 'a' && c <= 'z' ? c - 32 : c;
}
inline char32_t to_lower(char32_t c) {
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

inline bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
inline bool is_vowel(char32_t c) { return one_of(to_lower(c), U"аеёиоуыэюя"); }
inline bool is_hushing(char32_t c) { return one_of(to_lower(c), U"жшчщ"); }
/// After these и stands, never ы.
inline bool takes_i(char32_t c) { return one_of(to_lower(c), U"гкхжшчщ"); }

inline std::size_t vowels(std::u32string_view word) {
  std::size_t count = 0;
  for (const char32_t c : word) count += is_vowel(c) ? 1 : 0;
  return count;
}

inline std::u32string lowered(std::u32string_view word) {
  std::u32string result(word);
  for (char32_t& c : result) c = to_lower(c);
  return result;
}

/// All letters are capitals, and there are two or more of them.
inline bool all_capitals(std::u32string_view word) {
  std::size_t count = 0;
  for (const char32_t c : word) {
    if (is_lower(c)) return false;
    count += is_upper(c) ? 1 : 0;
  }
  return count >= 2;
}

}  // namespace svod::language
