#pragma once

#include <string>

#include "expression/expression.h"

namespace svod::intake {

/// The text of a rule's message over one row: figures with a decimal comma, absent values as «нет значения».
std::string message_text(const expression::Text& text, const expression::Scope& scope);

}  // namespace svod::intake
