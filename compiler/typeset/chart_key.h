#pragma once

#include <vector>

#include "typeset/chart_plan.h"

namespace svod::typeset {

/// What stands above the fields of a chart: the names of series beside samples of their looks, and the unit of the
/// values.
class ChartKey {
 public:
  ChartKey(const ChartPlan& plan, ChartCanvas& canvas, Length width);
  Length height() const { return height_; }
  void draw(Length x, Length y);

 private:
  struct Entry {
    std::size_t series = 0;  ///< or, of the reference line, the number of series
    ChartText name;
    Length x = 0, y = 0;
  };
  Length sample_width() const;
  void sample(const Entry& entry, Length x, Length middle);

  const ChartPlan& plan_;
  ChartCanvas& canvas_;
  std::vector<Entry> entries_;
  ChartText unit_;
  Length unit_y_ = 0;
  Length width_ = 0, height_ = 0;
};

}  // namespace svod::typeset
