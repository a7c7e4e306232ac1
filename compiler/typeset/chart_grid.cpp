#include "typeset/chart_grid.h"

#include <algorithm>

#include "document/chart_scales.h"

namespace svod::typeset {

using namespace document;

namespace {

constexpr Length kColumnGap = pt(16), kLineGap = pt(12);
constexpr Length kNarrowest = pt(130);  // a panel
constexpr std::size_t kTitleLines = 4, kOwnTitleLines = 6;  // what a panel shows may need more words than whose it is

std::size_t columns_for(std::size_t panels, Length width, bool own_scales) {
  // Figures at the left of each panel and a long title want room.
  const Length narrowest = own_scales ? kNarrowest * 8 / 5 : kNarrowest;
  const auto most = static_cast<std::size_t>(std::max<Length>(1, (width + kColumnGap) / (narrowest + kColumnGap)));
  const std::size_t wanted = panels == 4 ? 2 : panels <= 3 ? panels : panels <= 9 ? 3 : 4;
  return std::max<std::size_t>(1, std::min(wanted, most));
}

}  // namespace

ChartGrid::ChartGrid(const Chart& chart, const ChartLook& look, ChartCanvas& canvas, Length width, Length most)
    : chart_(chart), look_(look), canvas_(canvas), width_(width), most_(most) {
  columns_ = columns_for(chart.panels.size(), width, own_scales(chart));
  build(false);
  if (plan_.kind == Chart::Kind::bars && !plan_.rows && !fits()) build(true);
  make_lines();
}

void ChartGrid::build(bool rows) {
  canvas_.forget();
  plan_ = plan_of(chart_, look_, rows);
  plan_.key = plan_.kind != Chart::Kind::pie && plan_.series > 1;
  if (plan_.kind == Chart::Kind::lines && plan_.key && !plan_.multiples()) {
    // Names stand at the ends of the lines where all lines reach the end and there is room.
    const Panel& panel = chart_.panels.front();
    bool whole = plan_.series <= 6 && !panel.categories.empty();
    for (std::size_t s = 0; whole && s < panel.series.size(); ++s)
      whole = number_at(panel, s, panel.categories.size() - 1).has_value();
    plan_.key = !whole;
  }
  choose_scale(plan_);
  make_fields();
  key_ = std::make_unique<ChartKey>(plan_, canvas_, width_);
  share_width();
}

void ChartGrid::choose_scale(ChartPlan& plan) const {
  switch (plan.kind) {
    case Chart::Kind::lines:
      plan.figures = true;
      plan.scale = stepped_scale(plan.extent, false, plan.multiples() ? 4 : 6);
      break;
    case Chart::Kind::dumbbell:
      plan.figures = true;
      plan.scale = stepped_scale(plan.extent, false, plan.multiples() ? 4 : 7);
      break;
    default:
      plan.figures = plan.stacked();
      plan.scale =
          plan.stacked() ? stepped_scale(plan.extent, true, plan.multiples() ? 4 : 6) : plain_scale(plan.extent);
  }
  if (!plan.extent.any) plan.figures = false;
}

void ChartGrid::make_fields() {
  fields_.clear();
  own_.clear();
  for (const Panel& panel : chart_.panels) {
    if (own_scales(chart_)) {
      ChartPlan& own = own_.emplace_back(plan_);
      own.extent = extent_of(own, panel);
      choose_scale(own);
    }
    fields_.push_back(field_of(own_scales(chart_) ? own_.back() : plan_, canvas_, panel));
  }
}

bool ChartGrid::same_categories() const {
  const auto& panels = chart_.panels;
  return std::all_of(panels.begin(), panels.end(),
                     [&](const Panel& panel) { return panel.categories == panels.front().categories; });
}

void ChartGrid::share_width() {
  const auto columns = static_cast<Length>(columns_);
  const Length all = width_ - kColumnGap * (columns - 1);
  // Texts at left stand once for a line of panels where they would be the same.
  const bool once = own_scales(chart_) ? plan_.rows && same_categories() : !plan_.rows || same_categories();
  const Length cell = all / columns;
  Length left = 0, right = 0;
  for (const auto& field : fields_) {
    left = std::max(left, field->left_need(columns_ == 1 ? all * 2 / 5 : once ? all * 3 / 10 : cell * 9 / 20));
    right = std::max(right, field->right_need(all / 4));
  }
  const Length plot = once ? (all - left - right * columns) / columns : cell - left - right;
  Length height = look_.height;
  if (plan_.multiples()) {
    const auto lines = static_cast<Length>((fields_.size() + columns_ - 1) / columns_);
    height = std::clamp(most_ / lines - look_.axis.leading * 4 - kLineGap, pt(64), look_.panel_height);
  }
  height = std::min(height, std::max(most_ - look_.axis.leading * 5, pt(64)));
  spaces_.assign(columns_, {once ? 0 : left, plot, right, height});
  spaces_.front().left = left;
  std::vector<Reach> reaches;
  const Length axis = plan_.rows ? plot : height;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    fields_[i]->take(spaces_[i % columns_]);
    const auto more = fields_[i]->reaches();
    reaches.insert(reaches.end(), more.begin(), more.end());
    if (own_scales(chart_)) fields_[i]->keep_free(pads_for(more, own_[i].scale, axis));
  }
  if (own_scales(chart_)) return;
  const Stretch pads = pads_for(reaches, plan_.scale, axis);
  for (const auto& field : fields_) field->keep_free(pads);
}

