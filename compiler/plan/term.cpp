#include "plan/term.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "plan/term_grammar.h"
#include "plan/term_moments.h"
#include "plan/term_words.h"

namespace svod::plan {
namespace {

using Kind = Phrase::Kind;

int month_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }
int day_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.day())); }

void join_note(std::string& note, std::string_view words) {
  if (words.empty()) return;
  if (!note.empty()) note += ", ";
  note += words;
}

/// Puts what the phrases say together into one term.
class Assembly {
 public:
  Assembly(Parsed parsed, const YearContext& context) : parsed_(std::move(parsed)), context_(context) {}

  Term run() {
    term_.problems = std::move(parsed_.problems);
    gather();
    share_years();
    if (every_ != nullptr) recurring();
    else if (years_and_months()) yearly();
    else if (!entries_.empty()) dated();
    else undated();
    term_.year_given = std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) {
      return entry.range.from.year != 0 || (entry.range.stretch && entry.range.to.year != 0);
    });
    // Every school year is meant: there is nothing to ask.
    if (term_.kind == Term::Kind::recurring && !term_.from && !term_.to) {
      std::erase_if(term_.problems, [](const Term::Problem& problem) { return problem.kind == "which-school-year"; });
    }
    if (term_.kind != Term::Kind::invalid) finish();
    return std::move(term_);
  }

 private:
  struct Entry {
    Range range;
    bool deadline = false, since = false, then = false;
    Sense bound = Sense::none;
    std::string note;
    bool has_year() const {
      return range.from.has_year() || range.from.broken_year ||
             (range.stretch && (range.to.has_year() || range.to.broken_year));
    }
    bool of_years() const { return !range.from.finer_than_year() && !deadline; }
    bool without_month() const { return range.from.unit == Unit::day && range.from.month == 0; }
  };

  void gather() {
    bool after_bracket = false;
    for (Phrase& phrase : parsed_.phrases) {
      switch (phrase.kind) {
        case Kind::span: case Kind::deadline: case Kind::since:
          if (after_bracket && !phrase.separated && !phrase.bracketed && !entries_.empty()) {
            add_problem(false, "no-separator", "между частями срока нет запятой");
          }
          for (const Range& range : phrase.ranges) {
            entries_.push_back(
                {range, phrase.kind == Kind::deadline, phrase.kind == Kind::since, phrase.then, phrase.bound, {}});
          }
          break;
        case Kind::every:
          if (every_ != nullptr && !phrase.weekdays.empty()) {   // «еженедельно по пятницам»
            every_->weekdays.insert(every_->weekdays.end(), phrase.weekdays.begin(), phrase.weekdays.end());
          } else if (every_ == nullptr || phrase.then) {
            every_ = &phrase;
          }
          for (const Range& range : phrase.ranges) entries_.push_back({range, false, false, false, Sense::none, {}});
          note(phrase.words);
          break;
        case Kind::ongoing: ongoing_ = true; break;
        case Kind::period: period_ = true; break;
        case Kind::as_needed:
          as_needed_ = true;
          condition_ = phrase.words;
          break;
        case Kind::event: join_note(event_, phrase.words); break;
        case Kind::plan: join_note(plan_, phrase.words); break;
        case Kind::note: note(phrase.words); break;
      }
      if (phrase.kind == Kind::event || phrase.kind == Kind::plan) {
        if (!entries_.empty()) join_note(entries_.back().note, phrase.words);
      }
      after_bracket = phrase.bracketed;
    }
  }

  void note(const std::string& words) {
    join_note(notes_, words);
    if (!entries_.empty()) join_note(entries_.back().note, words);
  }

  void add_problem(bool error, std::string kind, std::string text) {
    for (const Term::Problem& known : term_.problems) {
      if (known.kind == kind) return;
    }
    term_.problems.push_back({error, std::move(text), std::move(kind)});
  }

  /// «2022 г., март»; «до 20 июня, до 10 декабря 2022 г.»; «март 2022, май».
  void share_years() {
    if (entries_.size() > 1 && entries_[0].of_years() && entries_[0].range.from.unit == Unit::year &&
        !entries_[0].range.stretch && entries_[0].range.from.last_year == 0 && every_ == nullptr &&
        std::all_of(entries_.begin() + 1, entries_.end(),
                    [](const Entry& entry) { return !entry.of_years() && !entry.has_year(); })) {
      for (std::size_t at = 1; at < entries_.size(); ++at) inherit_year(entries_[at].range, entries_[0].range);
      entries_.erase(entries_.begin());
    }
    if (every_ != nullptr || years_and_months()) return;
    for (std::size_t at = entries_.size(); at-- > 1;) {
      if (!entries_[at - 1].of_years() && !entries_[at].of_years())
        inherit_year(entries_[at - 1].range, entries_[at].range);
    }
    for (std::size_t at = 1; at < entries_.size(); ++at) {
      Entry& entry = entries_[at];
      if (entry.of_years() || entry.has_year() || entries_[at - 1].of_years()) continue;
      inherit_year(entry.range, entries_[at - 1].range);
      Moment& last = entry.range.stretch ? entry.range.to : entry.range.from;
      if (last.year != 0 && place(entry.range, context_).span.from < place(entries_[at - 1].range, context_).span.from)
        ++last.year;
    }
  }

  /// «2021–2024 (март–апрель)»
  bool years_and_months() const {
    const auto several = [](const Entry& entry) {
      return entry.of_years() && (entry.range.stretch || entry.range.from.last_year != 0);
    };
    const auto bare = [](const Entry& entry) { return !entry.of_years() && !entry.has_year(); };
    if (std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) {
          return entry.range.from.finer_than_year() && entry.range.from.last_year != 0;
        }))
      return true;
    return std::any_of(entries_.begin(), entries_.end(), several) &&
           std::any_of(entries_.begin(), entries_.end(), bare);
  }

  Span placed(const Range& range) {
    Placed found = place(range, context_);
    if (!found.reason.empty() && reason_.empty()) reason_ = found.reason;
    return found.span;
  }

  Date due(const Entry& entry) {
    const Span span = placed(entry.range);
    const Moment& moment = entry.range.stretch ? entry.range.to : entry.range.from;
    if (moment.edge != 1) return span.to;
    return entry.bound == Sense::until ? Date{std::chrono::sys_days(span.from) - std::chrono::days(1)} : span.from;
  }

  // A recurring term.

  void yearly() {
    term_.kind = Term::Kind::recurring;
    term_.every = "year";
    for (const Entry& entry : entries_) recur(entry);
  }

  void recurring() {
    term_.kind = Term::Kind::recurring;
    term_.every = every_->every;
    term_.weekdays = every_->weekdays;
    for (const Entry& entry : entries_) recur(entry);
    const std::string all = notes_ + plan_ + event_;
    term_.next_month = all.find("следующ") != std::string::npos && !term_.days.empty();
  }

  static int rank(std::string_view unit) {
    constexpr std::array<std::string_view, 8> units{
        "day", "week", "month", "quarter", "school-quarter", "half-year", "school-half-year", "year"};
    const auto found = std::find(units.begin(), units.end(), unit);
    return static_cast<int>(found - units.begin());
  }

  void recur(const Entry& entry) {
    const Moment& from = entry.range.from;
    if (from.finer_than_year() && from.last_year != 0) {   // «март 2022–2024 гг.»
      bound(first_day(from.year, 1), last_day(from.last_year, 12));
      within(entry);
    } else if (entry.since) {
      term_.from = placed(entry.range).from;
    } else if (entry.of_years()) {
      years(entry);
    } else if (!entry.has_year()) {
      within(entry);
    } else if (entry.deadline) {   // «до 1 октября 2022 г., далее ежегодно» begins with it
      (every_ != nullptr && every_->then ? term_.from : term_.to) = due(entry);
    } else {
      const Span span = placed(entry.range);
      term_.from = span.from;
      const bool then = entry.then || (every_ != nullptr && every_->then);
      const bool inside = rank(term_.every) < rank(unit_name(from.unit)) || entry.range.stretch;
      if (inside && !then && term_.every != "year") term_.to = span.to;
      if (term_.every == "year") within(entry);
    }
    if (term_.unit.empty() && entry.has_year()) term_.unit = unit_name(from.unit);
  }

  void years(const Entry& entry) {
    const Moment& moment = entry.range.from;
    if (term_.every == "year" && moment.unit == Unit::school_year) term_.every = "school-year";
    // «в течение года ежегодно» says the same twice.
    if (moment.context_year && moment.year == 0 && moment.shift == 0 &&
        (term_.every == "year" || term_.every == "school-year"))
      return;
    const Span span = placed(entry.range);
    if ((entry.then || (every_ != nullptr && every_->then)) && !entry.range.stretch) term_.from = span.from;
    else bound(span.from, span.to);
  }

  void bound(Date from, Date to) {
    term_.from = term_.from && *term_.from < from ? *term_.from : from;
    term_.to = term_.to && *term_.to > to ? *term_.to : to;
  }

  void within(const Entry& entry) {
    Range range = entry.range;
    range.from.last_year = range.to.last_year = 0;
    if (entry.without_month()) {
      const Moment& last = range.stretch ? range.to : range.from;
      term_.days.push_back({0, entry.deadline ? 0 : range.from.index, 0, last.index, entry.deadline});
      if ((last.index < 1 || last.index > 31) && reason_.empty())
        reason_ = "дня " + std::to_string(last.index) + " нет";
      return;
    }
    // 29 February recurs too: the year without it has the day before.
    Placed found = place(range, {2024, context_.school_year});
    if (!found.reason.empty() && reason_.empty()) reason_ = found.reason;
    const Span span = found.span;
    const bool days = range.from.unit == Unit::day || (range.stretch && range.to.unit == Unit::day) ||
                      range.from.edge != 0 || range.from.unit == Unit::decade || range.from.unit == Unit::week ||
                      range.from.unit == Unit::half_month;
    const int first = month_number(span.from), last = month_number(span.to);
    if (entry.deadline) {
      add_month(last);
      const Date day = days ? span.to : due(entry);
      term_.days.push_back({0, 0, month_number(day), days || range.from.edge == 1 ? day_number(day) : 0, true});
      return;
    }
    for (int month = first;; month = month % 12 + 1) {
      add_month(month);
      if (month == last) break;
    }
    if (days) term_.days.push_back({first, day_number(span.from), last, day_number(span.to), false});
  }

  void add_month(int month) {
    if (std::find(term_.within.begin(), term_.within.end(), month) == term_.within.end()) term_.within.push_back(month);
  }

  // A term with dates.

  void dated() {
    if (std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.without_month(); })) {
      // «до 5 числа»: of every month.
      term_.kind = Term::Kind::recurring;
      term_.every = "month";
      for (const Entry& entry : entries_) recur(entry);
      term_.next_month = notes_.find("следующ") != std::string::npos;
      return;
    }
    if (std::any_of(entries_.begin(), entries_.end(), [](const Entry& entry) { return !entry.has_year(); })) {
      add_problem(false, "no-year", "в сроке нет года");
    }
    term_.unit = unit_name(entries_[0].range.from.unit == Unit::none ? Unit::day : entries_[0].range.from.unit);
    if (entries_.size() == 1) {
      one(entries_[0]);
    } else if (entries_.size() == 2 && entries_[0].since && entries_[1].deadline) {
      term_.kind = Term::Kind::interval;
      term_.from = placed(entries_[0].range).from;
      term_.to = due(entries_[1]);
    } else {
      several();
    }
  }

  void one(const Entry& entry) {
    const Span span = placed(entry.range);
    if (entry.deadline) {
      term_.kind = Term::Kind::deadline;
      term_.to = due(entry);
    } else if (entry.since) {
      term_.kind = Term::Kind::ongoing;
      term_.from = span.from;
    } else {
      term_.kind = span.from == span.to && entry.range.from.unit == Unit::day ? Term::Kind::date : Term::Kind::interval;
      term_.from = span.from;
      term_.to = span.to;
    }
  }

  void several() {
    const bool deadlines =
        std::all_of(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.deadline; });
    term_.kind = deadlines ? Term::Kind::deadline : Term::Kind::dates;
    bool noted = false;
    for (const Entry& entry : entries_) {
      Span span = placed(entry.range);
      if (entry.deadline) span.from = span.to = due(entry);
      term_.parts.push_back(span);
      term_.part_notes.push_back(entry.note);
      noted = noted || !entry.note.empty();
      if (deadlines) term_.to = term_.to ? std::max(*term_.to, span.to) : span.to;
    }
    if (!noted) term_.part_notes.clear();
  }

  void undated() {
    if (period_) term_.kind = Term::Kind::period;
    else if (ongoing_) term_.kind = Term::Kind::ongoing;
    else if (!event_.empty()) term_.kind = Term::Kind::event;
    else if (as_needed_) term_.kind = Term::Kind::as_needed;
    else if (!plan_.empty()) term_.kind = Term::Kind::by_other_plan;
  }

  void finish() {
    // What made the kind stands first, what stands beside it after.
    std::string& note = term_.note;
    const auto made_by = [&](Term::Kind kind) { return term_.kind == kind; };
    if (made_by(Term::Kind::event)) join_note(note, event_);
    if (as_needed_)
      join_note(note, condition_.empty() && !made_by(Term::Kind::as_needed) ? "при необходимости" : condition_);
    if (made_by(Term::Kind::by_other_plan)) join_note(note, plan_);
    join_note(note, notes_);
    if (!made_by(Term::Kind::event)) join_note(note, event_);
    if (!made_by(Term::Kind::by_other_plan)) join_note(note, plan_);
    if (ongoing_ && !made_by(Term::Kind::ongoing)) join_note(note, "постоянно");
    if (period_ && !made_by(Term::Kind::period) && every_ == nullptr) join_note(note, "весь период");
    if (!parsed_.phrases.empty() && std::all_of(parsed_.phrases.begin(), parsed_.phrases.end(),
                                                [](const Phrase& phrase) { return phrase.bracketed; })) {
      add_problem(false, "brackets-only", "весь срок стоит в скобках");
    }
    if (reason_.empty()) return;
    Term broken;
    broken.reading = normal_form(term_);
    broken.reason = reason_;
    broken.problems = std::move(term_.problems);
    term_ = std::move(broken);
  }

  Parsed parsed_;
  const YearContext& context_;
  Term term_;
  std::vector<Entry> entries_;
  Phrase* every_ = nullptr;
  bool ongoing_ = false, period_ = false, as_needed_ = false;
  std::string condition_, event_, plan_, notes_;
  std::string reason_;
};

