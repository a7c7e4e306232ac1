#include <algorithm>

#include "typeset/chart_field.h"

namespace svod::typeset {

using namespace document;

namespace {

constexpr Length kAway = pt(6);  // from the edge to the text

/// Parts of a whole, clockwise from the top, their names and values at the sides.
class Pie : public ChartField {
 public:
  using ChartField::ChartField;

  Length left_need(Length) override { return 0; }
  void take(const FieldSpace& space) override { space_ = space; }
  std::vector<Length> rows() const override { return {space_.height}; }

  void draw(const std::vector<Length>& heights, std::size_t from, std::size_t, Length x, Length y) override {
    if (from > 0) return;
    const Length height = std::min(heights[0], space_.height);
    const Length side = space_.plot / 3;  // of the texts, at least
    const Length radius = std::max(pt(10), std::min(height / 2 - look_.label.leading, (space_.plot - 2 * side) / 2));
    const Point centre{x + space_.plot / 2, y + height / 2};
    double whole = 0;
    for (std::size_t c = 0; c < panel_.categories.size(); ++c) whole += number_at(panel_, 0, c).value_or(0);
    if (whole <= 0) {
      canvas_.area(arc(centre, radius, 0, 1), {look_.grid_colour, ChartLook::Hatch::none}, look_);
      whole = 1;
    }

    std::vector<Part> parts;
    double turn = 0;
    for (std::size_t c = 0; c < panel_.categories.size(); ++c) {
      const double share = number_at(panel_, 0, c).value_or(0) / whole;
      const double middle = turn + share / 2;
      if (share > 0) slice(centre, radius, turn, turn + share, c);
      turn += share;
      parts.push_back({c, middle, share > 0});
    }
    // Light lines between parts, above their hatching.
    turn = 0;
    for (const Part& part : parts) {
      const double share = number_at(panel_, 0, part.category).value_or(0) / whole;
      if (share > 0 && share < 1) {
        const Point edge = arc(centre, radius, turn, turn)[0];
        canvas_.line(centre.x, centre.y, edge.x, edge.y, {255, 255, 255}, pt(1));
      }
      turn += share;
    }
    for (const bool right : {true, false}) print_side(parts, right, centre, radius, x, y, height);
  }

 private:
  struct Part {
    std::size_t category;
    double middle;  // in turns from the top, clockwise
    bool drawn;
    bool right() const { return middle < 0.5; }
  };

  void slice(Point centre, Length radius, double from, double to, std::size_t part) {
    std::vector<Point> outline = arc(centre, radius, from, to);
    if (to - from < 1) outline.push_back(centre);
    canvas_.area(outline, plan_.ink(part), look_);
  }

  void print_side(const std::vector<Part>& all, bool right, Point centre, Length radius, Length x, Length y,
                  Length height) {
    std::vector<Part> parts;
    for (const Part& part : all) {
      if (part.right() == right) parts.push_back(part);
    }
    // Down the right side with the turn, down the left one against it.
    if (!right) std::reverse(parts.begin(), parts.end());
    const Length left = right ? centre.x + radius + kAway : x;
    const Length width = right ? x + space_.plot - left : centre.x - radius - kAway - x;
    const Align align = right ? Align::left : Align::right;
    struct Text {
      ChartText name, value;
    };
    std::vector<Text> texts;
    std::vector<Length> wishes, heights;
    TextStyle strong = look_.label;
    strong.bold = true;
    // A quarter of the field each, at most: so four always stand one below another.
    const auto most = static_cast<std::size_t>(std::max<Length>(1, (height / 4 - strong.leading) / look_.axis.leading));
    for (const Part& part : parts) {
      const ChartValue* value = value_at(panel_, 0, part.category);
      texts.push_back({canvas_.set(panel_.categories[part.category], look_.axis, width, most),
                       canvas_.set(value ? label_of(*plan_.chart, *value) : std::string("…"), strong, width, 1)});
      heights.push_back(texts.back().name.height + texts.back().value.height);
      wishes.push_back(arc(centre, radius, part.middle, part.middle)[0].y);
    }
    const auto tops = spread(wishes, heights, {y, y + height});
    for (std::size_t i = 0; i < parts.size(); ++i) {
      canvas_.print(texts[i].value, left, tops[i], width, align);
      canvas_.print(texts[i].name, left, tops[i] + texts[i].value.height, width, align);
      if (!parts[i].drawn) continue;
      const Point edge = arc(centre, radius, parts[i].middle, parts[i].middle)[0];
      const Length end = right ? left - pt(1.5) : left + width + pt(1.5);
      const Length level = tops[i] + texts[i].value.height * 55 / 100;
      canvas_.trace({edge, {end, level}}, look_.axis_colour, look_.grid_rule, 0, 0);
    }
  }
};

}  // namespace

std::unique_ptr<ChartField> pie(const ChartPlan& plan, ChartCanvas& canvas, const Panel& panel) {
  return std::make_unique<Pie>(plan, canvas, panel);
}

}  // namespace svod::typeset
