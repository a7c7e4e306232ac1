#include "compose/page_reader.h"

#include <algorithm>
#include <deque>
#include <map>

#include "base/hash.h"
#include "base/text.h"
#include "compose/block_reader.h"
#include "compose/codes.h"
#include "compose/directives.h"
#include "compose/front_matter.h"
#include "compose/markdown_check.h"
#include "compose/notes.h"
#include "compose/roles.h"
#include "compose/settings.h"
#include "compose/tokens.h"

namespace svod::compose {
namespace {

using expression::BoundNames;
using expression::Names;

const std::vector<std::string>& containers() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all{"for", "if", "else", "let", "landscape", "paragraph"};
    for (const auto& [name, role] : roles()) all.push_back(name);
    return all;
  }();
  return words;
}

class PageReader {
 public:
  PageReader(SourceLines& source, PageSource& pages, Page& page, Diagnostics& out)
      : source_(source), pages_(pages), page_(page), out_(&out) {}

  void front_matter(Page& page, const Names& names, std::deque<BoundNames>& scopes) {
    if (trim(lines()[0]) != "---") {
      out_->error(codes::front_matter, source_.at(0, 0), "шаблон не начинается с описания между строками «---»",
                  "первые строки: ---, title: Название, profile: report, ---");
      return;
    }
    std::string yaml = "\n";
    std::size_t i = 1;
    for (; i < lines().size() && trim(lines()[i]) != "---"; ++i) yaml += source_.with_tokens(i, false, *out_) + "\n";
    if (i >= lines().size()) {
      out_->error(codes::front_matter, source_.at(0, 0), "описание шаблона не закрыто второй строкой «---»",
                  "добавьте строку «---» перед текстом");
      return;
    }
    next_ = i + 1;
    const auto document = definitions::read_yaml(yaml, source_.file(), *out_);
    if (!document) return;
    const Settings settings(source_, *document, document->root, "шаблон", *out_);
    if (!settings.expect_map(document->root, "шаблон")) return;
    names_known_ = read_front_matter(settings, page, names, pages_, scopes);
  }
  /// False where the body's names would be reported as unknown for a fault of the front matter.
  bool names_known() const { return names_known_; }
  /// A template that it includes could not be read.
  bool broken() const { return broken_; }

  std::vector<Part> body(const Names& names) {
    std::vector<Part> parts = read_parts(names, nullptr);
    return parts;
  }

 private:
  const std::vector<std::string>& lines() const { return source_.lines(); }

  /// Reads up to the line that ends the container, which is left in `ended_by_`; to the end of the file where
  /// `opened` is null.
  std::vector<Part> read_parts(const Names& names, const Location* opened) {
    std::vector<Part> parts;
    ended_by_ = {};
    while (next_ < lines().size()) {
      const std::string& line = lines()[next_];
      if (!fence_of(line).empty()) {
        read_fence(parts, names);
        continue;
      }
      const auto directive = directive_of(line);
      if (!directive && note_definition(line)) {
        read_note(parts, names);
        continue;
      }
      if (!directive) {
        std::size_t i = next_;
        const std::string text = source_.with_tokens(i, true, *out_);
        parts.push_back({Line{static_cast<int>(next_) + 1, source_.wording(text, source_.at(next_, 0), names, *out_)}});
        next_ = i + 1;
        continue;
      }
      const Location at = source_.at(next_, indent_of(line).size());
      if (directive->word.empty() || directive->word == "else") {
        if (opened != nullptr) {
          ended_by_ = *directive;
          return parts;
        }
        out_->error(codes::stray_end, at, "строка «" + std::string(trim(line)) + "» ничего не закрывает",
                    "уберите строку или начните контейнер: ::: if …, ::: for …");
        ++next_;
        continue;
      }
      read_container(parts, *directive, at, names);
    }
    if (opened != nullptr) {
      out_->error(codes::unclosed_container, *opened, "контейнер не закрыт строкой «:::»",
                  "добавьте строку «:::» там, где он кончается");
    }
    return parts;
  }

  /// The line after a container's body must be its end.
  void expect_end(const Location& opened) {
    if (next_ >= lines().size()) return;
    if (ended_by_.word == "else") {
      out_->error(codes::stray_end, source_.at(next_, indent_of(lines()[next_]).size()),
                  "«else» бывает только внутри «::: if»", "закройте прежде другой контейнер строкой «:::»")
          .related.push_back({opened, "контейнер начат здесь"});
    }
    ++next_;
  }

