#include "plan/term_phrases.h"

#include <algorithm>
#include <array>

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

}  // namespace

/// The unit of a recurrence at the cursor, past it: «год», «учебную четверть», «полугодие».
std::string TermGrammar::recurring_unit() {
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

std::string TermGrammar::every(int count, const std::string& unit) {
  return count <= 1 ? unit : std::to_string(count) + "-" + unit + "s";
}

int TermGrammar::small_number(std::size_t at) const {
  if (c_.number(at) && c_.word(at).digits <= 3) return c_.word(at).value;
  return c_.is(at, Sense::cardinal) ? c_.word(at).value : 0;
}

bool TermGrammar::times_begin(std::size_t at) const {
  if (c_.is(at, Sense::times)) return c_.is(at + 1, Sense::in) || c_.is(at + 1, Sense::for_);
  if (small_number(at) == 0) return false;
  if (c_.is(at, "дважды") || c_.is(at, "трижды") || c_.is(at, "однократно")) return c_.is(at + 1, Sense::in);
  if (c_.is(at + 1, "р") && c_.is(at + 2, Shape::dot)) return c_.is(at + 3, Sense::in);
  return c_.is(at + 1, Sense::times) && (c_.is(at + 2, Sense::in) || c_.is(at + 2, Sense::for_) ||
                                         c_.is(at + 2, Shape::slash) || c_.is(at + 2, Sense::each));
}

bool TermGrammar::recurrence_begins(std::size_t at) const {
  if (c_.is(at, Sense::every) || c_.is(at, Sense::each) || times_begin(at)) return true;
  if (c_.is(at, Sense::negation) && (c_.is(at + 1, "реже") || c_.is(at + 1, "менее") || c_.is(at + 1, "чаще")))
    return times_begin(at + 2);
  if (c_.is(at, Sense::by)) {
    return c_.is(at + 1, Sense::weekdays) || c_.is(at + 1, "кварталам") || c_.is(at + 1, "четвертям") ||
           c_.is(at + 1, "полугодиям") || c_.is(at + 1, "месяцам") || c_.is(at + 1, "годам");
  }
  return false;
}

bool TermGrammar::recurrence(Phrase& phrase) {
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

bool TermGrammar::by_units(Phrase& phrase) {
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

bool TermGrammar::each(Phrase& phrase, std::size_t start) {
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

bool TermGrammar::times(Phrase& phrase, std::size_t start) {
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

}  // namespace svod::plan
