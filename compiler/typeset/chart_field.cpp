#include "typeset/chart_field.h"

#include <algorithm>

#include "language/figures.h"

namespace svod::typeset {

using namespace document;

namespace {

class Nothing : public ChartField {
 public:
  using ChartField::ChartField;
  Length left_need(Length) override { return 0; }
  void take(const FieldSpace& space) override { space_ = space; }
  std::vector<Length> rows() const override { return {look_.axis.leading * 4}; }
  void draw(const std::vector<Length>& heights, std::size_t from, std::size_t, Length x, Length y) override {
    if (from > 0) return;
    const Length width = space_.left + space_.plot + space_.right;
    const Length height = std::min(heights[0], look_.axis.leading * 4);
    Path frame;
    frame.verbs = {Path::Verb::move, Path::Verb::line, Path::Verb::line, Path::Verb::line, Path::Verb::close};
    frame.points = {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
    frame.stroked = true, frame.stroke = look_.grid_colour, frame.width = look_.axis_rule;
    canvas_.draw(std::move(frame));
    TextStyle style = look_.axis;
    style.italic = true;
    const ChartText text = canvas_.set("Нет данных", style, width);
    canvas_.print(text, x, y + (height - text.height) / 2, width, Align::centre);
  }
};

}  // namespace

Stretch pads_for(const std::vector<Reach>& reaches, const Scale& scale, Length length) {
  Stretch most;
  for (const Reach& reach : reaches) {
    Length& end = reach.low ? most.from : most.to;
    end = std::max(end, reach.room);
  }
  // With the most kept free values stand no farther from the ends than they will, so this is enough.
  const Length inner = std::max<Length>(length - most.from - most.to, 1);
  Stretch pads;
  for (const Reach& reach : reaches) {
    const Length place = scale.place(reach.at, inner);
    Length& end = reach.low ? pads.from : pads.to;
    end = std::max(end, reach.room - (reach.low ? place : inner - place));
  }
  return pads;
}

ChartText ChartField::label(const ChartValue& value, Length width, bool reversed) const {
  TextStyle style = look_.label;
  if (reversed) style.colour = look_.reversed;
  return canvas_.set(label_of(*plan_.chart, value), style, width, 2);
}

void ChartField::print_on(const ChartText& text, const Box& box, const ChartLook::Ink& ink) {
  if (ink.hatch != ChartLook::Hatch::none) {
    canvas_.fill({box.x - pt(1.5), box.y - pt(0.5), box.width + pt(3), box.height + pt(1)}, {255, 255, 255});
  }
  canvas_.print(text, box);
}

std::unique_ptr<ChartField> nothing(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  return std::make_unique<Nothing>(plan, canvas, panel);
}

std::unique_ptr<ChartField> field_of(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  if (panel.categories.empty() || panel.series.empty()) return nothing(plan, canvas, panel);
  switch (plan.kind) {
    case Chart::Kind::lines:
      return lines(plan, canvas, panel);
    case Chart::Kind::pie:
      return pie(plan, canvas, panel);
    case Chart::Kind::dumbbell:
      return dumbbells(plan, canvas, panel);
    case Chart::Kind::bars:
      break;
  }
  return plan.rows ? row_bars(plan, canvas, panel) : column_bars(plan, canvas, panel);
}

}  // namespace svod::typeset
