#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "driver/install.h"
#include "driver/pipeline.h"

namespace svod::driver {

/// The folder of a workspace where signed texts and files lie.
inline constexpr std::string_view kIssuedFolder = "issued";
inline constexpr std::string_view kIssuedFile = "issued.yaml";

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

/// Records a signature: issued.yaml says the number, the date and the hash of the text that was signed; the text
/// itself, and the files with number and date in them, are kept beside and never made anew.
Outcome<IssueReport> issue(const IssueRequest& request, const Installation& installation);

/// What became of a recorded document since. Where its sources say something else now, what differs is told.
struct Issuance {
  const definitions::Issued* entry = nullptr;   ///< null for a draft
  bool changed = false;
  bool is_signed() const { return entry != nullptr && !entry->agreement; }
};
Issuance issuance_of(const Compilation& compilation, const compose::Input& input, const compose::Job& job,
                     Diagnostics& found);

/// Whether a diagnostic is one of `issuance_of` or `check_issued`.
bool tells_of_issued(const Code& code);

/// Records of documents that the workspace does not make, and of papers that it does not hold.
Diagnostics check_issued(const Compilation& compilation, const std::vector<compose::Job>& jobs);

/// The file of a signed document that was kept; nothing where there is none.
std::optional<std::string> kept_file(const Compilation& compilation, const std::string& path);

}  // namespace svod::driver
