#include "xlsx/chart_native.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "xlsx/strings.h"

namespace svod::xlsx {
namespace {

using document::Chart;
using document::Panel;

constexpr std::size_t kMostParts = 4;
constexpr lxw_color_t kWhite = 0xFFFFFF, kText = 0x404040, kAxis = 0x6E6E6E, kGrid = 0xD9D9D9;

// Series are told apart in grey print by tint and pattern, as in the printed document.
struct Look {
  lxw_color_t colour;
  std::uint8_t pattern;
};
constexpr std::array<Look, 6> kLooks{{{0x1B3A6B, LXW_CHART_PATTERN_NONE},
                                      {0xB0B8C2, LXW_CHART_PATTERN_NONE},
                                      {0x60686F, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL},
                                      {0x6E757E, LXW_CHART_PATTERN_NONE},
                                      {0x78808A, LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL},
                                      {0x505862, LXW_CHART_PATTERN_LARGE_GRID}}};
constexpr std::array<lxw_color_t, 4> kLines{0x1B3A6B, 0x6E757E, 0x404850, 0x8A9099};
constexpr std::array<std::uint8_t, 4> kMarkers{LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE,
                                               LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND};
constexpr std::array<std::uint8_t, 4> kDashes{LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                              LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_LONG_DASH};

std::string shown(std::string_view text) {
  std::string clean = cell_text(text).text;
  if (length(clean) > 200) clean = to_utf8(to_code_points(clean).substr(0, 200)) + "…";
  return clean;
}

std::string cell_address(lxw_row_t row, std::size_t column) {
  std::string letters;
  for (std::size_t c = column + 1; c > 0; c = (c - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (c - 1) % 26));
  return "$" + letters + "$" + std::to_string(row + 1);
}

lxw_color_t band(std::size_t at, std::size_t of) {
  constexpr std::array<int, 3> kLight{222, 228, 236}, kDark{27, 58, 107};
  lxw_color_t colour = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    const int way = (kDark[part] - kLight[part]) * static_cast<int>(at);
    const int value = of <= 1 ? kDark[part] : kLight[part] + way / static_cast<int>(of - 1);
    colour = colour * 256 + static_cast<lxw_color_t>(value);
  }
  return colour;
}

class NativeChart {
 public:
  NativeChart(Book& book, const Chart& chart, const PanelPlace& place, const std::string& sheet)
      : book_(book), chart_(chart), place_(place), panel_(*place.panel), sheet_(quoted_sheet(sheet)) {
    for (const auto& panel : chart.panels) most_series_ = std::max(most_series_, panel.series.size());
    pie_bar_ = drawn_as_bar(chart);
    pairs_ = chart.kind == Chart::Kind::dumbbell && most_series_ == 2;
    upright_line_ = chart.kind == Chart::Kind::lines || pairs_;
    lying_ = pie_bar_ || (!upright_line_ && chart.kind != Chart::Kind::pie &&
                          (chart.horizontal || chart.kind == Chart::Kind::dumbbell));
  }

  lxw_chart* make(const std::string& title, const std::optional<AxisRange>& axis) {
    made_ = book_.add_chart(type());
    if (!made_) return nullptr;
    if (title.empty()) {
      chart_title_off(made_);
    } else {
      lxw_chart_font font = letters(10, true);
      chart_title_set_name(made_, shown(title).c_str());
      chart_title_set_name_font(made_, &font);
    }
    chart_show_blanks_as(made_, LXW_CHART_BLANKS_AS_GAP);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_chartarea_set_line(made_, &none);
    if (pie_bar_) {
      parts_of_a_bar();
    } else if (chart_.kind == Chart::Kind::pie) {
      pie();
    } else {
      for (std::size_t s = 0; s < panel_.series.size(); ++s) add_series(s);
      if (upright_line_ && chart_.reference) reference_line();
    }
    if (chart_.kind != Chart::Kind::pie || pie_bar_) set_axes(axis);
    legend();
    return made_;
  }

 private:
  static lxw_chart_font letters(double size, bool bold = false, lxw_color_t colour = kText) {
    static char arial[] = "Arial";
    lxw_chart_font font{};
    font.name = arial;
    font.size = size;
    font.bold = static_cast<std::uint8_t>(bold ? LXW_TRUE : LXW_EXPLICIT_FALSE);
    font.color = colour;
    return font;
  }

