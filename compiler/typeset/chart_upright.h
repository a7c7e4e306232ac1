#pragma once

#include "typeset/chart_field.h"

namespace svod::typeset {

/// Categories side by side, their names below, values upward. One row that no page's end divides.
class UprightField : public ChartField {
 public:
  using ChartField::ChartField;
  Length left_need(Length most) override;
  Length right_need(Length most) override;
  void take(const FieldSpace& space) override;
  Length head() const override;
  Length foot() const override;
  std::vector<Length> rows() const override { return {space_.height}; }
  void draw(const std::vector<Length>& heights, std::size_t from, std::size_t to, Length x, Length y) override;

 protected:
  /// A text at the right of the plot, as near to the level of its value as the others let it.
  struct End {
    std::string text;
    double at = 0;
    Colour colour;
    bool strong = false;
  };
  virtual std::vector<End> ends() const;
  virtual Length widest_slot() const { return 0; }  ///< nought where slots are as wide as the plot lets them
  /// Collects what the field shows; labels are claimed in `boxes`.
  virtual void collect(Boxes& boxes) = 0;
  virtual void draw_areas() = 0;
  virtual void draw_labels() = 0;

  std::size_t count() const { return panel_.categories.size(); }
  Length slot() const;
  /// The middle of a category's slot.
  Length middle(std::size_t category) const { return left_ + slot() * static_cast<Length>(category) + slot() / 2; }
  Length level(double value) const { return low_ - plan_.scale.place(value, length_); }
  /// Whether all names stand in their slots in at most three lines.
  bool names_fit() const;
  /// Places on paper as they would be with the field's corner at nought; for measuring.
  void settle(Length left, Length top, Length height);
  const Box& plot() const { return plot_; }

 private:
  bool has_reference() const { return plan_.chart->reference && plan_.stack != document::Chart::Stack::full; }
  void draw_names(Length y);
  void draw_ends(Length x);
  std::vector<ChartText> names_;
  Box plot_;
  Length left_ = 0;              // of the slots
  Length low_ = 0, length_ = 0;  // of the axis: the level of its low end, and how high it is
};

}  // namespace svod::typeset
