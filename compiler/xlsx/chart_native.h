#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "xlsx/book.h"

namespace svod::xlsx {

/// Where a panel's figures stand: names in the first column, series to the right of it.
struct PanelPlace {
  const document::Panel* panel = nullptr;
  lxw_row_t head = 0;                  ///< the row of the series' names
  lxw_row_t first = 0, last = 0;       ///< rows of the categories
  std::optional<lxw_row_t> reference;  ///< of bars: the row below them with the value to compare with
};

/// Both ends of an axis and the step of its figures.
struct AxisRange {
  double low = 0, high = 1, step = 0.2;
};
/// One axis for the panels, all of a chart or one of its own scale; nothing where the program may choose.
std::optional<AxisRange> axis_of(const document::Chart& chart, const std::vector<document::Panel>& panels);

/// A pie that a circle cannot show: more than four parts, or negative ones.
bool drawn_as_bar(const document::Chart& chart);

/// A chart over the ranges; null after a failure. `title` may be empty.
lxw_chart* native_chart(Book& book, const document::Chart& chart, const PanelPlace& place, const std::string& sheet,
                        const std::string& title, const std::optional<AxisRange>& axis);

}  // namespace svod::xlsx