/// Valid UTF-8 with plain single spaces and without control characters, so that notes can be cut from it.
std::string plain(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool space = c <= ' ' || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0x1680 ||
                       (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
                       c == 0x3000;
    if (space) {
      pending = !result.empty();
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    append_utf8(result, c);
  }
  return result;
}

/// A short text that no rule reads may be a slip of the pen in a word that one would; so may a word beside a number
/// be, where it is nearly a month.
Term mended(const std::string& text, std::vector<Word> words, const YearContext& context, bool months) {
  Term none;
  if (words.size() > 24) return none;
  std::string wrong, right;
  for (std::size_t at = 0; at < words.size(); ++at) {
    Word& word = words[at];
    if (word.shape != Word::Shape::word || word.sense != Sense::none) continue;
    const bool beside = (at > 0 && words[at - 1].shape == Word::Shape::number) ||
                        (at + 1 < words.size() && words[at + 1].shape == Word::Shape::number);
    if (months && !beside) continue;
    const std::string known = nearest_known(word.text, months ? Sense::month : Sense::none);
    if (known.empty()) continue;
    wrong = word.text;
    right = word.text = known;
    const Meaning meaning = meaning_of(known);
    word.sense = meaning.sense;
    word.value = meaning.value;
  }
  if (right.empty()) return none;
  Term term = Assembly(parse_term(text, words, context), context).run();
  if (term.kind != Term::Kind::invalid)
    term.problems.push_back({true, "«" + wrong + "»: вероятно, «" + right + "»", "misspelt"});
  return term;
}

}  // namespace

