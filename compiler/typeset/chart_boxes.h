#pragma once

#include <vector>

#include "typeset/length.h"

namespace svod::typeset {

/// A piece of a chart's field.
struct Box {
  Length x = 0, y = 0, width = 0, height = 0;
  Length right() const { return x + width; }
  Length bottom() const { return y + height; }
  bool meets(const Box& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  bool within(const Box& other) const {
    return x >= other.x && right() <= other.right() && y >= other.y && bottom() <= other.bottom();
  }
};

/// Where labels stand and may stand: no two of them meet, and none leaves the bounds.
class Boxes {
 public:
  explicit Boxes(const Box& bounds) : bounds_(bounds) {}
  bool free(const Box& box) const;
  void take(const Box& box) { taken_.push_back(box); }
  /// Takes the place if it is free.
  bool claim(const Box& box);
  const Box& bounds() const { return bounds_; }
  const std::vector<Box>& taken() const { return taken_; }

 private:
  Box bounds_;
  std::vector<Box> taken_;
};

/// A stretch of a line.
struct Stretch {
  Length from = 0, to = 0;
};
/// What is left of a level (upright) line at `at` once the boxes that it would strike through are left out.
std::vector<Stretch> around(Stretch line, Length at, bool level, const std::vector<Box>& boxes);

/// Places for pieces of the given heights, one above the other, each as near its wish as order and bounds allow.
/// The wishes are middles, in ascending order; the places are tops. All must fit into the bounds together.
std::vector<Length> spread(const std::vector<Length>& wishes, const std::vector<Length>& heights, Stretch bounds);

/// Whether a straight line between two points passes through the box.
bool passes(Length x1, Length y1, Length x2, Length y2, const Box& box);

}  // namespace svod::typeset
