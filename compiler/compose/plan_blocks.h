#pragma once

#include "compose/press.h"

namespace svod::compose {

/// The blocks that print plans and regulations. The origin of each is the place of the definition that its words come
/// from; `at`, the template's, where nothing was written.
document::Blocks build_measures(const MeasuresSpec& spec, const expression::Scope& scope, const Press& press,
                                const Location& at);
document::Blocks build_clauses(const ClausesSpec& spec, const expression::Scope& scope, const Press& press,
                               const Location& at);
document::Blocks build_regulation_part(const RegulationPartSpec& spec, const expression::Scope& scope,
                                       const Press& press, const Location& at);

}  // namespace svod::compose
