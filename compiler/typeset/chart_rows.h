#pragma once

#include "typeset/chart_field.h"

namespace svod::typeset {

/// Categories one below another, their names at left, values along the line.
class RowField : public ChartField {
 public:
  using ChartField::ChartField;
  Length left_need(Length most) override;
  void take(const FieldSpace& space) override;
  Length head() const override;
  Length foot() const override;
  std::vector<Length> rows() const override;
  void draw(const std::vector<Length>& heights, std::size_t from, std::size_t to, Length x, Length y) override;

 protected:
  /// What the category's bars or points take, without the gap to the next.
  virtual Length content(std::size_t category) const = 0;
  /// How far the bar stands below the middle of its row, for labels above it.
  virtual Length lowered(std::size_t category) const { return static_cast<void>(category), 0; }
  /// Collects what the row shows; `middle` is the middle of its bar. Labels are claimed in `boxes`.
  virtual void collect(std::size_t category, Length middle, Boxes& boxes) = 0;
  /// Draws what was collected: areas below the reference line, labels above it.
  virtual void draw_areas() = 0;
  virtual void draw_labels() = 0;

  Length place(double value) const { return start_ + plan_.scale.place(value, length_); }

 private:
  void draw_axis(Length top, Length bottom, const std::vector<Box>& labels);
  std::vector<ChartText> names_;
  ChartText reference_;
  Length start_ = 0, length_ = 0;  // of the axis
};

}  // namespace svod::typeset
