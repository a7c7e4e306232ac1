#pragma once

#include "plan/term_calendar.h"
#include "plan/term_grammar.h"

namespace svod::plan {

/// The grammar of deadlines, a rule a method: each reads one phrase at the cursor and moves past it, or leaves the
/// cursor where it was and says no. Looks a bounded number of words ahead.
class TermGrammar {
 public:
  TermGrammar(std::string_view text, const std::vector<Word>& words, const YearContext& context)
      : context_(context), c_(text, words, parsed_.problems), calendar_(c_, context) {}

  Parsed run();

 private:
  void phrases(bool bracketed);
  void brackets(bool nested);
  bool reads(std::size_t at) const;
  bool filler();
  bool read(Phrase& phrase);
  static void clear(Phrase& phrase);

  // Recurrence (term_recurrence.cpp).
  std::string recurring_unit();
  static std::string every(int count, const std::string& unit);
  int small_number(std::size_t at) const;
  bool times_begin(std::size_t at) const;
  bool recurrence_begins(std::size_t at) const;
  bool recurrence(Phrase& phrase);
  bool by_units(Phrase& phrase);
  bool each(Phrase& phrase, std::size_t start);
  bool times(Phrase& phrase, std::size_t start);

  // Terms without dates (term_undated.cpp).
  bool always(Phrase& phrase);
  bool whole_period(Phrase& phrase);
  bool conditional(Phrase& phrase);
  bool other_plan(Phrase& phrase);
  void disagreement(std::size_t at);
  bool duration(Phrase& phrase);
  void course(std::size_t at);
  bool event(Phrase& phrase);
  bool dated_edge(std::size_t at);

  // Dates and words.
  bool deadline(Phrase& phrase);
  bool stretch(Phrase& phrase);
  bool strong(std::size_t at) const;
  bool starts(std::size_t at) const;
  void take_words(Phrase& phrase, bool own);
  void note(Phrase& phrase);

  const YearContext& context_;
  Parsed parsed_;
  TermCursor c_;
  TermCalendar calendar_;
};

}  // namespace svod::plan
