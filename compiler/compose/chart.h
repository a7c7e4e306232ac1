#pragma once

#include "compose/press.h"

namespace svod::compose {

/// The blocks of a ```chart``` for one turn of its loops: the chart, or its `empty` sentence where there is no
/// figure to show.
document::Blocks build_chart(const ChartSpec& spec, const expression::Scope& scope, const Press& press);

/// What a chart shows, in words, from its figures: its kind, how much stands in it, the highest and the lowest.
std::string chart_in_words(const document::Chart& chart);

}  // namespace svod::compose
