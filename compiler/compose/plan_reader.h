#pragma once

#include "compose/settings.h"
#include "compose/template.h"

namespace svod::compose {

/// The settings of blocks that print plans and regulations.
MeasuresSpec read_measures(const Settings& settings, const expression::Names& names, bool progress);
ClausesSpec read_clauses(const Settings& settings, const expression::Names& names);
bool is_regulation_part(std::string_view kind);
RegulationPartSpec read_regulation_part(std::string_view kind, const Settings& settings,
                                        const expression::Names& names);

}  // namespace svod::compose
