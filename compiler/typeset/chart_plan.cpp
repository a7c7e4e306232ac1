#include "typeset/chart_plan.h"

#include <algorithm>

#include "language/figures.h"

namespace svod::typeset {

using namespace document;

namespace {

constexpr std::size_t kMostParts = 4;

Colour between(Colour a, Colour b, std::size_t at, std::size_t of) {
  const auto part = [&](int from, int to) {
    const int whole = static_cast<int>(of), way = (to - from) * static_cast<int>(at);
    return static_cast<std::uint8_t>(of == 0 ? to : from + (way + (way < 0 ? -whole / 2 : whole / 2)) / whole);
  };
  return {part(a.red, b.red), part(a.green, b.green), part(a.blue, b.blue)};
}

void hold_values(ChartPlan& plan) {
  for (const Panel& panel : plan.chart->panels) {
    const Extent own = extent_of(plan, panel);
    if (own.any) plan.extent.hold(own.low), plan.extent.hold(own.high);
  }
  if (plan.extent.any && plan.chart->reference && plan.stack != Chart::Stack::full && plan.kind != Chart::Kind::pie)
    plan.extent.hold(plan.chart->reference->value.to_double());
}

}  // namespace

Extent extent_of(const ChartPlan& plan, const Panel& panel) {
  Extent extent;
  for (std::size_t c = 0; c < panel.categories.size(); ++c) {
    if (plan.stacked()) {
      for (const Segment& segment : segments(plan, panel, c)) extent.hold(segment.from), extent.hold(segment.to);
      continue;
    }
    for (std::size_t s = 0; s < panel.series.size(); ++s) {
      if (const auto number = number_at(panel, s, c)) extent.hold(*number);
    }
  }
  return extent;
}

Colour ChartPlan::stroke(std::size_t series_at) const {
  constexpr int kDarkEnough = 105;
  Colour colour = ink(series_at).colour;
  const int light = lightness(colour);
  if (light <= kDarkEnough) return colour;
  const auto part = [&](std::uint8_t value) { return static_cast<std::uint8_t>(value * kDarkEnough / light); };
  return {part(colour.red), part(colour.green), part(colour.blue)};
}

Stretch ChartPlan::dash(std::size_t series_at) const {
  switch (series_at % 4) {
    case 1:
      return {pt(5), pt(2)};
    case 2:
      return {pt(1.6), pt(1.6)};
    case 3:
      return {pt(9), pt(2.5)};
    default:
      return {0, 0};
  }
}

bool pie_unfit(const Chart& chart) {
  for (const Panel& panel : chart.panels) {
    if (panel.series.size() > 1 || panel.categories.size() > kMostParts) return true;
    for (std::size_t c = 0; c < panel.categories.size(); ++c) {
      const auto number = number_at(panel, 0, c);
      if (number && *number < 0) return true;
    }
  }
  return false;
}

ChartPlan plan_of(const Chart& chart, const ChartLook& look, bool rows) {
  ChartPlan plan;
  plan.chart = &chart;
  plan.look = &look;
  plan.kind = chart.kind;
  plan.stack = chart.kind == Chart::Kind::bars ? chart.stack : Chart::Stack::none;
  for (const Panel& panel : chart.panels) plan.series = std::max(plan.series, panel.series.size());
  // Two points of a category need two series.
  if (chart.kind == Chart::Kind::dumbbell && plan.series != 2) plan.kind = Chart::Kind::bars;
  plan.rows = plan.kind == Chart::Kind::dumbbell || (plan.kind == Chart::Kind::bars && (rows || chart.horizontal));
  const std::size_t inks = std::max<std::size_t>(plan.series, plan.kind == Chart::Kind::pie ? kMostParts : 1);
  for (std::size_t s = 0; s < inks; ++s) {
    if (chart.ordered && plan.kind != Chart::Kind::pie) {
      plan.inks.push_back({between(look.ordered_light, look.ordered_dark, s, inks - 1), ChartLook::Hatch::none});
    } else if (look.palette.empty()) {
      plan.inks.push_back({look.axis_colour, ChartLook::Hatch::none});
    } else {
      plan.inks.push_back(look.palette[s % look.palette.size()]);
    }
  }
  hold_values(plan);
  return plan;
}

const ChartValue* value_at(const Panel& panel, std::size_t series, std::size_t category) {
  if (series >= panel.series.size()) return nullptr;
  const auto& values = panel.series[series].values;
  return category < values.size() ? &values[category] : nullptr;
}

std::optional<double> number_at(const Panel& panel, std::size_t series, std::size_t category) {
  const ChartValue* value = value_at(panel, series, category);
  if (!value || !value->number) return std::nullopt;
  return value->number->to_double();
}

bool traced(const Chart& chart, std::size_t series) {
  for (const Panel& panel : chart.panels) {
    for (std::size_t c = 0; c + 1 < panel.categories.size(); ++c) {
      if (number_at(panel, series, c) && number_at(panel, series, c + 1)) return true;
    }
  }
  return false;
}

std::string label_of(const Chart& chart, const ChartValue& value) {
  if (!value.label.empty()) return value.label;
  if (value.number) return language::number(*value.number, chart.format.places, chart.format.group);
  return std::string(language::sign(value.state == State::value ? State::missing : value.state));
}

std::vector<Segment> segments(const ChartPlan& plan, const Panel& panel, std::size_t category) {
  std::vector<Segment> made;
  double above = 0, below = 0, whole = 0;
  const bool full = plan.stack == Chart::Stack::full;
  for (std::size_t s = 0; s < panel.series.size(); ++s) {
    const auto number = number_at(panel, s, category);
    if (number && (!full || *number > 0)) whole += *number;
  }
  for (std::size_t s = 0; s < panel.series.size(); ++s) {
    const auto number = number_at(panel, s, category);
    if (!number || *number == 0) continue;
    double value = *number;
    if (full) {
      if (value < 0) continue;  // has no share of the whole
      value = value / whole * 100;
    }
    double& end = value < 0 ? below : above;
    made.push_back({s, end, end + value});
    end += value;
  }
  return made;
}

}  // namespace svod::typeset
