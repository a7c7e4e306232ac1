#include <algorithm>
#include <array>

#include "typeset/chart_upright.h"

namespace svod::typeset {

using namespace document;

namespace {

/// Series over years: a line for each, with gaps where a value is missing or cannot be compared.
class Lines : public UprightField {
 public:
  using UprightField::UprightField;

  void take(const FieldSpace& space) override {
    UprightField::take(space);
    place_breaks();
  }

  Length head() const override { return std::max(UprightField::head(), breaks_height_); }

  std::vector<Reach> reaches() override {
    // Labels may stand above the highest point and below the lowest.
    const Length room = look_.label.size + look_.marker / 2 + pt(4);
    return {{plan_.extent.high, room, false}, {plan_.extent.low, room, true}};
  }

 protected:
  std::vector<End> ends() const override {
    std::vector<End> made = UprightField::ends();
    if (plan_.key || plan_.multiples() || panel_.series.size() < 2) return made;
    for (std::size_t s = 0; s < panel_.series.size(); ++s) {
      for (std::size_t c = count(); c-- > 0;) {
        if (const auto number = number_at(panel_, s, c)) {
          made.push_back({panel_.series[s].name, *number, plan_.stroke(s), s == 0});
          break;
        }
      }
    }
    return made;
  }

  void collect(Boxes& boxes) override {
    const Length left = plot().x;
    for (const Mark& mark : marks_) {
      const Length x = between(mark.before);
      Stretch upright{boxes.bounds().y, plot().bottom()};
      if (!mark.text.empty()) {
        const Box box{left + mark.left, boxes.bounds().y + mark.top, mark.text.width, mark.text.height};
        boxes.take(box);
        upright.from = box.bottom();
        canvas_.print(mark.text, box.x, box.y, box.width, Align::centre);
      }
      drawn_breaks_.push_back({x, upright});
    }
    for (std::size_t s = 0; s < panel_.series.size(); ++s) trace(s);
    label_points(boxes);
  }

  void draw_areas() override {
    std::vector<Box> texts;
    for (const Label& shown : labels_) texts.push_back(shown.box);
    for (const Broken& broken : drawn_breaks_)
      canvas_.rule(broken.upright, broken.x, false, texts, look_.axis_colour, look_.axis_rule, pt(1.5), pt(1.5));
    // The first series lies above the others.
    for (std::size_t s = panel_.series.size(); s-- > 0;) {
      const Stretch dash = plan_.dash(s);
      for (const auto& piece : pieces_) {
        if (piece.series == s && piece.points.size() > 1)
          canvas_.trace(piece.points, plan_.stroke(s), s == 0 ? look_.line : look_.line * 3 / 4, dash.from, dash.to);
      }
    }
    for (std::size_t s = panel_.series.size(); s-- > 0;) {
      for (const Dot& dot : dots_) {
        if (dot.series == s) canvas_.marker(plan_.marker(s), dot.at, look_.marker, plan_.stroke(s));
      }
    }
    drawn_breaks_.clear(), pieces_.clear(), dots_.clear();
  }

  void draw_labels() override {
    for (const Label& shown : labels_) canvas_.print(shown.text, shown.box);
    labels_.clear();
  }

 private:
  struct Mark {
    std::size_t before = 0;
    ChartText text;
    Length left = 0, top = 0;  // from the plot's left and the field's top
  };
  struct Broken {
    Length x;
    Stretch upright;
  };
  struct Piece {
    std::size_t series;
    std::vector<Point> points;
  };
  struct Dot {
    Point at;
    std::size_t series;
    std::size_t category;
  };
  struct Label {
    ChartText text;
    Box box;
  };

  Length between(std::size_t before) const { return (middle(before - 1) + middle(before)) / 2; }

