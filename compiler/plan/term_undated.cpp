#include "plan/term_phrases.h"

#include <algorithm>
#include <array>

namespace svod::plan {
namespace {

using Shape = Word::Shape;
using Kind = Phrase::Kind;

}  // namespace

bool TermGrammar::always(Phrase& phrase) {
  std::size_t i = c_.at;
  if (c_.is(i, Sense::on) && c_.is(i + 1, "постоянной")) {
    i += c_.starts(i + 2, "основ") ? 2 : 1;
  } else if (c_.is(i, Sense::by) && c_.is(i + 1, "настоящее")) {
    i += 1;
  } else if (!c_.is(i, Sense::always)) {
    return false;
  }
  phrase.kind = Kind::ongoing;
  c_.at = i + 1;
  return true;
}

/// «весь период», «в течение всего срока реализации программы», «в период действия плана».
bool TermGrammar::whole_period(Phrase& phrase) {
  std::size_t i = c_.at;
  bool whole = false;
  for (int many = 0; many < 5; ++many) {
    if (c_.is(i, Sense::whole)) whole = true;
    else if (!c_.is(i, Sense::in) && !c_.is(i, Sense::on) && !c_.is(i, Sense::course) &&
             !(c_.is(i, "за") && c_.is(i + 1, Sense::whole)))
      break;
    if (c_.is(i, Sense::course)) course(i);
    ++i;
  }
  const bool course_of = i > 0 && c_.is(i, "ходе") && c_.is(i + 1, Sense::carrying_out);
  if (!c_.is(i, Sense::period) && !course_of) return false;
  const bool carried = c_.is(i + 1, Sense::carrying_out);
  const bool in_course = i > c_.at && c_.is(i - 1, Sense::course) && (i + 1 >= c_.end || !c_.is(i + 1, Shape::word));
  if (!whole && !carried && !in_course) return false;
  phrase.kind = Kind::period;
  c_.at = i + 1;
  if (c_.is(c_.at, Sense::carrying_out)) {
    ++c_.at;
    // What is carried out is the plan itself.
    constexpr std::array<std::string_view, 9> things{"программ", "подпрограмм", "план",    "дорожн",  "карт",
                                                     "проект",   "муниципальн", "настоящ", "комплекс"};
    for (int many = 0; many < 5; ++many) {
      std::size_t at = c_.is(c_.at, Shape::quote) ? c_.at + 1 : c_.at;
      const bool thing =
          std::any_of(things.begin(), things.end(), [&](std::string_view stem) { return c_.starts(at, stem); });
      if (!thing) break;
      c_.at = c_.is(at + 1, Shape::quote) ? at + 2 : at + 1;
    }
  }
  return true;
}

/// «при необходимости», «по мере поступления», «в случае …», «по запросу».
bool TermGrammar::conditional(Phrase& phrase) {
  const std::size_t i = c_.at;
  std::size_t last = Word::none;
  if (c_.is(i, Sense::need)) last = i;
  if ((c_.is(i, Sense::with_) || c_.is(i, Sense::by)) && c_.is(i + 1, Sense::need)) last = i + 1;
  if (c_.is(i, Sense::by) && c_.is(i + 1, "мере") && c_.is(i + 2, Sense::need)) last = i + 2;
  if (c_.is(i, Sense::in) && c_.is(i + 1, "случае") && c_.is(i + 2, Sense::need)) last = i + 2;
  if (last != Word::none) {
    phrase.kind = Kind::as_needed;
    c_.at = last + 1;
    return true;
  }
  constexpr std::array<std::string_view, 8> reasons{"мере",  "запрос",      "требовани", "обращени",
                                                    "заявк", "согласовани", "заявлени",  "поручени"};
  const bool reason = c_.is(i, Sense::by) && std::any_of(reasons.begin(), reasons.end(),
                                                         [&](std::string_view stem) { return c_.starts(i + 1, stem); });
  const bool condition = c_.is(i, Sense::with_) || (c_.is(i, Sense::in) && c_.is(i + 1, "случае")) ||
                         (c_.is(i, Sense::in) && c_.is(i + 1, "рабочем") && c_.is(i + 2, "порядке"));
  if (!reason && !condition) return false;
  phrase.kind = Kind::as_needed;
  take_words(phrase, true);
  return true;
}

/// «по плану УО», «согласно графику», «в соответствии с …», «плану УО».
bool TermGrammar::other_plan(Phrase& phrase) {
  const std::size_t i = c_.at;
  bool found = c_.starts(i, "согласно") || (c_.is(i, Sense::in) && c_.starts(i + 1, "соответств")) ||
               c_.is(i, Sense::plan) ||
               (c_.is(i, Sense::in) && c_.is(i + 1, Sense::period) && c_.starts(i + 2, "установлен")) ||
               (c_.is(i, Sense::in) && c_.is(i + 1, "рамках"));
  if (c_.is(i, Sense::by)) {
    for (std::size_t next = i + 1; next < i + 6 && c_.is(next, Shape::word) && !found; ++next)
      found = c_.is(next, Sense::plan);
    if (found) disagreement(i + 1);
  }
  if (!found) return false;
  if (c_.is(i, Sense::plan) && c_.word(i).value == 1)
    c_.problem(true, "lost-preposition", "перед «" + c_.written(i, i + 1) + "» нет предлога «по»");
  phrase.kind = Kind::plan;
  take_words(phrase, true);
  return true;
}

/// «по отдельном плану»: the adjective has the wrong case.
void TermGrammar::disagreement(std::size_t at) {
  if (!c_.is(at + 1, Sense::plan) || c_.word(at + 1).value != 1) return;
  const std::string& word = c_.word(at).text;
  const std::string& noun = c_.word(at + 1).text;
  const bool plural = noun.ends_with("ам"), feminine = noun == "циклограмме";
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
  };
  const bool adjective =
      ends({"ом", "ем", "ый", "ий", "ого", "его", "ых", "их", "ые", "ие", "ым", "им", "ому", "ему", "ой", "ей"});
  const bool agrees = plural ? ends({"ым", "им"}) : feminine ? ends({"ой", "ей"}) : ends({"ому", "ему"});
  if (adjective && !agrees && c_.word(at).sense == Sense::none) {
    c_.problem(true, "misspelt", "«" + c_.written(at, at + 2) + "»: слова не согласованы");
  }
}

