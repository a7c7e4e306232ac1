#include <algorithm>

#include "typeset/chart_upright.h"

namespace svod::typeset {

using namespace document;

namespace {

constexpr Length kAir = pt(2);  // between a bar's end and its label

/// Standing bars: one or several of a category, or one of several pieces.
class ColumnBars : public UprightField {
 public:
  using UprightField::UprightField;

  std::vector<Reach> reaches() override {
    std::vector<Reach> made;
    for (std::size_t c = 0; c < count(); ++c) {
      for (std::size_t s = 0; s < panel_.series.size() && !plan_.stacked(); ++s) {
        const ChartValue* value = value_at(panel_, s, c);
        if (!value) continue;
        const double at = number_at(panel_, s, c).value_or(0);
        made.push_back({at, label(*value, slot()).tall() + kAir, at < 0});
      }
      if (plan_.stacked() && segments(plan_, panel_, c).empty()) made.push_back({0, look_.label.size + kAir, false});
    }
    return made;
  }

  // All labels have room; pieces of a bar may go without.
  bool fits() override {
    if (!names_fit()) return false;
    settle(0, 0, space_.height);
    Boxes boxes(plot());
    missed_ = false;
    collect(boxes);
    areas_.clear(), edges_.clear(), labels_.clear();
    return !missed_ && bar_width() >= pt(3);
  }

 protected:
  Length widest_slot() const override {
    // A few bars stand together rather than far apart over the whole width.
    return std::max(pt(110), kWidestBar * bars() * 100 / kFilled);
  }

  void collect(Boxes& boxes) override {
    for (std::size_t c = 0; c < count(); ++c) {
      if (plan_.stacked()) {
        collect_stack(c, boxes);
        continue;
      }
      Length x = middle(c) - bar_width() * static_cast<Length>(plan_.series) / 2;
      for (std::size_t s = 0; s < panel_.series.size(); ++s, x += bar_width()) {
        const ChartValue* value = value_at(panel_, s, c);
        if (!value) continue;
        const auto number = number_at(panel_, s, c);
        const Length zero = level(0), end = level(number.value_or(0));
        const Length width = bar_width() - (plan_.series > 1 ? pt(0.8) : 0);
        if (number && end != zero)
          areas_.push_back({{x, std::min(zero, end), width, std::abs(end - zero)}, plan_.ink(s)});
        ChartText text = label(*value, slot());
        const Length y = number.value_or(0) < 0 ? end + kAir : end - kAir - text.tall();
        claim(std::move(text), x + width / 2, y, boxes);
      }
    }
    // A label that stands beside a higher bar must not run into it.
    for (const Label& shown : labels_) {
      for (const Area& area : areas_) missed_ = missed_ || (!plan_.stacked() && area.box.meets(shown.box));
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
  static constexpr Length kFilled = 68;  // per cent of a slot
  static constexpr Length kWidestBar = pt(38);
  struct Area {
    Box box;
    ChartLook::Ink ink;
  };
  struct Label {
    ChartText text;
    Box box;
    const ChartLook::Ink* ink;
  };

  Length bars() const { return plan_.stacked() ? 1 : std::max<Length>(static_cast<Length>(plan_.series), 1); }
  Length bar_width() const { return std::min(slot() * kFilled / 100 / bars(), kWidestBar); }

  void claim(ChartText text, Length centre, Length y, Boxes& boxes) {
    if (text.empty()) return;
    const Box box{centre - text.width / 2, y, text.width, text.tall()};
    // Neighbours keep a space between them.
    const Box wide{box.x - pt(1), box.y, box.width + pt(2), box.height};
    if (!boxes.free(wide)) {
      missed_ = true;
      return;
    }
    boxes.take(box);
    labels_.push_back({std::move(text), box, nullptr});
  }

  void collect_stack(std::size_t c, Boxes& boxes) {
    const Length x = middle(c) - bar_width() / 2;
    const auto pieces = segments(plan_, panel_, c);
    if (pieces.empty()) {
      for (std::size_t s = 0; s < panel_.series.size(); ++s) {
        const ChartValue* value = value_at(panel_, s, c);
        if (!value) continue;
        ChartText text = label(*value, slot());
        const Length y = level(0) - kAir - text.tall();
        return claim(std::move(text), middle(c), y, boxes);
      }
    }
    for (const Segment& piece : pieces) {
      const Length a = level(piece.from), b = level(piece.to);
      const Box bar{x, std::min(a, b), bar_width(), std::abs(b - a)};
      if (bar.height == 0) continue;
      const ChartLook::Ink& ink = plan_.ink(piece.series);
      areas_.push_back({bar, ink});
      if (piece.from != 0) edges_.push_back({x, a - pt(0.3), bar.width, pt(0.6)});
      const bool dark = ink.hatch == ChartLook::Hatch::none && lightness(ink.colour) < 140;
      ChartText text = label(*value_at(panel_, piece.series, c), slot(), dark);
      const Box box{bar.x + (bar.width - text.width) / 2, bar.y + (bar.height - text.tall()) / 2, text.width,
                    text.tall()};
      if (text.width + pt(2) <= bar.width && text.tall() + pt(1) <= bar.height) {
        if (boxes.claim(box)) labels_.push_back({std::move(text), box, &ink});
        continue;
      }
      // A piece too thin for its label has it beside, where the gap to the next bar is wide enough.
      text = label(*value_at(panel_, piece.series, c), slot());
      const Box beside{bar.right() + kAir, bar.y + (bar.height - text.tall()) / 2, text.width, text.tall()};
      if (beside.width + 2 * kAir <= slot() - bar_width() && boxes.claim(beside))
        labels_.push_back({std::move(text), beside, nullptr});
    }
  }

  bool missed_ = false;
  std::vector<Area> areas_;
  std::vector<Box> edges_;
  std::vector<Label> labels_;
};

}  // namespace

std::unique_ptr<ChartField> column_bars(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  return std::make_unique<ColumnBars>(plan, canvas, panel);
}

}  // namespace svod::typeset
