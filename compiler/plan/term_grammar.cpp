#include "plan/term_grammar.h"

#include <algorithm>
#include <array>

#include "plan/term_calendar.h"

namespace svod::plan {
namespace {

using Shape = Word::Shape;
using Kind = Phrase::Kind;

/// «N раз в …» as a period of its own where it divides evenly.
std::string times_in(int times, const std::string& unit) {
  struct Even {
    int times;
    std::string_view unit, every;
  };
  constexpr std::array<Even, 13> even{{{2, "year", "half-year"}, {3, "year", "4-months"}, {4, "year", "quarter"},
      {6, "year", "2-months"}, {12, "year", "month"}, {2, "half-year", "quarter"}, {6, "half-year", "month"},
      {3, "quarter", "month"}, {2, "school-year", "school-half-year"}, {4, "school-year", "school-quarter"},
      {2, "school-half-year", "school-quarter"}, {7, "week", "day"}, {4, "month", "week"}}};
  for (const Even& one : even) {
    if (one.times == times && one.unit == unit) return std::string(one.every);
  }
  return {};
}

class Grammar {
 public:
  Grammar(std::string_view text, const std::vector<Word>& words, const YearContext& context)
      : context_(context), c_(text, words, parsed_.problems), calendar_(c_, context) {}

  Parsed run() {
    for (const Word& word : c_.words) {
      if (word.torn) c_.problem(true, "torn-word", "слово «" + word.text + "» разорвано");
      if (word.foreign) c_.problem(false, "foreign-letters", "в слове «" + word.text + "» латинские буквы");
    }
    phrases(false);
    return std::move(parsed_);
  }

 private:
  void phrases(bool bracketed) {
    bool separated = true, then = false;
    while (c_.at < c_.end) {
      const std::size_t before = c_.at;
      const Word& word = c_.word(c_.at);
      if (word.shape == Shape::open) {
        brackets(bracketed);
        separated = false;
        continue;
      }
      if (word.shape != Shape::word && word.shape != Shape::number && word.shape != Shape::quote) {
        separated = separated || word.shape != Shape::other;
        ++c_.at;
        continue;
      }
      if (word.sense == Sense::and_) {
        separated = true;
        ++c_.at;
        continue;
      }
      if (word.sense == Sense::then) {
        then = true;
        ++c_.at;
        continue;
      }
      if (filler()) continue;
      Phrase phrase;
      phrase.bracketed = bracketed;
      phrase.then = then;
      phrase.separated = separated;
      if (!read(phrase)) note(phrase);
      then = separated = false;
      if (c_.at == before) ++c_.at;   // never stands still
      parsed_.phrases.push_back(std::move(phrase));
    }
  }

  void brackets(bool nested) {
    const std::size_t open = c_.at, close = c_.word(open).partner;
    if (close == Word::none || close >= c_.end) {
      ++c_.at;
      return;
    }
    if (nested || !reads(open + 1)) {   // words of people, whatever they hold
      Phrase phrase;
      phrase.bracketed = true;
      phrase.words = c_.written(open + 1, close);
      c_.at = close + 1;
      if (!phrase.words.empty()) parsed_.phrases.push_back(std::move(phrase));
      return;
    }
    const std::size_t end = c_.end;
    c_.at = open + 1;
    c_.end = close;
    phrases(true);
    c_.end = end;
    c_.at = close + 1;
  }

  /// A phrase of the grammar begins here, not only words.
  bool reads(std::size_t at) const {
    return starts(at) || c_.is(at, Sense::then) || (c_.is(at, Sense::and_) && c_.is(at + 1, Sense::then)) || c_.is(at, Sense::from);
  }

