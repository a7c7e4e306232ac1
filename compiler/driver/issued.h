#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "driver/install.h"
#include "driver/pipeline.h"

namespace svod::driver {

struct IssueRequest {
  Request sources;
  std::string document;         ///< its name
  std::string number;           ///< of the signed document
  std::optional<Date> date;     ///< of the signature; the day of the build where it is sent to be agreed
  bool agreement = false;       ///< it is sent to be agreed, not signed yet
};

struct IssueReport {
  std::string title;                  ///< «приказ Отдела образования от 1 февраля 2022 г. № 17»
  bool agreement = false;
  std::vector<std::string> files;     ///< what was written, as paths below the workspace
};

/// Records a signature: issued.yaml says the number and the date; the text that was signed, and the files with
/// number and date in them, are kept beside and never made anew. All of it is written, or nothing.
Outcome<IssueReport> issue(const IssueRequest& request, const Installation& installation);

/// The record of a document; null for a draft.
const definitions::Issued* record_of(const definitions::Workspace& workspace, const std::string& document);

/// Whether the sources of a recorded document say something else now, and what differs.
Diagnostics check_unchanged(const Compilation& compilation, const compose::Input& input, const compose::Job& job,
                            const definitions::Issued& record);

/// Whether a diagnostic tells of what was signed.
bool tells_of_issued(const Code& code);

/// Records of documents that the workspace does not make, and of papers that it does not hold.
Diagnostics check_issued(const Compilation& compilation, const std::vector<compose::Job>& jobs);

}  // namespace svod::driver
