#pragma once

#include <string>
#include <vector>

#include "xlsx/grid.h"

namespace svod::xlsx {

/// What a cell shows: its printed text, or the sign of its state.
std::string shown_text(const document::Cell& cell);

/// Widths in the units of columns so that figures and words show whole; long texts wrap.
std::vector<double> column_widths(const document::Table& table, const std::vector<GridRow>& head,
                                  const std::vector<GridRow>& body);

/// Lines that the highest cell of a row takes.
int row_lines(const GridRow& row, const std::vector<double>& widths, bool bold);

}  // namespace svod::xlsx