  std::uint8_t type() const {
    if (pie_bar_) return LXW_CHART_BAR_STACKED_PERCENT;
    if (chart_.kind == Chart::Kind::pie) return LXW_CHART_PIE;
    if (upright_line_) return LXW_CHART_LINE;
    switch (chart_.stack) {
      case Chart::Stack::none: return lying_ ? LXW_CHART_BAR : LXW_CHART_COLUMN;
      case Chart::Stack::stacked: return lying_ ? LXW_CHART_BAR_STACKED : LXW_CHART_COLUMN_STACKED;
      case Chart::Stack::full: return lying_ ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_COLUMN_STACKED_PERCENT;
    }
    return LXW_CHART_COLUMN;
  }
  bool stacked() const { return pie_bar_ || (chart_.kind == Chart::Kind::bars && chart_.stack != Chart::Stack::none); }

  std::string range(lxw_row_t from, std::size_t column, lxw_row_t to) const {
    return "=" + sheet_ + "!" + cell_address(from, column) + ":" + cell_address(to, column);
  }

  // The rows of the categories, with the one to compare with below the bars.
  lxw_row_t last_row() const {
    return place_.reference && !upright_line_ && !stacked() ? *place_.reference : place_.last;
  }

  void name(lxw_chart_series* series, std::size_t s) {
    chart_series_set_name(series, ("=" + sheet_ + "!" + cell_address(place_.head, s + 1)).c_str());
  }

  lxw_color_t colour_of(std::size_t s) const {
    return chart_.ordered ? band(s, most_series_) : kLooks[s % kLooks.size()].colour;
  }

  void fill(lxw_chart_series* series, std::size_t s) {
    const Look& look = kLooks[s % kLooks.size()];
    if (!chart_.ordered && look.pattern != LXW_CHART_PATTERN_NONE) {
      lxw_chart_pattern pattern{look.colour, kWhite, look.pattern};
      chart_series_set_pattern(series, &pattern);
    } else {
      lxw_chart_fill area{};
      area.color = colour_of(s);
      chart_series_set_fill(series, &area);
    }
    lxw_chart_line edge{};
    edge.color = look.pattern != LXW_CHART_PATTERN_NONE && !chart_.ordered ? look.colour : kWhite;
    edge.width = 0.75F;
    chart_series_set_line(series, &edge);
  }

  void label(lxw_chart_series* series, std::uint8_t position, lxw_color_t colour = kText) {
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, number_format(chart_.format).c_str());
    lxw_chart_font font = letters(8, false, colour);
    chart_series_set_labels_font(series, &font);
    if (position != LXW_CHART_LABEL_POSITION_DEFAULT) chart_series_set_labels_position(series, position);
  }

