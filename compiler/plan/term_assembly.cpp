#include "plan/term_assembly.h"

#include <algorithm>

namespace svod::plan {
namespace {

using Kind = Phrase::Kind;

void join_note(std::string& note, std::string_view words) {
  if (words.empty()) return;
  if (!note.empty()) note += ", ";
  note += words;
}

}  // namespace

Term TermAssembly::run() {
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

void TermAssembly::gather() {
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
          if (phrase.then) first_ = entries_.size();
        }
        for (const Range& range : phrase.ranges) entries_.push_back({range, false, false, false, Sense::none, {}});
        note(phrase.words);
        break;
      case Kind::ongoing:
        ongoing_ = true;
        then_ongoing_ = phrase.then && !entries_.empty();
        break;
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

void TermAssembly::note(const std::string& words) {
  join_note(notes_, words);
  if (!entries_.empty()) join_note(entries_.back().note, words);
}

void TermAssembly::add_problem(bool error, std::string kind, std::string text) {
  for (const Term::Problem& known : term_.problems) {
    if (known.kind == kind) return;
  }
  term_.problems.push_back({error, std::move(text), std::move(kind)});
}

/// «2022 г., март»; «до 20 июня, до 10 декабря 2022 г.»; «март 2022, май».
void TermAssembly::share_years() {
  if (entries_.size() > 1 && entries_[0].of_years() && entries_[0].range.from.unit == Unit::year &&
      !entries_[0].range.stretch && entries_[0].range.from.last_year == 0 && every_ == nullptr &&
      std::all_of(entries_.begin() + 1, entries_.end(),
                  [](const Entry& entry) { return !entry.of_years() && !entry.has_year(); })) {
    for (std::size_t at = 1; at < entries_.size(); ++at) inherit_year(entries_[at].range, entries_[0].range);
    entries_.erase(entries_.begin());
  }
  const std::size_t count = every_ != nullptr ? first_ : entries_.size();
  if (every_ == nullptr && years_and_months()) return;
  for (std::size_t at = count; at-- > 1;) {
    if (!entries_[at - 1].of_years() && !entries_[at].of_years())
      inherit_year(entries_[at - 1].range, entries_[at].range);
  }
  for (std::size_t at = 1; at < count; ++at) {
    Entry& entry = entries_[at];
    if (entry.of_years() || entry.has_year() || entries_[at - 1].of_years()) continue;
    inherit_year(entry.range, entries_[at - 1].range);
    Moment& last = entry.range.stretch ? entry.range.to : entry.range.from;
    if (last.year != 0 && place(entry.range, context_).span.from < place(entries_[at - 1].range, context_).span.from)
      ++last.year;
  }
}

/// «2021–2024 (март–апрель)»
bool TermAssembly::years_and_months() const {
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

Span TermAssembly::placed(const Range& range) {
  Placed found = place(range, context_);
  absurd_year_ = absurd_year_ || range.from.absurd_year() || (range.stretch && range.to.absurd_year());
  if (!found.reason.empty() && reason_.empty()) reason_ = found.reason;
  return found.span;
}

Date TermAssembly::due(const Entry& entry) {
  const Span span = placed(entry.range);
  const Moment& moment = entry.range.stretch ? entry.range.to : entry.range.from;
  if (moment.edge != 1) return span.to;
  return entry.bound == Sense::until ? Date{std::chrono::sys_days(span.from) - std::chrono::days(1)} : span.from;
}

void TermAssembly::dated() {
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
  if (then_ongoing_) {
    term_.kind = Term::Kind::ongoing;
    term_.from = placed(entries_[0].range).from;
  } else if (entries_.size() == 1) {
    one(entries_[0]);
  } else if (entries_.size() == 2 && entries_[0].since && entries_[1].deadline) {
    term_.kind = Term::Kind::interval;
    term_.from = placed(entries_[0].range).from;
    term_.to = due(entries_[1]);
  } else {
    several();
  }
}

void TermAssembly::one(const Entry& entry) {
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

void TermAssembly::several() {
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

void TermAssembly::undated() {
  if (period_) term_.kind = Term::Kind::period;
  else if (ongoing_) term_.kind = Term::Kind::ongoing;
  else if (!event_.empty()) term_.kind = Term::Kind::event;
  else if (as_needed_) term_.kind = Term::Kind::as_needed;
  else if (!plan_.empty()) term_.kind = Term::Kind::by_other_plan;
}

void TermAssembly::finish() {
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
  if (!absurd_year_) broken.reading = normal_form(term_);
  broken.reason = reason_;
  broken.problems = std::move(term_.problems);
  term_ = std::move(broken);
}

Term assemble(Parsed parsed, const YearContext& context) { return TermAssembly(std::move(parsed), context).run(); }

}  // namespace svod::plan
