#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "language/cases.h"

namespace svod::language {

/// A whole number in words, 0 to 999 999, nominative or genitive (other cases give the nominative): «две»,
/// «двадцать одного». The gender is that of what is counted. Empty outside the range.
std::string cardinal(std::int64_t n, Gender gender = Gender::masculine, Case grammatical_case = Case::nominative);

/// «а», «а и б», «а, б и в»; commas alone where a part holds the conjunction itself.
std::string listed(std::span<const std::string> parts, std::string_view conjunction = "и");

/// First letter upper or lower; quotes and other signs before it are passed over.
std::string capitalised(std::string_view text);
std::string uncapitalised(std::string_view text);

/// The preposition in the form that the following word wants: «об итогах», «со школами», «во втором», «ко
/// всем»; `preposition` is «о», «с», «в», «к» or any other, which stays. The preposition alone.
std::string preposition(std::string_view preposition, std::string_view following);
/// The same with the word: «об итогах», with a plain space.
std::string with_preposition(std::string_view preposition, std::string_view following);

}  // namespace svod::language
