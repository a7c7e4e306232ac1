#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "definitions/workspace.h"
#include "facts/store.h"

namespace svod::intake {

/// Reference values that were found, by field and key: thousands of rows ask for the same few.
using Found = std::map<std::pair<const definitions::Field*, std::string>, facts::StoredCell>;

/// Fills the fields of a row that are not read from the file: reference values, bands, derived expressions.
/// `where` is the row's place for «нет в справочнике».
void compute_fields(const definitions::Workspace& workspace, const definitions::Form& form,
                    std::vector<facts::StoredCell>& cells, const Location& where, Found& found, Diagnostics& out);

}  // namespace svod::intake
