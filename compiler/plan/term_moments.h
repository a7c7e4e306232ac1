#pragma once

#include <string>
#include <string_view>

#include "plan/term.h"

namespace svod::plan {

enum class Unit : unsigned char {
  none,
  day,
  decade,
  week,
  half_month,
  month,
  season,
  quarter,
  half_year,
  year,
  school_quarter,
  school_half_year,
  school_year,
};
/// «day», «school-quarter».
std::string_view unit_name(Unit unit);

/// A stretch of the calendar as words name it: «18 февраля 2022», «I квартал», «конец марта».
struct Moment {
  Unit unit = Unit::none;          ///< none: a bare number, whose unit stands further on
  int index = 0;                   ///< number of the day, quarter …; −1: the last
  int month = 0;                   ///< of a day, decade, week, month
  int year = 0;                    ///< 0: not said; the first year where `school`
  int last_year = 0;               ///< of «март 2022–2024 гг.»
  bool school = false;             ///< `year` is that of a school year
  bool context_year = false;       ///< «года», «текущего года»: said in words
  int shift = 0;                   ///< 1: «следующего года»
  int edge = 0;                    ///< 1 beginning, 2 middle, 3 end; 0 the whole
  bool broken_year = false;        ///< «202», «20222», «9999»: `year` has its figures where it has four
  bool in_figures = false;         ///< «01.03.»
  bool absurd_year() const { return broken_year && year != 0; }
  bool has_year() const { return year != 0 || context_year; }
  bool finer_than_year() const { return unit != Unit::none && unit != Unit::year && unit != Unit::school_year; }
};

/// One moment, or from one to another.
struct Range {
  Moment from, to;
  bool stretch = false;
};

/// Days of the calendar, and why the words do not name any, where they do not: `span` is then what was likely meant.
struct Placed {
  Span span;
  std::string reason;
};

/// The year to which a moment without one belongs.
int year_of_context(const Moment& moment, const YearContext& context);
Placed place(const Range& range, const YearContext& context);
/// As `place`, with the year of the moment that follows in the same list; 0 for none.
void inherit_year(Range& range, const Range& from);

Date first_day(int year, int month);
Date last_day(int year, int month);

}  // namespace svod::plan
