#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/state.h"

namespace svod::language {

inline constexpr std::string_view no_break_space = "\u00A0";
inline constexpr std::string_view thin_no_break_space = "\u202F";
inline constexpr std::string_view minus_sign = "\u2212";
inline constexpr std::string_view en_dash = "\u2013";

/// «1 234,50», «−0,5»: decimal comma, groups of three by U+202F from four digits upward, minus U+2212. All
/// `places` of the decimal are printed. Negative nought prints as nought. No library rounds or prints here.
std::string number(const Decimal& value, bool group = true);
/// Rounded once, half away from zero, then as above.
std::string number(const Number& value, int places, bool group = true);
/// «67,8 %», with a no-break space. The value is in percent points.
std::string percent(const Decimal& value);
/// «60–69»; one figure where both are alike («100»). Year ranges are not grouped: pass texts.
std::string range(std::string_view from, std::string_view to);
/// «+1,5», «−0,3», «0»: a difference.
std::string difference(const Decimal& value);

/// What a cell prints instead of a figure: «–» absent, «…» no data, «×» not applicable, «*» withheld; empty
/// for a value.
std::string_view sign(State state);
/// The line of a legend that explains a sign: «× – показатель не применяется»; empty for a value.
std::string_view sign_meaning(State state);

}  // namespace svod::language
