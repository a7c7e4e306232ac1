#include "compose/notes.h"

#include <map>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/markdown.h"
#include "compose/settings.h"
#include "compose/tokens.h"

namespace svod::compose {
namespace {

/// Letters, digits, «-» and «_» up to the bracket; npos where it is no name.
std::size_t name_end(std::string_view line, std::size_t from) {
  for (std::size_t at = from; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ']') return at == from ? std::string_view::npos : at;
    if (c == ' ' || c == '[' || c == '^') return std::string_view::npos;
  }
  return std::string_view::npos;
}

class Checker {
 public:
  Checker(const Page& page, Diagnostics& out) : page_(page), out_(out) {}

  struct Frame {
    std::map<std::string, const NoteText*> texts;
    std::map<std::string, bool> used;
    Frame* outer = nullptr;
  };

  void check(const std::vector<Part>& parts, Frame* outer) {
    Frame frame;
    frame.outer = outer;
    for (const Part& part : parts) {
      if (const auto* note = std::get_if<NoteText>(&part.content)) define(*note, frame);
    }
    for (const Part& part : parts) {
      if (const auto* line = std::get_if<Line>(&part.content)) use(*line, frame);
      if (const auto* loop = std::get_if<Loop>(&part.content)) check(loop->body, &frame);
      if (const auto* let = std::get_if<Let>(&part.content)) check(let->body, &frame);
      if (const auto* styled = std::get_if<Styled>(&part.content)) check(styled->body, &frame);
      if (const auto* turned = std::get_if<Turned>(&part.content)) check(turned->body, &frame);
      if (const auto* joined = std::get_if<Joined>(&part.content)) check(joined->body, &frame);
      if (const auto* choice = std::get_if<Choice>(&part.content)) {
        for (const Choice::Branch& branch : choice->branches) check(branch.body, &frame);
      }
    }
    for (const auto& [name, note] : frame.texts) {
      if (frame.used[name]) continue;
      out_.warning(codes::unused_note, note->at, "на сноску «" + name + "» в тексте нет знака",
                   "поставьте в текст [^" + name + "] или уберите сноску");
    }
  }

 private:
  void define(const NoteText& note, Frame& frame) {
    if (!frame.texts.emplace(note.name, &note).second) {
      out_.error(codes::bad_note, note.at, "сноска «" + note.name + "» уже описана",
                 "дайте одной из сносок другое имя");
    }
    std::string text;
    for (const Wording::Part& part : note.text.parts) {
      if (part.slot) {
        append_token(text, 0);
        continue;
      }
      text += part.literal;
      if (!note_marks(part.literal).empty()) {
        out_.error(codes::bad_note, note.at, "в тексте сноски стоит знак другой сноски", "напишите обе в одной сноске");
      }
    }
    const MarkdownTree tree = parse_markdown(text);
    for (const MarkdownFault& fault : tree.faults) {
      out_.error(codes::unsupported_markdown, note.at, fault.message, fault.hint);
    }
    const auto& blocks = tree.root.children;
    if (!tree.faults.empty() || (blocks.size() == 1 && blocks[0].kind == MarkdownNode::Kind::paragraph)) return;
    out_.error(
        codes::bad_note, note.at,
        blocks.empty() ? "у сноски «" + note.name + "» пустой текст" : "сноска «" + note.name + "» – не один абзац",
        "запишите сноску одним абзацем, без списков и заголовков");
  }

  void use(const Line& line, Frame& frame) {
    for (const Wording::Part& part : line.text.parts) {
      for (const NoteMark& mark : note_marks(part.literal)) {
        Frame* at = &frame;
        while (at != nullptr && !at->texts.contains(mark.name)) at = at->outer;
        if (at != nullptr) {
          at->used[mark.name] = true;
          continue;
        }
        std::vector<std::string> known;
        for (const Frame* one = &frame; one != nullptr; one = one->outer) {
          for (const auto& [name, note] : one->texts) known.push_back(name);
        }
        const std::string hint = suggestion(mark.name, known);
        out_.error(codes::unknown_note, Location::in_text(page_.file, line.number, column_of(line.number, mark.name)),
                   "текста сноски «" + mark.name + "» здесь нет",
                   hint.empty() ? "добавьте строку [^" + mark.name + "]: текст" : hint);
      }
    }
  }

  int column_of(int number, const std::string& name) const {
    const auto at = static_cast<std::size_t>(number - 1);
    if (at >= page_.lines.size()) return 1;
    const std::size_t found = page_.lines[at].find("[^" + name + "]");
    return found == std::string::npos
               ? 1
               : static_cast<int>(length(std::string_view(page_.lines[at]).substr(0, found))) + 1;
  }

  const Page& page_;
  Diagnostics& out_;
};

}  // namespace

std::vector<NoteMark> note_marks(std::string_view line) {
  std::vector<NoteMark> marks;
  for (std::size_t at = line.find("[^"); at != std::string_view::npos; at = line.find("[^", at + 2)) {
    if (at > 0 && line[at - 1] == '\\') continue;
    const std::size_t end = name_end(line, at + 2);
    if (end == std::string_view::npos) continue;
    marks.push_back({at, end + 1, std::string(line.substr(at + 2, end - at - 2))});
  }
  return marks;
}

std::optional<NoteDefinition> note_definition(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || !line.substr(first).starts_with("[^")) return std::nullopt;
  const std::size_t end = name_end(line, first + 2);
  if (end == std::string_view::npos || !line.substr(end).starts_with("]:")) return std::nullopt;
  NoteDefinition made;
  made.name = line.substr(first + 2, end - first - 2);
  made.text_at = end + 2;
  while (made.text_at < line.size() && line[made.text_at] == ' ') ++made.text_at;
  return made;
}

void check_notes(const Page& page, Diagnostics& out) { Checker(page, out).check(page.body, nullptr); }

}  // namespace svod::compose
