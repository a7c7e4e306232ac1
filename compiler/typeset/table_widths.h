#pragma once

#include <functional>
#include <vector>

#include "typeset/length.h"

namespace svod::typeset {

/// What a column asks for, padding included.
struct ColumnNeed {
  Length min = 0;  ///< its longest word
  Length max = 0;  ///< its longest line
  bool numeric = false;
  double weight = 0;  ///< declared share of the free width
};

Length total_min(const std::vector<ColumnNeed>& needs);
/// Raises the needs of columns `first` … `first + count - 1` until together they hold a spanning cell.
void hold_span(std::vector<ColumnNeed>& needs, int first, int count, Length min, Length max);
/// Widths that sum to `available`; none below its minimum where the minima fit. Where lines must wrap, of
/// several ways to share the one that `cost` finds cheapest.
std::vector<Length> share_width(const std::vector<ColumnNeed>& needs, Length available,
                                const std::function<Length(const std::vector<Length>&)>& cost);
/// The width of the first column where each part of a table repeats it: whole lines if they take no more
/// than a third, its words if they take no more than half.
Length repeated_column(const ColumnNeed& need, Length available);
/// Parts of a table whose minima do not fit together: column numbers, the first column in each.
std::vector<std::vector<int>> split_columns(const std::vector<ColumnNeed>& needs, Length available);

}  // namespace svod::typeset
