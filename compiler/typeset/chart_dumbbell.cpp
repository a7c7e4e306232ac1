#include <algorithm>

#include "typeset/chart_rows.h"

namespace svod::typeset {

using namespace document;

namespace {

constexpr Length kAir = pt(3);  // between a point and its label

/// Two points of a category and the distance between them.
class Dumbbells : public RowField {
 public:
  using RowField::RowField;

  std::vector<Reach> reaches() override {
    std::vector<Reach> made;
    for (std::size_t c = 0; c < panel_.categories.size(); ++c) {
      for (const End& end : ends(c)) {
        const ChartText text = label(*end.value, space_.plot / 4);
        made.push_back({end.number.value_or(plan_.scale.low), text.width + radius() + kAir, end.low});
      }
    }
    return made;
  }

 protected:
  Length content(std::size_t) const override { return look_.bar; }

  void collect(std::size_t c, Length middle, Boxes& boxes) override {
    const auto both = ends(c);
    std::vector<Length> at;
    for (const End& end : both) {
      ChartText text = label(*end.value, space_.plot / 4);
      const Length x = place(end.number.value_or(plan_.scale.low));
      const Length away = end.number ? radius() + kAir : kAir;
      const Box box{end.low ? x - away - text.width : x + away, middle - text.tall() / 2, text.width, text.tall()};
      if (!text.empty() && boxes.claim(box)) labels_.push_back({std::move(text), box});
      if (!end.number) continue;
      at.push_back(x);
      dots_.push_back({{x, middle}, end.series});
    }
    if (at.size() == 2) links_.push_back({{std::min(at[0], at[1]), std::max(at[0], at[1])}, middle});
  }

  void draw_areas() override {
    for (const Link& link : links_) {
      canvas_.line(link.x.from, link.y, link.x.to, link.y, look_.axis_colour, look_.line);
    }
    // The first series lies above the second where both are alike.
    for (const std::size_t series : {std::size_t{1}, std::size_t{0}}) {
      for (const Dot& dot : dots_) {
        if (dot.series == series)
          canvas_.marker(marker_of(series), dot.at, 2 * radius(), plan_.stroke(series), series == 1);
      }
    }
    links_.clear(), dots_.clear();
  }

  void draw_labels() override {
    for (const Label& shown : labels_) canvas_.print(shown.text, shown.box);
    labels_.clear();
  }

 private:
  struct End {
    const ChartValue* value;
    std::optional<double> number;
    std::size_t series;
    bool low;  // its label stands at the side of smaller values
  };
  struct Link {
    Stretch x;
    Length y;
  };
  struct Dot {
    Point at;
    std::size_t series;
  };
  struct Label {
    ChartText text;
    Box box;
  };

  Length radius() const { return look_.marker * 7 / 10; }
  Marker marker_of(std::size_t series) const { return series == 0 ? Marker::circle : Marker::diamond; }

  std::vector<End> ends(std::size_t c) const {
    std::vector<End> made;
    for (std::size_t s = 0; s < 2; ++s) {
      if (const ChartValue* value = value_at(panel_, s, c)) made.push_back({value, number_at(panel_, s, c), s, false});
    }
    if (made.size() == 2 && made[0].number && made[1].number) {
      made[*made[1].number < *made[0].number ? 1 : 0].low = true;
    } else if (made.size() == 2 && (made[0].number || made[1].number)) {
      // A sign alone would be taken for a label of the other point.
      made.erase(made.begin() + (made[0].number ? 1 : 0));
    } else if (made.size() == 2) {
      made.pop_back();
    }
    return made;
  }

  std::vector<Link> links_;
  std::vector<Dot> dots_;
  std::vector<Label> labels_;
};

}  // namespace

std::unique_ptr<ChartField> dumbbells(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  return std::make_unique<Dumbbells>(plan, canvas, panel);
}

}  // namespace svod::typeset
