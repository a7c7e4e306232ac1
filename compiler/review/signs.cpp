#include "review/signs.h"

#include <algorithm>

#include "base/text.h"
#include "language/letters.h"

namespace svod::review {
namespace {

using language::is_digit;
using language::is_letter;

char32_t plain_letter(char32_t c) {
  c = language::to_lower(c);
  return c == U'ё' ? U'е' : c;
}

}  // namespace

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009;
}
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quote(char32_t c) {
  return c == '"' || c == U'«' || c == U'»' || c == 0x201C || c == 0x201D || c == 0x201E;
}

std::vector<Token> tokens_of(std::u32string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const bool digits = is_digit(text[i]);
    if (!digits && !is_letter(text[i])) {
      ++i;
      continue;
    }
    Token token{i, i, digits};
    while (i < text.size() && (digits ? is_digit(text[i]) : is_letter(text[i]))) ++i;
    token.end = i;
    tokens.push_back(token);
  }
  return tokens;
}

std::u32string skeleton(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    if (is_letter(c) || is_digit(c)) out += plain_letter(c);
  }
  return out;
}

std::uint64_t fingerprint(std::u32string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char32_t c : text) {
    if (is_letter(c) || is_digit(c)) hash = (hash ^ plain_letter(c)) * 1099511628211ULL;
  }
  return hash;
}

std::u32string stem(std::u32string_view word) {
  std::u32string small;
  for (const char32_t c : word) small += plain_letter(c);
  if (small.size() <= 4 || is_digit(small.front())) return small;
  // Endings of cases are at most three letters («-ого», «-ами»); shorter words keep three letters of their root.
  return small.substr(0, std::max<std::size_t>(3, std::min<std::size_t>(7, small.size() - 2)));
}

bool same_word(std::u32string_view a, std::u32string_view b) {
  if (a.empty() || b.empty()) return a == b;
  if (is_digit(a.front()) || is_digit(b.front())) return a == b;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  std::size_t common = 0;
  while (common < shorter && plain_letter(a[common]) == plain_letter(b[common])) ++common;
  if (common == longer) return true;
  if (shorter <= 3) return common >= 2 && longer - common <= 3;
  return common >= 3 && longer - common <= 4 && shorter - common <= 3;
}

std::vector<std::u32string> content_words(std::u32string_view text) {
  std::vector<std::u32string> words;
  for (const Token& token : tokens_of(text)) {
    if (!token.digits && token.end - token.begin < 3) continue;
    std::u32string word;
    for (const char32_t c : text.substr(token.begin, token.end - token.begin)) word += plain_letter(c);
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::u32string> stems_of(std::u32string_view text) {
  std::vector<std::u32string> words = content_words(text);
  for (std::u32string& word : words) word = stem(word);
  return words;
}

std::string around(std::u32string_view text, std::size_t begin, std::size_t end, std::size_t letters) {
  end = std::min(end, text.size());
  begin = std::min(begin, end);
  // Whole words stand on both sides, and three points tell where the text was cut.
  std::size_t from = begin > letters ? begin - letters : 0;
  std::size_t to = std::min(text.size(), end + letters);
  while (from > 0 && from < begin && !is_blank(text[from - 1])) ++from;
  while (to < text.size() && to > end && !is_blank(text[to])) --to;
  std::u32string out;
  if (from > 0) out += U"… ";
  for (std::size_t i = from; i < to; ++i) {
    if (!is_blank(text[i])) {
      out += text[i];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (to < text.size()) out += U" …";
  return to_utf8(out);
}

std::string beginning(std::u32string_view text, std::size_t letters) { return around(text, 0, 0, letters); }

std::string utf8(std::u32string_view text) { return to_utf8(text); }
std::u32string wide(std::string_view text) { return to_code_points(text); }

}  // namespace svod::review
