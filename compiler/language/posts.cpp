#include "language/posts.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "language/declension.h"
#include "language/lexicon.h"

namespace svod::language {
namespace {

// A word of the phrase with the signs around it: «(школы,» is «(» «школы» «,».
struct Piece {
  std::u32string before;
  std::u32string word;
  std::u32string after;
  std::u32string small;
};

std::u32string between_spaces(const std::vector<Piece>& pieces, const std::u32string& spaces) {
  std::u32string result;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    result += pieces[i].before + pieces[i].word + pieces[i].after;
    if (i < spaces.size()) result += spaces[i];
  }
  return result;
}

bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F; }

void take_apart(std::string_view phrase, std::vector<Piece>& pieces, std::u32string& spaces) {
  const std::u32string text = to_code_points(trim(phrase));
  std::size_t at = 0;
  while (at < text.size()) {
    Piece piece;
    while (at < text.size() && !is_space(text[at]) && !is_letter(text[at])) piece.before += text[at++];
    while (at < text.size() && !is_space(text[at]) && (is_letter(text[at]) || text[at] == '-')) {
      piece.word += text[at++];
    }
    while (at < text.size() && !is_space(text[at])) piece.after += text[at++];
    piece.small = lowered(piece.word);
    pieces.push_back(std::move(piece));
    if (at < text.size()) spaces += text[at];
    while (at < text.size() && is_space(text[at])) ++at;
  }
}

// «и. о. директора», «врио начальника»: the rest is a genitive already.
bool is_acting(const Piece& piece) {
  return piece.small == U"врио" || piece.small == U"ио" || piece.small == U"вр" ||
         ((piece.small == U"и" || piece.small == U"в") && piece.after.starts_with(U".") && piece.before.empty());
}

// Endings go onto the word as it was typed; a word in capitals stays in capitals.
std::u32string dressed(const std::u32string& typed, const std::u32string& form) {
  std::u32string result = form;
  const bool capitals = all_capitals(typed);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (capitals || (i < typed.size() && i == 0 && is_upper(typed[i]))) result[i] = to_upper(result[i]);
  }
  return result;
}

struct Noun {
  const PostNoun* entry = nullptr;
  bool plural = false;
};

std::optional<Noun> lookup(std::u32string_view small) {
  if (const PostNoun* noun = find_post_noun(small)) return Noun{noun, false};
  if (const PostNoun* noun = find_plural_post_noun(small)) return Noun{noun, true};
  return std::nullopt;
}

std::u32string noun_in(const Noun& noun, Case c) {
  const PostNoun& x = *noun.entry;
  if (noun.plural) return plural_in(x.word, x.gender, c, x.animate, x.a_plural);
  if (x.gender == Gender::neuter) return neuter_in(x.word, c);
  if (x.word.ends_with(U'а') || x.word.ends_with(U'я')) return first_declension_in(x.word, c);
  return masculine_in(x.word, c, x.animate, x.stressed_ending);
}

// The animate noun whose forms the head takes; nothing where the word is not in the lexicon.
struct Head {
  std::u32string text;
  bool animate = true;
  bool known = true;
};

std::u32string by_ending(std::u32string_view small, Case c) {
  const char32_t last = small.back();
  if (last == U'а' || last == U'я') return first_declension_in(small, c);
  if (last == U'о' || small.ends_with(U"ие")) return neuter_in(small, c);
  if (is_vowel(last)) return std::u32string(small);
  return masculine_in(small, c, true);
}

// A noun with its hyphened parts: «учитель-логопед» changes twice, «пресс-секретарь» once.
std::optional<Head> head_in(std::u32string_view small, Case c, bool unknown_too) {
  const std::size_t hyphen = small.find(U'-');
  if (hyphen == small.npos) {
    if (const auto noun = lookup(small)) return Head{noun_in(*noun, c), noun->entry->animate, true};
    if (!unknown_too) return std::nullopt;
    return Head{by_ending(small, c), true, false};
  }
  const std::u32string_view first = small.substr(0, hyphen);
  const auto rest = head_in(small.substr(hyphen + 1), c, unknown_too);
  if (!rest) return std::nullopt;
  const auto noun = lookup(first);
  if (!noun) return Head{std::u32string(first) + U"-" + rest->text, rest->animate, rest->known};
  return Head{noun_in(*noun, c) + U"-" + rest->text, noun->entry->animate, rest->known};
}