  /// Words that lead to a term and say nothing themselves.
  bool filler() {
    const std::size_t i = c_.at;
    if (c_.is(i, Sense::period) && !c_.is(i, "период") && !c_.is(i, "периода") && !c_.is(i + 1, Sense::carrying_out)) {   // «срок: …», «в срок до …»
      ++c_.at;
      return true;
    }
    if (c_.is(i, Sense::in) && c_.is(i + 1, "срок") && !c_.is(i + 2, Sense::carrying_out)) {
      c_.at += 2;
      return true;
    }
    if (c_.starts(i, "осуществля") || c_.starts(i, "провод") || c_.starts(i, "выполня") || c_.is(i, "начиная")) {
      ++c_.at;
      return true;
    }
    return false;
  }

  bool read(Phrase& phrase) {
    return recurrence(phrase) || whole_period(phrase) || conditional(phrase) || other_plan(phrase) || duration(phrase) ||
           deadline(phrase) || event(phrase) || always(phrase) || stretch(phrase);
  }

  /// What was begun and came to nothing; where it stands stays known.
  static void clear(Phrase& phrase) {
    Phrase empty;
    empty.bracketed = phrase.bracketed;
    empty.then = phrase.then;
    empty.separated = phrase.separated;
    phrase = std::move(empty);
  }

  // Recurrence.

  /// The unit of a recurrence at the cursor, past it: «год», «учебную четверть», «полугодие».
  std::string recurring_unit() {
    std::size_t i = c_.at;
    bool school = false;
    if (c_.is(i, Sense::calendar)) ++i;
    if (c_.is(i, Sense::school)) {
      school = true;
      i = c_.past_dot(i + 1);
    }
    std::string unit;
    switch (c_.word(i).sense) {
      case Sense::day: unit = "day"; break;
      case Sense::week: unit = "week"; break;
      case Sense::month_word: unit = "month"; break;
      case Sense::quarter: unit = "quarter"; break;
      case Sense::school_quarter: unit = "school-quarter"; break;
      case Sense::half_year:
        unit = school || context_.school_year || c_.starts(i, "семестр") ? "school-half-year" : "half-year";
        break;
      case Sense::year: unit = school ? "school-year" : "year"; break;
      default: return {};
    }
    c_.at = c_.past_dot(i + 1);
    if (unit == "half-year" && c_.is(c_.at, Sense::school) && c_.is(c_.past_dot(c_.at + 1), Sense::year)) {
      unit = "school-half-year";
      c_.at = c_.past_dot(c_.at + 1) + 1;
    }
    return unit;
  }

  static std::string every(int count, const std::string& unit) {
    return count <= 1 ? unit : std::to_string(count) + "-" + unit + "s";
  }

  int small_number(std::size_t at) const {
    if (c_.number(at) && c_.word(at).digits <= 3) return c_.word(at).value;
    return c_.is(at, Sense::cardinal) ? c_.word(at).value : 0;
  }

  bool times_begin(std::size_t at) const {
    if (c_.is(at, Sense::times)) return c_.is(at + 1, Sense::in) || c_.is(at + 1, Sense::for_);
    if (small_number(at) == 0) return false;
    if (c_.is(at, "дважды") || c_.is(at, "трижды") || c_.is(at, "однократно")) return c_.is(at + 1, Sense::in);
    if (c_.is(at + 1, "р") && c_.is(at + 2, Shape::dot)) return c_.is(at + 3, Sense::in);
    return c_.is(at + 1, Sense::times) &&
           (c_.is(at + 2, Sense::in) || c_.is(at + 2, Sense::for_) || c_.is(at + 2, Shape::slash) || c_.is(at + 2, Sense::each));
  }

  bool recurrence_begins(std::size_t at) const {
    if (c_.is(at, Sense::every) || c_.is(at, Sense::each) || times_begin(at)) return true;
    if (c_.is(at, Sense::negation) && (c_.is(at + 1, "реже") || c_.is(at + 1, "менее") || c_.is(at + 1, "чаще"))) return times_begin(at + 2);
    if (c_.is(at, Sense::by)) {
      return c_.is(at + 1, Sense::weekdays) || c_.is(at + 1, "кварталам") || c_.is(at + 1, "четвертям") ||
             c_.is(at + 1, "полугодиям") || c_.is(at + 1, "месяцам") || c_.is(at + 1, "годам");
    }
    return false;
  }

