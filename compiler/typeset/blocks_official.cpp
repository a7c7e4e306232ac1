#include <algorithm>

#include "typeset/blocks.h"

// Parts of official papers that are more than paragraphs: signature, executor's mark, date and number, appendix
// mark.
namespace svod::typeset {

using namespace document;

namespace {

// Higher texts are set as paragraphs, which pages can divide.
constexpr std::size_t kMostLinesInOneStrip = 24;

}  // namespace

bool BlockSetter::pair(Inline left, Length left_width, Inline right, const TextStyle& style) {
  const Length gap = mm(8);
  const Length right_width = frame().width - left_width - gap;
  std::vector<Line> left_lines, right_lines;
  text_.break_lines(left, left_width, left_width, false, left_lines);
  if (style.balance) text_.balance(left, left_width, left_lines);
  text_.break_lines(right, right_width, right_width, false, right_lines);
  const std::size_t most = std::max<std::size_t>({left_lines.size(), right_lines.size(), 1});
  if (most > kMostLinesInOneStrip) return false;
  const Length baseline = baseline_of(shaper_, style);
  Strip strip = galley_.open(std::max(below_, style.above));
  const auto draw = [&](const std::vector<Line>& lines, Length x, Length width, Align align) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto row = static_cast<Length>(most - lines.size() + i);
      text_.set(lines[i], x, baseline + row * style.leading, width, align, galley_.drawing);
    }
  };
  draw(left_lines, 0, left_width, Align::left);
  draw(right_lines, left_width + gap, right_width, Align::right);
  galley_.close(strip, static_cast<Length>(most) * style.leading);
  begin(strip);
  galley_.add(strip);
  below_ = style.below;
  return true;
}

void BlockSetter::signature(const Signature& signature) {
  const TextStyle& style = profile_.signature;
  tie_last_lines(Keep::must);
  if (pair(text_.add(signature.post, style), profile_.signature_post, text_.add(signature.name, style), style)) return;
  TextStyle name = style;
  name.align = Align::right;
  set_lines(text_.add(signature.post, style), style, measure_of(style, {}));
  set_lines(text_.add(signature.name, name), name, measure_of(name, {}));
}

void BlockSetter::appendix(const AppendixMark& mark) {
  TextStyle style = profile_.appendix;
  Runs runs;
  for (const std::string& line : mark.lines) {
    if (!runs.empty()) {
      Run end;
      end.line_break = true;
      runs.push_back(end);
    }
    Run run;
    run.text = line;
    runs.push_back(run);
  }
  page_before_ = true;
  below_ = 0;
  const Inline text = text_.add(runs, style);
  // The block is as narrow as its lines, but keeps room for short words.
  style.width = std::clamp(text.max + 1, mm(45), style.width);
  style.keep_with_next = true;
  const std::size_t first = set_lines(text, style, measure_of(style, {}));
  const auto& headings = outline_.headings();
  const bool listed = next_heading_ < headings.size() && headings[next_heading_].source == &mark;
  if (first < galley_.strips.size()) {
    Strip& strip = galley_.strips[first];
    strip.destination = outline_.destination(mark.anchor);
    if (listed) {
      strip.heading = static_cast<std::int32_t>(next_heading_);
      strip.destination = static_cast<std::int32_t>(headings[next_heading_].destination);
    }
  }
  if (listed) ++next_heading_;
}

// It stands at the foot of the page on which the text before it ends, whatever follows on that page; where there
// is no room for it the last lines go with it to the next page, which does not open for it alone.
void BlockSetter::executor(const Paragraph& paragraph) {
  const TextStyle& style = profile_.role(Role::executor);
  const bool page_before = page_before_, landscape = galley_.landscape;
  const Length below = below_;
  std::size_t first = galley_.strips.size();
  if (first > 0) {
    Strip& last = galley_.strips.back();
    galley_.landscape = last.landscape;
    if (last.zone == Zone::executor) last.keep = Keep::must;
    page_before_ = false;
    tie_last_lines(Keep::wish);
  }
  below_ = 0;
  first = set_lines(text_.add(paragraph.runs, style), style, measure_of(style, {}));
  for (std::size_t i = first; i < galley_.strips.size(); ++i) {
    galley_.strips[i].zone = Zone::executor;
    galley_.strips[i].keep = i + 1 < galley_.strips.size() ? Keep::must : Keep::none;
  }
  galley_.landscape = landscape;
  page_before_ = page_before;
  below_ = below;
}

void BlockSetter::date_and_number(const DateAndNumber& line) {
  const TextStyle& style = profile_.date_number;
  const std::size_t strip = galley_.strips.size();
  const std::string number = line.number.empty() ? "№" : line.number;
  const Length rule = pt(0.5), baseline = baseline_of(shaper_, style) + pt(1.5);
  const Length half = (frame().width - mm(8)) / 2;
  const auto one_line = [&](const std::string& text, Length width) { return text_.add(text, style).max <= width; };
  const bool rules = line.date.empty() || line.number.empty();
  if (rules && one_line(line.date, half) && one_line(number, half)) {
    // Rules to fill in by hand.
    const Length hand = mm(25);
    Strip made = galley_.open(std::max(below_, style.above));
    const auto draw = [&](const std::string& text, Length x, Length width, Align align) {
      std::vector<Line> lines;
      text_.break_lines(text_.add(text, style), width, width, false, lines);
      if (!lines.empty()) text_.set(lines.front(), x, baseline - pt(1.5), width, align, galley_.drawing);
    };
    if (line.date.empty()) {
      galley_.drawing.rects.push_back({0, baseline, mm(45), rule, style.colour});
    } else {
      draw(line.date, 0, half, Align::left);
    }
    if (line.number.empty()) {
      galley_.drawing.rects.push_back({frame().width - hand, baseline, hand, rule, style.colour});
      draw(number, 0, frame().width - hand - pt(3), Align::right);
    } else {
      draw(number, frame().width - half, half, Align::right);
    }
    galley_.close(made, style.leading);
    begin(made);
    galley_.add(made);
    below_ = style.below;
  } else if (!pair(text_.add(line.date, style), half, text_.add(number, style), style)) {
    set_lines(text_.add(line.date, style), style, measure_of(style, {}));
    set_lines(text_.add(number, style), style, measure_of(style, {}));
  }
  if (!line.place.empty()) {
    for (std::size_t i = strip; i < galley_.strips.size(); ++i) galley_.strips[i].keep = Keep::must;
    TextStyle place = style;
    place.align = Align::centre;
    place.above = pt(4);
    below_ = 0;
    place.below = style.below;
    set_lines(text_.add(line.place, place), place, measure_of(place, {}));
  }
}

}  // namespace svod::typeset