/// «в течение 10 рабочих дней …», «в течение месяца после …», «через неделю».
bool TermGrammar::duration(Phrase& phrase) {
  const std::size_t i = c_.at;
  std::size_t next = i;
  if (c_.is(i, Sense::in) && c_.is(i + 1, Sense::course)) next = i + 2;
  else if (c_.is(i, "через")) next = i + 1;
  else if (c_.is(i, Sense::negation) && c_.is(i + 1, Sense::not_later)) next = i + (c_.is(i + 2, "чем") ? 3 : 2);
  else return false;
  if (c_.is(next, "за")) ++next;
  if (small_number(next) > 0) {
    ++next;
    if (c_.is(next, Shape::open)) next = c_.word(next).partner == Word::none ? next : c_.word(next).partner + 1;
  } else if (c_.is(next, Shape::dash)) {
    return false;
  }
  while (next < i + 8 && (c_.starts(next, "рабоч") || c_.starts(next, "календарн") || c_.starts(next, "учебных") ||
                          c_.starts(next, "ближайш")))
    ++next;
  const bool unit = c_.is(next, Sense::day) || c_.is(next, Sense::week) || c_.is(next, Sense::month_word) ||
                    c_.starts(next, "час") || c_.is(next, "лет") ||
                    (c_.is(next, Sense::year) && small_number(next - 1) > 0) || c_.starts(next, "дня");
  if (!unit) return false;
  if (c_.is(i + 1, Sense::course)) course(i + 1);
  phrase.kind = Kind::event;
  take_words(phrase, true);
  return true;
}

void TermGrammar::course(std::size_t at) {
  if (c_.word(at).value == 1 && c_.is(at - 1, Sense::in))
    c_.problem(true, "misspelt", "нужно «в течение», а не «в течении»");
}

/// «после …», «по результатам четверти», «в период каникул», «в конце учебного года».
bool TermGrammar::event(Phrase& phrase) {
  const std::size_t i = c_.at;
  constexpr std::array<std::string_view, 9> outcomes{"результат", "итог",       "окончани", "завершени", "факт",
                                                     "истечени",  "поступлени", "получени", "прибыти"};
  constexpr std::array<std::string_view, 9> heads{"после",        "перед",           "накануне",
                                                  "немедленно",   "незамедлительно", "сразу",
                                                  "одновременно", "своевременно",    "параллельно"};
  bool found = c_.is(i, Sense::by) && std::any_of(outcomes.begin(), outcomes.end(),
                                                  [&](std::string_view stem) { return c_.starts(i + 1, stem); });
  found = found || std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return c_.is(i, head); });
  found = found || (c_.is(i, "во") && c_.is(i + 1, "время")) || c_.starts(i, "каникул") ||
          (c_.is(i, Shape::word) && c_.is(i, Sense::none) && c_.starts(i + 1, "каникул"));
  found = found || c_.is(i, Sense::until) || c_.is(i, Sense::to);
  found =
      found || (c_.is(i, Sense::from) && (c_.is(i + 1, "момента") || c_.is(i + 1, "даты") || c_.is(i + 1, Sense::day)));
  if (c_.is(i, Sense::in) || c_.is(i, Sense::on)) {
    found = found || c_.is(i + 1, Sense::period) || c_.is(i + 1, "ходе") || c_.is(i + 1, Sense::day) ||
            c_.starts(i + 1, "каникул") || c_.is(i + 1, Sense::edge) || c_.is(i + 1, "процессе");
  }
  if (c_.is(i, Sense::edge)) found = true;
  if (c_.is(i, "за") && small_number(i + 1) > 0 &&
      (c_.is(i + 2, Sense::day) || c_.is(i + 2, Sense::week) || c_.is(i + 2, Sense::month_word)))
    found = true;
  if (!found || dated_edge(i)) return false;
  phrase.kind = Kind::event;
  take_words(phrase, true);
  return true;
}

/// «в конце марта», «в начале 2022 года»: the calendar says when; «в конце учебного года» does not say which.
bool TermGrammar::dated_edge(std::size_t at) {
  if (c_.is(at, Sense::in) || c_.is(at, Sense::on)) ++at;
  if (!c_.is(at, Sense::edge)) return false;
  const Word& next = c_.word(at + 1);
  return c_.is(at + 1, Sense::month) || (c_.countable(at + 1) && calendar_.begins(at + 1)) ||
         next.sense == Sense::season;
}

}  // namespace svod::plan
