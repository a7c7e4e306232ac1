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

/// Days of a recurring term within its months or periods: «ежегодно, до 15 августа», «до 5 числа каждого месяца».
struct RecurringDays {
  int from_month = 0, from_day = 0;   ///< month 0: of each month or period; day 0: from its beginning
  int to_month = 0, to_day = 0;
  bool by = false;                    ///< a deadline: «до»
  friend bool operator==(const RecurringDays&, const RecurringDays&) = default;
};

/// How a deadline is read. The shapes are those of `svod term` in the design.
///
/// What a year's words mean: a school year is 1 September to 31 May, its quarters are September–October,
/// November–December, January–March, April–May, its half-years September–December and January–May (the calendar of
/// studies of a school says it to the day; a plan does not have it). «до марта», «к 2025 году» hold to the last day
/// of the month or year named. Without a year a month, day, quarter or half-year lies in the year of the context,
/// «учебный год» begins in it. A term without a year in a plan of several years is meant for each of them.
///
/// Kinds of problems (E: beyond doubt, W: clumsy or unclear):
/// «year-word» E «Март 2021 год» · «misspelt» E «по отдельном плану», «в течении», «Сентярь» · «torn-word» E
/// «необходимо сти» · «lost-preposition» E «плану УО» · «school-year-span» E «2021–2024 учебный год» ·
/// «no-year» W · «no-year-at-start» W «01.01-01.03.2022» · «two-digit-year» W · «space-in-date» W ·
/// «year-after-digits» W, only beside another fault of a date in figures · «day-without-zero» W «1.11.2022» ·
/// «space-at-dash» W «Сентябрь -октябрь» · «no-separator» W «Август сентябрь» · «year-mark» W «2022 г» ·
/// «brackets-only» W «(ежегодно)» · «which-school-year» W «в течение учебного года» within a calendar year ·
/// «bound» W «до марта»: with March or without · «vague» W «в конце марта» · «foreign-letters» W Latin letters in a
/// Russian word.
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
  std::vector<Span> parts;  ///< of `dates`; of a term with several sub-terms; of `recurring`: what falls before
                            ///< «далее», where it is no time like the others («сентябрь – октябрь, далее – ежемесячно»)
  bool parts_due = false;       ///< of `recurring`: `parts` are deadlines, «до 20 марта, далее – ежемесячно»
  std::string every;  ///< of `recurring`: week, month, quarter, school-quarter, half-year, school-half-year, year,
                      ///< school-year, 3-years
  std::vector<int> within;      ///< numbers of months, in the order written
  std::vector<RecurringDays> days{};      ///< of `recurring`
  std::vector<int> weekdays{};            ///< of `recurring` by weeks: 1 is Monday
  bool next_month = false;                ///< `days` are of the month after each period: «следующего за отчётным»
  std::string unit{};           ///< in which it was written: day, decade, month, quarter, half-year, school-quarter …
  std::vector<std::string> part_notes{};  ///< beside `parts`, or empty: «за I полугодие»
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
/// `read_term` of it gives the same meaning. Plain spaces: typesetting glues what belongs together.
std::string normal_form(const Term& term);

/// The words beside the term as `svod term` tells them: days of a recurrence («до 15 августа»), then `note`.
std::string words_beside(const Term& term);

/// From its first day to its last one, parts included; nothing where the term has no dates of its own.
std::optional<Span> extent(const Term& term);

/// «interval», «by-other-plan».
std::string_view kind_name(Term::Kind kind);

}  // namespace svod::plan
