#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "plan/duty.h"

namespace svod::plan {

/// One time at which a measure of a plan or an item of a paper falls due, or one stretch over which it runs.
struct Occurrence {
  const Plan* plan = nullptr;        ///< of a measure
  const Measure* measure = nullptr;
  const Duty* duty = nullptr;        ///< of an item of a paper
  Span span;
  bool dated = true;         ///< false: it has no dates of its own (постоянно, при необходимости, по плану …)
  bool to_the_day = false;   ///< its last day was named; else a month or more ended there
  bool by = false;           ///< a deadline: when it begins is not said
  std::size_t ordinal = 0;   ///< among those of its measure
  bool non_working = false;  ///< its last day is a day off in the production calendar
  Date working{};            ///< the working day before it, where it is
  const std::vector<Party>& parties() const { return duty != nullptr ? duty->parties : measure->parties; }
};

struct Load {
  Party party;
  Date month{};              ///< its first day
  std::size_t due = 0;       ///< measures and items whose last day lies in the month
};

struct Calendar {
  std::vector<Occurrence> occurrences;   ///< by first day, then plan, then measure, papers after plans
  std::vector<Load> loads;               ///< by month, then by id
  std::size_t limit = 0;                 ///< more than that in one month is too much for one
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_party;   ///< id -> its places in `occurrences`
};

/// Every measure of every plan within the plan's period and every duty of a paper; both are referred to. Days off come
/// from the reference table `production_calendar` (date, kind), weekends where the table has no such year (a note says
/// so, once). What is done, recommended or only drafted is no load.
Outcome<Calendar> calendar(const definitions::Workspace& workspace, const Plans& plans, std::size_t limit,
                           const std::vector<Duty>& duties = {});

/// As stable text, one occurrence a line, for `--print calendar` and for test cases.
std::string print(const Calendar& calendar);

}  // namespace svod::plan
