#pragma once

#include <string>
#include <vector>

#include "plan/plans.h"

namespace svod::plan {

/// One time at which a measure falls due, or one stretch over which it runs.
struct Occurrence {
  const Plan* plan = nullptr;
  const Measure* measure = nullptr;
  Span span;
  bool dated = true;         ///< false: it has no dates of its own (постоянно, при необходимости, по плану …)
  bool to_the_day = false;   ///< its last day was named; else a month or more ended there
  std::size_t ordinal = 0;   ///< among those of its measure
  bool non_working = false;  ///< its last day is a day off in the production calendar
  Date working{};            ///< the working day before it, where it is
};

struct Load {
  Party party;
  Date month{};              ///< its first day
  std::size_t due = 0;       ///< measures whose last day lies in the month
};

struct Calendar {
  std::vector<Occurrence> occurrences;   ///< by first day, then plan, then measure
  std::vector<Load> overloads;           ///< months in which one has more than `limit` measures due
};

/// Every measure of every plan within the plan's period. Days off come from the reference table
/// `production_calendar` (date, kind), weekends where the table has no such year (a note says so, once).
Outcome<Calendar> calendar(const definitions::Workspace& workspace, const Plans& plans, std::size_t limit);

/// As stable text, one occurrence a line, for `--print calendar` and for test cases.
std::string print(const Calendar& calendar);

}  // namespace svod::plan
