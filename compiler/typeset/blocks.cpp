#include "typeset/blocks.h"

#include <algorithm>

#include "base/text.h"
#include "typeset/codes.h"

namespace svod::typeset {

using namespace document;

BlockSetter::BlockSetter(const Profile& profile, const Outline& outline, Shaper& shaper, Galley& galley,
                         Diagnostics& diagnostics, const Frame& upright, const Frame& turned)
    : profile_(profile),
      outline_(outline),
      shaper_(shaper),
      galley_(galley),
      diagnostics_(diagnostics),
      upright_(upright),
      turned_(turned),
      text_(shaper,
            [this](const std::string& anchor) {
              const std::int32_t known = outline_.destination(anchor);
              if (known < 0 && !anchor.starts_with('\x01')) {  // those of footnotes are checked with them
                diagnostics_
                    .warning(codes::broken_link, origin_ ? *origin_ : Location{},
                             "ссылка на «" + anchor + "» никуда не ведёт", "проверьте имя места в шаблоне")
                    .cause = anchor;
              }
              return known;
            }),
      tables_(
          profile, shaper, [this](const std::string& anchor) { return outline_.destination(anchor); }, galley,
          diagnostics, upright, turned),
      charts_(profile, shaper, galley, diagnostics) {}

// How many blocks at the beginning make a title page: up to the last part of the title, where an imprint, a
// page break or the contents show that the title has a page to itself.
std::size_t BlockSetter::title_page(const Blocks& blocks) const {
  std::size_t end = 0;
  bool title = false, own = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
    if (!paragraph) {
      own = own || std::holds_alternative<PageBreak>(blocks[i].content) ||
            std::holds_alternative<Contents>(blocks[i].content);
      break;
    }
    const Role role = paragraph->role;
    if (role != Role::title && role != Role::subtitle && role != Role::imprint && role != Role::letterhead &&
        role != Role::plain && role != Role::addressee) {
      break;
    }
    if (role == Role::title) title = true;
    if (role == Role::imprint) own = true;
    if (role == Role::title || role == Role::subtitle || role == Role::imprint) end = i + 1;
  }
  return title && own ? end : 0;
}

void BlockSetter::set(const Document& document, const std::vector<bool>& turned) {
  const Blocks& blocks = document.blocks;
  const std::size_t title = title_page(blocks);
  const auto is_executor = [&](std::size_t i) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
    return paragraph && paragraph->role == Role::executor;
  };
  const auto is_note = [&](std::size_t i) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
    return paragraph && paragraph->role == Role::note;
  };
  std::size_t appendix = 0;
  while (appendix < blocks.size() && !std::holds_alternative<AppendixMark>(blocks[appendix].content)) ++appendix;

  Zone zone = Zone::top;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i == title && title > 0) {
      zone_ = Zone::flow;
      page_before_ = true;
      below_ = 0;
    }
    if (i == appendix) {
      // Written after the appendices, the executor's mark stands where the paper itself ends all the same.
      for (std::size_t k = i; k < blocks.size(); ++k) {
        if (is_executor(k)) set_block(blocks[k], {});
      }
    }
    first_strips_.push_back(static_cast<std::uint32_t>(galley_.strips.size()));
    if (i > appendix && is_executor(i)) continue;
    if (i < title) {
      const Role role = std::get<Paragraph>(blocks[i].content).role;
      if (role == Role::title) zone = Zone::middle;
      if (role == Role::imprint) zone = Zone::foot;
      zone_ = zone;
    }
    // A note belongs to the table above it, which may have turned by itself.
    const bool after_turned = is_note(i) && !galley_.strips.empty() && galley_.strips.back().landscape && !page_before_;
    galley_.landscape = i >= title && ((i < turned.size() && turned[i]) || after_turned);
    set_block(blocks[i], {});
  }
  galley_.landscape = false;
  notes(document.notes);
}

void BlockSetter::set_blocks(const Blocks& blocks, std::size_t from, const Place& place) {
  for (std::size_t i = from; i < blocks.size(); ++i) set_block(blocks[i], place);
}

