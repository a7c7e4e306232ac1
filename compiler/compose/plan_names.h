#pragma once

#include "expression/expression.h"

namespace svod::compose {

/// What templates may name of plans and regulations: `plans`, `regulations`, `plan('id')`, `regulation('id')`,
/// values of their indicators by year.
void add_plan_names(expression::NameTable& names);

/// The record of a clause: of a plan's block, of a regulation, of a letter.
const expression::Type& clause_type();
const expression::Type& plan_type();
const expression::Type& section_type();
const expression::Type& regulation_type();

}  // namespace svod::compose
