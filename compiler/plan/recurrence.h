#pragma once

#include <vector>

#include "plan/plans.h"

namespace svod::plan {

/// A stretch of days in which a term falls due within a plan's period.
struct Fall {
  Span span;
  bool dated = true;        ///< false: any time within `span` («ежегодно», «2022–2024», «постоянно», «по плану УО»)
  bool to_the_day = false;  ///< its last day was named; else a month or more ended there
  bool by = false;          ///< a deadline: when it begins is not said, `span` is its last day
};

/// Every time that a term falls due between the days, in order. A term without a year is meant for each year of the
/// period; a term without dates falls once, undated, over the whole of it. Linear in the number of falls, at most
/// `kMostFalls`.
std::vector<Fall> falls_of(const Term& term, const Span& period);
inline constexpr std::size_t kMostFalls = 20'000;

}  // namespace svod::plan
