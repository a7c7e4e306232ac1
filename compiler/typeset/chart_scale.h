#pragma once

#include <vector>

#include "base/decimal.h"
#include "typeset/length.h"

namespace svod::typeset {

/// The values that a chart holds, as far as places on paper need them; printed figures never come from here.
struct Extent {
  double low = 0, high = 0;
  bool any = false;
  void hold(double value);
};

/// A figure of the axis: exact for print.
struct Tick {
  Decimal value;
  double at = 0;
};

/// From values to places along an axis.
struct Scale {
  double low = 0, high = 1;
  std::vector<Tick> ticks;
  /// Nought at `low`, `length` at `high`.
  Length place(double value, Length length) const;
};

/// An axis that is not shown: from nought to what is farthest, both ways.
Scale plain_scale(Extent extent);
/// Steps of 1, 2 or 5 times a power of ten, at most `most` of them; the ends are figures of the axis. With `zero`
/// nought is on the axis; without it, it is where the values are not all far from it.
Scale stepped_scale(Extent extent, bool zero, int most);

}  // namespace svod::typeset
