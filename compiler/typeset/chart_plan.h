#pragma once

#include <optional>
#include <string>
#include <vector>

#include "typeset/chart_canvas.h"
#include "typeset/chart_scale.h"

namespace svod::typeset {

/// What all fields of a chart have in common: its kind as it is drawn, its series' looks and its scale, unless each
/// panel has its own.
struct ChartPlan {
  const document::Chart* chart = nullptr;
  const ChartLook* look = nullptr;
  document::Chart::Kind kind = document::Chart::Kind::bars;
  document::Chart::Stack stack = document::Chart::Stack::none;
  bool rows = false;       ///< categories stand one below another
  bool key = false;        ///< names of series stand above the fields
  std::size_t series = 0;  ///< the most that a panel has
  std::vector<ChartLook::Ink> inks;
  Extent extent;
  Scale scale;
  bool figures = false;  ///< the axis shows its figures

  bool multiples() const { return chart->panels.size() > 1; }
  bool stacked() const { return stack != document::Chart::Stack::none; }
  const ChartLook::Ink& ink(std::size_t series_at) const { return inks[series_at % inks.size()]; }
  /// Of lines and points: dark enough to be seen.
  Colour stroke(std::size_t series_at) const;
  Marker marker(std::size_t series_at) const { return static_cast<Marker>(series_at % 4); }
  Stretch dash(std::size_t series_at) const;  ///< its length and its gap; solid where nought
};

/// The chart as it can be drawn: a pie of more than four parts is a bar, a bar with long names lies. `rows` asks for
/// lying bars.
ChartPlan plan_of(const document::Chart& chart, const ChartLook& look, bool rows);
/// The reach of one panel's values.
Extent extent_of(const ChartPlan& plan, const document::Panel& panel);
/// Whether a pie has parts that it cannot show.
bool pie_unfit(const document::Chart& chart);

/// Null where the series ends before the category.
const document::ChartValue* value_at(const document::Panel& panel, std::size_t series, std::size_t category);
/// Whether two values of a series stand beside each other anywhere, so that a line is drawn between them.
bool traced(const document::Chart& chart, std::size_t series);
std::optional<double> number_at(const document::Panel& panel, std::size_t series, std::size_t category);
/// As printed: the value's own text, its figure, or the sign of its state.
std::string label_of(const document::Chart& chart, const document::ChartValue& value);

/// A piece of a bar, from value to value of the scale.
struct Segment {
  std::size_t series = 0;
  double from = 0, to = 0;
};
/// The pieces of a category's bar; negative ones go the other way.
std::vector<Segment> segments(const ChartPlan& plan, const document::Panel& panel, std::size_t category);

}  // namespace svod::typeset
