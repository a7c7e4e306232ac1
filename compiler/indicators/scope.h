#pragma once

#include <memory>

#include "expression/expression.h"
#include "indicators/results.h"

namespace svod::indicators {

/// The values behind definitions::report_names: collections, records, indicators as functions. Filters are
/// not here: the room that prints adds them. Holds a reference to `results`.
std::unique_ptr<expression::Scope> report_scope(const Results& results);

/// The record of a school, as `schools` holds it.
expression::Value school_record(const Results& results, std::string_view id);

}  // namespace svod::indicators
