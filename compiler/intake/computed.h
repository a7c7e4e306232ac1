#pragma once

#include <vector>

#include "definitions/workspace.h"
#include "facts/store.h"

namespace svod::intake {

/// Fills the fields of a row that are not read from the file: reference values, bands, derived expressions.
/// `where` is the row's place for «нет в справочнике».
void compute_fields(const definitions::Workspace& workspace, const definitions::Form& form,
                    std::vector<facts::StoredCell>& cells, const Location& where, Diagnostics& out);

}  // namespace svod::intake
