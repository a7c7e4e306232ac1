#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "plan/plans.h"

namespace svod::compose {

/// Who is meant where a text names a group of schools or their heads. The register decides it for «schools», «heads»
/// and the groups that its schools belong to; a role («педагогические работники») has no members there.
class PartyMembers {
 public:
  explicit PartyMembers(const definitions::Workspace& workspace);

  /// The ids under which texts mean this one: its own; of a school also its head's and those of its groups; of the
  /// head of a school or a body also those of the school or body, and the other way round.
  std::set<std::string> names_of(const std::string& party) const;
  /// The schools that the party stands for, in the register's order; none where it is no group.
  std::vector<const definitions::School*> schools_of(const plan::Party& party) const;

 private:
  const definitions::Workspace& workspace_;
};

}  // namespace svod::compose