bool is_abbreviation(const Piece& piece) {
  return all_capitals(piece.word) && !lookup(piece.small) && !is_adjective_form(piece.small);
}

// Declines one post that begins at `at`; moves `at` past its head. False where there is no post there.
bool decline_one(std::vector<Piece>& pieces, std::size_t& at, Case c, bool first, bool& confident, bool& animate) {
  std::size_t i = at;
  if (i < pieces.size() && (pieces[i].small == U"временно" || pieces[i].small == U"юридически")) ++i;
  const std::size_t begin = i;
  while (i < pieces.size() && is_adjective_form(pieces[i].small) && pieces[i].before.empty()) ++i;
  const bool noun_follows = i < pieces.size() && !pieces[i].word.empty() && pieces[i].before.empty() &&
                            (i == begin || pieces[i - 1].after.empty());
  std::optional<Head> head;
  if (noun_follows) head = head_in(pieces[i].small, c, false);
  if (!head && i > begin) {
    // «заведующий отделом», «ответственный за проведение»: the last adjective is the head.
    std::size_t substantive = begin;
    while (substantive < i && !is_substantive(pieces[substantive].small)) ++substantive;
    if (substantive < i) {
      for (std::size_t k = begin; k <= substantive; ++k) {
        pieces[k].word = dressed(pieces[k].word, adjective_in(pieces[k].small, c, true));
      }
      at = substantive + 1;
      animate = true;
      return true;
    }
  }
  if (!head && !first) return false;
  if (!head) {
    confident = false;
    if (!noun_follows) return false;
    if (is_abbreviation(pieces[i])) {
      head = Head{pieces[i].small, true, false};
    } else {
      head = head_in(pieces[i].small, c, true);
    }
  }
  for (std::size_t k = begin; k < i; ++k) {
    pieces[k].word = dressed(pieces[k].word, adjective_in(pieces[k].small, c, head->animate));
  }
  if (!is_abbreviation(pieces[i])) pieces[i].word = dressed(pieces[i].word, head->text);
  at = i + 1;
  animate = head->animate;
  return true;
}

struct Back {
  std::u32string nominative;
  Gender gender = Gender::masculine;
  bool plural = false;
};

// Nouns of the lexicon by their datives.
const std::map<std::u32string, Back, std::less<>>& by_dative() {
  static const std::map<std::u32string, Back, std::less<>> known = [] {
    std::map<std::u32string, Back, std::less<>> made;
    for (const PostNoun& noun : post_nouns()) {
      const std::u32string many = plural_in(noun.word, noun.gender, Case::nominative, noun.animate, noun.a_plural);
      made.try_emplace(noun_in({&noun, false}, Case::dative), Back{std::u32string(noun.word), noun.gender, false});
      made.try_emplace(noun_in({&noun, true}, Case::dative), Back{many, noun.gender, true});
    }
    return made;
  }();
  return known;
}

std::optional<Back> noun_from_dative(std::u32string_view small) {
  if (const auto found = by_dative().find(small); found != by_dative().end()) return found->second;
  const std::size_t hyphen = small.find(U'-');
  if (hyphen == small.npos) return std::nullopt;
  auto rest = noun_from_dative(small.substr(hyphen + 1));
  if (!rest) return std::nullopt;
  const auto first = by_dative().find(small.substr(0, hyphen));
  const std::u32string before = first == by_dative().end() ? std::u32string(small.substr(0, hyphen))
                                                           : first->second.nominative;
  rest->nominative = before + U"-" + rest->nominative;
  return rest;
}

// «главному» -> «главный»; by the endings that the head allows.
std::optional<std::u32string> adjective_from_dative(std::u32string_view small, bool plural, Gender gender) {
  std::vector<std::u32string_view> endings{U"ый", U"ий", U"ой"};
  if (gender == Gender::feminine) endings = {U"ая", U"яя"};
  if (gender == Gender::neuter) endings = {U"ое", U"ее"};
  if (plural) endings = {U"ые", U"ие"};
  const bool three = small.ends_with(U"ому") || small.ends_with(U"ему");
  if (small.size() < 4) return std::nullopt;
  const std::u32string stem(small.substr(0, small.size() - (three ? 3 : 2)));
  for (const std::u32string_view ending : endings) {
    const std::u32string made = stem + std::u32string(ending);
    if (is_adjective_form(made) && adjective_in(made, Case::dative, true) == small) return made;
  }
  return std::nullopt;
}

