#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/term_moments.h"
#include "plan/term_words.h"

namespace svod::plan {

/// A part of a deadline that says one thing.
struct Phrase {
  enum class Kind : unsigned char { span, deadline, since, every, ongoing, as_needed, event, plan, period, note };
  Kind kind = Kind::note;
  std::vector<Range> ranges;      ///< of span, deadline, since; of every: the months of «каждый август»
  std::string every;              ///< of every
  std::vector<int> weekdays;      ///< of every
  Sense bound = Sense::none;      ///< of deadline: until («до»), to («к»), not_later, inclusive («по … включительно»)
  std::string words;              ///< as written: of event, plan, note, and what a condition adds
  bool bracketed = false;
  bool then = false;              ///< after «далее»
  bool separated = true;          ///< a comma, a semicolon, «и» or a dash stands before it
};

struct Parsed {
  std::vector<Phrase> phrases;
  std::vector<Term::Problem> problems;
};

/// Reads words into phrases by recursive descent with a bounded look ahead: linear. What no rule knows is a note.
Parsed parse_term(std::string_view text, const std::vector<Word>& words, const YearContext& context);

}  // namespace svod::plan
