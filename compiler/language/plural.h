#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace svod::language {

/// The form that goes with a number: «1 выпускник», «2 выпускника», «5 выпускников».
struct PluralForms {
  std::string_view one;
  std::string_view few;   ///< also the genitive singular that fractions take: «1,5 балла»
  std::string_view many;
};

std::string_view plural(std::int64_t n, std::string_view one, std::string_view few, std::string_view many);
/// By the figure as it is printed: any decimal places make a fraction («2,0 балла»).
std::string_view plural(const Decimal& n, const PluralForms& forms);
std::string_view plural(const Number& n, const PluralForms& forms);

/// «21 участник», «1 234 участника»: figure, no-break space, form.
std::string counted(std::int64_t n, const PluralForms& forms);
std::string counted(const Decimal& n, const PluralForms& forms);

/// The predicate before or after a counted subject: «сдавал 21 участник», «сдавали 5 участников».
std::string_view agree(std::int64_t n, std::string_view singular, std::string_view plural);

}  // namespace svod::language