// «…, курирующий вопросы»: agrees with the head.
bool is_participle(std::u32string_view small) {
  for (const std::u32string_view ending : {U"ущий", U"ющий", U"ащий", U"ящий", U"вший", U"ущая", U"ющая", U"вшая"}) {
    if (small.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

Form post_in(std::string_view phrase, Case grammatical_case) {
  if (grammatical_case == Case::nominative) return {std::string(phrase), false, true};
  std::vector<Piece> pieces;
  std::u32string spaces;
  take_apart(phrase, pieces, spaces);
  if (pieces.empty()) return {std::string(phrase), false, true};
  // Abbreviated bodies («МБУ «Центр»») and acting posts do not change.
  if (is_acting(pieces[0]) || is_abbreviation(pieces[0])) return {std::string(trim(phrase)), true, true};
  bool confident = true;
  bool animate = true;
  std::size_t at = 0;
  if (!decline_one(pieces, at, grammatical_case, true, confident, animate)) {
    return {std::string(trim(phrase)), true, false};
  }
  for (; at < pieces.size(); ++at) {
    const Piece& before = pieces[at - 1];
    const Piece& here = pieces[at];
    const bool comma = before.after.ends_with(U',');
    const bool dash = here.word.empty() || here.word == U"-";
    const bool conjunction = here.small == U"и" && here.after.empty();
    if (comma && is_participle(here.small)) {
      pieces[at].word = dressed(here.word, adjective_in(here.small, grammatical_case, animate));
      continue;
    }
    if (!comma && !dash && !conjunction) continue;
    std::size_t next = comma ? at : at + 1;
    if (next >= pieces.size()) break;
    std::vector<Piece> trial = pieces;
    bool other_animate = animate;
    bool sure = confident;
    if (!decline_one(trial, next, grammatical_case, false, sure, other_animate)) continue;
    if (conjunction && other_animate != animate) continue;
    pieces = std::move(trial);
    at = next - 1;
  }
  return {to_utf8(between_spaces(pieces, spaces)), true, confident};
}

std::optional<std::string> post_from_dative(std::string_view phrase) {
  std::vector<Piece> pieces;
  std::u32string spaces;
  take_apart(phrase, pieces, spaces);
  if (pieces.empty() || is_acting(pieces[0]) || is_abbreviation(pieces[0])) return std::nullopt;
  std::size_t head = 0;
  std::optional<Back> noun;
  constexpr std::size_t kMostAdjectives = 4;
  while (head < pieces.size() && head < kMostAdjectives && !(noun = noun_from_dative(pieces[head].small))) ++head;
  std::vector<Piece> back = pieces;
  if (noun) {
    for (std::size_t i = 0; i < head; ++i) {
      const auto adjective = adjective_from_dative(pieces[i].small, noun->plural, noun->gender);
      if (!adjective) return std::nullopt;
      back[i].word = dressed(pieces[i].word, *adjective);
    }
    back[head].word = dressed(pieces[head].word, noun->nominative);
  } else {
    // «заведующему отделом»: an adjective is the head.
    bool found = false;
    const std::array<std::pair<bool, Gender>, 3> forms{
        {{false, Gender::masculine}, {false, Gender::feminine}, {true, Gender::masculine}}};
    for (const auto& [plural, gender] : forms) {
      const auto made = adjective_from_dative(pieces[0].small, plural, gender);
      if (!made || !is_substantive(*made)) continue;
      back[0].word = dressed(pieces[0].word, *made);
      found = true;
      break;
    }
    if (!found) return std::nullopt;
  }
  const std::string nominative = to_utf8(between_spaces(back, spaces));
  const Form again = post_in(nominative, Case::dative);
  return again.confident && again.text == trim(phrase) ? std::optional(nominative) : std::nullopt;
}

}  // namespace svod::language
