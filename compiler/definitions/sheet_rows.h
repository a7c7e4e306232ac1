#pragma once

#include <string>
#include <vector>

#include "definitions/source_tree.h"
#include "workbook/workbook.h"

namespace svod::definitions {

/// A cell of a table of definitions as a scalar: numbers exact and with a dot, percentages in percent points,
/// days as ISO dates. Texts that are numbers with a decimal comma become numbers.
Node cell_node(const workbook::Cell& cell, int sheet);
/// The same cell as the text that was typed: a code «007» keeps its noughts.
Node text_node(const workbook::Cell& cell, int sheet);

/// The cells of a sheet by rows; rows without a cell are left out.
std::vector<std::vector<const workbook::Cell*>> rows_of(const workbook::Sheet& sheet);

/// A heading for comparing: folded, brackets and commas as spaces.
std::string folded_heading(std::string_view text);

}  // namespace svod::definitions
