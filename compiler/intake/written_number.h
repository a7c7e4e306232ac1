#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace svod::intake {

/// A number that somebody typed as text: «1 234», «12,5», «21 чел.», «44,4 %».
struct WrittenNumber {
  Number value;
  std::string unit;  ///< what stands after the figure, trimmed; empty for none
};

/// Groups of three may be parted by any space or an apostrophe; the decimal mark is a comma or a dot; the minus
/// may be a hyphen or a sign. Nothing where the text does not begin with one number.
std::optional<WrittenNumber> written_number(std::string_view text);

/// «чел.», «человек», «чел» are one unit, as are «балл» and «баллов».
bool same_unit(std::string_view a, std::string_view b);

/// «3,5», «−2», «66,667» (three places where the fraction does not end): a figure within a message.
std::string figure(const Number& number);

}  // namespace svod::intake
