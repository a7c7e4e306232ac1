#pragma once

#include <optional>
#include <vector>

#include "compose/paper_control.h"
#include "plan/duty.h"
#include "plan/register_names.h"
#include "plan/working_days.h"

namespace svod::compose {

/// Reads what the items of papers set people to do.
class DutyReader {
 public:
  /// `parties`: those whom the register knows are told, too.
  explicit DutyReader(const definitions::Workspace& workspace, bool parties = false);

  /// The items of a paper; with the decisions of minutes in `with_terms`.
  std::vector<plan::Duty> of_paper(const definitions::Paper& paper, Which which) const;
  /// All decisions of one question.
  std::vector<plan::Duty> of_decisions(const definitions::Paper& paper,
                                       const std::vector<definitions::PaperItem>& items,
                                       const std::string& prefix) const;

 private:
  const definitions::Workspace& workspace_;
  plan::WorkingDays days_;
  std::optional<plan::RegisterNames> names_;
};

}  // namespace svod::compose
