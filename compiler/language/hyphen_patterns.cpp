#include "language/hyphen_patterns.h"

#include <algorithm>
#include <array>

#include "language/letters.h"

namespace svod::language {
namespace {

// KOI8-R of the small letters а to я; ё is 0xA3.
constexpr std::array<unsigned char, 32> kKoi{0xC1, 0xC2, 0xD7, 0xC7, 0xC4, 0xC5, 0xD6, 0xDA, 0xC9, 0xCA, 0xCB,
                                             0xCC, 0xCD, 0xCE, 0xCF, 0xD0, 0xD2, 0xD3, 0xD4, 0xD5, 0xC6, 0xC8,
                                             0xC3, 0xDE, 0xDB, 0xDD, 0xDF, 0xD9, 0xD8, 0xDC, 0xC0, 0xD1};

char32_t letter_of(unsigned char byte) {
  if (byte < 0x80) return byte;
  if (byte == 0xA3) return U'ё';
  const auto found = std::find(kKoi.begin(), kKoi.end(), byte);
  return found == kKoi.end() ? U'\uFFFD' : U'а' + static_cast<char32_t>(found - kKoi.begin());
}

bool is_pattern_letter(char32_t c) { return c == '.' || (is_cyrillic(c) && is_lower(c)); }

// Figures stand before letters: values[i] before letter i, the last one after the end.
using Patterns = std::map<std::u32string, std::string, std::less<>>;

bool add_pattern(std::u32string_view line, Patterns& patterns) {
  std::u32string letters;
  std::string values(1, '\0');
  for (const char32_t c : line) {
    if (is_digit(c)) {
      values.back() = static_cast<char>(c - '0');
    } else if (is_pattern_letter(c)) {
      letters += c;
      values += '\0';
    } else {
      return false;
    }
  }
  if (letters.empty()) return false;
  patterns[letters] = values;
  return true;
}

// `values` of a text's beginning without its last letter, raised by all patterns that end at that letter.
void raise(std::string& values, std::u32string_view text, const Patterns& patterns, std::size_t longest) {
  values += '\0';
  for (std::size_t count = 1; count <= std::min(longest, text.size()); ++count) {
    const std::size_t begin = text.size() - count;
    const auto found = patterns.find(text.substr(begin));
    if (found == patterns.end()) continue;
    for (std::size_t k = 0; k <= count; ++k) values[begin + k] = std::max(values[begin + k], found->second[k]);
  }
}

}  // namespace

char koi8_of(char32_t small) { return static_cast<char>(small == U'ё' ? 0xA3 : kKoi[small - U'а']); }

std::pair<std::u32string, std::vector<std::size_t>> marked_word(std::u32string_view text) {
  std::pair<std::u32string, std::vector<std::size_t>> result;
  for (const char32_t c : text) {
    if (c == '-') {
      result.second.push_back(result.first.size());
    } else {
      result.first += to_lower(c);
    }
  }
  return result;
}

std::optional<HyphenPatterns> complete_patterns(std::string_view file) {
  std::vector<std::string_view> lines = split(file, '\n');
  std::string_view charset = trim(lines.front());
  if (charset != "KOI8-R" && charset != "UTF-8") return std::nullopt;
  HyphenPatterns result;
  Patterns patterns;
  std::size_t longest = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::u32string line;
    if (charset == "UTF-8") {
      line = to_code_points(trim(lines[i]));
    } else {
      for (const char byte : trim(lines[i])) line += letter_of(static_cast<unsigned char>(byte));
    }
    if (add_pattern(line, patterns)) {
      longest = std::max(longest, line.size());  // figures counted too: an upper bound
    } else if (line.find(U'-') != line.npos && line.find_first_of(U"%\\{}") == line.npos) {
      result.exceptions.insert(marked_word(line));
    }
  }
  if (patterns.empty()) return std::nullopt;
  // Every beginning of a pattern is a state of the library's automaton, and needs its figures too.
  std::map<std::u32string, std::string, std::less<>> complete;
  for (const auto& [letters, own] : patterns) {
    std::string all(1, '\0');
    for (std::size_t count = 1; count <= letters.size(); ++count) {
      const std::u32string_view beginning = std::u32string_view(letters).substr(0, count);
      const auto known = complete.find(beginning);
      if (known == complete.end()) {
        raise(all, beginning, patterns, longest);
        complete.emplace(beginning, all);
      } else {
        all = known->second;
      }
    }
  }
  result.koi8 = "KOI8-R\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\n";
  for (const auto& [letters, values] : complete) {
    if (values.find_first_not_of('\0') == values.npos) continue;
    for (std::size_t i = 0; i <= letters.size(); ++i) {
      if (values[i] != '\0') result.koi8 += static_cast<char>('0' + values[i]);
      if (i < letters.size()) result.koi8 += letters[i] == '.' ? '.' : koi8_of(letters[i]);
    }
    result.koi8 += '\n';
  }
  return result;
}

}  // namespace svod::language
