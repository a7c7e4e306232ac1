#pragma once

#include <set>
#include <string>
#include <vector>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "plan/plans.h"

namespace svod::review {

/// Where errors were found: what must not be signed.
struct Verdict {
  std::set<std::string> faulty;         ///< ids of plans, regulations and papers
  std::vector<std::size_t> documents;   ///< errors in the words of each document's own
};

/// The linter of official papers: what is wrong in plans, regulations, orders and in the documents composed of them,
/// by the rules V01 to V31. An error only where nobody could disagree; a warning asks a person to look; a note tells.
/// A fault that stands in a definition is told there once, not again in each document that prints it. A document may be
/// null: it could not be composed.
Outcome<Verdict> review(const definitions::Workspace& workspace, const plan::Plans& plans,
                        const std::vector<const document::Document*>& documents);

}  // namespace svod::review
