#include "typeset/chart_key.h"

#include <algorithm>

#include "base/text.h"

namespace svod::typeset {

using namespace document;

namespace {
constexpr Length kGap = pt(4);     // between a sample and its name
constexpr Length kApart = pt(14);  // between entries
constexpr Length kBelow = pt(4);
}  // namespace

Length ChartKey::sample_width() const {
  switch (plan_.kind) {
    case Chart::Kind::lines:
      return pt(22);
    case Chart::Kind::dumbbell:
      return pt(8);
    default:
      return pt(12);
  }
}

ChartKey::ChartKey(const ChartPlan& plan, ChartCanvas& canvas, Length width)
    : plan_(plan), canvas_(canvas), width_(width) {
  std::vector<std::string> names;
  if (plan.key) {
    // Panels have the same series; the first that has all of them names them.
    const auto panel = std::find_if(plan.chart->panels.begin(), plan.chart->panels.end(),
                                    [&](const Panel& p) { return p.series.size() == plan.series; });
    for (std::size_t s = 0; s < plan.series; ++s) names.push_back(panel->series[s].name);
  }
  if (plan.multiples() && plan.chart->reference && plan.stack != Chart::Stack::full && plan.kind != Chart::Kind::pie) {
    names.resize(plan.key ? plan.series : 0);
    names.push_back(plan.chart->reference->label);
  }
  Length x = 0, y = 0, row = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Entry entry;
    entry.series = plan.key ? i : plan.series;
    const Length sample = entry.series < plan.series ? sample_width() : pt(22);
    entry.name = canvas.set(names[i], plan.look->key, width - sample - kGap, 3);
    const Length whole = sample + kGap + entry.name.width;
    if (x > 0 && x + whole > width) x = 0, y += row + pt(1), row = 0;
    entry.x = x, entry.y = y;
    x += whole + kApart;
    row = std::max(row, entry.name.height);
    entries_.push_back(std::move(entry));
  }
  height_ = entries_.empty() ? 0 : y + row + kBelow;
  // Figures of a bar of 100 % carry their sign.
  const bool told = plan.stack == Chart::Stack::full && trim(plan.chart->unit) == "%";
  if (!plan.chart->unit.empty() && plan.kind != Chart::Kind::pie && !told) {
    unit_ = canvas.set(plan.chart->unit, plan.look->axis, width, 2);
    unit_y_ = height_;
    height_ += unit_.height + pt(3);
  }
}

void ChartKey::sample(const Entry& entry, Length x, Length middle) {
  const ChartLook& look = *plan_.look;
  if (entry.series >= plan_.series) {
    canvas_.line(x, middle, x + pt(22), middle, look.reference_colour, look.reference_rule, pt(3), pt(2));
    return;
  }
  switch (plan_.kind) {
    case Chart::Kind::lines: {
      const Stretch dash = plan_.dash(entry.series);
      if (traced(*plan_.chart, entry.series)) {
        canvas_.line(x, middle, x + sample_width(), middle, plan_.stroke(entry.series),
                     entry.series == 0 ? look.line : look.line * 3 / 4, dash.from, dash.to);
      }
      canvas_.marker(plan_.marker(entry.series), {x + sample_width() / 2, middle}, look.marker,
                     plan_.stroke(entry.series));
      break;
    }
    case Chart::Kind::dumbbell:
      canvas_.marker(entry.series == 0 ? Marker::circle : Marker::diamond, {x + sample_width() / 2, middle},
                     look.marker * 14 / 10, plan_.stroke(entry.series), entry.series == 1);
      break;
    default:
      canvas_.area({x, middle - pt(3.5), sample_width(), pt(7)}, plan_.ink(entry.series), look);
  }
}

void ChartKey::draw(Length x, Length y) {
  for (const Entry& entry : entries_) {
    const Length width = entry.series < plan_.series ? sample_width() : pt(22);
    sample(entry, x + entry.x, y + entry.y + entry.name.leading / 2);
    canvas_.print(entry.name, x + entry.x + width + kGap, y + entry.y, entry.name.width, Align::left);
  }
  if (!unit_.empty()) canvas_.print(unit_, x, y + unit_y_, width_, Align::left);
}

}  // namespace svod::typeset