  void read_container(std::vector<Part>& parts, const Directive& directive, const Location& at, const Names& names) {
    const Location rest_at = source_.at(next_, directive.rest_at);
    ++next_;
    if (directive.word == "for") {
      auto compiled = expression::compile_clause(directive.rest, rest_at, names);
      out_->append(std::move(compiled.diagnostics));
      Loop loop;
      loop.clause = compiled.product;
      if (loop.clause) {
        const BoundNames inner(names, loop.clause->name, loop.clause->element);
        loop.body = read_parts(inner, &at);
      } else {
        quietly([&] { read_parts(names, &at); });
      }
      expect_end(at);
      if (loop.clause) parts.push_back({std::move(loop)});
      return;
    }
    if (directive.word == "if") return read_choice(parts, directive, rest_at, at, names);
    if (directive.word == "let") return read_let(parts, directive, rest_at, at, names);
    if (const auto role = roles().find(directive.word); role != roles().end()) {
      if (!directive.rest.empty()) {
        out_->error(codes::unknown_container, rest_at, "после «" + directive.word + "» ничего не пишется",
                    "перенесите текст на следующую строку");
      }
      Styled styled;
      styled.role = role->second;
      styled.body = read_parts(names, &at);
      expect_end(at);
      parts.push_back({std::move(styled)});
      return;
    }
    if (directive.word == "landscape" || directive.word == "paragraph") {
      if (!directive.rest.empty()) {
        out_->error(codes::unknown_container, rest_at, "после «" + directive.word + "» ничего не пишется",
                    "перенесите текст на следующую строку");
      }
      const bool joins = directive.word == "paragraph";
      const bool outer = joined_;
      joined_ = joined_ || joins;
      std::vector<Part> body = read_parts(names, &at);
      joined_ = outer;
      expect_end(at);
      if (joins) {
        parts.push_back({Joined{std::move(body)}});
      } else {
        parts.push_back({Turned{std::move(body)}});
      }
      return;
    }
    out_->error(codes::unknown_container, at, "контейнера «" + directive.word + "» не бывает",
                suggestion(directive.word, containers()));
    quietly([&] { read_parts(names, &at); });
    expect_end(at);
  }

  void read_choice(std::vector<Part>& parts, const Directive& directive, const Location& condition_at,
                   const Location& at, const Names& names) {
    Choice choice;
    bool last = false;
    choice.branches.push_back(
        {compile_slot(directive.rest, condition_at, names, *out_, expression::Type::boolean()), {}});
    while (true) {
      choice.branches.back().body = read_parts(names, &at);
      if (next_ >= lines().size()) break;
      if (ended_by_.word.empty()) {
        ++next_;
        break;
      }
      if (last) {
        out_->error(codes::stray_end, source_.at(next_, indent_of(lines()[next_]).size()),
                    "после «::: else» второй «else» не бывает", "закройте контейнер строкой «:::»");
      }
      Choice::Branch branch;
      if (ended_by_.rest.starts_with("if ")) {
        const Location place = source_.at(next_, ended_by_.rest_at + 3);
        branch.condition = compile_slot(ended_by_.rest.substr(3), place, names, *out_, expression::Type::boolean());
      } else if (ended_by_.rest.empty()) {
        last = true;
      } else {
        out_->error(codes::unknown_container, source_.at(next_, ended_by_.rest_at),
                    "после «else» может стоять только «if» с условием", "::: else или ::: else if условие");
      }
      ++next_;
      choice.branches.push_back(std::move(branch));
    }
    parts.push_back({std::move(choice)});
  }

  void read_let(std::vector<Part>& parts, const Directive& directive, const Location& rest_at, const Location& at,
                const Names& names) {
    const std::size_t equals = directive.rest.find('=');
    Let let;
    let.name = trim(std::string_view(directive.rest).substr(0, equals));
    if (equals == std::string::npos || let.name.empty()) {
      out_->error(codes::unknown_container, rest_at, "после «let» пишется имя, знак = и выражение",
                  "например, ::: let mean = oge.mean(school = school)");
      quietly([&] { read_parts(names, &at); });
      expect_end(at);
      return;
    }
    Location value_at = rest_at;
    value_at.column += static_cast<int>(length(std::string_view(directive.rest).substr(0, equals + 1)));
    let.value = compile_slot(std::string_view(directive.rest).substr(equals + 1), value_at, names, *out_);
    if (let.value) {
      const BoundNames inner(names, let.name, let.value.tree->type);
      let.body = read_parts(inner, &at);
    } else {
      quietly([&] { read_parts(names, &at); });
    }
    expect_end(at);
    if (let.value) parts.push_back({std::move(let)});
  }

  /// The text of a footnote goes on to a blank line or to anything that is not running text.
  void read_note(std::vector<Part>& parts, const Names& names) {
    const auto head = note_definition(lines()[next_]);
    NoteText note;
    note.name = head->name;
    note.number = static_cast<int>(next_) + 1;
    note.at = source_.at(next_, indent_of(lines()[next_]).size());
    std::size_t i = next_;
    const std::string first = source_.with_tokens(i, true, *out_);
    const std::size_t skip = note_definition(first)->text_at;
    note.text = source_.wording(std::string_view(first).substr(skip), source_.at(next_, skip), names, *out_);
    for (++i; i < lines().size(); ++i) {
      const std::string& line = lines()[i];
      if (trim(line).empty() || directive_of(line) || !fence_of(line).empty() || note_definition(line)) break;
      const std::size_t begin = i;
      const std::string text = source_.with_tokens(i, true, *out_);
      Wording more = source_.wording(text, source_.at(begin, 0), names, *out_);
      note.text.parts.push_back({" ", {}});
      for (Wording::Part& part : more.parts) note.text.parts.push_back(std::move(part));
    }
    next_ = i;
    parts.push_back({std::move(note)});
  }

