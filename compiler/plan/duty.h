#pragma once

#include <optional>
#include <string>
#include <vector>

#include "definitions/paper.h"
#include "plan/plans.h"
#include "plan/recurrence.h"

namespace svod::plan {

/// What an item of a paper sets somebody to do, by one of its terms. Its words and number are those that the paper
/// prints, which `compose/` knows.
struct Duty {
  const definitions::Paper* paper = nullptr;
  const definitions::PaperItem* item = nullptr;
  std::string number;             ///< «2.1», «3 (2)»
  std::string printed;            ///< the whole item as printed
  std::string text;               ///< what is to be done, with enough of the item that it is a part of
  std::string executors;          ///< nominative
  std::string to;                 ///< dative
  std::string term;               ///< as printed
  std::vector<Party> parties;     ///< whom the register knows
  std::vector<Fall> falls;        ///< when it falls due
  std::optional<Date> due;        ///< the last day of all
  std::optional<Date> done;
  bool recommended = false;       ///< nobody is bound by it
  bool draft = false;             ///< the paper is not signed
  int level = 1;
};

}  // namespace svod::plan