  bool recurrence(Phrase& phrase) {
    const std::size_t start = c_.at;
    std::size_t i = start;
    if (!recurrence_begins(i) && (c_.is(i, Sense::in) || c_.is(i, Sense::course)) && c_.is(i + 1, Sense::each)) ++i;
    if (!recurrence_begins(i) && c_.is(i, Sense::in) && c_.is(i + 1, Sense::course) && c_.is(i + 2, Sense::each)) i += 2;
    if (!recurrence_begins(i)) return false;
    phrase.kind = Kind::every;
    c_.at = i;
    if (c_.is(i, Sense::every)) {
      constexpr std::array<std::string_view, 5> units{"day", "week", "month", "quarter", "year"};
      phrase.every = units[static_cast<std::size_t>(c_.word(i).value - 1)];
      ++c_.at;
      return true;
    }
    if (c_.is(i, Sense::by)) return by_units(phrase);
    if (c_.is(i, Sense::each)) return each(phrase, start);
    if (c_.is(i, Sense::negation)) {
      phrase.words = c_.written(i, i + 2);
      c_.at = i + 2;
    }
    return times(phrase, start);
  }

  bool by_units(Phrase& phrase) {
    ++c_.at;
    if (c_.is(c_.at, Sense::weekdays)) {
      phrase.every = "week";
      while (c_.is(c_.at, Sense::weekdays)) {
        phrase.weekdays.push_back(c_.word(c_.at++).value);
        const bool more = (c_.is(c_.at, Shape::comma) || c_.is(c_.at, Sense::and_)) && c_.is(c_.at + 1, Sense::weekdays);
        if (more) ++c_.at;
      }
      return true;
    }
    phrase.every = recurring_unit();
    return !phrase.every.empty();
  }

  bool each(Phrase& phrase, std::size_t start) {
    ++c_.at;
    if (c_.is(c_.at, Sense::weekday)) {
      phrase.every = "week";
      phrase.weekdays.push_back(c_.word(c_.at++).value);
      while ((c_.is(c_.at, Sense::and_) || c_.is(c_.at, Shape::comma)) && c_.is(c_.at + 1, Sense::weekday)) {
        phrase.weekdays.push_back(c_.word(c_.at + 1).value);
        c_.at += 2;
      }
      return true;
    }
    if (c_.is(c_.at, Sense::month)) {
      phrase.every = "year";
      phrase.ranges = calendar_.chain(false);
      return true;
    }
    int count = small_number(c_.at);
    if (count > 0) ++c_.at;
    const std::string unit = recurring_unit();
    if (unit.empty()) {
      c_.at = start;
      clear(phrase);
      return false;
    }
    phrase.every = every(count, unit);
    return true;
  }

  bool times(Phrase& phrase, std::size_t start) {
    std::size_t i = c_.at;
    int many = 1;
    if (!c_.is(i, Sense::times)) {
      many = small_number(i);
      const bool adverb = c_.is(i, "дважды") || c_.is(i, "трижды") || c_.is(i, "однократно");
      i += adverb ? 0 : 1;
      if (c_.is(i, "р")) i = c_.past_dot(i + 1) - 1;
    }
    ++i;                                          // past «раз»
    if (!c_.is(i, Sense::each)) ++i;              // past «в»
    if (c_.is(i, Sense::each)) ++i;
    int count = small_number(i);
    if (count > 0) ++i;
    c_.at = i;
    const std::string unit = recurring_unit();
    if (unit.empty()) {
      c_.at = start;
      clear(phrase);
      return false;
    }
    if (c_.is(i, "полгода") && count == 0) count = 1;
    phrase.every = every(count, unit);
    if (many > 1) {
      const std::string even = count <= 1 ? times_in(many, unit) : std::string();
      if (!even.empty()) phrase.every = even;
      else phrase.words = c_.written(start, c_.at);
    }
    return true;
  }