  void read_fence(std::vector<Part>& parts, const Names& names) {
    const std::size_t first = next_;
    const std::string_view fence = fence_of(lines()[first]);
    const std::string_view indent = indent_of(lines()[first]);
    const std::string kind(trim(std::string_view(lines()[first]).substr(indent.size() + fence.size())));
    std::string yaml(first + 1, '\n');
    bool any = false;
    std::size_t i = first + 1;
    for (; i < lines().size(); ++i) {
      const std::string_view closing = fence_of(lines()[i]);
      if (!closing.empty() && closing[0] == fence[0] && closing.size() >= fence.size()) break;
      any = any || !trim(lines()[i]).empty();
      std::size_t line = i;
      yaml += source_.with_tokens(line, false, *out_) + "\n";
    }
    next_ = i + 1;
    const Location at = source_.at(first, indent.size());
    if (joined_) {
      out_->error(codes::unknown_container, at, "внутри «::: paragraph» блоков не бывает",
                  "закройте абзац строкой «:::» перед блоком");
      return;
    }
    if (i >= lines().size()) {
      out_->error(codes::unclosed_fence, at, "блок «" + kind + "» не закрыт",
                  "добавьте строку ``` после его последнего ключа");
      return;
    }
    if (!is_block_kind(kind)) {
      out_->error(codes::unknown_block, source_.at(first, indent.size() + fence.size()),
                  kind.empty() ? "у блока нет вида" : "блока «" + kind + "» не бывает",
                  suggestion(kind, block_kinds()));
      return;
    }
    std::optional<definitions::Document> document;
    if (any) {
      document = definitions::read_yaml(yaml, source_.file(), *out_);
      if (!document) return;
    } else {
      document.emplace();
      document->file = source_.file();
      document->root.kind = definitions::Node::Kind::map;
      document->root.line = at.line;
      document->root.column = at.column;
    }
    const Settings settings(source_, *document, document->root, kind, *out_);
    if (!settings.expect_map(document->root, "блок")) return;
    Fence part;
    part.number = static_cast<int>(first) + 1;
    part.indent = indent;
    part.block = read_block(kind, settings, names, pages_);
    if (const auto* include = std::get_if<IncludeSpec>(&part.block->content)) {
      broken_ = broken_ || !include->page;
      if (include->page) page_.includes.push_back(include->page);
    }
    parts.push_back({std::move(part)});
  }

  /// What stands in a container that is itself wrong is passed over: its names would all be unknown.
  template <class Action>
  void quietly(Action action) {
    Diagnostics muted;
    Diagnostics* const kept = out_;
    out_ = &muted;
    action();
    out_ = kept;
  }

  SourceLines& source_;
  PageSource& pages_;
  Page& page_;
  Diagnostics* out_;
  std::size_t next_ = 0;
  bool names_known_ = false;
  bool broken_ = false;
  bool joined_ = false;  ///< inside «::: paragraph»
  Directive ended_by_;
};

}  // namespace

std::string excerpt(const Page& page, const Location& at) {
  const auto line = static_cast<std::size_t>(at.line - 1);
  if (at.file == page.file) return at.line > 0 && line < page.lines.size() ? page.lines[line] : std::string();
  for (const auto& inner : page.includes) {
    if (std::string found = excerpt(*inner, at); !found.empty()) return found;
  }
  return {};
}

std::shared_ptr<const Page> read_page(std::string name, std::string file, std::string_view bytes, const Names& names,
                                      PageSource& pages, Diagnostics& out) {
  auto page = std::make_shared<Page>();
  page->name = std::move(name);
  page->file = file;
  page->sha256 = sha256(bytes);
  SourceLines source(std::move(file), bytes);
  page->lines = source.lines();
  Diagnostics found;
  if (const std::size_t bad = first_invalid_utf8(bytes); bad != std::string_view::npos) {
    const auto line =
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n'));
    out.error(codes::bad_text, source.at(line, 0), "шаблон не в кодировке UTF-8", "сохраните файл в кодировке UTF-8");
    return nullptr;
  }
  for (std::size_t i = 0; i < source.lines().size(); ++i) {
    const std::size_t at = find_token_character(source.lines()[i]);
    if (at == std::string::npos) continue;
    out.error(codes::bad_text, source.at(i, at), "в тексте стоит знак из области частного использования Юникода",
              "удалите знак; обычно он попадает из программы со своими значками");
    return nullptr;
  }
  PageReader reader(source, pages, *page, found);
  std::deque<BoundNames> scopes;
  reader.front_matter(*page, names, scopes);
  if (reader.names_known()) page->body = reader.body(scopes.empty() ? names : scopes.back());
  if (!found.has_errors()) {
    check_markdown(*page, found);
    check_notes(*page, found);
  }
  const bool wrong = found.has_errors() || reader.broken();
  for (Diagnostic diagnostic : found) {
    if (std::string line = excerpt(*page, diagnostic.where); !line.empty()) diagnostic.excerpt = std::move(line);
    out.add(std::move(diagnostic));
  }
  if (wrong) return nullptr;
  return page;
}

}  // namespace svod::compose
