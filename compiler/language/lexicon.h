#pragma once

#include <span>
#include <string_view>

#include "language/cases.h"

namespace svod::language {

/// A noun that names a post or a body.
struct PostNoun {
  std::u32string_view word;       ///< nominative singular, small letters
  Gender gender = Gender::masculine;
  bool animate = true;
  bool a_plural = false;          ///< «директора», «учителя»
  bool stressed_ending = false;   ///< «врачом»
};

std::span<const PostNoun> post_nouns();
const PostNoun* find_post_noun(std::u32string_view small);
/// The noun whose nominative plural this is: «руководители».
const PostNoun* find_plural_post_noun(std::u32string_view small);
/// «заведующий», «исполняющая», «обучающиеся»: adjectives that stand as nouns.
bool is_substantive(std::u32string_view small);

}  // namespace svod::language
