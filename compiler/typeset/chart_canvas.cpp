#include "typeset/chart_canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"

namespace svod::typeset {
namespace {

using Hatch = ChartLook::Hatch;
constexpr Colour kWhite{255, 255, 255};
// Control points of a quarter of a circle, in thousandths of its radius.
constexpr Length kQuarter = 552;

Path closed(const std::vector<Point>& outline) {
  Path path;
  for (const Point& point : outline) {
    path.verbs.push_back(path.points.empty() ? Path::Verb::move : Path::Verb::line);
    path.points.push_back(point);
  }
  path.verbs.push_back(Path::Verb::close);
  return path;
}

// Parallel lines within an outline, from edge to edge. (x, y) is their direction.
void hatch(const std::vector<Point>& outline, int x, int y, Length gap, Path& path) {
  const double unit = std::sqrt(static_cast<double>(x * x + y * y));
  const double ux = x / unit, uy = y / unit;
  struct Turned {
    double along, across;
  };
  std::vector<Turned> turned;
  double low = 1e18, high = -1e18;
  for (const Point& p : outline) {
    const double px = static_cast<double>(p.x), py = static_cast<double>(p.y);
    turned.push_back({px * ux + py * uy, py * ux - px * uy});
    low = std::min(low, turned.back().across), high = std::max(high, turned.back().across);
  }
  const double step = static_cast<double>(gap);
  std::vector<double> cuts;
  for (double across = (std::floor(low / step) + 0.5) * step; across < high; across += step) {
    cuts.clear();
    for (std::size_t i = 0; i < turned.size(); ++i) {
      const Turned& a = turned[i];
      const Turned& b = turned[(i + 1) % turned.size()];
      if ((a.across < across) == (b.across < across)) continue;
      cuts.push_back(a.along + (b.along - a.along) * (across - a.across) / (b.across - a.across));
    }
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); i += 2) {
      for (std::size_t end = i; end < i + 2; ++end) {
        path.verbs.push_back(end == i ? Path::Verb::move : Path::Verb::line);
        path.points.push_back({std::llround(cuts[end] * ux - across * uy), std::llround(cuts[end] * uy + across * ux)});
      }
    }
  }
}

}  // namespace

int lightness(Colour colour) { return (299 * colour.red + 587 * colour.green + 114 * colour.blue) / 1000; }

std::vector<Point> arc(Point centre, Length radius, double from, double to) {
  std::vector<Point> points;
  const int steps = std::max(1, static_cast<int>(std::ceil((to - from) * 120)));
  for (int i = 0; i <= steps; ++i) {
    const double angle = (from + (to - from) * i / steps) * 2 * std::numbers::pi;
    const double r = static_cast<double>(radius);
    points.push_back({centre.x + std::llround(r * std::sin(angle)), centre.y - std::llround(r * std::cos(angle))});
  }
  return points;
}

ChartText ChartCanvas::broken(std::string_view text, const TextStyle& style, Length width) {
  ChartText made;
  const Inline source = text_.add(text, style);
  const Length room = std::max<Length>(width, 1);
  text_.break_lines(source, room, room, false, made.lines);
  for (const Line& line : made.lines) made.width = std::max(made.width, line.natural);
  made.leading = style.leading;
  made.size = style.size;
  made.height = style.leading * static_cast<Length>(made.lines.size());
  made.baseline = baseline_of(text_.shaper(), style);
  return made;
}

ChartText ChartCanvas::set(std::string_view text, const TextStyle& style, Length width, std::size_t most) {
  ChartText made = broken(text, style, width);
  if (made.lines.size() <= most) return made;
  shortened_ = true;
  const std::u32string all = to_code_points(text);
  std::size_t fits = 0, fails = all.size();
  while (fails - fits > 1) {
    const std::size_t middle = (fits + fails) / 2;
    made = broken(std::string(trim(to_utf8(all.substr(0, middle)))) + "…", style, width);
    (made.lines.size() <= most ? fits : fails) = middle;
  }
  return broken(std::string(trim(to_utf8(all.substr(0, fits)))) + "…", style, width);
}

void ChartCanvas::print(const ChartText& text, Length x, Length y, Length width, document::Align align) {
  Length baseline = y + text.baseline;
  for (const Line& line : text.lines) {
    text_.set(line, x, baseline, width, align, drawing_);
    baseline += text.leading;
  }
}

void ChartCanvas::line(Length x1, Length y1, Length x2, Length y2, Colour colour, Length width, Length dash,
                       Length gap) {
  trace({{x1, y1}, {x2, y2}}, colour, width, dash, gap);
}

