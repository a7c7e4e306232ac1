#pragma once

#include <map>
#include <set>

#include "definitions/workspace.h"

namespace svod::plan {

/// Which days are off. A year that the reference table `production_calendar` (date, kind) has is by the table and
/// weekends; any other by the Labour Code alone: weekends, the holidays of article 112, and the working day after a
/// holiday that falls on a weekend (but for those of January, which the government moves).
class WorkingDays {
 public:
  explicit WorkingDays(const definitions::Workspace& workspace);

  bool off(Date day) const;
  /// The day itself, or the nearest working one before it.
  Date working_before(Date day) const;
  bool knows(int year) const { return years_.count(year) != 0; }
  /// Rows that say no day or no kind of day.
  const std::vector<Location>& unread() const { return unread_; }

 private:
  std::map<Date, bool> days_;     ///< of the table: off or working
  std::set<int> years_;
  std::vector<Location> unread_;
};

}  // namespace svod::plan