  bool broken_before(std::size_t category) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) { return mark.before == category; });
  }

  // Their texts stand in a band above the plot, in as many rows as they need beside one another.
  void place_breaks() {
    marks_.clear();
    breaks_height_ = 0;
    Boxes band({0, 0, space_.plot, pt(10000)});
    for (const Chart::Break& wanted : plan_.chart->breaks) {
      if (wanted.before == 0 || wanted.before >= count() || broken_before(wanted.before)) continue;
      Mark mark;
      mark.before = wanted.before;
      if (!wanted.label.empty()) mark.text = canvas_.set(wanted.label, look_.axis, std::min(space_.plot, pt(120)), 4);
      Box box{between(wanted.before) - plot().x - mark.text.width / 2, 0, mark.text.width, mark.text.height};
      box.x = std::clamp<Length>(box.x, 0, std::max<Length>(0, space_.plot - box.width));
      while (!band.free(box) && box.bottom() < band.bounds().bottom()) box.y += look_.axis.leading;
      if (!mark.text.empty()) band.take({box.x - pt(4), box.y, box.width + pt(8), box.height});
      mark.left = box.x, mark.top = box.y;
      breaks_height_ = std::max(breaks_height_, box.bottom() + pt(2));
      marks_.push_back(std::move(mark));
    }
  }

  void trace(std::size_t s) {
    pieces_.push_back({s, {}});
    for (std::size_t c = 0; c < count(); ++c) {
      const auto number = number_at(panel_, s, c);
      if (!number || broken_before(c)) pieces_.push_back({s, {}});
      if (!number) continue;
      const Point at{middle(c), level(*number)};
      pieces_.back().points.push_back(at);
      dots_.push_back({at, s, c});
    }
  }

  // The ends of a line and its extremes have their labels first.
  std::vector<std::size_t> order() const {
    struct Place {
      int rank;
      std::size_t dot;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < dots_.size(); ++i) {
      const Dot& dot = dots_[i];
      bool last = true, first = true, highest = true, lowest = true;
      for (const Dot& other : dots_) {
        if (other.series != dot.series) continue;
        last = last && other.category <= dot.category;
        first = first && other.category >= dot.category;
        highest = highest && other.at.y >= dot.at.y;
        lowest = lowest && other.at.y <= dot.at.y;
      }
      places.push_back({last ? 0 : first ? 1 : highest || lowest ? 2 : 3, i});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.rank < b.rank; });
    std::vector<std::size_t> made;
    for (const Place& place : places) made.push_back(place.dot);
    return made;
  }

  // How far a point stands out among its neighbours and the other lines: above nought if its label had better
  // stand above it.
  int leaning(const Dot& dot) const {
    int sum = 0;
    for (const Dot& other : dots_) {
      if (other.series == dot.series) {
        const bool beside = other.category + 1 == dot.category || other.category == dot.category + 1;
        if (beside) sum += other.at.y > dot.at.y ? 1 : other.at.y < dot.at.y ? -1 : 0;
      } else if (other.category == dot.category) {
        sum += other.at.y > dot.at.y ? 3 : -3;
      }
    }
    return sum;
  }

  bool crossed(const Box& box) const {
    for (const Piece& piece : pieces_) {
      for (std::size_t i = 0; i + 1 < piece.points.size(); ++i) {
        if (passes(piece.points[i].x, piece.points[i].y, piece.points[i + 1].x, piece.points[i + 1].y, box))
          return true;
      }
    }
    return false;
  }

  void label_points(Boxes& boxes) {
    const Length r = look_.marker / 2 + pt(0.5);
    const auto dot_box = [&](const Dot& dot) { return Box{dot.at.x - r, dot.at.y - r, 2 * r, 2 * r}; };
    for (const std::size_t i : order()) {
      const Dot& dot = dots_[i];
      ChartText text = label(*value_at(panel_, dot.series, dot.category), space_.plot / 3);
      if (text.empty()) continue;
      const Length w = text.width, h = text.tall(), away = r + pt(1.5);
      const Length x = dot.at.x, y = dot.at.y;
      const Box above{x - w / 2, y - away - h, w, h}, below{x - w / 2, y + away, w, h};
      const Length side = w * 3 / 4;
      const bool up = leaning(dot) >= 0;
      const Box& near = up ? above : below;
      const Box& far = up ? below : above;
      const std::array<Box, 8> candidates{{near,
                                           {x - side - r / 2, near.y, w, h},
                                           {x - w + side + r / 2, near.y, w, h},
                                           far,
                                           {x - side - r / 2, far.y, w, h},
                                           {x - w + side + r / 2, far.y, w, h},
                                           {x + away, y - h / 2, w, h},
                                           {x - away - w, y - h / 2, w, h}}};
      for (const Box& box : candidates) {
        if (!boxes.free(box) || crossed(box)) continue;
        if (std::any_of(dots_.begin(), dots_.end(), [&](const Dot& other) { return dot_box(other).meets(box); }))
          continue;
        boxes.take(box);
        labels_.push_back({std::move(text), box});
        break;
      }
    }
  }

  std::vector<Mark> marks_;
  Length breaks_height_ = 0;
  std::vector<Broken> drawn_breaks_;
  std::vector<Piece> pieces_;
  std::vector<Dot> dots_;
  std::vector<Label> labels_;
};

}  // namespace

std::unique_ptr<ChartField> lines(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  return std::make_unique<Lines>(plan, canvas, panel);
}

}  // namespace svod::typeset
