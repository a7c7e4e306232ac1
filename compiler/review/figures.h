#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace svod::review {

/// A figure as it is printed: «56,3», «1 234», «32,4 %», «−0,5».
struct Figure {
  Number value;
  int places = 0;         ///< digits after the comma
  bool percent = false;   ///< the sign stands beside it
};

/// A cell or field that holds one figure alone; nothing for other texts.
std::optional<Figure> read_figure(std::u32string_view text);

/// `value` with so many places would be printed as `printed`.
bool prints_as(const Number& value, const Figure& printed);
/// «1,27».
std::string with_comma(const Decimal& decimal);
std::string with_comma(const Number& value, int places);

}  // namespace svod::review
