#include "language/lexicon.h"

#include <algorithm>
#include <array>

#include "language/declension.h"

namespace svod::language {
namespace {

constexpr Gender m = Gender::masculine;
constexpr Gender f = Gender::feminine;
constexpr Gender n = Gender::neuter;

constexpr PostNoun person(std::u32string_view word) { return {word, m, true}; }
constexpr PostNoun body(std::u32string_view word, Gender gender) { return {word, gender, false}; }

constexpr std::array kNouns{
    // posts
    person(U"начальник"), person(U"заместитель"), person(U"руководитель"), person(U"председатель"),
    person(U"секретарь"), person(U"специалист"), person(U"методист"), person(U"консультант"), person(U"советник"),
    person(U"помощник"), person(U"эксперт"), person(U"координатор"), person(U"референт"), person(U"аналитик"),
    person(U"бухгалтер"), person(U"экономист"), person(U"юрист"), person(U"юрисконсульт"), person(U"оператор"),
    person(U"администратор"), person(U"программист"), person(U"инженер"), person(U"техник"), person(U"лаборант"),
    person(U"библиотекарь"), person(U"воспитатель"), person(U"преподаватель"), person(U"педагог"),
    person(U"психолог"), person(U"логопед"), person(U"дефектолог"), person(U"организатор"),
    person(U"завуч"), person(U"тьютор"), person(U"наставник"), person(U"куратор"),
    person(U"министр"), person(U"губернатор"), person(U"мэр"), person(U"ректор"), person(U"декан"),
    person(U"проректор"), person(U"член"), person(U"представитель"), person(U"ученик"),
    person(U"выпускник"), person(U"участник"), person(U"родитель"), person(U"депутат"), person(U"менеджер"),
    person(U"тренер"), person(U"делопроизводитель"), person(U"водитель"), person(U"исполнитель"),
    person(U"наблюдатель"), person(U"слушатель"), person(U"музыкант"),
    PostNoun{U"директор", m, true, true}, PostNoun{U"учитель", m, true, true}, PostNoun{U"инспектор", m, true, true},
    PostNoun{U"профессор", m, true, true}, PostNoun{U"мастер", m, true, true}, PostNoun{U"доктор", m, true, true},
    PostNoun{U"врач", m, true, false, true}, PostNoun{U"глава", f, true}, PostNoun{U"судья", f, true},
    PostNoun{U"медсестра", f, true}, PostNoun{U"учительница", f, true},
    // bodies
    body(U"отдел", m), body(U"комитет", m), body(U"департамент", m), body(U"центр", m), body(U"совет", m),
    body(U"лицей", m), body(U"колледж", m), body(U"техникум", m), body(U"институт", m), body(U"университет", m),
    body(U"кабинет", m), body(U"сектор", m), body(U"штаб", m), body(U"орган", m), body(U"педсовет", m),
    body(U"округ", m), body(U"район", m), body(U"филиал", m), body(U"пункт", m), body(U"интернат", m),
    body(U"комплекс", m), body(U"сад", m),
    body(U"школа", f), body(U"гимназия", f), body(U"комиссия", f), body(U"служба", f), body(U"администрация", f),
    body(U"организация", f), body(U"группа", f), body(U"лаборатория", f), body(U"кафедра", f), body(U"дума", f),
    body(U"коллегия", f), body(U"академия", f), body(U"программа", f), body(U"подпрограмма", f),
    body(U"управление", n), body(U"учреждение", n), body(U"министерство", n), body(U"объединение", n),
    body(U"отделение", n), body(U"общество", n), body(U"агентство", n), body(U"собрание", n),
    body(U"образование", n), body(U"сообщество", n),
};

constexpr std::array<std::u32string_view, 20> kSubstantives{
    U"заведующий", U"заведующая", U"исполняющий", U"исполняющая", U"управляющий", U"управляющая", U"дежурный",
    U"уполномоченный", U"ответственный", U"ответственная", U"служащий", U"служащая", U"учащийся", U"обучающийся",
    U"обучающаяся", U"председательствующий", U"замещающий", U"замещающая", U"вожатый", U"вожатая"};
constexpr std::array<std::u32string_view, 9> kPluralSubstantives{
    U"заведующие", U"исполняющие", U"управляющие", U"уполномоченные", U"ответственные",
    U"служащие", U"учащиеся", U"обучающиеся", U"вожатые"};

}  // namespace

std::span<const PostNoun> post_nouns() { return kNouns; }

const PostNoun* find_post_noun(std::u32string_view small) {
  const auto found = std::find_if(kNouns.begin(), kNouns.end(), [&](const PostNoun& x) { return x.word == small; });
  return found == kNouns.end() ? nullptr : &*found;
}

const PostNoun* find_plural_post_noun(std::u32string_view small) {
  const auto found = std::find_if(kNouns.begin(), kNouns.end(), [&](const PostNoun& x) {
    return x.word.substr(0, 3) == small.substr(0, 3) &&
           plural_in(x.word, x.gender, Case::nominative, x.animate, x.a_plural) == small;
  });
  return found == kNouns.end() ? nullptr : &*found;
}

bool is_substantive(std::u32string_view small) {
  return std::find(kSubstantives.begin(), kSubstantives.end(), small) != kSubstantives.end() ||
         std::find(kPluralSubstantives.begin(), kPluralSubstantives.end(), small) != kPluralSubstantives.end();
}

}  // namespace svod::language
