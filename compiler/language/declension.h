#pragma once

#include <string>
#include <string_view>

#include "language/cases.h"
#include "language/letters.h"

/// The regular paradigms that the rules for names and posts are made of. Words are nominatives; the ending
/// decides. The accusative of what is animate is its genitive.
namespace svod::language {

/// -ый -ий -ой -ая -яя -ое -ее -ые -ие, also with -ся.
bool is_adjective_form(std::u32string_view word);
bool is_plural_adjective(std::u32string_view word);
std::u32string adjective_in(std::u32string_view word, Case grammatical_case, bool animate);

/// -а, -я.
std::u32string first_declension_in(std::u32string_view word, Case grammatical_case);
/// A consonant, -й, -ь. `stressed_ending` matters after ж ш ч щ ц: «врачом», not «мячем».
std::u32string masculine_in(std::u32string_view word, Case grammatical_case, bool animate, bool stressed_ending = false);
/// -ь of the feminine: «Любовь, Любови».
std::u32string soft_feminine_in(std::u32string_view word, Case grammatical_case);
/// -ие, -е, -о.
std::u32string neuter_in(std::u32string_view word, Case grammatical_case);
/// The plural from the singular; `a_plural` for «директора», «учителя».
std::u32string plural_in(std::u32string_view singular, Gender gender, Case grammatical_case, bool animate,
                         bool a_plural = false);

}  // namespace svod::language
