#pragma once

#include <string_view>

#include "language/cases.h"

namespace svod::language {

/// Gender of a given name: a list where the ending deceives (Илья, Любовь, Айгуль), else the ending. Takes
/// small letters; ё as е is understood.
Gender gender_of_given(std::u32string_view small);
/// One of the common Russian given names: tells «Иван Петров» from «Петров Иван».
bool is_common_given(std::u32string_view small);
/// -ович, -евич, -ич, -овна, -евна, -ична, -инична.
bool is_patronymic(std::u32string_view small);
/// «оглы», «кызы» and their like, which follow a father's name.
Gender gender_of_particle(std::u32string_view small);

}  // namespace svod::language
