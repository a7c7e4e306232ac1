#pragma once

#include <memory>
#include <vector>

#include "typeset/chart_plan.h"

namespace svod::typeset {

/// How the width of a field is shared, the same for all fields of a chart but for the texts at their left.
struct FieldSpace {
  Length left = 0;  ///< names of rows or figures of the axis; nought where a neighbour at left shows them
  Length plot = 0;
  Length right = 0;   ///< names at the ends of lines
  Length height = 0;  ///< of a field whose height its categories do not give
};

/// Room that a label takes beyond its value, along the axis of values.
struct Reach {
  double at = 0;
  Length room = 0;
  bool low = false;  ///< towards smaller values
};
/// What both ends of an axis of this length must keep free so that all labels fit.
Stretch pads_for(const std::vector<Reach>& reaches, const Scale& scale, Length length);

/// One panel of a chart: rows that a page's end may divide, between a head and a foot that every part repeats.
/// A field that cannot be divided is one row.
class ChartField {
 public:
  ChartField(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel)
      : plan_(plan), look_(*plan.look), canvas_(canvas), panel_(panel) {}
  virtual ~ChartField() = default;
  ChartField(const ChartField&) = delete;
  ChartField& operator=(const ChartField&) = delete;

  /// What stands at left and right of the plot, at most.
  virtual Length left_need(Length most) = 0;
  virtual Length right_need(Length most) { return static_cast<void>(most), 0; }
  /// After it heights are known.
  virtual void take(const FieldSpace& space) = 0;
  virtual std::vector<Reach> reaches() { return {}; }
  /// Both ends of the axis, decided over all panels.
  void keep_free(Stretch pads) { pads_ = pads; }
  /// False where names or values do not fit beside each other and bars had better lie.
  virtual bool fits() { return true; }

  virtual Length head() const { return 0; }
  virtual Length foot() const { return 0; }
  virtual std::vector<Length> rows() const = 0;
  /// Rows [from, to) with their heights; (x, y) is the upper left corner of the head.
  virtual void draw(const std::vector<Length>& heights, std::size_t from, std::size_t to, Length x, Length y) = 0;

 protected:
  /// The value's text, no wider than `width`.
  ChartText label(const document::ChartValue& value, Length width, bool reversed = false) const;
  /// Text above an area: light on dark, and on hatching with white below it.
  void print_on(const ChartText& text, const Box& box, const ChartLook::Ink& ink);

  const ChartPlan& plan_;
  const ChartLook& look_;
  ChartCanvas& canvas_;
  const document::Panel& panel_;
  FieldSpace space_;
  Stretch pads_;
};

std::unique_ptr<ChartField> row_bars(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);
std::unique_ptr<ChartField> dumbbells(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);
std::unique_ptr<ChartField> column_bars(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);
std::unique_ptr<ChartField> lines(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);
std::unique_ptr<ChartField> pie(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);
/// «Нет данных» in a frame.
std::unique_ptr<ChartField> nothing(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);
std::unique_ptr<ChartField> field_of(const ChartPlan& plan, ChartCanvas& canvas, const document::Panel& panel);

}  // namespace svod::typeset
