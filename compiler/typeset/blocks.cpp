#include "typeset/blocks.h"

#include <algorithm>

#include "base/text.h"
#include "typeset/codes.h"

namespace svod::typeset {

using namespace document;

std::string plain_text(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.line_break ? " " : run.text;
  return text;
}

BlockSetter::BlockSetter(const Profile& profile, Shaper& shaper, Galley& galley, Diagnostics& diagnostics,
                         const Frame& upright, const Frame& turned)
    : profile_(profile),
      shaper_(shaper),
      galley_(galley),
      diagnostics_(diagnostics),
      upright_(upright),
      text_(shaper,
            [this](const std::string& anchor) -> std::int32_t {
              const auto known = anchors_.find(anchor);
              if (known != anchors_.end()) return static_cast<std::int32_t>(known->second);
              diagnostics_
                  .warning(codes::broken_link, origin_ ? *origin_ : Location{},
                           "ссылка на «" + anchor + "» никуда не ведёт", "проверьте имя места в шаблоне")
                  .cause = anchor;
              return -1;
            }),
      tables_(
          profile, shaper,
          [this](const std::string& anchor) -> std::int32_t {
            const auto known = anchors_.find(anchor);
            return known == anchors_.end() ? -1 : static_cast<std::int32_t>(known->second);
          },
          galley, diagnostics, upright, turned) {}

std::uint32_t BlockSetter::destination_of(const std::string& anchor) {
  const auto fresh = static_cast<std::uint32_t>(destinations_++);
  if (!anchor.empty()) anchors_.emplace(anchor, fresh);  // the first of two equal anchors stays
  return fresh;
}

void BlockSetter::index(const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      std::string text = plain_text(heading->runs);
      if (!heading->number.empty()) text = heading->number + " " + text;
      headings_.push_back({std::clamp(heading->level, 1, 4), std::move(text), destination_of(heading->anchor)});
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      if (!table->anchor.empty()) destination_of(table->anchor);
    } else if (const auto* list = std::get_if<List>(&block.content)) {
      for (const Item& item : list->items) index(item.blocks);
    }
  }
}

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

void BlockSetter::set(const Document& document) {
  index(document.blocks);
  const std::size_t title = title_page(document.blocks);
  Zone zone = Zone::top;
  for (std::size_t i = 0; i < title; ++i) {
    const auto& paragraph = std::get<Paragraph>(document.blocks[i].content);
    if (paragraph.role == Role::title) zone = Zone::middle;
    if (paragraph.role == Role::imprint) zone = Zone::foot;
    zone_ = zone;
    set_block(document.blocks[i], 0);
  }
  zone_ = Zone::flow;
  if (title > 0) {
    page_before_ = true;
    below_ = 0;
  }
  set_blocks(document.blocks, title, 0);
}

void BlockSetter::set_blocks(const Blocks& blocks, std::size_t from, int depth) {
  for (std::size_t i = from; i < blocks.size(); ++i) set_block(blocks[i], depth);
}

