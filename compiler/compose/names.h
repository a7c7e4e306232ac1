#pragma once

#include "definitions/workspace.h"
#include "expression/expression.h"

namespace svod::compose {

/// What templates may name: all that rules may, and the functions and filters of print.
expression::NameTable template_names(const definitions::Workspace& workspace);

}  // namespace svod::compose