  // Terms without dates.

  bool always(Phrase& phrase) {
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
  bool whole_period(Phrase& phrase) {
    std::size_t i = c_.at;
    bool whole = false;
    for (int many = 0; many < 5; ++many) {
      if (c_.is(i, Sense::whole)) whole = true;
      else if (!c_.is(i, Sense::in) && !c_.is(i, Sense::on) && !c_.is(i, Sense::course) && !(c_.is(i, "за") && c_.is(i + 1, Sense::whole))) break;
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
      constexpr std::array<std::string_view, 9> things{"программ", "подпрограмм", "план", "дорожн", "карт", "проект", "муниципальн", "настоящ", "комплекс"};
      for (int many = 0; many < 5; ++many) {
        std::size_t at = c_.is(c_.at, Shape::quote) ? c_.at + 1 : c_.at;
        const bool thing = std::any_of(things.begin(), things.end(), [&](std::string_view stem) { return c_.starts(at, stem); });
        if (!thing) break;
        c_.at = c_.is(at + 1, Shape::quote) ? at + 2 : at + 1;
      }
    }
    return true;
  }

  /// «при необходимости», «по мере поступления», «в случае …», «по запросу».
  bool conditional(Phrase& phrase) {
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
    constexpr std::array<std::string_view, 8> reasons{"мере", "запрос", "требовани", "обращени", "заявк", "согласовани", "заявлени", "поручени"};
    const bool reason = c_.is(i, Sense::by) && std::any_of(reasons.begin(), reasons.end(), [&](std::string_view stem) { return c_.starts(i + 1, stem); });
    const bool condition = c_.is(i, Sense::with_) || (c_.is(i, Sense::in) && c_.is(i + 1, "случае")) ||
                           (c_.is(i, Sense::in) && c_.is(i + 1, "рабочем") && c_.is(i + 2, "порядке"));
    if (!reason && !condition) return false;
    phrase.kind = Kind::as_needed;
    take_words(phrase, true);
    return true;
  }

  /// «по плану УО», «согласно графику», «в соответствии с …», «плану УО».
  bool other_plan(Phrase& phrase) {
    const std::size_t i = c_.at;
    bool found = c_.starts(i, "согласно") || (c_.is(i, Sense::in) && c_.starts(i + 1, "соответств")) || c_.is(i, Sense::plan) ||
                 (c_.is(i, Sense::in) && c_.is(i + 1, Sense::period) && c_.starts(i + 2, "установлен")) ||
                 (c_.is(i, Sense::in) && c_.is(i + 1, "рамках"));
    if (c_.is(i, Sense::by)) {
      for (std::size_t next = i + 1; next < i + 6 && c_.is(next, Shape::word) && !found; ++next) found = c_.is(next, Sense::plan);
      if (found) disagreement(i + 1);
    }
    if (!found) return false;
    if (c_.is(i, Sense::plan) && c_.word(i).value == 1) c_.problem(true, "lost-preposition", "перед «" + c_.written(i, i + 1) + "» нет предлога «по»");
    phrase.kind = Kind::plan;
    take_words(phrase, true);
    return true;
  }

  /// «по отдельном плану»: the adjective has the wrong case.
  void disagreement(std::size_t at) {
    if (!c_.is(at + 1, Sense::plan) || c_.word(at + 1).value != 1) return;
    const std::string& word = c_.word(at).text;
    const std::string& noun = c_.word(at + 1).text;
    const bool plural = noun.ends_with("ам"), feminine = noun == "циклограмме";
    const auto ends = [&](std::initializer_list<std::string_view> endings) {
      return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
    };
    const bool adjective = ends({"ом", "ем", "ый", "ий", "ого", "его", "ых", "их", "ые", "ие", "ым", "им", "ому", "ему", "ой", "ей"});
    const bool agrees = plural ? ends({"ым", "им"}) : feminine ? ends({"ой", "ей"}) : ends({"ому", "ему"});
    if (adjective && !agrees && c_.word(at).sense == Sense::none) {
      c_.problem(true, "misspelt", "«" + c_.written(at, at + 2) + "»: слова не согласованы");
    }
  }

  /// «в течение 10 рабочих дней …», «в течение месяца после …», «через неделю».
  bool duration(Phrase& phrase) {
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
    while (next < i + 8 && (c_.starts(next, "рабоч") || c_.starts(next, "календарн") || c_.starts(next, "учебных") || c_.starts(next, "ближайш"))) ++next;
    const bool unit = c_.is(next, Sense::day) || c_.is(next, Sense::week) || c_.is(next, Sense::month_word) || c_.starts(next, "час") ||
                      c_.is(next, "лет") || (c_.is(next, Sense::year) && small_number(next - 1) > 0) || c_.starts(next, "дня");
    if (!unit) return false;
    if (c_.is(i + 1, Sense::course)) course(i + 1);
    phrase.kind = Kind::event;
    take_words(phrase, true);
    return true;
  }

  void course(std::size_t at) {
    if (c_.word(at).value == 1 && c_.is(at - 1, Sense::in)) c_.problem(true, "misspelt", "нужно «в течение», а не «в течении»");
  }

  /// «после …», «по результатам четверти», «в период каникул», «в конце учебного года».
  bool event(Phrase& phrase) {
    const std::size_t i = c_.at;
    constexpr std::array<std::string_view, 9> outcomes{"результат", "итог", "окончани", "завершени", "факт", "истечени", "поступлени", "получени", "прибыти"};
    constexpr std::array<std::string_view, 9> heads{"после", "перед", "накануне", "немедленно", "незамедлительно", "сразу",
                                                    "одновременно", "своевременно", "параллельно"};
    bool found = c_.is(i, Sense::by) && std::any_of(outcomes.begin(), outcomes.end(), [&](std::string_view stem) { return c_.starts(i + 1, stem); });
    found = found || std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return c_.is(i, head); });
    found = found || (c_.is(i, "во") && c_.is(i + 1, "время")) || c_.starts(i, "каникул") ||
            (c_.is(i, Shape::word) && c_.is(i, Sense::none) && c_.starts(i + 1, "каникул"));
    found = found || c_.is(i, Sense::until) || c_.is(i, Sense::to);
    found = found || (c_.is(i, Sense::from) && (c_.is(i + 1, "момента") || c_.is(i + 1, "даты") || c_.is(i + 1, Sense::day)));
    if (c_.is(i, Sense::in) || c_.is(i, Sense::on)) {
      found = found || c_.is(i + 1, Sense::period) || c_.is(i + 1, "ходе") || c_.is(i + 1, Sense::day) || c_.starts(i + 1, "каникул") ||
              c_.is(i + 1, Sense::edge) || c_.is(i + 1, "процессе");
    }
    if (c_.is(i, Sense::edge)) found = true;
    if (c_.is(i, "за") && small_number(i + 1) > 0 && (c_.is(i + 2, Sense::day) || c_.is(i + 2, Sense::week) || c_.is(i + 2, Sense::month_word))) found = true;
    if (!found || dated_edge(i)) return false;
    phrase.kind = Kind::event;
    take_words(phrase, true);
    return true;
  }