void BlockSetter::set_block(const Block& block, const Place& place) {
  const bool landscape = galley_.landscape;
  galley_.landscape = zone_ == Zone::flow && (landscape || block.landscape);
  origin_ = &block.origin;
  shaper_.at(origin_);
  text_.clear();
  if (const auto* p = std::get_if<Paragraph>(&block.content)) {
    if (p->role == Role::executor) {
      executor(*p);
    } else {
      paragraph(*p, place);
    }
  } else if (const auto* h = std::get_if<Heading>(&block.content)) {
    heading(*h);
  } else if (const auto* l = std::get_if<List>(&block.content)) {
    list(*l, place);
  } else if (const auto* t = std::get_if<Table>(&block.content)) {
    table(*t, block.origin);
  } else if (const auto* f = std::get_if<Chart>(&block.content)) {
    chart(*f, block.origin);
  } else if (const auto* s = std::get_if<Signature>(&block.content)) {
    signature(*s);
  } else if (const auto* a = std::get_if<AppendixMark>(&block.content)) {
    appendix(*a);
  } else if (const auto* d = std::get_if<DateAndNumber>(&block.content)) {
    date_and_number(*d);
  } else if (const auto* c = std::get_if<Contents>(&block.content)) {
    contents(*c);
  } else {
    page_before_ = true;
  }
  galley_.landscape = landscape;
}

void BlockSetter::begin(Strip& first) {
  first.page_before = page_before_;
  page_before_ = false;
}

BlockSetter::Measure BlockSetter::measure_of(const TextStyle& style, const Place& place) const {
  Measure measure;
  measure.left = style.left + place.left;
  if (style.block_right) {
    measure.left = frame().width - style.width;
    measure.width = style.width;
  } else {
    measure.width = frame().width - measure.left;
    if (style.width > 0) measure.width = std::min(measure.width, style.width);
  }
  measure.first = measure.left + (place.left > 0 ? 0 : style.first_indent);
  return measure;
}

std::size_t BlockSetter::set_lines(Inline text, const TextStyle& style, const Measure& measure) {
  lines_.clear();
  text_.break_lines(text, measure.left + measure.width - measure.first, measure.width, style.align == Align::justify,
                    lines_);
  if (style.balance) text_.balance(text, measure.width, lines_);
  const std::size_t first = galley_.strips.size();
  const Length baseline = baseline_of(shaper_, style);
  const std::size_t count = lines_.size();
  for (const Line& line : lines_) {
    if (!line.loose) continue;
    diagnostics_.warning(codes::loose_line, origin_ ? *origin_ : Location{},
                         "строка набрана с широкими пробелами: «" + text_.text_of(line) + "»",
                         "перестройте фразу или поставьте мягкий перенос в длинном слове");
  }
  for (std::size_t i = 0; i < count; ++i) {
    Strip strip = galley_.open(i == 0 ? std::max(below_, style.above) : 0);
    if (style.bar > 0) {
      galley_.drawing.rects.push_back({measure.left - style.left, 0, style.bar, style.leading, profile_.accent});
    }
    const Length x = i == 0 ? measure.first : measure.left;
    text_.set(lines_[i], x, baseline, measure.left + measure.width - x, style.align, galley_.drawing);
    galley_.close(strip, style.leading);
    strip.zone = zone_;
    strip.hyphen = lines_[i].hyphen || lines_[i].tail;
    // Two lines at least on either side of a page's end.
    if (i + 1 < count && (i == 0 || i + 2 == count)) strip.keep = Keep::wish;
    if (style.keep_with_next) strip.keep = Keep::must;
    if (i == 0) begin(strip);
    galley_.add(strip);
  }
  if (count > 0) below_ = style.below;
  return first;
}

void BlockSetter::tie_last_lines(Keep keep) {
  const std::size_t count = galley_.strips.size();
  if (page_before_) return;
  for (std::size_t back = 1; back <= 2 && back <= count; ++back) {
    Strip& strip = galley_.strips[count - back];
    if (strip.zone != Zone::flow) return;
    strip.keep = std::max(strip.keep, back == 1 ? keep : Keep::wish);
  }
}

