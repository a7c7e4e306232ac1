#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace svod::review {

/// How the rules see a text: as code points, in words of letters and numbers of digits.

/// A run of letters, or of digits; a hyphen ends it.
struct Token {
  std::size_t begin = 0, end = 0;
  bool digits = false;
};
std::vector<Token> tokens_of(std::u32string_view text);

bool is_blank(char32_t c);
bool is_dash(char32_t c);   ///< hyphens of every kind too
bool is_quote(char32_t c);

/// Small letters and digits alone, ё as е: two texts that differ in signs only are alike.
std::u32string skeleton(std::u32string_view text);
std::uint64_t fingerprint(std::u32string_view text);
/// The first letters of a word, by which its forms in other cases are known: «муниципальн». Whole for short words.
std::u32string stem(std::u32string_view word);
/// Two words are forms of one, as far as their beginnings tell.
bool same_word(std::u32string_view a, std::u32string_view b);
/// Words of three letters or more and all numbers, small, ё as е.
std::vector<std::u32string> content_words(std::u32string_view text);
/// The same as stems.
std::vector<std::u32string> stems_of(std::u32string_view text);

/// The words around a place, for a message: «… показавших результаты не ниже средних» в массовых …».
std::string around(std::u32string_view text, std::size_t begin, std::size_t end, std::size_t letters = 30);
/// The beginning of a text in at most so many characters.
std::string beginning(std::u32string_view text, std::size_t letters = 60);

std::string utf8(std::u32string_view text);
std::u32string wide(std::string_view text);

}  // namespace svod::review
