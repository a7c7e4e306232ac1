#include "typeset/chart_upright.h"

#include <algorithm>

#include "language/figures.h"

namespace svod::typeset {

using namespace document;

namespace {
constexpr Length kNameGap = pt(3);
constexpr Length kFigureGap = pt(5);
constexpr std::size_t kNameLines = 3;

std::string figure_of(const ChartPlan& plan, const Tick& tick) {
  if (plan.stack == Chart::Stack::full) return language::percent(tick.value);
  return language::number(tick.value, plan.chart->format.group);
}
}  // namespace

Length UprightField::left_need(Length most) {
  Length need = 0;
  if (!plan_.figures) return need;
  for (const Tick& tick : plan_.scale.ticks)
    need = std::max(need, canvas_.set(figure_of(plan_, tick), look_.axis, most - kFigureGap).width);
  return need + kFigureGap;
}

std::vector<UprightField::End> UprightField::ends() const {
  std::vector<End> made;
  if (has_reference() && !plan_.multiples()) {
    const Chart::Reference& reference = *plan_.chart->reference;
    made.push_back({reference.label, reference.value.to_double(), look_.reference_colour, false});
  }
  return made;
}

Length UprightField::right_need(Length most) {
  Length need = 0;
  for (const End& end : ends()) {
    TextStyle style = look_.key;
    style.bold = end.strong;
    need = std::max(need, canvas_.set(end.text, style, most - kFigureGap).width + kFigureGap);
  }
  return need;
}

Length UprightField::slot() const {
  const auto slots = static_cast<Length>(std::max<std::size_t>(count(), 1));
  const Length share = plot_.width / slots, widest = widest_slot();
  return widest > 0 ? std::min(share, widest) : share;
}

void UprightField::take(const FieldSpace& space) {
  space_ = space;
  settle(0, 0, space.height);
  names_.clear();
  // Years are not divided: those that would meet are left out.
  const Length room = plan_.kind == Chart::Kind::lines ? std::max(slot(), plot_.width / 4) : slot();
  for (const std::string& name : panel_.categories)
    names_.push_back(canvas_.set(name, look_.axis, std::max<Length>(room - pt(4), pt(8)), kNameLines));
}

bool UprightField::names_fit() const {
  for (std::size_t c = 0; c < names_.size(); ++c) {
    TextStyle whole = look_.axis;
    whole.hyphenate = false;
    const ChartText text = canvas_.set(panel_.categories[c], whole, slot() - pt(4), 100);
    if (text.lines.size() > kNameLines) return false;
    for (const Line& line : text.lines) {
      if (line.head || line.tail) return false;  // a word had to be divided
    }
  }
  return true;
}

// The highest figure of the axis stands half above the plot.
Length UprightField::head() const { return plan_.figures ? look_.axis.leading / 2 : 0; }

Length UprightField::foot() const {
  Length height = 0;
  for (const ChartText& name : names_) height = std::max(height, name.height);
  return height + kNameGap;
}

void UprightField::settle(Length left, Length top, Length height) {
  plot_ = {left + space_.left, top, space_.plot, height};
  left_ = plot_.x;
  low_ = plot_.bottom() - pads_.from;
  length_ = std::max<Length>(height - pads_.from - pads_.to, 1);
  if (widest_slot() > 0) plot_.width = std::min(plot_.width, slot() * static_cast<Length>(count()));
}

void UprightField::draw_names(Length y) {
  // Names that would meet are left out at even steps, the last one always standing.
  const std::size_t n = names_.size();
  Length widest = 0;
  for (const ChartText& name : names_) widest = std::max(widest, name.width);
  const Length room = std::max<Length>(slot(), 1);
  const auto step = static_cast<std::size_t>(std::max<Length>(1, (widest + pt(3) + room - 1) / room));
  for (std::size_t c = 0; c < n; ++c) {
    if (step > 1 && (n - 1 - c) % step != 0) continue;
    const ChartText& name = names_[c];
    const Length most = std::max(plot_.x, plot_.right() - name.width);
    canvas_.print(name, std::clamp(middle(c) - name.width / 2, std::min(plot_.x, most), most), y, name.width,
                  Align::centre);
  }
}

void UprightField::draw_ends(Length x) {
  std::vector<End> all = ends();
  if (all.empty()) return;
  std::stable_sort(all.begin(), all.end(), [](const End& a, const End& b) { return a.at > b.at; });
  std::vector<ChartText> texts;
  std::vector<Length> wishes, heights;
  for (const End& end : all) {
    TextStyle style = look_.key;
    style.colour = end.colour;
    style.bold = end.strong;
    texts.push_back(canvas_.set(end.text, style, space_.right - kFigureGap, 4));
    wishes.push_back(level(end.at));
    heights.push_back(texts.back().height);
  }
  const auto tops = spread(wishes, heights, {plot_.y - look_.key.leading, plot_.bottom() + look_.key.leading});
  for (std::size_t i = 0; i < all.size(); ++i)
    canvas_.print(texts[i], x + kFigureGap, tops[i], space_.right - kFigureGap, Align::left);
}

void UprightField::draw(const std::vector<Length>& heights, std::size_t from, std::size_t, Length x, Length y) {
  if (from > 0) return;
  settle(x, y + head(), std::min(heights[0], space_.height));
  Boxes boxes({plot_.x, y, plot_.width, plot_.bottom() - y});
  collect(boxes);
  for (const Tick& tick : plan_.scale.ticks) {
    if (!plan_.figures) break;
    const Length at = level(tick.at);
    canvas_.rule({plot_.x, plot_.right()}, at, true, boxes.taken(), look_.grid_colour, look_.grid_rule);
    if (space_.left == 0) continue;
    const ChartText text = canvas_.set(figure_of(plan_, tick), look_.axis, space_.left - kFigureGap);
    canvas_.print(text, x, at - text.height / 2, space_.left - kFigureGap, Align::right);
  }
  draw_areas();
  if (plan_.scale.low <= 0 && plan_.scale.high >= 0) {
    canvas_.rule({plot_.x, plot_.right()}, level(0), true, boxes.taken(), look_.axis_colour, look_.axis_rule);
  }
  if (has_reference()) {
    canvas_.rule({plot_.x, plot_.right()}, level(plan_.chart->reference->value.to_double()), true, boxes.taken(),
                 look_.reference_colour, look_.reference_rule, pt(3), pt(2));
  }
  draw_labels();
  draw_names(plot_.bottom() + kNameGap);
  draw_ends(plot_.right());
}

}  // namespace svod::typeset
