#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/text.h"
#include "compose/numbering.h"
#include "compose/roles.h"
#include "compose/tokens.h"
#include "compose/words_tree.h"

namespace svod::compose {
namespace {

using Kind = MarkdownNode::Kind;

constexpr std::string_view kCaption = "Таблица:";

const document::Blocks* blocks_of(const MarkdownNode& node, const std::vector<document::Blocks>& made, std::size_t& index) {
  const auto read = std::from_chars(node.text.data(), node.text.data() + node.text.size(), index);
  return read.ec == std::errc() && index < made.size() ? &made[index] : nullptr;
}

bool has_table(const document::Blocks& blocks) {
  for (const document::Block& block : blocks) {
    if (std::holds_alternative<document::Table>(block.content) || std::holds_alternative<document::Chart>(block.content)) return true;
  }
  return false;
}

/// Takes the first or last so many bytes of a line's text off it.
std::vector<Inline> taken(std::vector<Inline>& line, std::size_t from, std::size_t to) {
  std::vector<Inline> off, left;
  std::size_t at = 0;
  for (Inline& piece : line) {
    const std::size_t size = piece.kind == Inline::Kind::text ? piece.text.size() : 0;
    const std::size_t begin = std::clamp(from, at, at + size) - at, end = std::clamp(to, at, at + size) - at;
    at += size;
    if (begin == end) {
      left.push_back(std::move(piece));
      continue;
    }
    for (const auto& [a, b, into] : {std::tuple{std::size_t{0}, begin, &left}, {begin, end, &off}, {end, size, &left}}) {
      if (a == b) continue;
      Inline part = piece;
      part.text = piece.text.substr(a, b - a);
      into->push_back(std::move(part));
    }
  }
  line = std::move(left);
  return off;
}

/// A heading's and an item's «{#name}» and a caption's «Таблица:» are not words.
void set_apart(std::vector<Inline>& line, Place& place) {
  std::string text;
  for (const Inline& piece : line) {
    if (piece.kind == Inline::Kind::text) text += piece.text;
  }
  std::size_t end = text.find_last_not_of(' ');
  end = end == std::string::npos ? 0 : end + 1;
  const std::size_t begin = std::min(text.find_first_not_of(' '), end);
  if (place.kind == Place::Kind::heading && end > begin && text[end - 1] == '}') {
    std::size_t open = text.rfind('{');
    if (open == std::string::npos) return;
    while (open > 0 && text[open - 1] == ' ') --open;
    place.after = taken(line, open, text.size());
  } else if (place.kind == Place::Kind::item && text.compare(begin, 2, "{#") == 0) {
    std::size_t close = text.find('}');
    if (close == std::string::npos) return;
    while (close + 1 < text.size() && text[close + 1] == ' ') ++close;
    place.before = taken(line, 0, close + 1);
  } else if (place.kind == Place::Kind::caption) {
    std::size_t colon = begin + kCaption.size();
    while (colon < text.size() && text[colon] == ' ') ++colon;
    place.before = taken(line, 0, colon);
  }
}

}  // namespace

void PlaceFinder::find(MarkdownNode& root) {
  children(root, {});
  for (Place& place : editor_.places_) place.referred = !place.anchor.empty() && links_.contains(place.anchor);
}

void PlaceFinder::children(MarkdownNode& parent, const Around& around) {
  bool lead = parent.kind == Kind::item;
  int nth = 1;
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    MarkdownNode& node = parent.children[i];
    Around inner = around;
    inner.last = around.last && i + 1 == parent.children.size();
    Place place;
    if (node.kind == Kind::paragraph) {
      place.role = origin(node).role;
      const bool caption = i + 1 < parent.children.size() && parent.children[i + 1].kind == Kind::table &&
                           !node.inlines.empty() && node.inlines.front().text.starts_with(kCaption);
      if (caption) place.kind = Place::Kind::caption;
      if (caption || !lead) {
        if (!caption) place.nth = around.item >= 0 ? ++nth : paragraphs_ + 1;
        if (add(node, std::move(place), inner) && !caption && around.item < 0) ++paragraphs_;
      }
      lead = false;
    } else if (node.kind == Kind::heading) {
      place.kind = Place::Kind::heading;
      place.level = node.level;
      if (add(node, std::move(place), inner)) paragraphs_ = 0;
    } else if (node.kind == Kind::list) {
      list(node, inner);
    } else if (node.kind == Kind::table) {
      ++tables_;
    } else if (node.kind == Kind::block) {
      block(node);
    }
  }
}

