#pragma once

#include "definitions/workspace.h"
#include "expression/expression.h"

namespace svod::definitions {

/// What a formula may name: the other indicators as functions, and `year`.
expression::NameTable formula_names(const Workspace& workspace);

/// The signatures of the filters of print, so that the texts of rules are checked before any data. The room
/// that prints gives them their meaning and takes arguments in this order.
void add_print_filters(expression::NameTable& names);

}  // namespace svod::definitions
