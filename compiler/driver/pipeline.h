#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "advice/advice.h"
#include "compose/compose.h"
#include "compose/words.h"
#include "definitions/workspace.h"
#include "driver/install.h"
#include "facts/store.h"
#include "indicators/results.h"
#include "intake/intake.h"
#include "plan/calendar.h"
#include "plan/plans.h"
#include "typeset/profile.h"

namespace svod::driver {

struct Request {
  std::filesystem::path folder;
  std::optional<Date> as_of;
  int jobs = 1;
  std::filesystem::path store_file;      ///< where the facts are kept; in memory alone where empty
  std::vector<std::string> only_files;   ///< submissions to read; empty for all
};

/// Everything that the phases up to the findings made of a workspace.
struct Compilation {
  definitions::Workspace workspace;
  compose::Templates templates;
  compose::OwnTexts words;
  plan::Plans plans;
  std::vector<plan::Duty> duties;   ///< of papers
  plan::Calendar calendar;
  typeset::Profiles profiles;
  std::unique_ptr<facts::Store> store;
  intake::Intake intake;
  indicators::Coverage coverage;
  std::shared_ptr<const indicators::Results> results;
  std::vector<advice::Finding> findings;
  Date date{};
  /// The definitions and templates are sound, so documents can be made.
  bool sound = false;
};

/// Sources -> findings, in the order of the phases. Definitions with errors end it after intake, so that
/// the faults of the data are still all reported.
Outcome<std::unique_ptr<Compilation>> compile(const Request& request, const Installation& installation);

}  // namespace svod::driver