void BlockSetter::set_block(const Block& block, int depth) {
  origin_ = &block.origin;
  shaper_.at(origin_);
  text_.clear();
  if (const auto* p = std::get_if<Paragraph>(&block.content)) {
    paragraph(*p, depth);
  } else if (const auto* h = std::get_if<Heading>(&block.content)) {
    heading(*h);
  } else if (const auto* l = std::get_if<List>(&block.content)) {
    list(*l, depth);
  } else if (const auto* t = std::get_if<Table>(&block.content)) {
    const auto anchor = t->anchor.empty() ? anchors_.end() : anchors_.find(t->anchor);
    const std::size_t first = galley_.strips.size();
    tables_.set(*t, block.origin, anchor == anchors_.end() ? -1 : static_cast<std::int32_t>(anchor->second), below_);
    if (first < galley_.strips.size() && page_before_) galley_.strips[first].page_before = true;
    page_before_ = false;
    below_ = profile_.table.below;
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
}

// Where text hangs inside `depth` levels of labelled lists; deeper ones stay where the eighth is.
Length BlockSetter::hang(int depth) const {
  return depth == 0 ? 0 : profile_.item.first_indent + profile_.list_step * std::min(depth, 8);
}

BlockSetter::Measure BlockSetter::measure_of(const TextStyle& style, int depth) const {
  Measure measure;
  measure.left = style.left + hang(depth);
  if (style.block_right) {
    measure.left = upright_.width - style.width;
    measure.width = style.width;
  } else {
    measure.width = upright_.width - measure.left;
    if (style.width > 0) measure.width = std::min(measure.width, style.width);
  }
  measure.first = measure.left + (depth > 0 ? 0 : style.first_indent);
  return measure;
}

std::size_t BlockSetter::set_lines(Inline text, const TextStyle& style, const Measure& measure) {
  lines_.clear();
  text_.break_lines(text, measure.left + measure.width - measure.first, measure.width, style.align == Align::justify,
                    lines_);
  if (style.balance) text_.balance(text, measure.width, lines_);
  const std::size_t begin = galley_.strips.size();
  const Length baseline = baseline_of(shaper_, style);
  const std::size_t count = lines_.size();
  if (count == 0) return begin;
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
    // Two lines at least on either side of a page's end.
    if (i + 1 < count && (i == 0 || i + 2 == count)) strip.keep = Keep::wish;
    if (style.keep_with_next) strip.keep = Keep::must;
    if (i == 0) {
      strip.page_before = page_before_;
      page_before_ = false;
    }
    galley_.add(strip);
  }
  below_ = style.below;
  return begin;
}

void BlockSetter::paragraph(const Paragraph& paragraph, int depth) {
  TextStyle style = profile_.role(paragraph.role);
  Runs spaced;
  const Runs* runs = &paragraph.runs;
  if (paragraph.role == Role::command &&
      std::none_of(runs->begin(), runs->end(), [](const Run& run) { return run.spaced; })) {
    spaced = *runs;
    for (Run& run : spaced) run.spaced = true;
    runs = &spaced;
  }
  set_lines(text_.add(*runs, style), style, measure_of(style, depth));
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
  Measure measure = measure_of(style, 0);
  const Length gap = style.size * 6 / 10;
  Inline text;
  if (!heading.number.empty() && profile_.hanging_headings) {
    const Length label = text_.add(heading.number, style).max;
    if (label < measure.width / 3) measure.left += label + gap;
    measure.width = upright_.width - measure.left;
    text = text_.add_labelled(heading.number, label + gap, gap, heading.runs, style);
  } else {
    text = text_.add_labelled(heading.number, 0, style.size * 3 / 10, heading.runs, style);
  }
  const std::size_t first = set_lines(text, style, measure);
  if (first == galley_.strips.size()) return;
  galley_.strips[first].heading = static_cast<std::int32_t>(mark);
  galley_.strips[first].destination = static_cast<std::int32_t>(headings_[mark].destination);
}

void BlockSetter::list(const List& list, int depth) {
  for (const Item& item : list.items) {
    std::size_t from = 0;
    const TextStyle& style = list.numbered ? profile_.item : profile_.bullet;
    Measure measure = measure_of(style, list.numbered ? 0 : depth);
    const Length gap = style.size * 4 / 10;
    Length advance = 0;
    if (!list.numbered) {
      measure.left = hang(depth + 1);
      measure.first = measure.left - profile_.list_step;
      measure.width = upright_.width - measure.left;
      advance = profile_.list_step;
    }
    const auto* lead = item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().content);
    static const Runs none;
    if (lead) {
      origin_ = &item.blocks.front().origin;
      shaper_.at(origin_);
      from = 1;
    }
    text_.clear();
    set_lines(text_.add_labelled(item.label, advance, gap, lead ? lead->runs : none, style), style, measure);
    if (lead) announce(lead->runs);
    // What follows in the item hangs with its text; official numbering goes on at the margin.
    set_blocks(item.blocks, from, list.numbered ? depth : depth + 1);
  }
}

}  // namespace svod::typeset
