#include <algorithm>

#include "typeset/blocks.h"
#include "typeset/codes.h"

// What leads to other places of the document: the contents and the footnotes.
namespace svod::typeset {

using namespace document;

void BlockSetter::contents(const Contents& contents) {
  if (!contents.title.empty()) {
    const TextStyle& style = profile_.contents_title;
    set_lines(text_.add(contents.title, style), style, measure_of(style, {}));
  }
  const int depth = std::clamp(contents.depth, 1, 4);
  for (std::size_t h = 0; h < outline_.headings().size(); ++h) {
    const HeadingMark& heading = outline_.headings()[h];
    if (heading.level > depth || !heading.listed) continue;
    text_.clear();
    const TextStyle& style = profile_.contents[static_cast<std::size_t>(heading.level - 1)];
    // Room for the number is the same whatever it will be, so numbers never move a line.
    const Length number = text_.add("00000", style).max;
    Measure measure = measure_of(style, {});
    measure.width -= number + style.size;
    const Inline text = text_.add(heading.text, style);
    const std::size_t first = set_lines(text, style, measure);
    for (std::size_t i = first; i < galley_.strips.size(); ++i) {
      Strip& strip = galley_.strips[i];
      galley_.drawing.links.push_back(
          {measure.left, 0, frame().width - measure.left, style.leading, heading.destination});
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

// Notes are as wide as the text of an upright page everywhere: one that goes on from a turned page fits the next.
void BlockSetter::notes(const std::vector<Runs>& notes) {
  galley_.notes.resize(notes.size());
  std::vector<bool> called(notes.size(), false);
  for (const std::int32_t note : galley_.drawing.notes) {
    const bool known = static_cast<std::size_t>(note) < notes.size();
    if (known) {
      called[static_cast<std::size_t>(note)] = true;
    } else {
      diagnostics_.error(codes::lost_footnote, Location{}, "у знака сноски нет её текста",
                         "проверьте сноски в шаблоне");
    }
  }
  if (notes.empty()) return;

  galley_.note_rule = galley_.open();
  galley_.drawing.rects.push_back({0, pt(8), profile_.footnote_rule, pt(0.5), profile_.footnote.colour});
  galley_.close(galley_.note_rule, pt(12));

  const TextStyle& style = profile_.footnote;
  const Length width = std::min(upright_.width, turned_.width), baseline = baseline_of(shaper_, style);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto note = static_cast<std::int32_t>(i);
    if (!called[i]) {
      diagnostics_.error(codes::lost_footnote, Location{}, "у сноски нет знака: «" + plain_text(notes[i]) + "»",
                         "проверьте сноски в шаблоне");
      continue;
    }
    Run mark, gap;
    mark.text = outline_.mark(i);
    mark.position = Run::Position::above;
    mark.link = note_mark_anchor(note);
    gap.text = "\u2009";
    Runs runs{mark, gap};
    runs.insert(runs.end(), notes[i].begin(), notes[i].end());
    text_.clear();
    lines_.clear();
    text_.break_lines(text_.add(runs, style), width - style.first_indent, width, style.align == Align::justify, lines_);
    Footnote& made = galley_.notes[i];
    made.mark = outline_.destination(note_mark_anchor(note));
    made.first = static_cast<std::uint32_t>(galley_.note_lines.size());
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      Strip strip = galley_.open();
      const Length x = k == 0 ? style.first_indent : 0;
      text_.set(lines_[k], x, baseline, width - x, style.align, galley_.drawing);
      galley_.close(strip, style.leading);
      if (k == 0) strip.destination = outline_.destination(note_anchor(note));
      galley_.note_lines.push_back(strip);
    }
    made.last = static_cast<std::uint32_t>(galley_.note_lines.size());
  }
}

}  // namespace svod::typeset
