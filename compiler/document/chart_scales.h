#pragma once

#include "document/document.h"

namespace svod::document {

/// Small multiples whose values have no unit in common, so that the chart names none and each panel its own, stand on
/// scales of their own; else all panels on one.
inline bool own_scales(const Chart& chart) {
  return chart.kind == Chart::Kind::lines && chart.panels.size() > 1 && chart.unit.empty();
}

}  // namespace svod::document
