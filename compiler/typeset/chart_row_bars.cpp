#include <algorithm>

#include "typeset/chart_rows.h"

namespace svod::typeset {

using namespace document;

namespace {

constexpr Length kAir = pt(3);  // between a bar's end and its label

/// Lying bars: one or several of a category, or one of several pieces.
class RowBars : public RowField {
 public:
  using RowField::RowField;

  void take(const FieldSpace& space) override {
    RowField::take(space);
    most_label_ = space.plot * 2 / 5;
  }

  std::vector<Reach> reaches() override {
    std::vector<Reach> made;
    for (std::size_t c = 0; c < panel_.categories.size(); ++c) {
      if (plan_.stacked()) {
        if (segments(plan_, panel_, c).empty()) made.push_back({0, sign(c).width + kAir, false});
        continue;
      }
      for (std::size_t s = 0; s < panel_.series.size(); ++s) {
        const ChartValue* value = value_at(panel_, s, c);
        if (!value) continue;
        const double at = number_at(panel_, s, c).value_or(0);
        made.push_back({at, label(*value, most_label_).width + kAir, at < 0});
      }
    }
    return made;
  }

 protected:
  Length content(std::size_t category) const override {
    if (plan_.stacked()) return thickness() + 2 * lowered(category);
    const auto count = static_cast<Length>(plan_.series);
    return count == 1 ? look_.bar : pitch() * count + pt(2);
  }

  Length lowered(std::size_t category) const override {
    return plan_.stacked() && labels_above(category) ? (look_.label.size + pt(1)) / 2 : 0;
  }

  void collect(std::size_t c, Length middle, Boxes& boxes) override {
    if (plan_.stacked()) return collect_stack(c, middle, boxes);
    const Length thick = plan_.series == 1 ? look_.bar : pitch() - pt(0.8);
    Length top = middle - (plan_.series == 1 ? look_.bar : pitch() * static_cast<Length>(plan_.series)) / 2;
    for (std::size_t s = 0; s < panel_.series.size(); ++s, top += pitch()) {
      const ChartValue* value = value_at(panel_, s, c);
      if (!value) continue;
      const auto number = number_at(panel_, s, c);
      const Length zero = place(0), end = place(number.value_or(0));
      if (number && end != zero)
        areas_.push_back({{std::min(zero, end), top, std::abs(end - zero), thick}, plan_.ink(s)});
      ChartText text = label(*value, most_label_);
      const Length x = number.value_or(0) < 0 ? end - kAir - text.width : end + kAir;
      const Box box{x, top + (thick - text.tall()) / 2, text.width, text.tall()};
      if (!text.empty() && boxes.claim(box)) labels_.push_back({std::move(text), box, nullptr});
    }
  }

  void draw_areas() override {
    for (const Area& area : areas_) canvas_.area(area.box, area.ink, look_);
    for (const Box& edge : edges_) canvas_.fill(edge, {255, 255, 255});
    areas_.clear(), edges_.clear();
  }

  void draw_labels() override {
    for (const Label& shown : labels_) {
      if (shown.ink) {
        print_on(shown.text, shown.box, *shown.ink);
      } else {
        canvas_.print(shown.text, shown.box);
      }
    }
    labels_.clear();
  }

 private:
  struct Area {
    Box box;
    ChartLook::Ink ink;
  };
  struct Label {
    ChartText text;
    Box box;
    const ChartLook::Ink* ink;  // of the area below it
  };

  Length pitch() const { return look_.label.size + pt(1.2); }
  Length thickness() const { return look_.bar + pt(2); }

  // What stands for a bar that has no pieces.
  ChartText sign(std::size_t c) const {
    for (std::size_t s = 0; s < panel_.series.size(); ++s) {
      const ChartValue* value = value_at(panel_, s, c);
      if (value) return label(*value, most_label_);
    }
    return {};
  }

  bool inside(const ChartText& text, Length width) const {
    return text.width + pt(3) <= width && text.tall() <= thickness();
  }

  // Pieces too narrow for their labels have them above the bar.
  bool labels_above(std::size_t c) const {
    const Length axis = space_.plot - pads_.from - pads_.to;
    for (const Segment& piece : segments(plan_, panel_, c)) {
      const Length width = std::abs(plan_.scale.place(piece.to, axis) - plan_.scale.place(piece.from, axis));
      if (!inside(label(*value_at(panel_, piece.series, c), most_label_), width)) return true;
    }
    return false;
  }

  void collect_stack(std::size_t c, Length middle, Boxes& boxes) {
    const Length top = middle - thickness() / 2;
    const auto pieces = segments(plan_, panel_, c);
    if (pieces.empty()) {
      ChartText text = sign(c);
      const Box box{place(0) + kAir, middle - text.tall() / 2, text.width, text.tall()};
      if (!text.empty() && boxes.claim(box)) labels_.push_back({std::move(text), box, nullptr});
      return;
    }
    for (const Segment& piece : pieces) {
      const Length a = place(piece.from), b = place(piece.to);
      const Box bar{std::min(a, b), top, std::abs(b - a), thickness()};
      if (bar.width == 0) continue;
      areas_.push_back({bar, plan_.ink(piece.series)});
      if (piece.from != 0) edges_.push_back({a - pt(0.3), top, pt(0.6), thickness()});
      const ChartLook::Ink& ink = plan_.ink(piece.series);
      const bool dark = ink.hatch == ChartLook::Hatch::none && lightness(ink.colour) < 140;
      const ChartValue& value = *value_at(panel_, piece.series, c);
      ChartText text = label(value, most_label_, dark);
      Box box{bar.x + (bar.width - text.width) / 2, middle - text.tall() / 2, text.width, text.tall()};
      if (inside(text, bar.width)) {
        if (boxes.claim(box)) labels_.push_back({std::move(text), box, &ink});
        continue;
      }
      text = label(value, most_label_);
      box = {bar.x + (bar.width - text.width) / 2, top - text.tall() - pt(1), text.width, text.tall()};
      box.x = std::clamp(box.x, boxes.bounds().x, std::max(boxes.bounds().x, boxes.bounds().right() - box.width));
      if (boxes.claim(box)) labels_.push_back({std::move(text), box, nullptr});
    }
  }

  Length most_label_ = 0;
  std::vector<Area> areas_;
  std::vector<Box> edges_;  // light lines between pieces
  std::vector<Label> labels_;
};

}  // namespace

std::unique_ptr<ChartField> row_bars(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  return std::make_unique<RowBars>(plan, canvas, panel);
}

}  // namespace svod::typeset
