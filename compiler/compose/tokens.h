#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace svod::compose {

/// A place held in text by private-use characters while Markdown or YAML around it is parsed, so that what
/// stands there can never be taken for markup. To a parser a token is a word.
void append_token(std::string& out, std::size_t index);

struct TokenPart {
  std::string literal;
  int index = -1;           ///< of a token; -1 for literal text
  std::size_t offset = 0;   ///< bytes before it
};
std::vector<TokenPart> split_tokens(std::string_view text);

/// Offset of the first character that tokens are made of, or npos: a template may not hold one itself.
std::size_t find_token_character(std::string_view text);

}  // namespace svod::compose