  /// «в конце марта», «в начале 2022 года»: the calendar says when; «в конце учебного года» does not say which.
  bool dated_edge(std::size_t at) {
    if (c_.is(at, Sense::in) || c_.is(at, Sense::on)) ++at;
    if (!c_.is(at, Sense::edge)) return false;
    const Word& next = c_.word(at + 1);
    return c_.is(at + 1, Sense::month) || (c_.countable(at + 1) && calendar_.begins(at + 1)) || next.sense == Sense::season;
  }

  // Dates.

  /// «до …», «не позднее …», «к …», «по … включительно».
  bool deadline(Phrase& phrase) {
    const std::size_t start = c_.at;
    std::size_t i = start;
    if (c_.is(i, Sense::until) || c_.is(i, Sense::to)) {
      phrase.bound = c_.word(i).sense;
      ++i;
    } else if (c_.is(i, Sense::negation) && c_.is(i + 1, Sense::not_later)) {
      phrase.bound = Sense::not_later;
      i += c_.is(i + 2, "чем") ? 3 : 2;
    } else if (c_.is(i, Sense::by) && calendar_.begins(i + 1)) {
      phrase.bound = Sense::inclusive;
      ++i;
    } else {
      return false;
    }
    c_.at = i;
    const std::size_t problems = parsed_.problems.size();
    phrase.ranges = calendar_.chain(false);
    if (phrase.ranges.empty()) {
      c_.at = start;
      parsed_.problems.resize(problems);
      phrase.bound = Sense::none;
      return false;
    }
    // Whether «до марта» is with March nobody can say; «до конца марта» says it.
    const Range& last = phrase.ranges.back();
    const Moment& moment = last.stretch ? last.to : last.from;
    if (phrase.bound == Sense::until && moment.unit != Unit::day && moment.edge == 0 && !c_.is(c_.at, Sense::inclusive)) {
      c_.problem(false, "bound", "не ясно, входит ли названный последним в срок");
    }
    if (c_.is(c_.at, Sense::inclusive)) ++c_.at;
    phrase.kind = Kind::deadline;
    return true;
  }