bool ChartGrid::fits() const {
  return std::all_of(fields_.begin(), fields_.end(), [](const auto& field) { return field->fits(); });
}

void ChartGrid::make_lines() {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const FieldSpace& space = spaces_[i % columns_];
    const Length width = own_scales(chart_) ? space.left + space.plot : space.plot;
    titles_.push_back(chart_.panels[i].title.empty()
                          ? ChartText{}
                          : canvas_.set(chart_.panels[i].title, look_.panel, width,
                                        own_scales(chart_) ? kOwnTitleLines : kTitleLines));
  }
  for (std::size_t first = 0; first < fields_.size(); first += columns_) {
    PanelLine line;
    line.first = first, line.last = std::min(first + columns_, fields_.size());
    for (std::size_t i = line.first; i < line.last; ++i) {
      line.title = std::max(line.title, titles_[i].empty() ? 0 : titles_[i].height + pt(3));
      line.head = std::max(line.head, fields_[i]->head());
      line.foot = std::max(line.foot, fields_[i]->foot());
      const auto rows = fields_[i]->rows();
      line.heights.resize(std::max(line.heights.size(), rows.size()));
      for (std::size_t r = 0; r < rows.size(); ++r) line.heights[r] = std::max(line.heights[r], rows[r]);
    }
    lines_.push_back(std::move(line));
  }
}

Length ChartGrid::gap() const { return kLineGap; }

std::vector<ChartGrid::Piece> ChartGrid::pieces(Length room) const {
  std::vector<Piece> made;
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    const PanelLine& line = lines_[l];
    const Length around = line.title + line.head + line.foot;
    std::size_t from = 0;
    while (from < line.heights.size()) {
      Length height = around + line.heights[from];
      std::size_t to = from + 1;
      while (to < line.heights.size() && height + line.heights[to] <= room) height += line.heights[to++];
      // A part of one or two rows alone takes some from the one before it.
      if (to < line.heights.size() && line.heights.size() - to < 3 && to - from > 5) {
        while (line.heights.size() - to < 3) height -= line.heights[--to];
      }
      made.push_back({l, from, to, height});
      from = to;
    }
  }
  return made;
}

void ChartGrid::draw(const Piece& piece, Length y) {
  const PanelLine& line = lines_[piece.line];
  Length x = 0;
  for (std::size_t i = line.first; i < line.last; ++i) {
    const FieldSpace& space = spaces_[i - line.first];
    if (!titles_[i].empty()) {
      const Length bottom = y + line.title - pt(3);
      canvas_.print(titles_[i], x + (plan_.rows && !own_scales(chart_) ? space.left : 0), bottom - titles_[i].height,
                    own_scales(chart_) ? space.left + space.plot : space.plot, Align::left);
    }
    const Length top = y + line.title + line.head - fields_[i]->head();
    fields_[i]->draw(line.heights, piece.from, piece.to, x, top);
    x += space.left + space.plot + space.right + kColumnGap;
  }
}

}  // namespace svod::typeset
