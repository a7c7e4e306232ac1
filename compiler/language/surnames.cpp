#include <algorithm>
#include <array>

#include "language/declension.h"
#include "language/names.h"

namespace svod::language {
namespace {

struct Word {
  std::u32string text;
  bool confident = true;
};

template <std::size_t N>
bool listed_in(const std::array<std::u32string_view, N>& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool ends(std::u32string_view word, std::initializer_list<std::u32string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::u32string_view e) { return word.ends_with(e); });
}

// A stressed French -а, -я never changes.
constexpr std::array<std::u32string_view, 8> kStressedA{U"дюма", U"тома", U"дега", U"люка",
                                                        U"ферма", U"золя", U"петипа", U"гамарра"};
// Foreign names in -ин and -ов take -ом, and their women's form does not change.
constexpr std::array<std::u32string_view, 10> kForeignIn{U"дарвин", U"чаплин", U"франклин", U"грин", U"кронин",
                                                         U"берлин", U"цеппелин", U"бюлов", U"мин", U"кин"};
// Nouns that look like feminine surnames in -ина: a man bears them too, and a woman's may be either.
constexpr std::array<std::u32string_view, 12> kNounsInIna{U"смородина", U"малина", U"калина", U"былина",
                                                          U"рябина", U"осина", U"картина", U"щетина",
                                                          U"старшина", U"година", U"пушнина", U"перина"};
// First parts of double surnames that stay.
constexpr std::array<std::u32string_view, 6> kStillParts{U"бонч", U"тер", U"нур", U"кара", U"ван", U"сен"};
constexpr std::array<std::u32string_view, 4> kStressedPatronymicLike{U"ильич", U"кузьмич", U"фомич", U"лукич"};

// -ов -ев -ёв -ин -ын: the surname is an old possessive. Of one syllable only «Львов» and the like.
bool possessive(std::u32string_view word) {
  if (vowels(word) == 1) return word.size() >= 5 && ends(word, {U"ов", U"ев", U"ёв"});
  return vowels(word) >= 2 && ends(word, {U"ов", U"ев", U"ёв", U"ин", U"ын"}) && !listed_in(kForeignIn, word);
}

bool feminine_possessive(std::u32string_view word) {
  return vowels(word) >= 3 && ends(word, {U"ова", U"ева", U"ёва", U"ина", U"ына"}) && !listed_in(kNounsInIna, word);
}

// Letter after letter as in «Львова», «Ильина»: two syllables with the ending are enough there.
bool short_feminine_possessive(std::u32string_view word) {
  return vowels(word) == 2 && word.size() >= 5 && ends(word, {U"ова", U"ева", U"ёва", U"ина", U"ына"}) &&
         !listed_in(kNounsInIna, word);
}

bool masculine_adjective(std::u32string_view word) {
  if (vowels(word) < 2) return false;
  if (ends(word, {U"ский", U"цкий", U"ый"})) return true;
  if (word.ends_with(U"ой")) return word[word.size() - 3] != U'б';
  return word.ends_with(U"ий") && word.size() > 3 && one_of(word[word.size() - 3], U"гкх");
}

// -ых, -их of Russian surnames; «Эрлих», «Дитрих», «Рерих» are nouns.
bool genitive_plural(std::u32string_view word) {
  return vowels(word) >= 2 && ends(word, {U"ых", U"их"}) && !ends(word, {U"рих", U"лих"});
}

bool never_changes(std::u32string_view word) {
  const char32_t last = word.back();
  if (one_of(last, U"оеэиыуюё")) return true;
  if (!is_cyrillic(last)) return true;
  if (word.size() > 2 && last == U'а' && is_vowel(word[word.size() - 2])) return true;
  return listed_in(kStressedA, word) || genitive_plural(word);
}

Word masculine(std::u32string_view word, std::u32string_view small, Case c) {
  const bool instrumental = c == Case::instrumental;
  if (possessive(small)) {
    std::u32string form = masculine_in(word, c, true);
    if (instrumental) form = std::u32string(word) + U"ым";
    return {form};
  }
  if (masculine_adjective(small)) return {adjective_in(word, c, true)};
  const std::size_t size = word.size();
  if (small.ends_with(U'а') || small.ends_with(U'я')) {
    const bool soft_choice = instrumental && (is_hushing(small[size - 2]) || small[size - 2] == U'ц');
    return {first_declension_in(word, c), !soft_choice && !feminine_possessive(small)};
  }
  const std::u32string_view before_two = word.substr(0, size - 2);
  if (small == U"лев") return {masculine_in(U"Льв", c, true), false};
  if (small == U"заяц") return {masculine_in(U"Зайц", c, true), false};
  if (small.ends_with(U"ец") && vowels(small) >= 2) {
    // «Кравец – Кравца», «Стрелец – Стрельца», «Боец – Бойца»; after two consonants the vowel stays.
    const char32_t third = small[size - 3];
    const bool cluster = size > 3 && !is_vowel(third) && !is_vowel(small[size - 4]) && third != U'ь';
    if (cluster) return {masculine_in(word, c, true), false};
    std::u32string stem(before_two);
    if (third == U'л') stem += U'ь';
    if (is_vowel(third)) stem += U'й';
    return {masculine_in(stem + U"ц", c, true, true), false};
  }
  if (small.ends_with(U"ок") && vowels(small) >= 2) {
    return {masculine_in(std::u32string(before_two) + U"к", c, true), false};
  }
  if (ends(small, {U"ек", U"ёк", U"ёл", U"ень"}) && vowels(small) >= 2) return {masculine_in(word, c, true), false};
  if (small.ends_with(U"ей") && (small == U"соловей" || small == U"воробей" || small == U"муравей")) {
    return {masculine_in(std::u32string(before_two) + U"ьй", c, true), false};
  }
  const char32_t last = small.back();
  if (last == U'й') {
    const bool doubtful = small.ends_with(U"ий") && (is_hushing(small[size - 3]) || small[size - 3] == U'н');
    return {masculine_in(word, c, true), !doubtful && !(small.ends_with(U"ой") && vowels(small) >= 2)};
  }
  if (is_hushing(last) || last == U'ц') {
    if (ends(small, {U"ович", U"евич"})) return {masculine_in(word, c, true)};
    if (listed_in(kStressedPatronymicLike, small)) return {masculine_in(word, c, true, true)};
    const bool stressed = ends(small, {U"ач", U"яч"}) && vowels(small) <= 2;
    const bool settled = !instrumental || (last == U'ц' && !is_vowel(small[size - 2]));
    return {masculine_in(word, c, true, stressed), settled};
  }
  const bool short_name = vowels(small) < 2 && ends(small, {U"ов", U"ев", U"ин", U"ын"}) && instrumental;
  return {masculine_in(word, c, true), !short_name && !ends(small, {U"рих", U"лих"})};
}

Word feminine(std::u32string_view word, std::u32string_view small, Case c) {
  if (feminine_possessive(small) || short_feminine_possessive(small)) {
    std::u32string form(word.substr(0, word.size() - 1));
    return {form + (c == Case::accusative ? U"у" : U"ой"), !short_feminine_possessive(small) || small.size() > 5};
  }
  if (small.size() > 3 && ends(small, {U"ая", U"яя"})) {
    std::u32string form = adjective_in(word, c, true);
    return {form, !is_hushing(small[small.size() - 3])};
  }
  if (small.ends_with(U'а') || small.ends_with(U'я')) {
    const bool soft_choice =
        c == Case::instrumental && (is_hushing(small[small.size() - 2]) || small[small.size() - 2] == U'ц');
    return {first_declension_in(word, c), !soft_choice && !listed_in(kNounsInIna, small)};
  }
  // A consonant, -ь, -й: a woman's surname stays. A man's possessive beside a woman is a slip of somebody.
  return {std::u32string(word), !possessive(small) && !masculine_adjective(small)};
}

Word part_in(std::u32string_view word, bool last_part, Gender gender, Case c) {
  const std::u32string small = lowered(word);
  if (small.size() < 2 || never_changes(small)) return {std::u32string(word)};
  if (!last_part && listed_in(kStillParts, small)) return {std::u32string(word)};
  Word result = gender == Gender::feminine ? feminine(word, small, c) : masculine(word, small, c);
  if (!last_part && gender == Gender::masculine && !possessive(small) && !masculine_adjective(small)) {
    result.confident = false;
  }
  return result;
}

Form declined(std::string_view surname, Gender gender, Case c) {
  const std::u32string letters = to_code_points(surname);
  Form form;
  std::size_t begin = 0;
  while (begin <= letters.size()) {
    const std::size_t hyphen = std::min(letters.find(U'-', begin), letters.size());
    const std::u32string_view part = std::u32string_view(letters).substr(begin, hyphen - begin);
    const bool last_part = hyphen == letters.size();
    Word word = part_in(part, last_part, gender, c);
    if (begin > 0) form.text += '-';
    form.text += to_utf8(word.text);
    form.confident = form.confident && word.confident;
    if (last_part) break;
    begin = hyphen + 1;
  }
  return form;
}

}  // namespace

