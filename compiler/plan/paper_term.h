#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "plan/recurrence.h"
#include "plan/working_days.h"

namespace svod::plan {

/// A term that runs from the day on which a paper is signed: «в течение недели», «в течение 5 рабочих дней со дня
/// подписания», «в десятидневный срок», «не позднее чем через месяц».
struct RelativeTerm {
  enum class Unit : unsigned char { day, working_day, week, month, year };
  int count = 1;
  Unit unit = Unit::day;
  friend bool operator==(const RelativeTerm&, const RelativeTerm&) = default;
};

/// Nothing for other terms, those that run from another event too («со дня получения запроса»).
std::optional<RelativeTerm> read_relative_term(std::string_view text);

/// The last day: the term begins on the day after the signature (articles 191 and 192 of the Civil Code).
Date last_day_after(Date signature, const RelativeTerm& term, const WorkingDays& days);

/// When a term of a paper falls due. `signature`: the day of the paper, where it has one; `until`: how far terms that
/// recur are told. A day without a year is the first such day after the signature.
struct PaperTerm {
  std::vector<Fall> falls;
  std::optional<Date> due;   ///< the last day of all; of a term that recurs the first from `today` on; absent where no
                             ///< day follows
};
PaperTerm read_paper_term(std::string_view text, const std::optional<Date>& signature, Date until,
                          Date today, const WorkingDays& days);

}  // namespace svod::plan
