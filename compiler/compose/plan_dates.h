#pragma once

#include <optional>
#include <vector>

#include "plan/plans.h"

namespace svod::compose {

/// The stretches of days in which a measure is carried out, inside the plan's period, in order: a recurring one has a
/// stretch for every month it names. Nothing where no dates follow (при необходимости, по плану …).
std::vector<plan::Span> spans_of(const plan::Plan& plan, const plan::Measure& measure);

/// The first and last day that a measure's terms name; absent where they name none.
struct Days {
  std::optional<Date> from, to;
};
Days days_of(const plan::Plan& plan, const plan::Measure& measure);

/// The first days of the months of the plan's period.
std::vector<Date> months_of(const plan::Plan& plan);

/// The first day of the month; of the one so many months later.
Date month_start(Date day);
Date months_later(Date day, int months);
/// «март 2022 г.»
std::string month_words(Date day);
/// The last day of the month.
Date month_end(Date month);

}  // namespace svod::compose