  /// Dates, and «с …» with an end or without.
  bool stretch(Phrase& phrase) {
    const std::size_t start = c_.at;
    bool from = false;
    std::size_t i = start;
    if (c_.is(i, Sense::from) && (calendar_.begins(i + 1) || (c_.is(i + 1, Sense::edge) && calendar_.begins(i + 2)))) {
      from = true;
      ++i;
    }
    const std::size_t prefix = i;
    if (c_.is(i, "месяц") && c_.is(i + 1, Sense::month)) ++i;
    while (c_.is(i, Sense::in) || c_.is(i, Sense::on) || c_.is(i, Sense::course) || c_.is(i, Sense::whole) || c_.is(i, "весь")) {
      if (c_.is(i, Sense::whole) && calendar_.begins(i)) break;
      if (c_.is(i, Sense::course)) course(i);
      ++i;
      if (i > prefix + 4) break;
    }
    if (!calendar_.begins(i)) return false;
    c_.at = i;
    phrase.ranges = calendar_.chain(from);
    if (phrase.ranges.empty()) {
      c_.at = start;
      return false;
    }
    phrase.kind = from && !phrase.ranges.back().stretch ? Kind::since : Kind::span;
    // «с 1 по 5 марта и с 7 по 9 марта»
    for (int many = 0; from && many < 64 && (c_.is(c_.at, Shape::comma) || c_.is(c_.at, Sense::and_)) && c_.is(c_.at + 1, Sense::from); ++many) {
      const std::size_t here = c_.at;
      c_.at += 2;
      std::vector<Range> more = calendar_.chain(true);
      if (more.empty() || !more.back().stretch) {
        c_.at = here;
        break;
      }
      phrase.ranges.insert(phrase.ranges.end(), more.begin(), more.end());
      for (std::size_t at = phrase.ranges.size(); at-- > 1;) inherit_year(phrase.ranges[at - 1], phrase.ranges[at]);
      phrase.kind = Kind::span;
    }
    if (c_.is(c_.at, Sense::inclusive)) ++c_.at;
    for (const Range& range : phrase.ranges) {
      if (range.from.edge != 0 || (range.stretch && range.to.edge != 0)) {
        c_.problem(false, "vague", "начало, середина и конец не названы числами");
      }
    }
    return true;
  }

  // Words.

