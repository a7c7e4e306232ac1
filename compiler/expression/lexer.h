#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "expression/place.h"

namespace svod::expression {

struct Token {
  enum class Kind : unsigned char { name, number, text, sign, end };
  Kind kind = Kind::end;
  std::string text;  ///< the name, the sign («<=»), or the text without its quotes
  Number number;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The tokens of `place.source()` between the two offsets, the last of kind `end`. Every bad character is
/// reported; nothing when there was one.
std::optional<std::vector<Token>> tokens(const Place& place, std::size_t begin, std::size_t end, Diagnostics& out);

}  // namespace svod::expression
