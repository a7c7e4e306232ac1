#pragma once

#include <string>
#include <vector>

#include "definitions/plan.h"
#include "expression/value.h"

namespace svod::compose {

/// What a person wrote in a definition, made ready for print: quotes, dashes, no-break spaces.
std::string said(const definitions::Written& written);
std::string said(const std::vector<definitions::Written>& written, std::string_view separator);

/// The same as values; absent where nothing is written.
expression::Value text_value(std::string text);
expression::Value text_value(const definitions::Written& written);
expression::Value text_values(const std::vector<definitions::Written>& written);
expression::Value number_value(std::int64_t number);

/// The records of clauses. They hold references.
expression::Value clause_values(const std::vector<definitions::Clause>& clauses,
                                const definitions::Plan* plan = nullptr);

}  // namespace svod::compose