Gender gender_of_surname(std::string_view surname) {
  const std::u32string small = lowered(to_code_points(surname));
  const std::size_t hyphen = small.rfind(U'-');
  const std::u32string_view last = std::u32string_view(small).substr(hyphen == small.npos ? 0 : hyphen + 1);
  if (last.size() < 3) return Gender::unknown;
  if (feminine_possessive(last) || short_feminine_possessive(last) || ends(last, {U"ская", U"цкая"})) {
    return Gender::feminine;
  }
  if (vowels(last) >= 3 && ends(last, {U"ая", U"яя"})) return Gender::feminine;
  if (possessive(last) || masculine_adjective(last)) return Gender::masculine;
  return Gender::unknown;
}

Form surname_in(std::string_view surname, Gender gender, Case grammatical_case) {
  if (surname.empty() || grammatical_case == Case::nominative) return {std::string(surname), false, true};
  if (gender == Gender::unknown || gender == Gender::neuter) gender = gender_of_surname(surname);
  if (gender != Gender::unknown) return declined(surname, gender, grammatical_case);
  Form man = declined(surname, Gender::masculine, grammatical_case);
  const Form woman = declined(surname, Gender::feminine, grammatical_case);
  if (man.text == woman.text) return man;
  return {std::string(surname), true, false};
}

}  // namespace svod::language
