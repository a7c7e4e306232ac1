#include <algorithm>

#include "typeset/blocks.h"

// Lists. A numbered item begins with the first-line indent and goes on at the margin, as paragraphs do, however
// deep it is; its further paragraphs begin with the same indent. Text after a sign hangs behind it, or goes on at
// the margin, as the profile wants.
namespace svod::typeset {

using namespace document;

namespace {

constexpr int kDeepest = 8;  // deeper lists stay where this one is

}  // namespace

void BlockSetter::list(const List& list, const Place& place) {
  const TextStyle& style = list.numbered ? profile_.item : profile_.bullet;
  const Length gap = style.size * 4 / 10;
  const auto level = [](int levels) { return static_cast<Length>(std::min(levels, kDeepest)); };
  // Some of the line must be left whatever the depth.
  const auto within = [&](Length indent) { return std::min(indent, frame().width / 2); };

  Place inner = place;
  Measure measure;
  Length advance = 0;
  if (list.numbered) {
    measure.left = place.left;
    measure.first = within(place.left + (place.left > 0 ? 0 : style.first_indent) +
                           profile_.item_step * level(place.numbers));
    inner.first = measure.first;
    ++inner.numbers;
  } else if (profile_.hanging_bullets) {
    measure.left = within(profile_.item.first_indent + profile_.list_step * level(place.signs + 1));
    measure.first = measure.left - profile_.list_step;
    advance = profile_.list_step;
    inner.left = inner.first = measure.left;
    ++inner.signs;
  } else {
    measure.left = within(profile_.list_step * level(place.signs));
    measure.first = measure.left + style.first_indent;
    inner.left = measure.left;
    inner.first = measure.first;
    ++inner.signs;
  }
  measure.width = frame().width - measure.left;

  for (const Item& item : list.items) {
    const auto* lead = item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().content);
    static const Runs none;
    if (lead) {
      origin_ = &item.blocks.front().origin;
      shaper_.at(origin_);
    }
    text_.clear();
    const std::size_t first =
        set_lines(text_.add_labelled(item.label, advance, gap, lead ? lead->runs : none, style), style, measure);
    if (first < galley_.strips.size()) galley_.strips[first].destination = outline_.destination(item.anchor);
    if (lead) {
      announce(lead->runs);
    } else if (first < galley_.strips.size()) {
      galley_.strips.back().keep = Keep::must;  // a number does not stand without its text
    }
    set_blocks(item.blocks, lead ? 1 : 0, inner);
  }
}

}  // namespace svod::typeset
