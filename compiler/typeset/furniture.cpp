#include "typeset/furniture.h"

#include <algorithm>

namespace svod::typeset {
namespace {

using document::Align;

constexpr Length kMarkGap = mm(4);    // between text and mark
constexpr Length kPaperEdge = mm(6);  // where printers may not print
constexpr std::size_t kMostMarkLines = 8;

// Moves what was drawn from the origin of the page onto it.
struct OnPage {
  Pages& pages;
  Page& page;
  Drawing drawing;
  OnPage(Pages& all, Page& where) : pages(all), page(where), drawing{all.glyphs, {}, {}, {}} {}
  ~OnPage() {
    page.runs.insert(page.runs.end(), drawing.runs.begin(), drawing.runs.end());
    page.rects.insert(page.rects.end(), drawing.rects.begin(), drawing.rects.end());
  }
  OnPage(const OnPage&) = delete;
  OnPage& operator=(const OnPage&) = delete;
};

}  // namespace

Furniture::Furniture(const Profile& profile, Shaper& shaper, const std::string& mark, const std::string& title)
    : profile_(profile), text_(shaper, {}), title_(title), marks_(shaper, {}) {
  shaper.at(nullptr);
  if (mark.empty()) return;
  const Frame frame = frame_of(profile, false, 0);
  // A page number at the outer foot keeps its room on both sides.
  mark_width_ = frame.width - (profile.folio == Folio::outer_foot ? mm(30) : 0);
  mark_ = marks_.add(mark, profile.mark);
  marks_.break_lines(mark_, mark_width_, mark_width_, false, mark_lines_);
  if (mark_lines_.size() > kMostMarkLines) mark_lines_.resize(kMostMarkLines);
  foot_ = kMarkGap + static_cast<Length>(mark_lines_.size()) * profile.mark.leading + kPaperEdge;
}

void Furniture::line(Pages& pages, Page& page, const std::string& text, const TextStyle& style, Length x,
                     Length baseline, Length width, Align align) {
  text_.clear();
  Inline shaped = text_.add(text, style);
  std::vector<Line> lines;
  text_.break_lines(shaped, width, width, false, lines);
  if (lines.size() > 1) {
    const Length dots = text_.add("…", style).max;
    shaped = text_.add(text, style);
    lines.clear();
    text_.break_lines(shaped, width - dots, width - dots, false, lines);
    OnPage on(pages, page);
    const Length natural = lines.front().natural;
    const Length start = align == Align::right ? x + width - natural - dots : x;
    text_.set(lines.front(), start, baseline, natural, Align::left, on.drawing);
    std::vector<Line> end;
    text_.break_lines(text_.add("…", style), dots + 1, dots + 1, false, end);
    text_.set(end.front(), start + natural, baseline, dots, Align::left, on.drawing);
    return;
  }
  OnPage on(pages, page);
  if (!lines.empty()) text_.set(lines.front(), x, baseline, width, align, on.drawing);
}

void Furniture::contents(Pages& pages, const BlockSetter& blocks, const Placement& placement) {
  std::vector<std::uint32_t> page_of(blocks.outline().headings().size(), 0);
  for (const Placed& heading : placement.headings) page_of[static_cast<std::size_t>(heading.index)] = heading.page + 1;
  std::uint32_t last_page = 0;
  std::size_t added = 0;  // runs, to the page so far
  for (const Placed& placed : placement.entries) {
    const ContentsEntry& entry = blocks.entries()[static_cast<std::size_t>(placed.index)];
    Page& page = pages.pages[placed.page];
    if (placed.page != last_page) added = 0;
    last_page = placed.page;
    const std::size_t before = page.runs.size();
    TextStyle style = entry.style;
    style.bold = false;
    text_.clear();
    const std::string number = std::to_string(page_of[entry.heading]);
    const Length width = page.right - page.left;
    const Length number_width = text_.add(number, style).max;
    const Length baseline = placed.y + entry.baseline;
    // Dots stand on a grid from the right margin, so that those of all lines are one under another.
    // Two dots may be kerned: what counts is how far each moves the next.
    const Length dot = text_.add("..", style).max - text_.add(".", style).max, pitch = dot * 2;
    const Length from = entry.text_end + style.size / 2, to = width - number_width - style.size / 2;
    const Length last = (width - to + pitch - 1) / pitch, first = (width - from) / pitch;  // in pitches from the right
    const Length count = first - last;
    if (count > 1) {
      TextStyle dots = style;
      dots.spacing = pitch - dot;
      text_.clear();
      const Inline leader = text_.add(std::string(static_cast<std::size_t>(count), '.'), dots);
      std::vector<Line> lines;
      text_.break_lines(leader, width, width, false, lines);
      OnPage on(pages, page);
      text_.set(lines.front(), page.left + width - first * pitch, baseline, width, Align::left, on.drawing);
      for (GlyphRun& run : on.drawing.runs) run.spaced = false;
    }
    line(pages, page, number, style, page.left, baseline, width, Align::right);
    // In reading order they follow their entry.
    const auto at = [&](std::size_t index) { return page.runs.begin() + static_cast<std::ptrdiff_t>(index); };
    std::rotate(at(placed.runs + added), at(before), page.runs.end());
    added += page.runs.size() - before;
  }
}

void Furniture::set(Pages& pages, const BlockSetter& blocks, const Placement& placement) {
  contents(pages, blocks, placement);

  const TextStyle& head = profile_.running_text;
  const TextStyle& folio = profile_.folio_text;
  std::size_t next = 0;
  std::string section;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    Page& page = pages.pages[i];
    const Length width = page.right - page.left;
    // The section of a page: the first that begins on it, else the one that goes on.
    bool begins = false;
    std::string shown = section;
    for (; next < placement.headings.size() && placement.headings[next].page <= i; ++next) {
      const auto index = static_cast<std::size_t>(placement.headings[next].index);
      const HeadingMark& heading = blocks.outline().headings()[index];
      if (heading.level != 1) continue;
      section = heading.text;
      if (!begins) shown = section;
      begins = true;
    }
    if (shown == title_) shown.clear();   // the head need not say one thing twice
    if (i > 0) {
      const std::string number = std::to_string(i + 1);
      if (profile_.folio == Folio::top_centre) {
        line(pages, page, number, folio, page.left, std::min(page.top / 2 + folio.size / 3, page.top - mm(4)), width,
             Align::centre);
      } else {
        line(pages, page, number, folio, page.left, page.bottom + mm(9), width,
             profile_.folio == Folio::foot_centre ? Align::centre : i % 2 == 0 ? Align::right : Align::left);
      }
      if (profile_.running_head) {
        const Length baseline = page.top - mm(6);
        const Length gap = mm(6);
        // Each takes what it needs; where both need more than there is, at least half.
        const Length title = text_.add(title_, head).max + 1, name = text_.add(shown, head).max + 1;
        const Length half = (width - gap) / 2;
        const Length right = shown.empty() ? -gap : std::min(name, std::max(half, width - gap - title));
        line(pages, page, title_, head, page.left, baseline, width - gap - right, Align::left);
        if (!shown.empty()) line(pages, page, shown, head, page.right - right, baseline, right, Align::right);
        page.rects.push_back({page.left, baseline + mm(1.2), width, pt(0.25), {190, 190, 190}});
      }
    }
    if (!mark_lines_.empty()) {
      OnPage on(pages, page);
      Length baseline = page.height - kPaperEdge - static_cast<Length>(mark_lines_.size() - 1) * profile_.mark.leading -
                        profile_.mark.size / 4;
      for (const Line& mark : mark_lines_) {
        marks_.set(mark, page.left + (width - mark_width_) / 2, baseline, mark_width_, profile_.mark.align, on.drawing);
        baseline += profile_.mark.leading;
      }
    }
  }
}

}  // namespace svod::typeset
