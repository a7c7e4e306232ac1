#include "language/declension.h"

#include <array>

namespace svod::language {
namespace {

// In the order of Case: nominative, genitive, dative, accusative, instrumental, prepositional.
using Endings = std::array<std::u32string_view, 6>;

std::u32string with(std::u32string_view stem, const Endings& endings, Case grammatical_case) {
  std::u32string result(stem);
  result += endings[static_cast<std::size_t>(grammatical_case)];
  return result;
}

// The accusative that is the genitive or the nominative.
Case settled(Case grammatical_case, bool animate) {
  if (grammatical_case != Case::accusative) return grammatical_case;
  return animate ? Case::genitive : Case::nominative;
}

bool hushing_or_ts(char32_t c) { return is_hushing(c) || to_lower(c) == U'ц'; }

}  // namespace

bool is_plural_adjective(std::u32string_view word) {
  if (word.ends_with(U"ся")) word.remove_suffix(2);
  return word.size() > 3 && (word.ends_with(U"ые") || word.ends_with(U"ие"));
}

bool is_adjective_form(std::u32string_view word) {
  if (word.ends_with(U"ся")) word.remove_suffix(2);
  if (word.size() < 4) return false;
  for (const std::u32string_view ending : {U"ый", U"ий", U"ой", U"ая", U"яя", U"ое", U"ее", U"ые"}) {
    if (word.ends_with(ending)) return true;
  }
  // «главные», «ведущие», but not «управление», «учреждение».
  return word.ends_with(U"ие") && (takes_i(word[word.size() - 3]) || word.ends_with(U"шние"));
}

std::u32string adjective_in(std::u32string_view word, Case grammatical_case, bool animate) {
  if (word.ends_with(U"ся")) {
    return adjective_in(word.substr(0, word.size() - 2), grammatical_case, animate) + U"ся";
  }
  const std::u32string_view stem = word.substr(0, word.size() - 2);
  const std::u32string_view ending = word.substr(word.size() - 2);
  const char32_t last = stem.empty() ? U' ' : to_lower(stem.back());
  if (ending == U"ая") {
    return is_hushing(last) ? with(stem, {U"ая", U"ей", U"ей", U"ую", U"ей", U"ей"}, grammatical_case)
                            : with(stem, {U"ая", U"ой", U"ой", U"ую", U"ой", U"ой"}, grammatical_case);
  }
  if (ending == U"яя") return with(stem, {U"яя", U"ей", U"ей", U"юю", U"ей", U"ей"}, grammatical_case);
  const Case form = settled(grammatical_case, animate);
  if (ending == U"ые") return with(stem, {U"ые", U"ых", U"ым", U"", U"ыми", U"ых"}, form);
  if (ending == U"ие") return with(stem, {U"ие", U"их", U"им", U"", U"ими", U"их"}, form);
  const bool soft = (ending == U"ий" && !one_of(last, U"гкх")) || ending == U"ее";
  if (ending == U"ое" || ending == U"ее") {
    const Case neuter = grammatical_case == Case::accusative ? Case::nominative : grammatical_case;
    if (soft) return with(stem, {U"ее", U"его", U"ему", U"", U"им", U"ем"}, neuter);
    return with(stem, {U"ое", U"ого", U"ому", U"", takes_i(last) ? U"им" : U"ым", U"ом"}, neuter);
  }
  if (soft) return with(stem, {U"ий", U"его", U"ему", U"", U"им", U"ем"}, form);
  return with(stem, {ending, U"ого", U"ому", U"", takes_i(last) ? U"им" : U"ым", U"ом"}, form);
}

std::u32string first_declension_in(std::u32string_view word, Case grammatical_case) {
  const std::u32string_view stem = word.substr(0, word.size() - 1);
  const char32_t last = stem.empty() ? U' ' : stem.back();
  if (word.back() == U'я') {
    const std::u32string_view e = to_lower(last) == U'и' ? U"и" : U"е";
    return with(stem, {U"я", U"и", e, U"ю", U"ей", e}, grammatical_case);
  }
  return with(stem, {U"а", takes_i(last) ? U"и" : U"ы", U"е", U"у", hushing_or_ts(last) ? U"ей" : U"ой", U"е"},
              grammatical_case);
}

std::u32string masculine_in(std::u32string_view word, Case grammatical_case, bool animate, bool stressed_ending) {
  const Case form = settled(grammatical_case, animate);
  const char32_t last = word.back();
  if (last == U'й') {
    const std::u32string_view stem = word.substr(0, word.size() - 1);
    return with(stem, {U"й", U"я", U"ю", U"", U"ем", stem.ends_with(U'и') ? U"и" : U"е"}, form);
  }
  if (last == U'ь') return with(word.substr(0, word.size() - 1), {U"ь", U"я", U"ю", U"", U"ем", U"е"}, form);
  return with(word, {U"", U"а", U"у", U"", hushing_or_ts(last) && !stressed_ending ? U"ем" : U"ом", U"е"}, form);
}

std::u32string soft_feminine_in(std::u32string_view word, Case grammatical_case) {
  return with(word.substr(0, word.size() - 1), {U"ь", U"и", U"и", U"ь", U"ью", U"и"}, grammatical_case);
}

std::u32string neuter_in(std::u32string_view word, Case grammatical_case) {
  const std::u32string_view stem = word.substr(0, word.size() - 1);
  if (word.back() == U'о') return with(stem, {U"о", U"а", U"у", U"о", U"ом", U"е"}, grammatical_case);
  const std::u32string_view e = stem.ends_with(U'и') ? U"и" : U"е";
  return with(stem, {U"е", U"я", U"ю", U"е", U"ем", e}, grammatical_case);
}

std::u32string plural_in(std::u32string_view singular, Gender gender, Case grammatical_case, bool animate,
                         bool a_plural) {
  const Case form = settled(grammatical_case, animate);
  const char32_t last = singular.back();
  if (gender == Gender::masculine && last != U'а' && last != U'я') {
    if (last == U'й' || last == U'ь') {
      const std::u32string_view stem = singular.substr(0, singular.size() - 1);
      return with(stem, {a_plural ? U"я" : U"и", last == U'ь' ? U"ей" : U"ев", U"ям", U"", U"ями", U"ях"}, form);
    }
    const std::u32string_view nominative = a_plural ? U"а" : takes_i(last) ? U"и" : U"ы";
    return with(singular, {nominative, is_hushing(last) ? U"ей" : U"ов", U"ам", U"", U"ами", U"ах"}, form);
  }
  const std::u32string_view stem = singular.substr(0, singular.size() - 1);
  const bool after_i = stem.ends_with(U'и');
  if (gender == Gender::neuter) {
    if (last == U'о') return with(stem, {U"а", U"", U"ам", U"", U"ами", U"ах"}, form);
    return with(stem, {U"я", after_i ? U"й" : U"ей", U"ям", U"", U"ями", U"ях"}, form);
  }
  if (last == U'ь') return with(stem, {U"и", U"ей", U"ям", U"", U"ями", U"ях"}, form);
  if (last == U'я') return with(stem, {U"и", after_i ? U"й" : U"ь", U"ям", U"", U"ями", U"ях"}, form);
  return with(stem, {takes_i(stem.empty() ? U' ' : stem.back()) ? U"и" : U"ы", U"", U"ам", U"", U"ами", U"ах"}, form);
}

}  // namespace svod::language
