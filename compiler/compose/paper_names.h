#pragma once

#include "expression/expression.h"

namespace svod::compose {

/// What templates may name of papers: `papers`, `paper('id')`, the mark of an appendix, and `issue`, the date and
/// number under which this very document was signed. After the names of plans and of people.
void add_paper_names(expression::NameTable& names);

}  // namespace svod::compose
