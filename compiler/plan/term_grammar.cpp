#include "plan/term_grammar.h"

#include <algorithm>

#include "plan/term_phrases.h"

namespace svod::plan {
namespace {

using Shape = Word::Shape;
using Kind = Phrase::Kind;

}  // namespace

Parsed TermGrammar::run() {
  for (const Word& word : c_.words) {
    if (word.torn) c_.problem(true, "torn-word", "слово «" + word.text + "» разорвано");
    if (word.foreign) c_.problem(false, "foreign-letters", "в слове «" + word.text + "» латинские буквы");
  }
  phrases(false);
  return std::move(parsed_);
}

void TermGrammar::phrases(bool bracketed) {
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

void TermGrammar::brackets(bool nested) {
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
bool TermGrammar::reads(std::size_t at) const {
  return starts(at) || c_.is(at, Sense::then) || (c_.is(at, Sense::and_) && c_.is(at + 1, Sense::then)) ||
         c_.is(at, Sense::from);
}

/// Words that lead to a term and say nothing themselves.
bool TermGrammar::filler() {
  const std::size_t i = c_.at;
  if (c_.is(i, Sense::period) && !c_.is(i, "период") && !c_.is(i, "периода") &&
      !c_.is(i + 1, Sense::carrying_out)) {  // «срок: …», «в срок до …»
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

bool TermGrammar::read(Phrase& phrase) {
  return recurrence(phrase) || whole_period(phrase) || conditional(phrase) || other_plan(phrase) || duration(phrase) ||
         deadline(phrase) || event(phrase) || always(phrase) || stretch(phrase);
}

/// What was begun and came to nothing; where it stands stays known.
void TermGrammar::clear(Phrase& phrase) {
  Phrase empty;
  empty.bracketed = phrase.bracketed;
  empty.then = phrase.then;
  empty.separated = phrase.separated;
  phrase = std::move(empty);
}

/// «до …», «не позднее …», «к …», «по … включительно».
bool TermGrammar::deadline(Phrase& phrase) {
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
bool TermGrammar::stretch(Phrase& phrase) {
  const std::size_t start = c_.at;
  bool from = false;
  std::size_t i = start;
  if (c_.is(i, Sense::from) && (calendar_.begins(i + 1) || (c_.is(i + 1, Sense::edge) && calendar_.begins(i + 2)))) {
    from = true;
    ++i;
  }
  const std::size_t prefix = i;
  if (c_.is(i, "месяц") && c_.is(i + 1, Sense::month)) ++i;
  while (c_.is(i, Sense::in) || c_.is(i, Sense::on) || c_.is(i, Sense::course) || c_.is(i, Sense::whole) ||
         c_.is(i, "весь")) {
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
  for (int many = 0;
       from && many < 64 && (c_.is(c_.at, Shape::comma) || c_.is(c_.at, Sense::and_)) && c_.is(c_.at + 1, Sense::from);
       ++many) {
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

/// A phrase that no note swallows, even without a comma before it.
bool TermGrammar::strong(std::size_t at) const {
  if (c_.is(at, Sense::every) || times_begin(at)) return true;
  if (c_.is(at, Sense::each))
    return !c_.is(at + 1, Shape::word) || c_.is(at + 1, Sense::month) || c_.is(at + 1, Sense::weekday);
  if (c_.is(at, Sense::in))
    return c_.is(at + 1, Sense::month) || (c_.is(at + 1, Sense::course) && calendar_.begins(at + 2));
  if (c_.is(at, Sense::until)) return calendar_.begins(at + 1) && !c_.is(at + 1, Sense::edge);
  return false;
}

bool TermGrammar::starts(std::size_t at) const {
  if (strong(at) || recurrence_begins(at) || calendar_.begins(at) || c_.is(at, Sense::always) || c_.is(at, Sense::plan))
    return true;
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
void TermGrammar::take_words(Phrase& phrase, bool own) {
  const std::size_t first = c_.at;
  // The words that made the phrase belong to it, whatever they look like.
  if (own) {
    c_.at = std::min(
        c_.end, first + (c_.is(first, Sense::by) || c_.is(first, Sense::in) || c_.is(first, Sense::negation) ? 2 : 1));
    if (phrase.kind == Phrase::Kind::event && c_.is(first, Sense::in) && c_.is(first + 1, Sense::course))
      c_.at = std::min(c_.end, first + 3);
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
      const bool separator =
          word.shape == Shape::comma || word.sense == Sense::and_ || (word.shape == Shape::dash && word.gap);
      if (separator && starts(i + 1) &&
          !(word.sense == Sense::and_ && own && !strong(i + 1) && !c_.is(i + 1, Sense::always)))
        break;
      if (strong(i) || (loose && calendar_.begins(i) && !c_.is(i, Sense::year))) break;
    }
    ++c_.at;
  }
  std::size_t last = c_.at;
  while (last > first + 1 &&
         (c_.is(last - 1, Shape::comma) || c_.is(last - 1, Shape::dot) || c_.is(last - 1, Shape::dash)))
    --last;
  phrase.words = c_.written(first, last);
}

void TermGrammar::note(Phrase& phrase) {
  clear(phrase);
  take_words(phrase, false);
}

Parsed parse_term(std::string_view text, const std::vector<Word>& words, const YearContext& context) {
  return TermGrammar(text, words, context).run();
}

}  // namespace svod::plan
