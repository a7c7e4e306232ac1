#pragma once

#include <string>
#include <vector>

#include "base/text.h"
#include "definitions/workspace.h"
#include "samples.h"
#include "typeset/fonts.h"
#include "typeset/typeset.h"

// What tests ask of laid-out pages.
namespace samples {

/// The profiles that svod ships.
inline const svod::typeset::Profiles& profiles() {
  static const svod::typeset::Profiles loaded = [] {
    const std::filesystem::path root = SVOD_SOURCE_DIR;
    const auto layouts = svod::definitions::shipped_layouts({root / "schemas", root / "templates"}, svod::disk());
    return svod::typeset::profiles_of(layouts.product).product;
  }();
  return loaded;
}

inline const svod::typeset::Fonts& fonts() {
  static const svod::typeset::Fonts loaded =
      svod::typeset::Fonts::load(svod::typeset::packaged_font_folders(), profiles()).product;
  return loaded;
}

inline svod::typeset::Pages pages_of(const Document& document) {
  return svod::typeset::lay_out(document, fonts(), profiles()).product;
}

/// All text of the body (inside the text area) in reading order, one line of runs a line.
inline std::string body_text(const svod::typeset::Pages& pages, std::size_t page) {
  std::string out;
  svod::typeset::Length baseline = -1;
  const auto& p = pages.pages[page];
  for (const auto& run : p.runs) {
    if (run.baseline < p.top || run.baseline > p.bottom) continue;
    if (baseline >= 0 && run.baseline != baseline) out += '\n';
    baseline = run.baseline;
    out += svod::typeset::text(pages, run);
  }
  return out;
}
inline std::string body_text(const svod::typeset::Pages& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) out += body_text(pages, i) + "\f";
  return out;
}
inline std::string all_text(const svod::typeset::Pages& pages, std::size_t page) {
  std::string out;
  for (const auto& run : pages.pages[page].runs) out += svod::typeset::text(pages, run) + "\n";
  return out;
}

/// Letters and figures alone, soft hyphens and spaces of every kind left out: what must not get lost.
inline std::string letters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = svod::next_code_point(text, at);
    if (c <= ' ' || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0xFEFF) continue;
    out += text.substr(from, at - from);
  }
  return out;
}

inline svod::typeset::Length end_of(const svod::typeset::Pages& pages, const svod::typeset::GlyphRun& run) {
  svod::typeset::Length end = run.x;
  for (std::uint32_t i = run.first; i < run.first + run.count; ++i) end += pages.glyphs[i].advance;
  return end;
}

/// The first thing that stands outside the text area (or, for heads and marks, outside the paper); empty if
/// all is well. A hundredth of a point is rounding.
inline std::string outside(const svod::typeset::Pages& pages) {
  constexpr svod::typeset::Length slack = 60;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const auto& page = pages.pages[i];
    const std::string where = "page " + std::to_string(i + 1) + ": ";
    for (const auto& run : page.runs) {
      const bool body = run.baseline > page.top && run.baseline <= page.bottom;
      if (run.baseline < 0 || run.baseline > page.height)
        return where + "off the paper: " + svod::typeset::text(pages, run);
      if (run.x < page.left - slack || end_of(pages, run) > page.right + slack) {
        return where + (body ? "body: " : "margin: ") + svod::typeset::text(pages, run) + " from " +
               std::to_string(run.x - page.left) + " to " + std::to_string(end_of(pages, run) - page.right);
      }
    }
    for (const auto& rect : page.rects) {
      if (rect.x < page.left - slack || rect.x + rect.width > page.right + slack ||
          rect.y + rect.height > page.bottom + slack) {
        return where + "rule";
      }
    }
  }
  return {};
}

}  // namespace samples
