#include "typeset/chart_boxes.h"

#include <algorithm>

namespace svod::typeset {

bool Boxes::free(const Box& box) const {
  return box.within(bounds_) &&
         std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return box.meets(other); });
}

bool Boxes::claim(const Box& box) {
  if (!free(box)) return false;
  take(box);
  return true;
}

std::vector<Stretch> around(Stretch line, Length at, bool level, const std::vector<Box>& boxes) {
  constexpr Length kAir = pt(1.5);
  std::vector<Stretch> holes;
  for (const Box& box : boxes) {
    const Length across = level ? box.y : box.x, end = level ? box.bottom() : box.right();
    if (at < across || at > end) continue;
    holes.push_back({(level ? box.x : box.y) - kAir, (level ? box.right() : box.bottom()) + kAir});
  }
  std::sort(holes.begin(), holes.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
  std::vector<Stretch> left;
  Length from = line.from;
  for (const Stretch& hole : holes) {
    if (hole.from > from && from < line.to) left.push_back({from, std::min(hole.from, line.to)});
    from = std::max(from, hole.to);
  }
  if (from < line.to) left.push_back({from, line.to});
  return left;
}

std::vector<Length> spread(const std::vector<Length>& wishes, const std::vector<Length>& heights, Stretch bounds) {
  // Pieces that would overlap become a group that stands around the mean of their wishes.
  struct Group {
    std::size_t first = 0, last = 0;
    Length height = 0;
    Length wish = 0;  // sum over the group of the top that each member would give it
    Length top = 0;
  };
  std::vector<Group> groups;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    groups.push_back({i, i + 1, heights[i], wishes[i] - heights[i] / 2, 0});
    for (;;) {
      Group& last = groups.back();
      last.top = last.wish / static_cast<Length>(last.last - last.first);
      last.top = std::max(bounds.from, std::min(last.top, bounds.to - last.height));
      if (groups.size() < 2) break;
      Group& before = groups[groups.size() - 2];
      if (before.top + before.height <= last.top) break;
      before.wish += last.wish - before.height * static_cast<Length>(last.last - last.first);
      before.height += last.height;
      before.last = last.last;
      groups.pop_back();
    }
  }
  std::vector<Length> tops;
  for (const Group& group : groups) {
    Length top = group.top;
    for (std::size_t i = group.first; i < group.last; ++i) {
      tops.push_back(top);
      top += heights[i];
    }
  }
  return tops;
}

bool passes(Length x1, Length y1, Length x2, Length y2, const Box& box) {
  // The line's parameter interval inside the box, side by side.
  double enter = 0, leave = 1;
  const auto clip = [&](Length from, Length to, Length low, Length high) {
    const double start = static_cast<double>(from), way = static_cast<double>(to - from);
    if (way == 0) return from > low && from < high;
    double a = (static_cast<double>(low) - start) / way, b = (static_cast<double>(high) - start) / way;
    if (a > b) std::swap(a, b);
    enter = std::max(enter, a), leave = std::min(leave, b);
    return enter < leave;
  };
  return clip(x1, x2, box.x, box.right()) && clip(y1, y2, box.y, box.bottom());
}

}  // namespace svod::typeset
