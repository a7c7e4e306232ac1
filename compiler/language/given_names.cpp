#include "language/given_names.h"

#include <algorithm>
#include <array>

#include "language/declension.h"
#include "language/names.h"

namespace svod::language {
namespace {

template <std::size_t N>
bool among(const std::array<std::u32string_view, N>& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::u32string_view, 14> kMenInA{U"илья", U"никита", U"данила", U"савва", U"фома",
                                                      U"кузьма", U"лука", U"гаврила", U"фока", U"мина",
                                                      U"муса", U"мустафа", U"иса", U"зия"};
constexpr std::array<std::u32string_view, 16> kWomenInSoftSign{
    U"любовь", U"нинель", U"руфь", U"эсфирь", U"юдифь", U"рахиль", U"адель", U"асель",
    U"айгуль", U"гузель", U"николь", U"жизель", U"ассоль", U"изабель", U"мишель", U"айсель"};
constexpr std::array<std::u32string_view, 14> kWomenInConsonant{
    U"айнур", U"гульназ", U"гульнар", U"лейсан", U"айсылу", U"элен", U"катрин", U"ирен",
    U"алсу", U"ингрид", U"эдит", U"гульшат", U"гюзель", U"назгуль"};
constexpr std::array<std::u32string_view, 68> kMen{
    U"александр", U"алексей", U"анатолий", U"андрей", U"антон", U"аркадий", U"артем", U"артур", U"богдан",
    U"борис", U"вадим", U"валентин", U"валерий", U"василий", U"виктор", U"виталий", U"владимир", U"владислав",
    U"вячеслав", U"геннадий", U"георгий", U"герман", U"глеб", U"григорий", U"даниил", U"денис", U"дмитрий",
    U"евгений", U"егор", U"ефим", U"иван", U"игорь", U"кирилл", U"константин", U"лев", U"леонид", U"максим",
    U"марат", U"марк", U"матвей", U"михаил", U"николай", U"олег", U"павел", U"петр", U"прохор", U"ренат",
    U"ринат", U"родион", U"роман", U"руслан", U"рустам", U"святослав", U"семен", U"сергей", U"станислав",
    U"степан", U"тимофей", U"тимур", U"федор", U"филипп", U"эдуард", U"юрий", U"яков", U"ярослав", U"захар",
    U"давид", U"арсений"};
constexpr std::array<std::u32string_view, 66> kWomen{
    U"алевтина", U"александра", U"алина", U"алла", U"анастасия", U"ангелина", U"анна", U"антонина", U"арина",
    U"валентина", U"валерия", U"варвара", U"василиса", U"вера", U"вероника", U"виктория", U"галина", U"дарья",
    U"диана", U"евгения", U"екатерина", U"елена", U"елизавета", U"жанна", U"зинаида", U"зоя", U"инна", U"инга",
    U"ирина", U"карина", U"кира", U"клавдия", U"клара", U"кристина", U"ксения", U"лариса", U"лидия", U"лилия",
    U"людмила", U"любовь", U"маргарита", U"марина", U"мария", U"милана", U"надежда", U"наталия", U"наталья",
    U"нелли", U"нина", U"оксана", U"олеся", U"ольга", U"полина", U"раиса", U"римма", U"светлана", U"серафима",
    U"снежана", U"софия", U"софья", U"таисия", U"тамара", U"татьяна", U"ульяна", U"юлия", U"яна"};

std::u32string plain_e(std::u32string_view small) {
  std::u32string result(small);
  std::replace(result.begin(), result.end(), U'ё', U'е');
  return result;
}

bool ends(std::u32string_view word, std::u32string_view ending) { return word.ends_with(ending); }

// The stem that oblique cases have where the nominative has a fleeting vowel; empty for the regular ones.
std::u32string_view oblique_stem(std::u32string_view small) {
  if (small == U"пётр" || small == U"петр") return U"Петр";
  if (small == U"павел") return U"Павл";
  if (small == U"лев") return U"Льв";
  return {};
}

Form given_part_in(std::u32string_view name, Gender gender, Case c) {
  const std::u32string small = lowered(name);
  if (small.size() < 2 || !is_cyrillic(small.back())) return {to_utf8(name)};
  if (gender == Gender::unknown) gender = gender_of_given(small);
  const char32_t last = small.back();
  if (last == U'а' || last == U'я') {
    std::u32string form = first_declension_in(name, c);
    if (small == U"илья" && c == Case::instrumental) form = U"Ильёй";
    return {to_utf8(form)};
  }
  if (gender == Gender::feminine) {
    if (last == U'ь' && among(kWomenInSoftSign, small)) return {to_utf8(soft_feminine_in(name, c))};
    return {to_utf8(name), true, last != U'ь'};
  }
  if (small == U"данило" || small == U"михайло" || small == U"гаврило") {
    std::u32string noun(name.substr(0, name.size() - 1));
    return {to_utf8(first_declension_in(noun + U"а", c)), true, false};
  }
  if (is_vowel(last)) return {to_utf8(name)};
  const std::u32string_view stem = oblique_stem(small);
  return {to_utf8(masculine_in(stem.empty() ? name : stem, c, true))};
}

}  // namespace

Gender gender_of_given(std::u32string_view word) {
  const std::u32string small = plain_e(word);
  if (small.size() < 2) return Gender::unknown;
  if (among(kMenInA, small)) return Gender::masculine;
  if (among(kWomenInSoftSign, small) || among(kWomenInConsonant, small) || among(kWomen, small)) {
    return Gender::feminine;
  }
  const char32_t last = small.back();
  if (last == U'а' || last == U'я') return Gender::feminine;
  if (!is_vowel(last) && is_cyrillic(last)) return Gender::masculine;
  return Gender::unknown;
}

bool is_common_given(std::u32string_view word) {
  const std::u32string small = plain_e(word);
  return among(kMen, small) || among(kWomen, small) || among(kMenInA, small);
}

bool is_patronymic(std::u32string_view small) {
  for (const std::u32string_view ending : {U"ович", U"евич", U"овна", U"евна", U"ична", U"инична"}) {
    if (small.size() > ending.size() && ends(small, ending)) return true;
  }
  for (const std::u32string_view whole : {U"ильич", U"кузьмич", U"лукич", U"фомич", U"никитич", U"саввич"}) {
    if (small == whole) return true;
  }
  return false;
}

Gender gender_of_particle(std::u32string_view small) {
  for (const std::u32string_view son : {U"оглы", U"оглу", U"улы", U"уулу"}) {
    if (small == son) return Gender::masculine;
  }
  for (const std::u32string_view daughter : {U"кызы", U"гызы", U"кизи"}) {
    if (small == daughter) return Gender::feminine;
  }
  return Gender::unknown;
}

Form given_name_in(std::string_view given, Gender gender, Case grammatical_case) {
  if (given.empty() || given.ends_with('.') || grammatical_case == Case::nominative) {
    return {std::string(given), false, true};
  }
  Form form;
  bool first = true;
  for (const std::string_view part : split(given, '-')) {
    const Form declined = given_part_in(to_code_points(part), gender, grammatical_case);
    if (!first) form.text += '-';
    first = false;
    form.text += declined.text;
    form.confident = form.confident && declined.confident;
  }
  return form;
}

Form patronymic_in(std::string_view patronymic, Gender gender, Case grammatical_case) {
  if (patronymic.empty() || patronymic.ends_with('.') || grammatical_case == Case::nominative) {
    return {std::string(patronymic), false, true};
  }
  const std::u32string name = to_code_points(patronymic);
  const std::u32string small = lowered(name);
  const std::size_t space = small.rfind(U' ');
  if (space != small.npos && gender_of_particle(std::u32string_view(small).substr(space + 1)) != Gender::unknown) {
    return {std::string(patronymic)};
  }
  if (ends(small, U"на")) return {to_utf8(first_declension_in(name, grammatical_case))};
  if (ends(small, U"ич")) {
    const bool stressed = small == U"ильич" || small == U"кузьмич" || small == U"лукич" || small == U"фомич";
    return {to_utf8(masculine_in(name, grammatical_case, true, stressed))};
  }
  // A father's name by itself, as some peoples write it: no rule is sure.
  return {std::string(patronymic), true, gender == Gender::feminine};
}

}  // namespace svod::language
