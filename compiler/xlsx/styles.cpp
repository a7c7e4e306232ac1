#include "xlsx/styles.h"

#include <algorithm>

namespace svod::xlsx {
namespace {

constexpr lxw_color_t kHeadFill = 0xE3E8EF;
constexpr lxw_color_t kInputFill = 0xFFF9DB;
constexpr lxw_color_t kGroupFill = 0xF2F2F2;
constexpr lxw_color_t kRule = 0xA6A6A6;
constexpr lxw_color_t kLink = 0x1F3864;
constexpr lxw_color_t kBarFill = 0x8496B0;
constexpr lxw_color_t kDoneText = 0x7F7F7F, kOverdueText = 0x9C0006, kOverdueFill = 0xFCE4E4;

std::uint8_t alignment(document::Align align) {
  switch (align) {
    case document::Align::centre: return LXW_ALIGN_CENTER;
    case document::Align::right: return LXW_ALIGN_RIGHT;
    case document::Align::left:
    case document::Align::justify: return LXW_ALIGN_LEFT;
  }
  return LXW_ALIGN_LEFT;
}

// Text off the rule beside it.
void draw_grid(lxw_format* format, const Style& style) {
  if (style.align == document::Align::left && style.part != Style::Part::head) format_set_indent(format, 1);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, kRule);
}

}  // namespace

std::string number_format(const document::NumberFormat& format) {
  std::string result = format.group && !format.percent ? "#,##0" : "0";
  if (format.places > 0) result += "." + std::string(static_cast<std::size_t>(std::min(format.places, 15)), '0');
  if (format.percent) result += "%";
  return result;
}

lxw_format* Styles::bar() {
  if (bar_ != nullptr) return bar_;
  bar_ = workbook_add_format(workbook_);
  if (bar_ != nullptr) format_set_bg_color(bar_, kBarFill);
  return bar_;
}

lxw_format* Styles::done() {
  if (done_ != nullptr) return done_;
  done_ = workbook_add_format(workbook_);
  if (done_ != nullptr) format_set_font_color(done_, kDoneText);
  return done_;
}

lxw_format* Styles::overdue() {
  if (overdue_ != nullptr) return overdue_;
  overdue_ = workbook_add_format(workbook_);
  if (overdue_ == nullptr) return nullptr;
  format_set_bold(overdue_);
  format_set_font_color(overdue_, kOverdueText);
  format_set_bg_color(overdue_, kOverdueFill);
  return overdue_;
}

lxw_format* Styles::get(const Style& style) {
  if (const auto found = formats_.find(style); found != formats_.end()) return found->second;
  lxw_format* format = workbook_add_format(workbook_);
  if (format == nullptr) return nullptr;
  format_set_font_name(format, "Arial");
  format_set_font_size(format, style.part == Style::Part::title  ? 12
                               : style.part == Style::Part::note ? 9
                                                                 : 10);
  if (style.bold) format_set_bold(format);
  if (style.italic) format_set_italic(format);
  if (style.wrap) format_set_text_wrap(format);
  format_set_align(format, alignment(style.align));
  if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
  switch (style.part) {
    case Style::Part::head:
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_bg_color(format, kHeadFill);
      draw_grid(format, style);
      break;
    case Style::Part::group:
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_bg_color(format, kGroupFill);
      draw_grid(format, style);
      // Its text runs on over the cells beside it.
      format_set_left(format, LXW_BORDER_NONE);
      format_set_right(format, LXW_BORDER_NONE);
      break;
    case Style::Part::total:
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      draw_grid(format, style);
      format_set_top(format, LXW_BORDER_MEDIUM);
      format_set_top_color(format, 0x595959);
      break;
    case Style::Part::link_cell:
      format_set_font_color(format, kLink);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      [[fallthrough]];
    case Style::Part::body:
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      draw_grid(format, style);
      break;
    case Style::Part::input:
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      format_set_bg_color(format, kInputFill);
      format_set_unlocked(format);
      draw_grid(format, style);
      break;
    case Style::Part::link:
      format_set_font_color(format, kLink);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case Style::Part::plain:
    case Style::Part::title:
    case Style::Part::mark:
    case Style::Part::note: format_set_align(format, LXW_ALIGN_VERTICAL_TOP); break;
  }
  if (style.bar) format_set_bg_color(format, kBarFill);
  formats_.emplace(style, format);
  return format;
}

}  // namespace svod::xlsx
