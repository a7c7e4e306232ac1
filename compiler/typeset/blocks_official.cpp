#include <algorithm>

#include "typeset/blocks.h"

// Parts of official papers that are more than paragraphs: signature, date and number, appendix mark; and the
// contents.
namespace svod::typeset {

using namespace document;

namespace {

// Higher texts are set as paragraphs, which pages can divide.
constexpr std::size_t kMostLinesInOneStrip = 24;

}  // namespace

bool BlockSetter::pair(Inline left, Length left_width, Inline right, const TextStyle& style) {
  const Length gap = mm(8);
  const Length right_width = upright_.width - left_width - gap;
  std::vector<Line> left_lines, right_lines;
  text_.break_lines(left, left_width, left_width, false, left_lines);
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
  strip.page_before = page_before_;
  page_before_ = false;
  galley_.add(strip);
  below_ = style.below;
  return true;
}

void BlockSetter::signature(const Signature& signature) {
  const TextStyle& style = profile_.signature;
  // At least two lines of text go with it to the next page.
  const std::size_t count = galley_.strips.size();
  if (!page_before_) {
    for (std::size_t back = 1; back <= 2 && back <= count; ++back) {
      Strip& before = galley_.strips[count - back];
      if (before.zone == Zone::flow && before.keep == Keep::none) before.keep = Keep::wish;
      if (back == 1 && before.zone == Zone::flow) before.keep = Keep::must;
    }
  }
  if (pair(text_.add(signature.post, style), profile_.signature_post, text_.add(signature.name, style), style)) return;
  TextStyle name = style;
  name.align = Align::right;
  set_lines(text_.add(signature.post, style), style, measure_of(style, 0));
  set_lines(text_.add(signature.name, name), name, measure_of(name, 0));
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
  set_lines(text, style, measure_of(style, 0));
}

void BlockSetter::date_and_number(const DateAndNumber& line) {
  const TextStyle& style = profile_.date_number;
  const std::size_t strip = galley_.strips.size();
  const std::string number = line.number.empty() ? "№" : line.number;
  const Length rule = pt(0.5), baseline = baseline_of(shaper_, style) + pt(1.5);
  const Length half = (upright_.width - mm(8)) / 2;
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
      galley_.drawing.rects.push_back({upright_.width - hand, baseline, hand, rule, style.colour});
      draw(number, 0, upright_.width - hand - pt(3), Align::right);
    } else {
      draw(number, upright_.width - half, half, Align::right);
    }
    galley_.close(made, style.leading);
    made.page_before = page_before_;
    page_before_ = false;
    galley_.add(made);
    below_ = style.below;
  } else if (!pair(text_.add(line.date, style), half, text_.add(number, style), style)) {
    set_lines(text_.add(line.date, style), style, measure_of(style, 0));
    set_lines(text_.add(number, style), style, measure_of(style, 0));
  }
  if (!line.place.empty()) {
    for (std::size_t i = strip; i < galley_.strips.size(); ++i) galley_.strips[i].keep = Keep::must;
    TextStyle place = style;
    place.align = Align::centre;
    place.above = pt(4);
    below_ = 0;
    place.below = style.below;
    set_lines(text_.add(line.place, place), place, measure_of(place, 0));
  }
}

void BlockSetter::contents(const Contents& contents) {
  if (!contents.title.empty()) {
    const TextStyle& style = profile_.contents_title;
    set_lines(text_.add(contents.title, style), style, measure_of(style, 0));
  }
  const int depth = std::clamp(contents.depth, 1, 4);
  for (std::size_t h = 0; h < headings_.size(); ++h) {
    const HeadingMark& heading = headings_[h];
    if (heading.level > depth) continue;
    text_.clear();
    const TextStyle& style = profile_.contents[static_cast<std::size_t>(heading.level - 1)];
    // Room for the number is the same whatever it will be, so numbers never move a line.
    const Length number = text_.add("00000", style).max;
    Measure measure = measure_of(style, 0);
    measure.width -= number + style.size;
    const Inline text = text_.add(heading.text, style);
    const std::size_t first = set_lines(text, style, measure);
    for (std::size_t i = first; i < galley_.strips.size(); ++i) {
      Strip& strip = galley_.strips[i];
      galley_.drawing.links.push_back(
          {measure.left, 0, upright_.width - measure.left, style.leading, heading.destination});
      if (i + 1 < galley_.strips.size()) continue;
      strip.entry = static_cast<std::int32_t>(entries_.size());
      entries_.push_back(
          {h, measure.left + std::min(lines_.back().natural, measure.width), baseline_of(shaper_, style), style});
    }
    // Links are drawn after all lines; each strip takes its own.
    const auto links = static_cast<std::uint32_t>(galley_.drawing.links.size());
    const auto count = static_cast<std::uint32_t>(galley_.strips.size() - first);
    for (std::uint32_t i = 0; i < count; ++i) {
      galley_.strips[first + i].link_first = links - count + i;
      galley_.strips[first + i].link_last = links - count + i + 1;
    }
  }
  below_ = pt(12);
}

}  // namespace svod::typeset
