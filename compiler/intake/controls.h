#pragma once

#include "intake/taken.h"

namespace svod::intake {

/// The form's relations over one row. Returns whether an error was found.
bool check_relations(const FileContext& context, const TakenTable& table, const TakenRow& row, Diagnostics& out);

/// Sums that must be equal across the values of a field, and rows that must be there.
void check_same_totals(const FileContext& context, const TakenTable& table, Diagnostics& out);
void check_fixed_rows(const FileContext& context, const TakenTable& table, Diagnostics& out);

/// Totals rows of the file against the rows that they cover.
void check_totals(const FileContext& context, const MatchedTable& matched, const tables::Grid& grid,
                  const TakenTable& table, Diagnostics& out);

}  // namespace svod::intake
