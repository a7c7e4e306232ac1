#include "compose/words_tree.h"

#include "base/text.h"
#include "compose/tokens.h"

namespace svod::compose {
namespace {

using Kind = MarkdownNode::Kind;

bool is_list(const MarkdownNode& node, bool ordered) { return node.kind == Kind::list && node.ordered == ordered; }

MarkdownNode list_of(MarkdownNode item, bool ordered, int start) {
  MarkdownNode list;
  list.kind = Kind::list;
  list.line = item.line;
  list.ordered = ordered;
  list.start = start;
  list.children.push_back(std::move(item));
  return list;
}

/// The last two letters of a text.
std::string tail(std::string_view text) {
  std::u32string letters = to_code_points(text);
  if (letters.size() > 2) letters.erase(0, letters.size() - 2);
  return to_utf8(letters);
}

/// Where the words of a piece that stands out are in a person's text; npos: they were not kept. One letter, as the
/// index of «м²», counts only behind what it stands behind in the template.
std::size_t find_piece(std::string_view literal, int after, const Place& place, std::size_t index) {
  const Place::Piece& piece = place.pieces[index];
  const std::string_view words = trim(piece.literal);
  if (words.empty()) return std::string_view::npos;
  if (length(words) > 1 && piece.style.position == document::Run::Position::normal) return literal.find(words);
  if (index == 0) return std::string_view::npos;
  const Place::Piece& before = place.pieces[index - 1];
  if (before.binding >= 0) return before.binding == after && literal.starts_with(words) ? 0 : std::string_view::npos;
  const std::string context = tail(before.literal);
  const std::size_t at = literal.find(context + std::string(words));
  return at == std::string_view::npos ? at : at + context.size();
}

/// A literal between pieces that keep their own look where a person kept their words. `after`: the binding that
/// stands before it, or -1.
void add_words(std::string_view literal, int after, const Inline& base, const Place& place, bool breaks, std::vector<Inline>& out) {
  const auto add = [&](std::string_view text, const Inline& style) {
    bool first = true;
    for (const std::string_view line : split(text, '\n')) {
      Inline piece = style;
      if (!first) {
        piece.kind = breaks ? Inline::Kind::line_break : Inline::Kind::soft_break;
        piece.text.clear();
        piece.link.clear();
        out.push_back(piece);
        piece = style;
      }
      first = false;
      if (line.empty()) continue;
      piece.text = line;
      out.push_back(std::move(piece));
    }
  };
  std::size_t best = std::string_view::npos;
  const Place::Piece* styled = nullptr;
  for (std::size_t i = 0; i < place.pieces.size(); ++i) {
    const Place::Piece& piece = place.pieces[i];
    if (piece.binding >= 0 || same_look(piece.style, base)) continue;
    const std::size_t at = find_piece(literal, after, place, i);
    if (at < best) {
      best = at;
      styled = &piece;
    }
  }
  if (styled == nullptr) return add(literal, base);
  const std::string_view words = trim(styled->literal);
  add(literal.substr(0, best), base);
  add(words, styled->style);
  add_words(literal.substr(best + words.size()), -1, base, place, breaks, out);
}

/// The look of most of a place's words.
Inline base_of(const Place& place) {
  Inline base;
  std::size_t most = 0;
  for (const Place::Piece& piece : place.pieces) {
    std::size_t size = 0;
    for (const Place::Piece& other : place.pieces) {
      if (same_look(other.style, piece.style)) size += other.binding < 0 ? length(other.literal) : 1;
    }
    if (size > most) {
      most = size;
      base = piece.style;
    }
  }
  base.kind = Inline::Kind::text;
  base.text.clear();
  base.link.clear();
  return base;
}

}  // namespace

const Place* TreeEditor::place_of(const MarkdownNode& node) const {
  return node.place < 0 ? nullptr : &editor_.places_[static_cast<std::size_t>(node.place)];
}

void TreeEditor::edit(MarkdownNode& root) {
  Nodes after;
  children(root, {}, after);
  renumber_notes(root);
}

int TreeEditor::new_line(int like, document::Role role) const {
  LineOrigin origin = text_.origins[static_cast<std::size_t>(like - 1)];
  origin.role = role;
  text_.origins.push_back(origin);
  return static_cast<int>(text_.origins.size());
}

void TreeEditor::renumber_notes(MarkdownNode& root) {
  if (text_.notes.empty()) return;
  std::vector<int> given(text_.notes.size(), -1);
  std::vector<UnrolledNote> notes;
  const auto walk = [&](const auto& self, const MarkdownNode& node) -> void {
    for (const Inline& piece : node.inlines) {
      for (const TokenPart& part : split_tokens(piece.text)) {
        if (part.index < 0) continue;
        const int note = text_.fills[static_cast<std::size_t>(part.index)].note;
        if (note < 0 || given[static_cast<std::size_t>(note)] >= 0) continue;
        given[static_cast<std::size_t>(note)] = static_cast<int>(notes.size());
        notes.push_back(text_.notes[static_cast<std::size_t>(note)]);
      }
    }
    for (const MarkdownNode& child : node.children) self(self, child);
  };
  walk(walk, root);
  for (Fill& fill : text_.fills) {
    if (fill.note >= 0) fill.note = given[static_cast<std::size_t>(fill.note)];
  }
  text_.notes = std::move(notes);
}

std::vector<Inline> TreeEditor::inlines(const Place& place, const std::vector<OwnPart>& parts) const {
  const Inline base = base_of(place);
  std::vector<Inline> made;
  made.insert(made.end(), place.before.begin(), place.before.end());
  int after = -1;
  for (const OwnPart& part : parts) {
    if (part.binding == 0) {
      add_words(part.literal, after, base, place, place.kind != Place::Kind::heading && place.kind != Place::Kind::caption, made);
      after = -1;
      continue;
    }
    after = part.binding - 1;
    for (const Place::Piece& piece : place.pieces) {
      if (piece.binding != part.binding - 1) continue;
      made.push_back(piece.style);
      break;
    }
  }
  made.insert(made.end(), place.after.begin(), place.after.end());
  return made;
}

MarkdownNode TreeEditor::paragraph(const Pending& pending) const {
  MarkdownNode node;
  const bool heading = pending.addition->kind == Place::Kind::heading;
  node.kind = heading ? Kind::heading : Kind::paragraph;
  node.level = pending.addition->level;
  node.line = new_line(pending.line, pending.addition->role);
  // A new place has the bindings of the one above and none of its looks.
  Place plain = *pending.anchor;
  plain.kind = pending.addition->kind;
  plain.before.clear();
  plain.after.clear();
  std::erase_if(plain.pieces, [](const Place::Piece& piece) { return piece.binding < 0; });
  node.inlines = inlines(plain, pending.addition->parts);
  return node;
}

MarkdownNode TreeEditor::item(const Pending& pending) const {
  MarkdownNode made;
  made.kind = Kind::item;
  made.children.push_back(paragraph(pending));
  made.line = made.children.front().line;
  return made;
}

void TreeEditor::append(const Pending& pending, Nodes& out) const {
  if (pending.addition->kind != Place::Kind::item) {
    out.push_back(paragraph(pending));
  } else if (!out.empty() && is_list(out.back(), pending.addition->ordered)) {
    out.back().children.push_back(item(pending));
  } else {
    constexpr int kGoesOn = 2;   // a list that does not begin with 1 continues the numbers before it
    out.push_back(list_of(item(pending), pending.addition->ordered, kGoesOn));
  }
}

void TreeEditor::add_after(const Place& place, int line, const Around& around, Nodes& out) const {
  const Change* change = editor_.change_of(place);
  if (change == nullptr) return;
  Nodes block;
  bool here = true;   // what follows an addition that left the item leaves it too
  for (const Change::Addition& addition : change->added) {
    const Pending pending{&place, &addition, line};
    if (around.pending == nullptr) {
      append(pending, block);
    } else if (here && addition.kind == Place::Kind::paragraph && !place.last) {
      block.push_back(paragraph(pending));
    } else {
      here = false;
      around.pending->push_back(pending);
    }
  }
  for (MarkdownNode& node : block) out.push_back(std::move(node));
}

void TreeEditor::children(MarkdownNode& parent, const Around& around, Nodes& after_list) {
  Nodes made;
  const MarkdownNode* captioned = nullptr;   // its additions stand below the table
  MarkdownNode caption;
  for (MarkdownNode& node : parent.children) {
    if (node.kind == Kind::list) {
      Nodes after;
      list(node, around, after);
      if (!node.children.empty()) made.push_back(std::move(node));
      for (MarkdownNode& one : after) (around.pending == nullptr ? made : after_list).push_back(std::move(one));
      continue;
    }
    if (const Place* place = place_of(node)) {
      const Change* change = editor_.change_of(*place);
      if (change != nullptr && change->replaced) node.inlines = inlines(*place, change->parts);
      if (place->kind == Place::Kind::caption) {
        caption = node;
        captioned = &caption;
        made.push_back(std::move(node));
        continue;
      }
      const int line = node.line;
      if (change == nullptr || !change->deleted) made.push_back(std::move(node));
      add_after(*place, line, around, made);
      continue;
    }
    const bool table = node.kind == Kind::table, block = node.kind == Kind::block;
    const int line = node.line;
    const std::string number = node.text;
    made.push_back(std::move(node));
    if (table && captioned != nullptr) add_after(*place_of(*captioned), captioned->line, around, made);
    captioned = nullptr;
    if (!block) continue;
    for (const Place& place : editor_.places_of_block(number)) add_after(place, line, around, made);
  }
  parent.children = std::move(made);
}

void TreeEditor::list(MarkdownNode& node, const Around& around, Nodes& after_list) {
  const int depth = around.depth + 1;
  Nodes items;
  for (MarkdownNode& one : node.children) {
    std::vector<Pending> pending;
    Nodes after;
    children(one, {depth, &pending}, after);
    const bool kept = !one.children.empty();
    if (kept) items.push_back(std::move(one));
    std::size_t current = items.empty() ? 0 : items.size() - 1;   // the item that an addition stands below
    bool own = kept;                                              // … is the template's, not a new one
    std::ptrdiff_t below = 0;
    for (const Pending& addition : pending) {
      const Change::Addition& what = *addition.addition;
      const bool is_item = what.kind == Place::Kind::item;
      if (!after.empty() || (!is_item && addition.anchor->last) || what.kind == Place::Kind::heading ||
          (is_item && what.ordered && !node.ordered && depth == 1)) {
        append(addition, after);
      } else if (is_item && what.level < depth && around.pending != nullptr) {
        around.pending->push_back(addition);
      } else if (is_item && what.level <= depth && what.ordered == node.ordered) {
        items.push_back(item(addition));
        current = items.size() - 1;
        own = false;
        below = 0;
      } else if (items.empty()) {
        append(addition, after);
      } else if (is_item) {
        Nodes& inside = items[current].children;
        std::size_t at = 0;
        while (at < inside.size() && !is_list(inside[at], what.ordered)) ++at;
        if (at == inside.size()) {
          inside.push_back(list_of(item(addition), what.ordered, 1));
        } else if (own) {
          inside[at].children.insert(inside[at].children.begin() + below, item(addition));
        } else {
          inside[at].children.push_back(item(addition));
        }
        ++below;
      } else {
        items[current].children.push_back(paragraph(addition));
      }
    }
    for (MarkdownNode& each : after) after_list.push_back(std::move(each));
  }
  node.children = std::move(items);
}

}  // namespace svod::compose
