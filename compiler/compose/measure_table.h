#pragma once

#include "compose/compose.h"
#include "document/document.h"

namespace svod::compose {

/// How the measures of a plan stand in a table.
struct MeasureLook {
  bool section_column = false;   ///< the section in a column of its own, so that rows can be filtered
  bool repeat = false;           ///< what children inherit stands in every row; else in one cell over them
  bool dates = false;            ///< columns of the first and last day
  bool status = false;           ///< a column of the status, with its choices
  bool months = false;           ///< a bar over the months of the plan's period
  bool compact = false;
};

/// The table of a plan, or of its sections [first, end), by the plan's own columns. A section's title is a row over the
/// width, with `own_title` that of the first too. No rows: no measures.
document::Table measure_table(const plan::Plan& plan, std::size_t first, std::size_t end, bool own_title,
                              const MeasureLook& look);

}  // namespace svod::compose
