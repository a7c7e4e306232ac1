#include "compose/markdown_check.h"

#include "base/text.h"
#include "compose/codes.h"
#include "compose/markdown.h"
#include "compose/notes.h"
#include "compose/tokens.h"

namespace svod::compose {
namespace {

/// The line as Markdown will see it: values and marks of footnotes are words.
std::string with_blanks(const Wording& wording) {
  std::string words;
  for (const Wording::Part& piece : wording.parts) {
    if (piece.slot) {
      append_token(words, 0);
    } else {
      std::size_t done = 0;
      for (const NoteMark& mark : note_marks(piece.literal)) {
        words += piece.literal.substr(done, mark.begin - done);
        append_token(words, 1);
        done = mark.end;
      }
      words += piece.literal.substr(done);
    }
  }
  return words;
}

void flatten(const std::vector<Part>& parts, std::string& text, std::vector<int>& numbers, bool joined = false) {
  const auto add = [&](std::string_view line, int number) {
    if (joined && trim(line).empty()) return;
    text += line;
    text += '\n';
    numbers.push_back(number);
  };
  for (const Part& part : parts) {
    if (const auto* line = std::get_if<Line>(&part.content)) {
      add(with_blanks(line->text), line->number);
      continue;
    }
    if (std::get_if<NoteText>(&part.content) != nullptr) continue;
    add("", 0);
    if (const auto* loop = std::get_if<Loop>(&part.content)) flatten(loop->body, text, numbers, joined);
    if (const auto* let = std::get_if<Let>(&part.content)) flatten(let->body, text, numbers, joined);
    if (const auto* styled = std::get_if<Styled>(&part.content)) flatten(styled->body, text, numbers, joined);
    if (const auto* turned = std::get_if<Turned>(&part.content)) flatten(turned->body, text, numbers, joined);
    if (const auto* one = std::get_if<Joined>(&part.content)) flatten(one->body, text, numbers, true);
    if (const auto* choice = std::get_if<Choice>(&part.content)) {
      for (const Choice::Branch& branch : choice->branches) flatten(branch.body, text, numbers, joined);
    }
    add("", 0);
  }
}

}  // namespace

void check_markdown(const Page& page, Diagnostics& out) {
  std::string text;
  std::vector<int> numbers;
  flatten(page.body, text, numbers);
  const MarkdownTree tree = parse_markdown(text);
  const auto place = [&](int at) {
    const auto line = static_cast<std::size_t>(at - 1);
    return Location::in_text(page.file, line < numbers.size() ? numbers[line] : 0, 1);
  };
  for (const MarkdownFault& fault : tree.faults) {
    out.error(codes::unsupported_markdown, place(fault.line), fault.message, fault.hint);
  }
  for (const MarkdownNode& node : tree.root.children) {
    if (node.kind != MarkdownNode::Kind::heading) continue;
    for (const Inline& piece : node.inlines) {
      for (const TokenPart& part : split_tokens(piece.text)) {
        if (part.index != 1) continue;
        out.error(codes::bad_note, place(node.line), "сноски в заголовке не бывает: она попала бы в оглавление",
                  "перенесите знак сноски в текст под заголовком");
      }
    }
  }
}

}  // namespace svod::compose