Term read_term(std::string_view text, const YearContext& context) {
  const std::string clean = plain(text);
  const std::vector<Word> words = words_of(clean);
  Term term = Assembly(parse_term(clean, words, context), context).run();
  if (term.kind == Term::Kind::invalid && term.reason.empty()) {
    Term second = mended(clean, words, context, false);
    if (second.kind != Term::Kind::invalid || !second.reason.empty()) term = std::move(second);
  } else if (!term.note.empty()) {
    Term second = mended(clean, words, context, true);
    if (second.kind != Term::Kind::invalid && second.note.size() < term.note.size()) term = std::move(second);
  }
  term.text = first_invalid_utf8(text) == std::string_view::npos ? std::string(text) : to_utf8(to_code_points(text));
  if (term.kind == Term::Kind::invalid && term.reason.empty()) {
    term.reason = clean.empty() ? "срок не указан" : "не назван ни день, ни месяц, ни другой срок";
    if (words.size() == 1) term.reading = known_with_end(words[0].text);
  }
  return term;
}

std::optional<Span> extent(const Term& term) {
  if (term.kind == Term::Kind::recurring) return std::nullopt;
  std::optional<Span> whole;
  const auto widen = [&](Date from, Date to) {
    whole = whole ? Span{std::min(whole->from, from), std::max(whole->to, to)} : Span{from, to};
  };
  for (const Span& part : term.parts) widen(part.from, part.to);
  if (term.from || term.to) {
    if (term.kind != Term::Kind::ongoing || term.to)
      widen(term.from.value_or(*(term.to ? term.to : term.from)), term.to.value_or(*(term.from ? term.from : term.to)));
  }
  return whole;
}

std::string_view kind_name(Term::Kind kind) {
  switch (kind) {
    case Term::Kind::date: return "date";
    case Term::Kind::interval: return "interval";
    case Term::Kind::dates: return "dates";
    case Term::Kind::deadline: return "deadline";
    case Term::Kind::recurring: return "recurring";
    case Term::Kind::period: return "period";
    case Term::Kind::ongoing: return "ongoing";
    case Term::Kind::as_needed: return "as-needed";
    case Term::Kind::event: return "event";
    case Term::Kind::by_other_plan: return "by-other-plan";
    case Term::Kind::invalid: return "invalid";
  }
  return "";
}

}  // namespace svod::plan