void PlaceFinder::list(MarkdownNode& node, const Around& around) {
  int nth = 0;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    MarkdownNode& item = node.children[i];
    if (!prints(item)) continue;
    ++items_;
    Around inner{around.item, around.depth + 1, around.last && i + 1 == node.children.size()};
    if (!item.children.empty() && item.children.front().kind == Kind::paragraph) {
      Place place;
      place.kind = Place::Kind::item;
      place.level = inner.depth;
      place.ordered = node.ordered;
      place.role = origin(item.children.front()).role;
      place.nth = ++nth;
      for (const MarkdownNode& child : item.children) place.has_items = place.has_items || child.kind == Kind::list;
      Around own = inner;
      own.last = inner.last && item.children.size() == 1;
      if (add(item.children.front(), std::move(place), own)) inner.item = static_cast<int>(editor_.places_.size()) - 1;
    }
    children(item, inner);
  }
}

void PlaceFinder::block(const MarkdownNode& node) {
  std::size_t index = 0;
  const document::Blocks* blocks = blocks_of(node, text_.made, index);
  if (blocks == nullptr) return;
  const bool table = has_table(*blocks);
  for (const Place& place : editor_.places_of_block(node.text)) {
    const bool of_table = place.kind == Place::Kind::caption || place.kind == Place::Kind::note;
    if (of_table ? !table : place.kind == Place::Kind::empty && table) continue;
    if (of_table) editor_.marks_.push_back({WordsEditor::Mark::Kind::caption, editor_.places_.size(), tables_});
    editor_.places_.push_back(place);
  }
  count(*blocks);
}

bool PlaceFinder::add(MarkdownNode& node, Place place, const Around& around) {
  using Mark = WordsEditor::Mark;
  if (!prints(node)) return false;
  std::vector<Inline> line = node.inlines;
  set_apart(line, place);
  for (const std::vector<Inline>* mark : {&place.before, &place.after}) {
    std::string name;
    for (const Inline& piece : *mark) name += with_values(piece.text);
    const std::size_t sign = name.find("{#"), close = name.rfind('}');
    if (sign == std::string::npos || close == std::string::npos) continue;
    place.anchor = anchor_in(origin(node).include, name.substr(sign + 2, close - sign - 2));
  }
  read(line, origin(node).include, place);
  if (place.pieces.empty()) return false;
  place.source = squeeze(place.source);
  place.context = text_.contexts[static_cast<std::size_t>(origin(node).context)];
  place.item = around.item;
  place.last = around.last && around.depth > 0;
  editor_.give_key(place);
  const std::size_t index = editor_.places_.size();
  node.place = static_cast<int>(index);
  if (place.kind == Place::Kind::heading) editor_.marks_.push_back({Mark::Kind::heading, index, headings_++});
  if (place.kind == Place::Kind::item) editor_.marks_.push_back({Mark::Kind::item, index, items_ - 1});
  if (place.kind == Place::Kind::caption) editor_.marks_.push_back({Mark::Kind::caption, index, tables_});
  editor_.places_.push_back(std::move(place));
  return true;
}

void PlaceFinder::add_binding(Place& place, const Inline& style, Place::Binding binding) const {
  Place::Piece piece;
  piece.style = style;
  piece.binding = static_cast<int>(place.bindings.size());
  place.source += "{{ " + binding.source + " }}";
  place.pieces.push_back(std::move(piece));
  place.bindings.push_back(std::move(binding));
}

