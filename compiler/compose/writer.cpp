#include "compose/writer.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "compose/markdown.h"
#include "compose/numbering.h"
#include "compose/roles.h"
#include "compose/tokens.h"
#include "language/figures.h"

namespace svod::compose {
namespace {

using document::Block;
using document::Blocks;
using document::Role;
using expression::Scope;
using expression::Value;

constexpr std::string_view kCaption = "Таблица:";

class Writer {
 public:
  Writer(const Page& page, const Press& press) : page_(page), press_(press) {}

  Blocks write(const Scope& scope) {
    unroll(page_.body, scope, Role::body);
    const MarkdownTree tree = parse_markdown(text_);
    Blocks blocks = blocks_of(tree.root, {});
    number_document(page_, press_, blocks);
    return blocks;
  }

 private:
  struct Origin {
    int number = 0;
    Role role = Role::body;
  };

  void add_line(std::string_view line, int number, Role role) {
    text_ += line;
    text_ += '\n';
    origins_.push_back({number, role});
  }

  void unroll(const std::vector<Part>& parts, const Scope& scope, Role role) {
    for (const Part& part : parts) {
      if (const auto* line = std::get_if<Line>(&part.content)) {
        add_line(filled(line->text, scope), line->number, role);
        continue;
      }
      add_line("", 0, role);
      if (const auto* loop = std::get_if<Loop>(&part.content)) {
        for (const Value& element : expression::select(*loop->clause, scope)) {
          unroll(loop->body, expression::Bound(scope, loop->clause->name, element), role);
          add_line("", 0, role);
        }
      } else if (const auto* choice = std::get_if<Choice>(&part.content)) {
        for (const Choice::Branch& branch : choice->branches) {
          if (branch.condition) {
            const Value holds = press_.value(branch.condition, scope);
            if (holds.truth() == nullptr || !*holds.truth()) continue;
          }
          unroll(branch.body, scope, role);
          break;
        }
      } else if (const auto* let = std::get_if<Let>(&part.content)) {
        unroll(let->body, expression::Bound(scope, let->name, press_.value(let->value, scope)), role);
      } else if (const auto* styled = std::get_if<Styled>(&part.content)) {
        unroll(styled->body, scope, styled->role);
      } else if (const auto* fence = std::get_if<Fence>(&part.content)) {
        add_line(fence->indent + "```" + std::string(kBlockFence), fence->number, role);
        add_line(fence->indent + std::to_string(made_.size()), fence->number, role);
        add_line(fence->indent + "```", fence->number, role);
        made_.push_back(build_block(*fence->block, scope, press_));
      }
      add_line("", 0, role);
    }
  }

  std::string filled(const Wording& wording, const Scope& scope) {
    std::string line;
    for (const Wording::Part& part : wording.parts) {
      if (!part.slot) {
        line += part.literal;
        continue;
      }
      append_token(line, fills_.size());
      fills_.push_back(press_.print(part.slot, scope));
    }
    return line;
  }

  const Origin& origin(int line) const {
    static const Origin none;
    const auto at = static_cast<std::size_t>(line - 1);
    return line > 0 && at < origins_.size() ? origins_[at] : none;
  }
  Location place(int line) const { return Location::in_text(page_.file, origin(line).number, 1); }

