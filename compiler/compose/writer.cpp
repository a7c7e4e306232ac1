#include "compose/writer.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/markdown.h"
#include "compose/numbering.h"
#include "compose/roles.h"
#include "compose/tokens.h"
#include "compose/unroll.h"
#include "compose/words_passages.h"
#include "language/figures.h"

namespace svod::compose {
namespace {

using document::Block;
using document::Blocks;
using document::Role;
using expression::Scope;

constexpr std::string_view kCaption = "Таблица:";

class Writer {
 public:
  Writer(const Page& page, const Press& press, Unrolled unrolled)
      : page_(page), press_(press), text_(std::move(unrolled)) {}

  Written write(WordsEditor* words) {
    MarkdownTree tree = parse_markdown(text_.text);
    if (words != nullptr) words->edit(tree, text_);
    Written body;
    body.blocks = blocks_of(tree.root, {});
    for (const UnrolledNote& note : text_.notes) body.notes.push_back(note_runs(note));
    number_document(page_, press_, text_.includes, body.blocks, body.notes);
    if (words != nullptr) words->name_places(body.blocks);
    return body;
  }

 private:
  const LineOrigin& origin(int line) const {
    static const LineOrigin none;
    const auto at = static_cast<std::size_t>(line - 1);
    return line > 0 && at < text_.origins.size() ? text_.origins[at] : none;
  }
  Location place(int line) const {
    const LineOrigin& from = origin(line);
    return Location::in_text(from.page == nullptr ? page_.file : from.page->file, from.number, 1);
  }
  Block block_at(int line) const {
    Block block;
    block.origin = place(line);
    block.landscape = origin(line).landscape;
    return block;
  }

  document::Runs note_runs(const UnrolledNote& note) const {
    const MarkdownTree tree = parse_markdown(note.text);
    std::vector<Draft> drafts;
    for (const MarkdownNode& node : tree.root.children) {
      for (Draft& draft : drafts_of(node.inlines, Role::note, true, note.origin.include)) drafts.push_back(std::move(draft));
    }
    return glued(drafts);
  }

  /// The pieces of a line of text, with values in the places of their tokens.
  std::vector<Draft> drafts_of(const std::vector<Inline>& inlines, Role role, bool coverage, int include) const {
    std::vector<Draft> drafts;
    std::vector<std::string> said;
    for (const Inline& piece : inlines) {
      document::Run style;
      style.bold = piece.bold;
      style.italic = piece.italic;
      style.spaced = role == Role::command;
      style.position = piece.position;
      if (!piece.link.empty()) style.link = anchor_in(include, with_values(piece.link));
      if (piece.kind != Inline::Kind::text) {
        const bool kept = piece.kind == Inline::Kind::line_break || keeps_lines(role);
        style.link.clear();
        style.text = kept ? "" : " ";
        style.line_break = kept;
        drafts.push_back({std::move(style), false});
        continue;
      }
      if (piece.text.empty() && !style.link.empty()) {
        drafts.push_back({style, true});   // filled with the number of its target later
        drafts.back().run.text = std::string(kPendingNumber);
        continue;
      }
      for (TokenPart& part : split_tokens(piece.text)) {
        Draft draft{style, part.index >= 0};
        if (part.index < 0) {
          draft.run.text = std::move(part.literal);
          drafts.push_back(std::move(draft));
          continue;
        }
        const Fill& fill = text_.fills[static_cast<std::size_t>(part.index)];
        if (fill.note >= 0) {
          draft.run.text = std::to_string(fill.note + 1);
          draft.run.position = document::Run::Position::above;
          draft.run.note = fill.note;
          drafts.push_back(std::move(draft));
          continue;
        }
        const Printed& value = fill.value;
        draft.run.text = value.text;
        draft.run.ref = value.ref;
        drafts.push_back(std::move(draft));
        if (coverage) add_coverage(value, said, drafts);
      }
    }
    return drafts;
  }

  std::string with_values(std::string_view text) const {
    std::string result;
    for (const TokenPart& part : split_tokens(text)) {
      result += part.index < 0 ? part.literal : text_.fills[static_cast<std::size_t>(part.index)].value.text;
    }
    return result;
  }

  /// A figure in prose that rests on fewer schools than owe says so, once a paragraph for each such number.
  static void add_coverage(const Printed& value, std::vector<std::string>& said, std::vector<Draft>& drafts) {
    if (value.covered >= value.owed || value.owed < 2) return;
    // «сдавали» and «выше» come of a figure but do not print it: the note waits for the figure itself.
    const bool is_word = length(value.text) > 1 && value.text.find_first_of("0123456789") == std::string::npos &&
                         value.text.find(language::no_break_space) == std::string::npos;
    if (value.text.empty() || is_word) return;
    std::string note = "\u00A0(по " + schools_of(value.covered, value.owed) + ")";
    if (std::find(said.begin(), said.end(), note) != said.end()) return;
    said.push_back(note);
    Draft draft;
    draft.run.text = std::move(note);
    drafts.push_back(std::move(draft));
  }

