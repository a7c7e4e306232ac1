#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "language/dates.h"
#include "plan/term_words.h"

namespace svod::plan {
namespace {

using Lexicon = std::map<std::string, Meaning, std::less<>>;

void add(Lexicon& lexicon, Sense sense, int value, std::initializer_list<const char*> words) {
  for (const char* word : words) lexicon.emplace(word, Meaning{sense, value});
}

void add_numerals(Lexicon& all) {
  add(all, Sense::ordinal, 1,
      {"первый", "первая", "первое", "первого", "первом", "первой", "первую", "первому", "первые"});
  add(all, Sense::ordinal, 2, {"второй", "вторая", "второе", "второго", "втором", "вторую", "второму", "вторые"});
  add(all, Sense::ordinal, 3, {"третий", "третья", "третье", "третьего", "третьем", "третьей", "третью", "третьему"});
  add(all, Sense::ordinal, 4,
      {"четвертый", "четвертая", "четвертое", "четвертого", "четвертом", "четвертой", "четвертую", "четвертому"});
  add(all, Sense::ordinal, -1,
      {"последний", "последняя", "последнее", "последнего", "последнем", "последней", "последнюю"});
  add(all, Sense::cardinal, 1, {"один", "одного", "одну", "однократно", "одна"});
  add(all, Sense::cardinal, 2, {"два", "две", "двух", "дважды"});
  add(all, Sense::cardinal, 3, {"три", "трех", "трижды"});
  add(all, Sense::cardinal, 4, {"четыре", "четырех", "четырежды"});
  add(all, Sense::cardinal, 5, {"пять", "пяти"});
  add(all, Sense::cardinal, 6, {"шесть", "шести"});
  add(all, Sense::cardinal, 10, {"десять", "десяти"});
}

void add_calendar(Lexicon& all) {
  using language::Case;
  for (unsigned month = 1; month <= 12; ++month) {
    for (const Case form : {Case::nominative, Case::genitive, Case::dative, Case::instrumental, Case::prepositional}) {
      all.emplace(folded(language::month_name(month, form)), Meaning{Sense::month, static_cast<int>(month)});
    }
  }
  constexpr std::array<const char*, 12> abbreviations{"янв", "фев",  "мар",  "апр", "",    "",
                                                      "",    "авг",  "сен",  "окт", "ноя", "дек"};
  for (std::size_t at = 0; at < 12; ++at) {
    if (*abbreviations[at] != 0) all.emplace(abbreviations[at], Meaning{Sense::month, static_cast<int>(at) + 1});
  }
  add(all, Sense::month, 2, {"февр"});
  add(all, Sense::month, 9, {"сент"});
  add(all, Sense::month, 11, {"нояб"});
  add(all, Sense::quarter, 0,
      {"квартал", "квартала", "квартале", "кварталу", "кварталом", "кварталы", "кварталов", "кварталах", "кварталам",
       "кв"});
  add(all, Sense::school_quarter, 0,
      {"четверть", "четверти", "четвертью", "четвертей", "четвертям", "четвертях", "четв"});
  add(all, Sense::half_year, 0,
      {"полугодие", "полугодия", "полугодии", "полугодию", "полугодием", "полугодий", "полугодиям", "полугодиях",
       "полугод", "полгода", "семестр", "семестра", "семестре"});
  add(all, Sense::decade, 0, {"декада", "декады", "декаде", "декаду", "декадой"});
  add(all, Sense::week, 0, {"неделя", "недели", "неделе", "неделю", "недель", "неделей"});
  add(all, Sense::half, 0, {"половина", "половины", "половине", "половину", "половиной"});
  add(all, Sense::season, 1, {"зима", "зимы", "зимой", "зиму"});
  add(all, Sense::season, 2, {"весна", "весны", "весной", "весну"});
  add(all, Sense::season, 3, {"лето", "лета", "летом"});
  add(all, Sense::season, 4, {"осень", "осени", "осенью"});
  add(all, Sense::year, year_nominative, {"год"});
  add(all, Sense::year, year_genitive, {"года"});
  add(all, Sense::year, year_other, {"году", "годом", "годе"});
  add(all, Sense::year, year_plural, {"годы", "годов", "годах", "годам"});
  add(all, Sense::year, year_mark_form, {"г"});
  add(all, Sense::year, year_plural_mark, {"гг"});
  add(all, Sense::school, 0,
      {"учебный", "учебного", "учебному", "учебным", "учебном", "учебные", "учебных", "учебное", "учебная", "учебной",
       "учебную", "уч", "школьного"});
  add(all, Sense::calendar, 0,
      {"календарный", "календарного", "календарном", "календарному", "финансового", "финансовый"});
  add(all, Sense::current, 0,
      {"текущий", "текущего", "текущем", "текущему", "этого", "этом", "данного", "отчетного", "планового"});
  add(all, Sense::next, 0, {"следующий", "следующего", "следующем", "следующему", "очередного", "будущего"});
  add(all, Sense::whole, 0, {"весь", "всего", "всему", "всем", "целый", "целого", "круглый"});
  add(all, Sense::day, 0, {"день", "дня", "дней", "дни", "дню", "сутки", "суток"});
  add(all, Sense::month_word, 0, {"месяц", "месяца", "месяце", "месяцев", "месяцу", "месяцы", "мес", "месяцам"});
  add(all, Sense::number_word, 0, {"число", "числа", "числу", "числам", "числом", "чисел", "числах"});
  const std::array<std::pair<const char*, const char*>, 7> weekdays{{{"понедельник", "понедельникам"},
                                                                     {"вторник", "вторникам"},
                                                                     {"среда", "средам"},
                                                                     {"четверг", "четвергам"},
                                                                     {"пятница", "пятницам"},
                                                                     {"суббота", "субботам"},
                                                                     {"воскресенье", "воскресеньям"}}};
  for (int at = 0; at < 7; ++at) {
    all.emplace(weekdays[static_cast<std::size_t>(at)].first, Meaning{Sense::weekday, at + 1});
    all.emplace(weekdays[static_cast<std::size_t>(at)].second, Meaning{Sense::weekdays, at + 1});
  }
  add(all, Sense::weekday, 3, {"среду", "среды"});
  add(all, Sense::weekday, 5, {"пятницу", "пятницы"});
  add(all, Sense::weekday, 6, {"субботу", "субботы"});
}

void add_phrases(Lexicon& all) {
  add(all, Sense::every, 1, {"ежедневно", "ежедневный"});
  add(all, Sense::every, 2, {"еженедельно", "еженедельный"});
  add(all, Sense::every, 3, {"ежемесячно", "ежемесячный", "ежемесячные", "помесячно"});
  add(all, Sense::every, 4, {"ежеквартально", "ежеквартальный", "поквартально"});
  add(all, Sense::every, 5, {"ежегодно", "ежегодный", "ежегодная", "ежегодное", "ежегодные", "ежегодн"});
  add(all, Sense::each, 0,
      {"каждый", "каждая", "каждое", "каждого", "каждую", "каждой", "каждом", "каждые", "каждых", "каждому"});
  add(all, Sense::times, 0, {"раз", "раза", "разу"});
  add(all, Sense::until, 0, {"до"});
  add(all, Sense::negation, 0, {"не"});
  add(all, Sense::not_later, 0, {"позднее", "позже"});
  add(all, Sense::inclusive, 0, {"включительно", "вкл"});
  add(all, Sense::then, 0, {"далее", "затем", "впоследствии"});
  add(all, Sense::always, 0,
      {"постоянно", "бессрочно", "непрерывно", "регулярно", "систематически", "круглогодично", "постоянной"});
  add(all, Sense::course, 0, {"течение", "протяжении", "продолжение"});
  add(all, Sense::course, 1, {"течении"});
  add(all, Sense::plan, 1, {"плану", "планам", "графику", "графикам", "расписанию", "циклограмме"});
  add(all, Sense::plan, 0,
      {"план",       "плана",      "планом",     "планами",     "планов",     "график",        "графика",
       "графиком",   "графиками",  "расписания", "расписанием", "дорожной",   "циклограммой",  "циклограмма",
       "календарю",  "программе",  "программам", "положению",   "приказу",    "приказам",      "распоряжению",
       "регламенту", "медиаплану", "порядку",    "договору",    "соглашению", "плану-графику", "планам-графикам"});
  add(all, Sense::edge, 1, {"начало", "начала", "начале", "началу", "началом"});
  add(all, Sense::edge, 2, {"середина", "середины", "середине", "середину"});
  add(all, Sense::edge, 3, {"конец", "конца", "конце", "концу", "концом"});
  add(all, Sense::from, 0, {"с", "со"});
  add(all, Sense::in, 0, {"в", "во"});
  add(all, Sense::on, 0, {"на"});
  add(all, Sense::by, 0, {"по"});
  add(all, Sense::to, 0, {"к", "ко"});
  add(all, Sense::and_, 0, {"и", "или", "либо"});
  add(all, Sense::with_, 0, {"при"});
  add(all, Sense::for_, 0, {"за", "для", "от", "о", "об", "из", "у"});
  add(all, Sense::need, 0, {"необходимости", "необходимость", "надобности"});
  add(all, Sense::period, 0, {"период", "периода", "периоде", "срок", "срока", "сроки", "сроков", "сроке"});
  add(all, Sense::carrying_out, 0, {"реализации", "действия", "выполнения", "исполнения"});
}

const Lexicon& lexicon() {
  static const Lexicon known = [] {
    Lexicon all;
    add_numerals(all);
    add_calendar(all);
    add_phrases(all);
    return all;
  }();
  return known;
}

}  // namespace

Meaning meaning_of(std::string_view word) {
  const auto found = lexicon().find(word);
  return found == lexicon().end() ? Meaning{} : found->second;
}

std::string nearest_known(std::string_view word, Sense only) {
  if (length(word) < 5 || length(word) > 20) return {};
  for (const auto& [known, meaning] : lexicon()) {
    if (only != Sense::none && meaning.sense != only) continue;
    if (length(known) >= 5 && edit_distance(known, word) == 1) return known;
  }
  return {};
}

std::string known_with_end(std::string_view piece) {
  if (length(piece) < 4 || length(piece) > 20) return {};
  for (const auto& [known, meaning] : lexicon()) {
    if (known.size() > piece.size() && known.ends_with(piece)) return known;
  }
  return {};
}

}  // namespace svod::plan