void BlockSetter::paragraph(const Paragraph& paragraph, const Place& place) {
  const TextStyle& style = profile_.role(paragraph.role);
  Runs spaced;
  const Runs* runs = &paragraph.runs;
  if (paragraph.role == Role::command &&
      std::none_of(runs->begin(), runs->end(), [](const Run& run) { return run.spaced; })) {
    spaced = *runs;
    for (Run& run : spaced) run.spaced = true;
    runs = &spaced;
  }
  Measure measure = measure_of(style, place);
  // In an item a paragraph begins as the item does.
  if (place.first >= 0 && (paragraph.role == Role::body || paragraph.role == Role::plain)) measure.first = place.first;
  set_lines(text_.add(*runs, style), style, measure);
  announce(paragraph.runs);
}

// What ends with a colon announces what follows, and stays with it.
void BlockSetter::announce(const Runs& runs) {
  if (galley_.strips.empty() || runs.empty() || !trim(runs.back().text).ends_with(':')) return;
  Strip& last = galley_.strips.back();
  if (last.zone == Zone::flow) last.keep = std::max(last.keep, Keep::wish);
}

void BlockSetter::heading(const Heading& heading) {
  const std::size_t mark = next_heading_++;
  const TextStyle& style = profile_.headings[static_cast<std::size_t>(std::clamp(heading.level, 1, 4) - 1)];
  Measure measure = measure_of(style, {});
  const Length gap = style.size * 6 / 10;
  Inline text;
  if (!heading.number.empty() && profile_.hanging_headings) {
    const Length label = text_.add(heading.number, style).max;
    if (label < measure.width / 3) measure.left += label + gap;
    measure.width = frame().width - measure.left;
    text = text_.add_labelled(heading.number, label + gap, gap, heading.runs, style);
  } else {
    text = text_.add_labelled(heading.number, 0, style.size * 3 / 10, heading.runs, style);
  }
  const std::size_t first = set_lines(text, style, measure);
  if (first == galley_.strips.size()) return;
  galley_.strips[first].heading = static_cast<std::int32_t>(mark);
  galley_.strips[first].destination = static_cast<std::int32_t>(outline_.headings()[mark].destination);
}

// A line or two between a heading and its table would leave the heading at the foot of a page.
void BlockSetter::tie_to_heading() {
  constexpr std::size_t kMostLines = 2;
  const std::size_t count = galley_.strips.size();
  std::size_t lines = 0;
  while (lines < count && lines <= kMostLines && galley_.strips[count - 1 - lines].zone == Zone::flow &&
         galley_.strips[count - 1 - lines].keep != Keep::must) {
    ++lines;
  }
  if (lines == 0 || lines > kMostLines || lines == count) return;
  std::size_t at = count - 1 - lines;   // of several lines of a heading the first says so
  while (at > 0 && galley_.strips[at].heading < 0 && galley_.strips[at].keep == Keep::must) --at;
  if (galley_.strips[at].heading < 0) return;
  for (std::size_t i = count - lines; i < count; ++i) {
    galley_.strips[i].keep = std::max(galley_.strips[i].keep, Keep::wish);
  }
}

void BlockSetter::table(const Table& table, const Location& origin) {
  tie_to_heading();
  const std::size_t first = galley_.strips.size();
  tables_.set(table, origin, outline_.destination(table.anchor), below_);
  if (first < galley_.strips.size()) begin(galley_.strips[first]);
  below_ = profile_.table.below;
}

void BlockSetter::chart(const Chart& chart, const Location& origin) {
  const std::size_t first = galley_.strips.size();
  charts_.set(chart, origin, outline_.destination(chart.anchor), below_, frame());
  if (first < galley_.strips.size()) begin(galley_.strips[first]);
  below_ = profile_.chart.below;
}

}  // namespace svod::typeset