  document::Runs runs_of(const MarkdownNode& node, Role role, bool heading) const {
    return glued(drafts_of(node.inlines, role, !heading, origin(node.line).include), heading);
  }

  Blocks blocks_of(const MarkdownNode& parent, const std::vector<int>& path) {
    Blocks blocks;
    for (const MarkdownNode& node : parent.children) {
      switch (node.kind) {
        case MarkdownNode::Kind::paragraph: add_paragraph(node, blocks); break;
        case MarkdownNode::Kind::heading: add_heading(node, blocks); break;
        case MarkdownNode::Kind::list: add_list(node, path, blocks); break;
        case MarkdownNode::Kind::table: add_table(node, blocks); break;
        case MarkdownNode::Kind::block: {
          std::size_t index = 0;
          std::from_chars(node.text.data(), node.text.data() + node.text.size(), index);
          if (index < text_.made.size()) add_made(index, blocks);
          break;
        }
        default: break;
      }
    }
    return blocks;
  }

  void add_made(std::size_t index, Blocks& blocks) {
    const LineOrigin& from = text_.made_at[index];
    for (Block& block : text_.made[index]) {
      block.landscape = from.landscape;
      const auto name = [&](std::string& anchor) {
        if (!anchor.empty()) anchor = anchor_in(from.include, anchor);
      };
      if (auto* table = std::get_if<document::Table>(&block.content)) {
        name(table->anchor);
        for (document::Row& row : table->rows) {
          for (document::Cell& cell : row.cells) name(cell.formula.table);
        }
      }
      if (auto* chart = std::get_if<document::Chart>(&block.content)) name(chart->anchor);
      if (auto* mark = std::get_if<document::AppendixMark>(&block.content)) name(mark->anchor);
      if (from.include > 0) name_inside(block, name);
      blocks.push_back(std::move(block));
    }
  }

  /// Anchors and links of clauses that an included template prints.
  static void name_inside(Block& block, const auto& name) {
    const auto links = [&](document::Runs& runs) {
      for (document::Run& run : runs) name(run.link);
    };
    if (auto* heading = std::get_if<document::Heading>(&block.content)) {
      name(heading->anchor);
      links(heading->runs);
    }
    if (auto* paragraph = std::get_if<document::Paragraph>(&block.content)) links(paragraph->runs);
    if (auto* list = std::get_if<document::List>(&block.content)) {
      for (document::Item& item : list->items) {
        name(item.anchor);
        for (Block& inner : item.blocks) name_inside(inner, name);
      }
    }
  }

  void add_paragraph(const MarkdownNode& node, Blocks& blocks) {
    const Role role = origin(node.line).role;
    document::Runs runs = runs_of(node, role, role == Role::title || role == Role::subject || role == Role::kind);
    if (text_of(runs).empty()) return;   // every value of it was empty text
    Block block = block_at(node.line);
    block.content = document::Paragraph{std::move(runs), role};
    blocks.push_back(std::move(block));
  }

  void add_heading(const MarkdownNode& node, Blocks& blocks) {
    const LineOrigin& from = origin(node.line);
    document::Heading heading;
    heading.level = node.level + from.deeper;
    if (heading.level > 4) {
      press_.warning(codes::deep_heading, place(node.line),
                     "заголовок стал бы " + std::to_string(heading.level) + "-го уровня, а их четыре",
                     "уменьшите level у блока include")
          .cause = place(node.line).text();
      heading.level = 4;
    }
    heading.number = page_.numbered ? std::string(kPendingNumber) : std::string();
    MarkdownNode kept = node;
    const std::string mark = take_mark(kept.inlines, false);
    if (mark == "-" || mark == "–") heading.number.clear();
    if (mark.starts_with('#')) heading.anchor = anchor_in(from.include, mark.substr(1));
    heading.runs = runs_of(kept, Role::body, true);
    if (heading.runs.empty()) return;
    Block block = block_at(node.line);
    block.content = std::move(heading);
    blocks.push_back(std::move(block));
  }

  /// «{#name}» that ends a heading or begins an item, «{-}» of a heading outside the numbering: taken off the
  /// line. What stands between the braces, or nothing.
  std::string take_mark(std::vector<Inline>& inlines, bool at_begin) const {
    std::string line;
    for (const Inline& piece : inlines) {
      if (piece.kind == Inline::Kind::text) line += piece.text;
    }
    const std::string_view text = trim(line);
    const bool there = at_begin ? text.starts_with("{#") : text.ends_with('}');
    if (!there) return {};
    const std::size_t open = at_begin ? 0 : text.rfind('{');
    const std::size_t close = at_begin ? text.find('}') : text.size() - 1;
    if (open == std::string_view::npos || close == std::string_view::npos) return {};
    const std::string mark(text.substr(open, close + 1 - open));
    // Markdown may have cut the mark into several pieces of text.
    std::size_t left = mark.size();
    if (at_begin) {
      for (std::size_t i = 0; i < inlines.size() && left > 0; ++i) {
        std::string& piece = inlines[i].text;
        if (left == mark.size()) piece = std::string(trim_left(piece));
        const std::size_t cut = std::min(left, piece.size());
        piece.erase(0, cut);
        left -= cut;
      }
    } else {
      bool first = true;
      for (std::size_t i = inlines.size(); i-- > 0 && left > 0;) {
        std::string& piece = inlines[i].text;
        while (first && piece.ends_with(' ')) piece.pop_back();
        first = first && piece.empty();
        const std::size_t cut = std::min(left, piece.size());
        piece.erase(piece.size() - cut);
        left -= cut;
      }
    }
    std::erase_if(inlines, [](const Inline& piece) {
      return piece.kind == Inline::Kind::text && piece.text.empty() && piece.link.empty();
    });
    return with_values(std::string_view(mark).substr(1, mark.size() - 2));
  }

