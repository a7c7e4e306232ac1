#include "compose/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>

#include "base/text.h"

namespace svod::compose {
namespace {

constexpr int kDeepest = 40;

/// «\^» and «\~» while Markdown is parsed: its text would not tell them from the bare signs.
constexpr std::string_view kFreedAbove = "\uE004";
constexpr std::string_view kFreedBelow = "\uE005";

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

class Converter {
 public:
  explicit Converter(MarkdownTree& tree) : tree_(tree) {}

  void children(cmark_node* node, MarkdownNode& into, int depth) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      block(child, into, depth + 1);
    }
  }

 private:
  void fault(cmark_node* node, std::string message, std::string hint) {
    tree_.faults.push_back({cmark_node_get_start_line(node), std::move(message), std::move(hint)});
  }

  void block(cmark_node* node, MarkdownNode& into, int depth) {
    if (depth > kDeepest) return fault(node, "текст вложен слишком глубоко", "уберите лишние отступы");
    MarkdownNode made;
    made.line = cmark_node_get_start_line(node);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) {
      made.kind = MarkdownNode::Kind::paragraph;
      inlines(node, {}, made.inlines);
    } else if (type == CMARK_NODE_HEADING) {
      made.kind = MarkdownNode::Kind::heading;
      made.level = cmark_node_get_heading_level(node);
      if (made.level > 4) fault(node, "заголовков пятого и шестого уровней нет", "оставьте не больше четырёх знаков #");
      inlines(node, {}, made.inlines);
    } else if (type == CMARK_NODE_LIST) {
      made.kind = MarkdownNode::Kind::list;
      made.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
      made.start = cmark_node_get_list_start(node);
      made.bracket = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM;
      children(node, made, depth);
    } else if (type == CMARK_NODE_ITEM) {
      made.kind = MarkdownNode::Kind::item;
      children(node, made, depth);
    } else if (type == CMARK_NODE_CODE_BLOCK && text_of(cmark_node_get_fence_info(node)) == kBlockFence) {
      made.kind = MarkdownNode::Kind::block;
      made.text = text_of(cmark_node_get_literal(node));
    } else if (std::string_view(cmark_node_get_type_string(node)) == "table") {
      made.kind = MarkdownNode::Kind::table;
      table(node, made);
    } else {
      return unsupported(node, type);
    }
    into.children.push_back(std::move(made));
  }

  void unsupported(cmark_node* node, cmark_node_type type) {
    if (type == CMARK_NODE_CODE_BLOCK) {
      fault(node, "строка с отступом в четыре пробела стала бы программным кодом", "уменьшите отступ строки");
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      fault(node, "HTML в шаблонах не используется", "уберите знаки < и > или поставьте перед ними \\");
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      fault(node, "строка начинается знаком > и стала бы цитатой", "поставьте перед ним \\ или уберите его");
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      fault(node, "черты между абзацами в документах нет", "чтобы начать новую страницу, поставьте блок page-break");
    } else {
      fault(node, "такой разметки в документах нет", "оставьте абзацы, заголовки, списки, таблицы и блоки");
    }
  }

  void table(cmark_node* node, MarkdownNode& into) {
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    const int columns = cmark_gfm_extensions_get_table_columns(node);
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
      MarkdownNode made;
      made.kind = MarkdownNode::Kind::row;
      made.line = cmark_node_get_start_line(row);
      int column = 0;
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell), ++column) {
        MarkdownNode piece;
        piece.kind = MarkdownNode::Kind::cell;
        piece.line = made.line;
        if (alignments != nullptr && column < columns) {
          piece.right = alignments[column] == 'r';
          piece.centred = alignments[column] == 'c';
        }
        inlines(cell, {}, piece.inlines);
        made.children.push_back(std::move(piece));
      }
      into.children.push_back(std::move(made));
    }
  }

  /// «^2^» stands above the line, «~2~» below it: signs of one kind around a piece without blanks.
  void positions(cmark_node* node, const std::string& text, Inline piece, std::vector<Inline>& out) {
    const auto add = [&](std::string_view part, document::Run::Position position) {
      if (part.empty()) return;
      piece.text = replace_all(replace_all(std::string(part), kFreedAbove, "^"), kFreedBelow, "~");
      piece.position = position;
      out.push_back(piece);
    };
    std::size_t done = 0;
    for (std::size_t at = text.find_first_of("^~"); at != std::string::npos; at = text.find_first_of("^~", at + 1)) {
      const std::size_t end = text.find(text[at], at + 1);
      const bool wraps = end != std::string::npos && end > at + 1 && text.find_first_of(" \t", at) >= end &&
                         text.find("\u00A0", at) >= end;
      if (wraps) {
        add(std::string_view(text).substr(done, at - done), document::Run::Position::normal);
        add(std::string_view(text).substr(at + 1, end - at - 1),
            text[at] == '^' ? document::Run::Position::above : document::Run::Position::below);
        done = end + 1;
        at = end;
        continue;
      }
      // «~5 школ» is plain text; «H~2O» and «м^2» are not meant so.
      const bool after_letter = at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != '~';
      if (at > 0 && text[at - 1] == '[') continue;  // a footnote's sign that a backslash made plain text
      if (text[at] == '^' || (after_letter && at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '~')) {
        const std::string sign(1, text[at]);
        fault(node, "знак " + sign + " без пары: " + (text[at] == '^' ? "верхний" : "нижний") + " индекс не закрыт",
              "индекс пишется между двумя знаками, без пробелов: " + std::string(text[at] == '^' ? "м^2^" : "H~2~O") +
                  "; сам знак – \\" + sign);
      }
    }
    add(std::string_view(text).substr(done), document::Run::Position::normal);
  }

  void inlines(cmark_node* node, const Inline& style, std::vector<Inline>& out) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      const cmark_node_type type = cmark_node_get_type(child);
      Inline piece = style;
      if (type == CMARK_NODE_TEXT) {
        positions(child, text_of(cmark_node_get_literal(child)), std::move(piece), out);
      } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        piece.kind = type == CMARK_NODE_SOFTBREAK ? Inline::Kind::soft_break : Inline::Kind::line_break;
        out.push_back(std::move(piece));
      } else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
        (type == CMARK_NODE_EMPH ? piece.italic : piece.bold) = true;
        inlines(child, piece, out);
      } else if (type == CMARK_NODE_LINK) {
        const std::string url = text_of(cmark_node_get_url(child));
        if (!url.starts_with("#") || url.size() < 2) {
          fault(child, "ссылка «" + url + "» ведёт не внутрь документа",
                "ссылка на место документа пишется [текст](#имя)");
        }
        piece.link = url.substr(url.empty() ? 0 : 1);
        if (cmark_node_first_child(child) == nullptr) out.push_back(piece);
        inlines(child, piece, out);
      } else if (type == CMARK_NODE_CODE) {
        fault(child, "знаки ` внутри текста отмечают программный код, которого в документах нет", "уберите знаки `");
      } else if (type == CMARK_NODE_HTML_INLINE) {
        fault(child, "HTML в шаблонах не используется", "уберите знаки < и > или поставьте перед ними \\");
      } else if (type == CMARK_NODE_IMAGE) {
        fault(child, "рисунков из файлов в документах нет", "диаграмму по данным рисует блок chart");
      } else {
        fault(child, "такой разметки в документах нет", "оставьте текст, **жирный** и *курсив*");
      }
    }
  }

  MarkdownTree& tree_;
};

}  // namespace

MarkdownTree parse_markdown(std::string_view source) {
  const std::string text = replace_all(replace_all(std::string(source), "\\^", kFreedAbove), "\\~", kFreedBelow);
  static std::once_flag registered;
  std::call_once(registered, [] { cmark_gfm_core_extensions_ensure_registered(); });
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_DEFAULT),
                                                                           &cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(cmark_parser_finish(parser.get()),
                                                                     &cmark_node_free);
  MarkdownTree tree;
  Converter(tree).children(root.get(), tree.root, 0);
  return tree;
}

}  // namespace svod::compose
