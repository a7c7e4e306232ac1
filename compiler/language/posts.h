#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/cases.h"

namespace svod::language {

/// A post, a body or another addressee in a case: «главному специалисту управления образования»,
/// «и. о. директора», «учителю-логопеду», «заместителю начальника – начальнику отдела», «руководителям
/// образовательных организаций», «МБУ „Центр“» unchanged. `phrase` is in the nominative. The head noun and
/// the adjectives that agree with it change, with what stands beside it as another post; all else stays. A
/// head that is not in the lexicon follows the rule for its ending and is not confident.
Form post_in(std::string_view phrase, Case grammatical_case);

/// The nominative of a post that is written in the dative: «главному специалисту управления» -> «главный специалист
/// управления». Nothing where its head is not in the lexicon or the way back is not sure.
std::optional<std::string> post_from_dative(std::string_view phrase);

}  // namespace svod::language
