#pragma once

#include "expression/place.h"
#include "expression/syntax.h"

namespace svod::expression {

/// Parses the part of `place.source()` between the two offsets. Null when it was reported as wrong.
SyntaxPtr parse(const Place& place, std::size_t begin, std::size_t end, Diagnostics& out);
std::unique_ptr<SyntaxClause> parse_clause(const Place& place, Diagnostics& out);

}  // namespace svod::expression