  /// The pieces of a line of text, with values in the places of their tokens.
  std::vector<Draft> drafts_of(const std::vector<Inline>& inlines, Role role, bool coverage) const {
    std::vector<Draft> drafts;
    std::vector<std::string> said;
    for (const Inline& piece : inlines) {
      document::Run style;
      style.bold = piece.bold;
      style.italic = piece.italic;
      style.spaced = role == Role::command;
      for (const TokenPart& part : split_tokens(piece.link)) {
        style.link += part.index < 0 ? part.literal : fills_[static_cast<std::size_t>(part.index)].text;
      }
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
        const Printed& value = fills_[static_cast<std::size_t>(part.index)];
        draft.run.text = value.text;
        draft.run.ref = value.ref;
        drafts.push_back(std::move(draft));
        if (coverage) add_coverage(value, said, drafts);
      }
    }
    return drafts;
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
    return glued(drafts_of(node.inlines, role, !heading), heading);
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
          if (index < made_.size()) {
            for (Block& block : made_[index]) blocks.push_back(std::move(block));
          }
          break;
        }
        default: break;
      }
    }
    return blocks;
  }

  void add_paragraph(const MarkdownNode& node, Blocks& blocks) {
    const Role role = origin(node.line).role;
    document::Runs runs = runs_of(node, role, role == Role::title || role == Role::subject || role == Role::kind);
    if (text_of(runs).empty()) return;   // every value of it was empty text
    blocks.push_back({document::Paragraph{std::move(runs), role}, place(node.line)});
  }

  void add_heading(const MarkdownNode& node, Blocks& blocks) {
    document::Heading heading;
    heading.level = node.level;
    heading.runs = runs_of(node, Role::body, true);
    heading.number = page_.numbered ? std::string(kPendingNumber) : std::string();
    // A name for links, or «{-}» for a heading outside the numbering, ends the line in braces.
    if (!heading.runs.empty()) {
      std::string& last = heading.runs.back().text;
      const std::size_t open = last.rfind('{');
      if (open != std::string::npos && last.ends_with('}')) {
        const std::string mark = last.substr(open + 1, last.size() - open - 2);
        if (mark == "-" || mark == "–") heading.number.clear();
        if (mark.starts_with('#')) heading.anchor = mark.substr(1);
        last = std::string(trim(std::string_view(last).substr(0, open)));
        if (last.empty()) heading.runs.pop_back();
      }
    }
    if (heading.runs.empty()) return;
    blocks.push_back({std::move(heading), place(node.line)});
  }

  /// Official items are «1.», «1.1.» by their depth. A list that does not begin with 1 goes on where the last
  /// one of its depth ended.
  void add_list(const MarkdownNode& node, const std::vector<int>& path, Blocks& blocks) {
    document::List list;
    list.numbered = node.ordered;
    int& counter = counters_[path];
    if (node.ordered && node.start == 1) counter = 0;
    for (const MarkdownNode& child : node.children) {
      document::Item item;
      std::vector<int> inner = path;
      if (node.ordered) {
        inner.push_back(counter + 1);
        counters_.erase(counters_.lower_bound(inner), counters_.end());
      }
      item.blocks = blocks_of(child, inner);
      if (item.blocks.empty()) continue;
      if (!node.ordered) {
        item.label = "–";
      } else if (node.bracket) {
        item.label = std::to_string(++counters_[path]) + ")";
      } else {
        ++counters_[path];
        for (const int number : inner) item.label += std::to_string(number) + ".";
      }
      list.items.push_back(std::move(item));
    }
    if (list.items.empty()) return;
    end_with_full_stop(list.items.back());
    blocks.push_back({std::move(list), place(node.line)});
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
        if (head) table.columns.push_back({"column" + std::to_string(i + 1), row.children[i].right, 0});
        document::Cell cell;
        cell.runs = runs_of(row.children[i], Role::body, head);
        made.cells.push_back(std::move(cell));
      }
      (head ? table.head : table.rows).push_back(std::move(made));
      head = false;
    }
    blocks.push_back({std::move(table), place(node.line)});
  }

  const Page& page_;
  const Press& press_;
  std::string text_;
  std::vector<Origin> origins_;
  std::vector<Printed> fills_;
  std::vector<Blocks> made_;
  std::map<std::vector<int>, int> counters_;   ///< items so far, by the numbers above them
};

}  // namespace

Blocks write_body(const Page& page, const Scope& scope, const Press& press) { return Writer(page, press).write(scope); }

}  // namespace svod::compose