  static std::string_view trim_left(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
  }

  /// The numbers above an item: those of «1)» lists are negative, for what stands in them begins anew.
  using Path = std::vector<int>;

  /// «1.», «1.1.» by the depth; «1)», and in it «а)». A list that does not begin with 1 goes on where the last
  /// one of its place ended.
  void add_list(const MarkdownNode& node, const Path& path, Blocks& blocks) {
    document::List list;
    list.numbered = node.ordered;
    Path key = path;
    if (node.bracket) key.push_back(std::numeric_limits<int>::min());
    if (node.ordered && node.start == 1) counters_[key] = 0;
    for (const MarkdownNode& child : node.children) {
      document::Item item;
      Path inner = path;
      if (node.ordered) {
        const int number = counters_[key] + 1;
        inner.push_back(node.bracket ? -number : number);
        counters_.erase(counters_.lower_bound(inner), counters_.end());
      }
      MarkdownNode kept = child;
      if (!kept.children.empty() && kept.children[0].kind == MarkdownNode::Kind::paragraph) {
        const std::string mark = take_mark(kept.children[0].inlines, true);
        if (mark.starts_with('#')) item.anchor = anchor_in(origin(child.line).include, mark.substr(1));
      }
      item.blocks = blocks_of(kept, inner);
      if (item.blocks.empty()) continue;
      if (!node.ordered) {
        item.label = "–";
      } else {
        ++counters_[key];
        item.label = node.bracket ? bracket_label(inner) : dotted_label(inner);
      }
      list.items.push_back(std::move(item));
    }
    if (list.items.empty()) return;
    end_with_full_stop(list.items.back());
    Block block = block_at(node.line);
    block.content = std::move(list);
    blocks.push_back(std::move(block));
  }

  static std::string dotted_label(const Path& path) {
    std::size_t from = path.size();
    while (from > 0 && path[from - 1] > 0) --from;
    std::string label;
    for (; from < path.size(); ++from) label += std::to_string(path[from]) + ".";
    return label;
  }

  static std::string bracket_label(const Path& path) {
    const bool inside = path.size() > 1 && path[path.size() - 2] < 0;
    return (inside ? item_letter(-path.back()) : std::to_string(-path.back())) + ")";
  }

  /// Items that a loop or a condition chose end with «;», and which is the last is not known in the template.
  static void end_with_full_stop(document::Item& item) {
    auto* paragraph = std::get_if<document::Paragraph>(&item.blocks.back().content);
    if (paragraph == nullptr || paragraph->runs.empty()) return;
    std::string& last = paragraph->runs.back().text;
    if (last.ends_with(';')) last.back() = '.';
  }

  void add_table(const MarkdownNode& node, Blocks& blocks) {
    document::Table table;
    if (!blocks.empty()) {
      // «Таблица: …» just above is its caption.
      if (const auto* paragraph = std::get_if<document::Paragraph>(&blocks.back().content)) {
        const std::string above = text_of(paragraph->runs);
        if (above.starts_with(kCaption)) {
          table.caption = trim(std::string_view(above).substr(kCaption.size()));
          blocks.pop_back();
        }
      }
    }
    bool head = true;
    for (const MarkdownNode& row : node.children) {
      document::Row made;
      for (std::size_t i = 0; i < row.children.size(); ++i) {
        if (head) {
          table.columns.push_back({"column" + std::to_string(i + 1), row.children[i].right, 0, row.children[i].centred});
        }
        document::Cell cell;
        cell.runs = runs_of(row.children[i], Role::body, head);
        made.cells.push_back(std::move(cell));
      }
      (head ? table.head : table.rows).push_back(std::move(made));
      head = false;
    }
    Block block = block_at(node.line);
    block.content = std::move(table);
    blocks.push_back(std::move(block));
  }

  const Page& page_;
  const Press& press_;
  Unrolled text_;
  std::map<Path, int> counters_;   ///< items so far, by the numbers above them
};

}  // namespace

Written write_body(const Page& page, const Scope& base, const Scope& scope, const Press& press,
                   WordsEditor* words) {
  return Writer(page, press, unroll(page, base, scope, press, words)).write(words);
}

}  // namespace svod::compose
