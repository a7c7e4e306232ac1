#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "driver/build.h"
#include "driver/issued.h"
#include "driver/words.h"

namespace svod::driver {

/// What a command prints and how it ends. The one room that talks to the terminal is main.
struct Answer {
  std::string out;            ///< for standard output
  Diagnostics diagnostics;
  int exit = 0;               ///< 0 no errors, 1 errors in the sources, 2 could not run
};

/// Phases that `--print` shows, in their order.
const std::vector<std::string>& printable_phases();

Answer build_command(const BuildRequest& request, const Installation& installation);
/// One phase's product as stable text; nothing is written.
Answer print_command(const BuildRequest& request, const std::string& phase, const Installation& installation);
Answer check_command(const Request& request, const Installation& installation);
Answer status_command(const Request& request, const Installation& installation);
/// `reference`: a figure's reference or a diagnostic's code.
Answer explain_command(const Request& request, const std::string& reference, const Installation& installation);
/// What a diagnostic's code means, without a workspace.
Answer explain_code(const std::string& code);
/// The texts of documents as workbooks to be edited, with the edits that are there already.
Answer words_command(const WordsRequest& request, const Installation& installation);
/// Records that a document was signed or sent to be agreed.
Answer issue_command(const IssueRequest& request, const Installation& installation);
Answer cells_command(const std::filesystem::path& file);

/// Every diagnostic that svod can give, by code.
std::vector<const Code*> all_codes();

}  // namespace svod::driver
