#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace svod::plan {

/// Days from `from` to `to`, both included.
struct Span {
  Date from{}, to{};
  friend bool operator==(const Span&, const Span&) = default;
};

/// How a deadline is read. The shapes are those of `svod term` in the design.
struct Term {
  enum class Kind : unsigned char {
    date, interval, dates, deadline, recurring, period, ongoing, as_needed, event, by_other_plan, invalid
  };
  struct Problem {
    bool error = false;         ///< wrong beyond doubt; else clumsy or unclear
    std::string text;           ///< Russian, for people
    std::string kind;           ///< stable name: «year-word», «no-year», «space-in-date», «two-digit-year» …
  };
  std::string text;             ///< as written
  Kind kind = Kind::invalid;
  std::optional<Date> from, to;
  std::vector<Span> parts;      ///< of `dates`; of a term with several sub-terms
  std::string every;            ///< of `recurring`: week, month, quarter, school-quarter, half-year, school-half-year, year, school-year, 3-years
  std::vector<int> within;      ///< numbers of months, in the order written
  std::string note;             ///< words beside the term: «по плану УО», «для каждой ОО»
  std::string reason;           ///< of `invalid`: why
  std::string reading;          ///< of `invalid`: what was probably meant
  std::vector<Problem> problems;
  bool year_given = false;      ///< the text itself says the year; else it came from the context
};

/// The year that a term without one belongs to: a calendar year, or the school year that begins in it.
struct YearContext {
  int year = 0;
  bool school_year = false;
};

/// Reads one cell of terms. Total: any text gives a term, at worst an invalid one; linear in its length.
Term read_term(std::string_view text, const YearContext& context);

/// The term as people write it, in its normal form: «март 2022 г.», «18–19 февраля 2022 г.», «ежегодно, август».
/// `read_term` of it gives the same meaning.
std::string normal_form(const Term& term);

/// «interval», «by-other-plan».
std::string_view kind_name(Term::Kind kind);

}  // namespace svod::plan
