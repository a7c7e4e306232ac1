#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "typeset/chart_field.h"
#include "typeset/chart_key.h"

namespace svod::typeset {

/// The panels of a chart, side by side and below one another, and where they may be parted.
class ChartGrid {
 public:
  /// `width` and `height` are what a page gives; `most` of the height is what a chart takes unless its rows need more.
  ChartGrid(const document::Chart& chart, const ChartLook& look, ChartCanvas& canvas, Length width, Length most);

  const ChartPlan& plan() const { return plan_; }
  /// The key, which each part repeats.
  Length top() const { return key_->height(); }
  /// Pieces from the top down that are not divided.
  struct Piece {
    std::size_t line = 0;          ///< of panels
    std::size_t from = 0, to = 0;  ///< rows of its fields
    Length height = 0;             ///< with the head and foot of its own
  };
  /// As high as a part may be, without the key.
  std::vector<Piece> pieces(Length room) const;
  Length gap() const;
  void draw_key(Length y) { key_->draw(0, y); }
  void draw(const Piece& piece, Length y);

 private:
  struct PanelLine {
    std::size_t first = 0, last = 0;  // panels
    std::vector<Length> heights;      // of rows
    Length title = 0, head = 0, foot = 0;
  };
  void build(bool rows);
  void choose_scale(ChartPlan& plan) const;
  void make_fields();
  void share_width();
  void make_lines();
  bool same_categories() const;
  bool fits() const;

  const document::Chart& chart_;
  const ChartLook& look_;
  ChartCanvas& canvas_;
  Length width_ = 0, most_ = 0;
  std::size_t columns_ = 1;
  ChartPlan plan_;
  std::deque<ChartPlan> own_;       ///< of panels that have scales of their own
  std::vector<std::unique_ptr<ChartField>> fields_;
  std::vector<FieldSpace> spaces_;  // by column
  std::vector<ChartText> titles_;
  std::vector<PanelLine> lines_;
  std::unique_ptr<ChartKey> key_;
};

}  // namespace svod::typeset
