#include "typeset/chart_rows.h"

#include <algorithm>

#include "language/figures.h"

namespace svod::typeset {

using namespace document;

namespace {
constexpr Length kNameGap = pt(6);
constexpr Length kFigureGap = pt(3);
}  // namespace

Length RowField::left_need(Length most) {
  Length need = 0;
  for (const std::string& name : panel_.categories)
    need = std::max(need, canvas_.set(name, look_.axis, most - kNameGap).width);
  return need + kNameGap;
}

void RowField::take(const FieldSpace& space) {
  space_ = space;
  names_.clear();
  for (const std::string& name : panel_.categories) {
    names_.push_back(space.left > 0 ? canvas_.set(name, look_.axis, space.left - kNameGap) : ChartText{});
  }
  if (plan_.chart->reference && !plan_.multiples() && plan_.stack != Chart::Stack::full)
    reference_ = canvas_.set(plan_.chart->reference->label, look_.axis, space.plot, 3);
}

Length RowField::head() const { return reference_.empty() ? 0 : reference_.height + pt(1); }

Length RowField::foot() const { return plan_.figures ? look_.axis.leading + kFigureGap : 0; }

std::vector<Length> RowField::rows() const {
  std::vector<Length> made;
  for (std::size_t c = 0; c < names_.size(); ++c)
    made.push_back(std::max(content(c), names_[c].height) + look_.bar_gap);
  return made;
}

void RowField::draw_axis(Length top, Length bottom, const std::vector<Box>& labels) {
  if (plan_.figures) {
    Length free_from = start_ - space_.left;
    for (const Tick& tick : plan_.scale.ticks) {
      const Length x = place(tick.at);
      canvas_.rule({top, bottom}, x, false, labels, look_.grid_colour, look_.grid_rule);
      std::string figure = language::number(tick.value, plan_.chart->format.group);
      if (plan_.stack == Chart::Stack::full) figure = language::percent(tick.value);
      const ChartText text = canvas_.set(figure, look_.axis, space_.plot);
      const Length left = std::min(x - text.width / 2, start_ - pads_.from + space_.plot - text.width);
      if (left < free_from) continue;
      canvas_.print(text, left, bottom + kFigureGap, text.width, Align::centre);
      free_from = left + text.width + pt(6);
    }
  }
  // Bars stand on nought; points are not measured from anywhere.
  if (plan_.kind != Chart::Kind::dumbbell)
    canvas_.rule({top, bottom}, place(0), false, labels, look_.axis_colour, look_.axis_rule);
}

void RowField::draw(const std::vector<Length>& heights, std::size_t from, std::size_t to, Length x, Length y) {
  to = std::min(to, names_.size());
  if (from >= to) return;
  const Length left = x + space_.left, top = y + head();
  start_ = left + pads_.from;
  length_ = std::max<Length>(space_.plot - pads_.from - pads_.to, 1);
  Length bottom = top;
  for (std::size_t c = from; c < to; ++c) bottom += heights[c];

  Boxes boxes({left, y, space_.plot, bottom - y});
  Length reference = 0;
  if (!reference_.empty()) {
    reference = place(plan_.chart->reference->value.to_double());
    const Length at = std::clamp(reference - reference_.width / 2, left, left + space_.plot - reference_.width);
    boxes.take({at, y, reference_.width, reference_.height});
    canvas_.print(reference_, at, y, reference_.width, Align::centre);
  }
  Length row = top;
  for (std::size_t c = from; c < to; ++c) {
    const Length middle = row + heights[c] / 2 + lowered(c);
    canvas_.print(names_[c], x, middle - names_[c].height / 2, space_.left, Align::left);
    collect(c, middle, boxes);
    row += heights[c];
  }
  draw_axis(top, bottom, boxes.taken());
  draw_areas();
  if (plan_.chart->reference && plan_.stack != Chart::Stack::full) {
    canvas_.rule({top, bottom}, place(plan_.chart->reference->value.to_double()), false, boxes.taken(),
                 look_.reference_colour, look_.reference_rule, pt(3), pt(2));
  }
  draw_labels();
}

}  // namespace svod::typeset