  /// A phrase that no note swallows, even without a comma before it.
  bool strong(std::size_t at) const {
    if (c_.is(at, Sense::every) || times_begin(at)) return true;
    if (c_.is(at, Sense::each)) return !c_.is(at + 1, Shape::word) || c_.is(at + 1, Sense::month) || c_.is(at + 1, Sense::weekday);
    if (c_.is(at, Sense::in)) return c_.is(at + 1, Sense::month) || (c_.is(at + 1, Sense::course) && calendar_.begins(at + 2));
    if (c_.is(at, Sense::until)) return calendar_.begins(at + 1) && !c_.is(at + 1, Sense::edge);
    return false;
  }

  bool starts(std::size_t at) const {
    if (strong(at) || recurrence_begins(at) || calendar_.begins(at) || c_.is(at, Sense::always) || c_.is(at, Sense::plan)) return true;
    const Word& word = c_.word(at);
    if (word.sense == Sense::until || word.sense == Sense::to) return calendar_.begins(at + 1);
    if (word.sense == Sense::from) return calendar_.begins(at + 1);
    if (word.sense == Sense::negation) return c_.is(at + 1, Sense::not_later);
    if (word.sense == Sense::whole) return c_.is(at + 1, Sense::period);
    if (word.sense == Sense::with_) return c_.is(at + 1, Sense::need);
    if (word.sense == Sense::then) return reads(at + 1) && !c_.is(at + 1, Sense::then);
    if (word.sense == Sense::by) {
      if (c_.is(at + 1, Sense::need) || (c_.is(at + 1, "мере") && c_.is(at + 2, Sense::need))) return true;
      return c_.is(at + 1, Sense::plan) || c_.is(at + 2, Sense::plan);
    }
    return false;
  }

  /// Takes words up to a bracket, a semicolon, a separator before a phrase, or a phrase that stands alone.
  void take_words(Phrase& phrase, bool own) {
    const std::size_t first = c_.at;
    // The words that made the phrase belong to it, whatever they look like.
    if (own) {
      c_.at = std::min(c_.end, first + (c_.is(first, Sense::by) || c_.is(first, Sense::in) || c_.is(first, Sense::negation) ? 2 : 1));
      if (phrase.kind == Phrase::Kind::event && c_.is(first, Sense::in) && c_.is(first + 1, Sense::course)) c_.at = std::min(c_.end, first + 3);
      if (phrase.kind == Phrase::Kind::event && c_.is(first, Sense::until)) c_.at = std::min(c_.end, first + 2);
    }
    // After a preposition of its own («за I полугодие», «для 5 классов») a number is no date.
    const bool loose = !own && !c_.is(first, Sense::for_) && !c_.is(first, Sense::to) && !c_.is(first, Sense::with_);
    while (c_.at < c_.end) {
      const std::size_t i = c_.at;
      const Word& word = c_.word(i);
      if (word.shape == Shape::semicolon) break;
      if (word.shape == Shape::open && word.partner != Word::none && i > first) {
        if (!c_.number(i - 1) || word.partner > i + 3) break;
        c_.at = word.partner;   // «3 (трёх)» is one number
      }
      if (i > first) {
        const bool separator = word.shape == Shape::comma || word.sense == Sense::and_ || (word.shape == Shape::dash && word.gap);
        if (separator && starts(i + 1) && !(word.sense == Sense::and_ && own && !strong(i + 1) && !c_.is(i + 1, Sense::always))) break;
        if (strong(i) || (loose && calendar_.begins(i) && !c_.is(i, Sense::year))) break;
      }
      ++c_.at;
    }
    std::size_t last = c_.at;
    while (last > first + 1 && (c_.is(last - 1, Shape::comma) || c_.is(last - 1, Shape::dot) || c_.is(last - 1, Shape::dash))) --last;
    phrase.words = c_.written(first, last);
  }

  void note(Phrase& phrase) {
    clear(phrase);
    take_words(phrase, false);
  }

  const YearContext& context_;
  Parsed parsed_;
  TermCursor c_;
  TermCalendar calendar_;
};

}  // namespace

Parsed parse_term(std::string_view text, const std::vector<Word>& words, const YearContext& context) {
  return Grammar(text, words, context).run();
}

}  // namespace svod::plan