  void add_series(std::size_t s) {
    lxw_chart_series* series = chart_add_series(made_, range(place_.first, 0, last_row()).c_str(),
                                                range(place_.first, s + 1, last_row()).c_str());
    if (!series) return;
    name(series, s);
    if (upright_line_) return dress_line(series, s);
    fill(series, s);
    if (stacked()) {
      const bool dark = chart_.ordered ? 2 * s >= most_series_ : s % kLooks.size() == 0 || s % kLooks.size() == 3;
      label(series, LXW_CHART_LABEL_POSITION_CENTER, dark ? kWhite : kText);
    } else {
      label(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
      if (place_.reference && s == 0 && most_series_ == 1) mark_reference(series);
    }
  }

  // The bar to compare with is not one of the series: grey.
  void mark_reference(lxw_chart_series* series) {
    lxw_chart_fill grey{};
    grey.color = 0xA6ACB4;
    lxw_chart_point marked{};
    marked.fill = &grey;
    lxw_chart_point plain{};
    std::vector<lxw_chart_point*> points(*place_.reference - place_.first, &plain);
    points.push_back(&marked);
    points.push_back(nullptr);
    chart_series_set_points(series, points.data());
  }

  void dress_line(lxw_chart_series* series, std::size_t s) {
    lxw_chart_line line{};
    line.color = kLines[s % kLines.size()];
    if (pairs_) {
      line.none = LXW_TRUE;
    } else {
      line.width = s == 0 ? 2.25F : 1.5F;
      line.dash_type = kDashes[s % kDashes.size()];
    }
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(
        series, pairs_ && s == 1 ? static_cast<std::uint8_t>(LXW_CHART_MARKER_DIAMOND) : kMarkers[s % kMarkers.size()]);
    chart_series_set_marker_size(series, pairs_ ? 8 : 6);
    lxw_chart_fill inside{};
    inside.color = kLines[s % kLines.size()];
    chart_series_set_marker_fill(series, &inside);
    lxw_chart_line edge{};
    edge.color = kLines[s % kLines.size()];
    edge.width = 1;
    chart_series_set_marker_line(series, &edge);
    // One line has its values above, two have them apart, more are read from the table.
    if (pairs_) {
      label(series, s == 0 ? LXW_CHART_LABEL_POSITION_LEFT : LXW_CHART_LABEL_POSITION_RIGHT);
    } else if (most_series_ <= 2) {
      label(series, s == 0 ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_BELOW);
    }
    if (pairs_ && s == 1) {
      lxw_chart_line between{};
      between.color = kAxis;
      between.width = 1.5F;
      chart_set_high_low_lines(made_, &between);
    }
  }

  // Its values stand in a column of their own, the last one.
  void reference_line() {
    const std::size_t column = most_series_ + 1;
    lxw_chart_series* series = chart_add_series(made_, range(place_.first, 0, place_.last).c_str(),
                                                range(place_.first, column, place_.last).c_str());
    if (!series) return;
    name(series, column - 1);
    lxw_chart_line line{};
    line.color = kAxis;
    line.width = 1.25F;
    line.dash_type = LXW_CHART_LINE_DASH_DASH;
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
  }

  void pie() {
    lxw_chart_series* series = chart_add_series(made_, range(place_.first, 0, place_.last).c_str(),
                                                range(place_.first, 1, place_.last).c_str());
    if (!series) return;
    name(series, 0);
    std::array<lxw_chart_fill, kMostParts> fills{};
    std::array<lxw_chart_pattern, kMostParts> patterns{};
    std::array<lxw_chart_point, kMostParts> points{};
    std::vector<lxw_chart_point*> list;
    for (std::size_t c = 0; c < panel_.categories.size() && c < kMostParts; ++c) {
      const Look& look = kLooks[c];
      if (look.pattern == LXW_CHART_PATTERN_NONE) {
        fills[c].color = look.colour;
        points[c].fill = &fills[c];
      } else {
        patterns[c] = {look.colour, kWhite, look.pattern};
        points[c].pattern = &patterns[c];
      }
      list.push_back(&points[c]);
    }
    list.push_back(nullptr);
    chart_series_set_points(series, list.data());
    label(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
  }

  // Each part is a series of one value.
  void parts_of_a_bar() {
    for (lxw_row_t row = place_.first; row <= place_.last; ++row) {
      lxw_chart_series* series = chart_add_series(made_, nullptr, range(row, 1, row).c_str());
      if (!series) return;
      chart_series_set_name(series, ("=" + sheet_ + "!" + cell_address(row, 0)).c_str());
      fill(series, row - place_.first);
      const std::size_t look = (row - place_.first) % kLooks.size();
      label(series, LXW_CHART_LABEL_POSITION_CENTER, look == 0 || look == 3 ? kWhite : kText);
    }
  }

  void set_axes(const std::optional<AxisRange>& range_of_values) {
    // The library names axes by where they lie.
    lxw_chart_axis* values = lying_ ? made_->x_axis : made_->y_axis;
    lxw_chart_axis* names = lying_ ? made_->y_axis : made_->x_axis;
    lxw_chart_font font = letters(8);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_num_font(names, &font);
    lxw_chart_line grid{};
    grid.color = kGrid;
    grid.width = 0.5F;
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
    chart_axis_major_gridlines_set_line(values, &grid);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_axis_set_line(values, &none);
    lxw_chart_line rule{};
    rule.color = kAxis;
    rule.width = 0.75F;
    chart_axis_set_line(names, &rule);
    chart_axis_set_major_tick_mark(names, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_major_tick_mark(values, LXW_CHART_AXIS_TICK_MARK_NONE);
    const bool full = pie_bar_ || (chart_.kind == Chart::Kind::bars && chart_.stack == Chart::Stack::full);
    document::NumberFormat format = chart_.format;
    if (range_of_values && range_of_values->step >= 1) format.places = 0;
    chart_axis_set_num_format(values, full ? "0%" : number_format(format).c_str());
    if (!chart_.unit.empty() && !full) {
      lxw_chart_font unit = letters(8);
      chart_axis_set_name(values, shown(chart_.unit).c_str());
      chart_axis_set_name_font(values, &unit);
    }
    chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (lying_) chart_axis_set_reverse(names);
    if (!range_of_values || full) return;
    const double unit = chart_.format.percent ? 100 : 1;
    chart_axis_set_min(values, range_of_values->low / unit);
    chart_axis_set_max(values, range_of_values->high / unit);
    chart_axis_set_major_unit(values, range_of_values->step / unit);
  }

  void legend() {
    const bool wanted =
        pie_bar_ || chart_.kind == Chart::Kind::pie || most_series_ > 1 || (upright_line_ && chart_.reference);
    if (!wanted) return chart_legend_set_position(made_, LXW_CHART_LEGEND_NONE);
    lxw_chart_font font = letters(8);
    chart_legend_set_position(made_, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(made_, &font);
  }

  Book& book_;
  const Chart& chart_;
  const PanelPlace& place_;
  const Panel& panel_;
  std::string sheet_;
  std::size_t most_series_ = 0;
  bool pie_bar_ = false, pairs_ = false, upright_line_ = false, lying_ = false;
  lxw_chart* made_ = nullptr;
};

}  // namespace

bool drawn_as_bar(const Chart& chart) {
  if (chart.kind != Chart::Kind::pie) return false;
  for (const Panel& panel : chart.panels) {
    if (panel.series.size() > 1 || panel.categories.size() > kMostParts) return true;
    for (const auto& series : panel.series) {
      for (const auto& value : series.values) {
        if (value.number && *value.number < Number(0)) return true;
      }
    }
  }
  return false;
}

std::optional<AxisRange> axis_of(const Chart& chart, const std::vector<Panel>& panels) {
  const bool points = chart.kind == Chart::Kind::lines || chart.kind == Chart::Kind::dumbbell;
  if (chart.kind == Chart::Kind::pie || (chart.kind == Chart::Kind::bars && chart.stack == Chart::Stack::full))
    return {};
  // Bars start at nought by themselves; several of them must agree on the end.
  if (!points && (panels.size() < 2 || chart.stack != Chart::Stack::none)) return {};
  double low = 0, high = 0;
  bool any = false;
  const auto hold = [&](double value) {
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  };
  for (const Panel& panel : panels) {
    for (const auto& series : panel.series) {
      for (const auto& value : series.values) {
        if (value.number) hold(value.number->to_double());
      }
    }
  }
  if (!any) return {};
  if (chart.reference) hold(chart.reference->value.to_double());
  if (!points) hold(0);
  // Room for the labels of the outermost points.
  const double room = std::max((high - low) * 0.08, std::max(std::abs(low), std::abs(high)) * 0.02);
  if (points && low - room >= 0) low -= room;
  if (points) high += room;
  if (low > 0 && low < high - low) low = 0;
  if (low == high) high = low + 1;
  constexpr double kMostSteps = 6;
  double power = std::pow(10.0, std::floor(std::log10((high - low) / kMostSteps)));
  for (;; power *= 10) {
    for (const double mantissa : {1.0, 2.0, 5.0}) {
      const double step = mantissa * power;
      const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
      if (last - first <= kMostSteps) return AxisRange{first * step, last * step, step};
    }
  }
}

lxw_chart* native_chart(Book& book, const Chart& chart, const PanelPlace& place, const std::string& sheet,
                        const std::string& title, const std::optional<AxisRange>& axis) {
  return NativeChart(book, chart, place, sheet).make(title, axis);
}

}  // namespace svod::xlsx
