#include "compose/tokens.h"

#include "base/text.h"

namespace svod::compose {
namespace {

constexpr char32_t kOpen = 0xE000;
constexpr char32_t kClose = 0xE001;
constexpr char32_t kDigit = 0xE010;   // sixteen of them

}  // namespace

void append_token(std::string& out, std::size_t index) {
  append_utf8(out, kOpen);
  int shift = 0;
  while (shift < 60 && (index >> (shift + 4)) != 0) shift += 4;
  for (; shift >= 0; shift -= 4) append_utf8(out, kDigit + static_cast<char32_t>((index >> shift) & 0xF));
  append_utf8(out, kClose);
}

std::vector<TokenPart> split_tokens(std::string_view text) {
  std::vector<TokenPart> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (next_code_point(text, at) != kOpen) continue;
    if (here > begin) parts.push_back({std::string(text.substr(begin, here - begin)), -1, begin});
    std::size_t index = 0;
    while (at < text.size()) {
      const char32_t c = next_code_point(text, at);
      if (c == kClose) break;
      index = index * 16 + (c - kDigit);
    }
    parts.push_back({{}, static_cast<int>(index), here});
    begin = at;
  }
  if (begin < text.size()) parts.push_back({std::string(text.substr(begin)), -1, begin});
  return parts;
}

std::size_t find_token_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (c >= kOpen && c < kDigit + 16) return here;
  }
  return std::string_view::npos;
}

}  // namespace svod::compose