void ChartCanvas::rule(Stretch line, Length at, bool level, const std::vector<Box>& boxes, Colour colour, Length width,
                       Length dash, Length gap) {
  Path path;
  path.stroked = true, path.stroke = colour, path.width = width, path.dash = dash, path.gap = gap;
  for (const Stretch& piece : around(line, at, level, boxes)) {
    path.verbs.insert(path.verbs.end(), {Path::Verb::move, Path::Verb::line});
    path.points.push_back(level ? Point{piece.from, at} : Point{at, piece.from});
    path.points.push_back(level ? Point{piece.to, at} : Point{at, piece.to});
  }
  if (!path.verbs.empty()) draw(std::move(path));
}

void ChartCanvas::fill(const Box& box, Colour colour) {
  Path path = closed({{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}});
  path.filled = true, path.fill = colour;
  draw(std::move(path));
}

void ChartCanvas::area(const Box& box, const ChartLook::Ink& ink, const ChartLook& look) {
  area({{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}}, ink, look);
}

void ChartCanvas::area(const std::vector<Point>& outline, const ChartLook::Ink& ink, const ChartLook& look) {
  Path path = closed(outline);
  path.filled = true;
  path.fill = ink.hatch == Hatch::none ? ink.colour : kWhite;
  draw(path);
  if (ink.hatch == Hatch::none) return;
  Path lines;
  lines.stroked = true, lines.stroke = ink.colour, lines.width = look.hatch_rule;
  if (ink.hatch == Hatch::rising || ink.hatch == Hatch::crossed) hatch(outline, 1, -1, look.hatch_gap, lines);
  if (ink.hatch == Hatch::falling || ink.hatch == Hatch::crossed) hatch(outline, 1, 1, look.hatch_gap, lines);
  if (ink.hatch == Hatch::level) hatch(outline, 1, 0, look.hatch_gap, lines);
  if (ink.hatch == Hatch::upright) hatch(outline, 0, 1, look.hatch_gap, lines);
  if (!lines.verbs.empty()) draw(std::move(lines));
  path.filled = false;
  path.stroked = true, path.stroke = ink.colour, path.width = look.hatch_rule;
  draw(std::move(path));
}

void ChartCanvas::trace(const std::vector<Point>& points, Colour colour, Length width, Length dash, Length gap) {
  Path path;
  path.stroked = true, path.stroke = colour, path.width = width, path.dash = dash, path.gap = gap;
  for (const Point& point : points) {
    path.verbs.push_back(path.points.empty() ? Path::Verb::move : Path::Verb::line);
    path.points.push_back(point);
  }
  draw(std::move(path));
}

void ChartCanvas::marker(Marker shape, Point at, Length width, Colour colour, bool hollow) {
  const Length r = width / 2;
  Path path;
  switch (shape) {
    case Marker::circle: {
      const Length k = r * kQuarter / 1000;
      path.verbs = {Path::Verb::move,  Path::Verb::curve, Path::Verb::curve,
                    Path::Verb::curve, Path::Verb::curve, Path::Verb::close};
      path.points = {{at.x + r, at.y},     {at.x + r, at.y + k}, {at.x + k, at.y + r}, {at.x, at.y + r},
                     {at.x - k, at.y + r}, {at.x - r, at.y + k}, {at.x - r, at.y},     {at.x - r, at.y - k},
                     {at.x - k, at.y - r}, {at.x, at.y - r},     {at.x + k, at.y - r}, {at.x + r, at.y - k},
                     {at.x + r, at.y}};
      break;
    }
    case Marker::square: {
      const Length h = r * 9 / 10;
      path = closed({{at.x - h, at.y - h}, {at.x + h, at.y - h}, {at.x + h, at.y + h}, {at.x - h, at.y + h}});
      break;
    }
    case Marker::triangle: {
      const Length low = r * 8 / 10, side = r * 11 / 10;
      path = closed({{at.x, at.y - r - r / 10}, {at.x + side, at.y + low}, {at.x - side, at.y + low}});
      break;
    }
    case Marker::diamond: {
      const Length h = r * 12 / 10;
      path = closed({{at.x, at.y - h}, {at.x + h, at.y}, {at.x, at.y + h}, {at.x - h, at.y}});
      break;
    }
  }
  path.filled = path.stroked = true;
  path.fill = hollow ? kWhite : colour;
  path.stroke = hollow ? colour : kWhite;
  path.width = hollow ? pt(1.3) : pt(0.6);
  draw(std::move(path));
}

}  // namespace svod::typeset
