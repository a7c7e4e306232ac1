#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "driver/install.h"
#include "driver/pipeline.h"

namespace svod::driver {

struct WordsRequest {
  Request sources;
  std::vector<std::string> documents;   ///< names or patterns with * and ?; empty for all
  std::filesystem::path out;            ///< empty: the workspace's folder of wording
};

struct WordsReport {
  std::vector<std::string> books;       ///< paths, in the order of the workspace's documents
  std::set<std::string> described;      ///< files of papers, plans and regulations whose texts the documents print
};

/// Writes the texts of documents as workbooks. A book that is there keeps its edits; one that cannot be read
/// whole is left as it is.
Outcome<WordsReport> write_words(const WordsRequest& request, const Installation& installation);

/// What a workspace's own wording says of its documents: differences from the templates, and faults.
Diagnostics check_words(const Compilation& compilation);

}  // namespace svod::driver
