#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svod::language {

/// A hyphenation dictionary as libhyphen wants it. The library looks only at the longest pattern that ends at
/// a letter, so each of its patterns must hold the figures of all patterns inside it; the packaged Russian
/// dictionary comes as TeX has it, and by itself finds a part of the breaks («результа-тов»).
struct HyphenPatterns {
  std::string koi8;  ///< a whole dictionary file in KOI8-R
  /// The words that the dictionary lists with their only breaks («ас-бест»), in letters from the beginning.
  std::map<std::u32string, std::vector<std::size_t>, std::less<>> exceptions;
};

/// Small Russian letters as KOI8-R.
char koi8_of(char32_t small);
/// Nothing where the bytes are no dictionary in KOI8-R or UTF-8.
std::optional<HyphenPatterns> complete_patterns(std::string_view file);
/// «ас-бест» as the word and its breaks.
std::pair<std::u32string, std::vector<std::size_t>> marked_word(std::u32string_view text);

}  // namespace svod::language
