#pragma once

#include <set>
#include <string>

#include "driver/build.h"
#include "review/review.h"

namespace svod::driver {

/// The plans, regulations and papers that a document prints, with their appendices.
std::set<std::string> papers_of(const definitions::Workspace& workspace, const compose::Job& job);

/// Reviews the definitions and the composed documents. A document whose own papers have errors gets the mark
/// «НЕ ДЛЯ ПОДПИСИ: …»; `strict` withholds it.
Diagnostics review_all(const Compilation& compilation, ComposedAll& composed, bool strict);

/// What the review finds, without making anything: for `svod check`.
Diagnostics check_papers(const Compilation& compilation, const Request& request);

}  // namespace svod::driver