void PlaceFinder::read(const std::vector<Inline>& inlines, int include, Place& place) {
  const bool keeps = keeps_lines(place.role);
  const auto add_literal = [&](const Inline& style, std::string text) {
    place.source += text;
    if (!place.pieces.empty() && place.pieces.back().binding < 0 && same_look(place.pieces.back().style, style)) {
      place.pieces.back().literal += text;
      return;
    }
    Place::Piece piece;
    piece.style = style;
    piece.style.kind = Inline::Kind::text;
    piece.style.text.clear();
    piece.literal = std::move(text);
    place.pieces.push_back(std::move(piece));
  };
  for (const Inline& piece : inlines) {
    if (!piece.link.empty()) links_.insert(anchor_in(include, with_values(piece.link)));
    if (piece.kind != Inline::Kind::text) {
      add_literal(piece, piece.kind == Inline::Kind::line_break || keeps ? "\n" : " ");
      continue;
    }
    if (piece.text.empty()) {
      Place::Binding binding;
      binding.source = "#" + with_sources(piece.link);
      binding.link = anchor_in(include, with_values(piece.link));
      binding.shown = "номер";
      add_binding(place, piece, std::move(binding));
      continue;
    }
    for (const TokenPart& part : split_tokens(piece.text)) {
      if (part.index < 0) {
        add_literal(piece, part.literal);
        continue;
      }
      const Fill& fill = text_.fills[static_cast<std::size_t>(part.index)];
      Place::Binding binding;
      if (fill.note >= 0) {
        binding.source = "^" + squeeze(with_sources(text_.notes[static_cast<std::size_t>(fill.note)].text));
        binding.shown = "сноска " + std::to_string(fill.note + 1);
      } else {
        binding.source = fill.slot == nullptr ? std::string() : fill.slot->source;
        binding.shown = squeeze(fill.value.text);
        binding.figure = !fill.value.ref.empty();
      }
      Inline style = piece;
      style.text.clear();
      append_token(style.text, static_cast<std::size_t>(part.index));
      add_binding(place, style, std::move(binding));
    }
  }
}

std::string PlaceFinder::with_values(std::string_view text) const {
  std::string result;
  for (const TokenPart& part : split_tokens(text)) {
    result += part.index < 0 ? part.literal : text_.fills[static_cast<std::size_t>(part.index)].value.text;
  }
  return result;
}

std::string PlaceFinder::with_sources(std::string_view text) const {
  std::string result;
  for (const TokenPart& part : split_tokens(text)) {
    if (part.index < 0) {
      for (const char c : part.literal) {
        if (c != '{' && c != '}') result += c;
      }
    } else if (const Slot* slot = text_.fills[static_cast<std::size_t>(part.index)].slot) {
      result += "(" + slot->source + ")";
    }
  }
  return result;
}

bool PlaceFinder::prints(const MarkdownNode& node) const {
  if (node.kind == Kind::table) return true;
  if (node.kind == Kind::block) {
    std::size_t index = 0;
    const document::Blocks* blocks = blocks_of(node, text_.made, index);
    return blocks != nullptr && !blocks->empty();
  }
  for (const Inline& piece : node.inlines) {
    if (piece.kind != Inline::Kind::text) continue;
    if (piece.text.empty()) return true;
    for (const TokenPart& part : split_tokens(piece.text)) {
      if (part.index < 0 ? !trim(part.literal).empty()
                         : !trim(text_.fills[static_cast<std::size_t>(part.index)].value.text).empty()) {
        return true;
      }
    }
  }
  for (const MarkdownNode& child : node.children) {
    if (prints(child)) return true;
  }
  return false;
}

void PlaceFinder::count(const document::Blocks& blocks) {
  for (const document::Block& block : blocks) {
    headings_ += std::holds_alternative<document::Heading>(block.content);
    tables_ += std::holds_alternative<document::Table>(block.content) || std::holds_alternative<document::Chart>(block.content);
    if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const document::Item& item : list->items) {
        ++items_;
        count(item.blocks);
      }
    }
  }
}

}  // namespace svod::compose
