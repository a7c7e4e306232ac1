#include "definitions/source_tree.h"

#include "base/text.h"

namespace svod::definitions {
namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n'; }

/// Walks the characters of the lines of a file, with '\n' between them.
class Walk {
 public:
  Walk(const std::vector<std::string>& lines, int line, int column) : lines_(lines), line_(line), column_(1) {
    enter();
    for (; column_ < column && !at_end(); ++column_) ++next_;
  }
  bool at_end() const { return static_cast<std::size_t>(line_) > lines_.size(); }
  char32_t now() const { return next_ < text_.size() ? text_[next_] : U'\n'; }
  void step() {
    if (next_ < text_.size()) {
      ++next_;
      ++column_;
      return;
    }
    ++line_;
    column_ = 1;
    enter();
  }
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  void enter() {
    next_ = 0;
    text_ = at_end() ? std::u32string() : to_code_points(lines_[static_cast<std::size_t>(line_) - 1]);
  }

  const std::vector<std::string>& lines_;
  int line_;
  int column_;
  std::u32string text_;
  std::size_t next_ = 0;
};

/// How many characters of source an escape takes after its backslash.
int escape_length(char32_t letter) {
  switch (letter) {
    case U'x': return 3;
    case U'u': return 5;
    case U'U': return 9;
    default: return 1;
  }
}

}  // namespace

const Node* Node::find(std::string_view name) const {
  for (const Entry& entry : entries) {
    if (entry.key.text == name) return &entry.value;
  }
  return nullptr;
}

const Node* Node::key(std::string_view name) const {
  for (const Entry& entry : entries) {
    if (entry.key.text == name) return &entry.key;
  }
  return nullptr;
}

Node Node::of_kind(Kind kind, const Node& place) {
  Node node;
  node.kind = kind;
  node.line = place.line;
  node.column = place.column;
  node.sheet = place.sheet;
  node.cell = place.cell;
  return node;
}

Node Node::scalar(Kind kind, std::string text, const Node& place) {
  Node node = of_kind(kind, place);
  node.text = std::move(text);
  return node;
}

Node& Node::add(std::string name, Node value) {
  Node label = scalar(Kind::text, std::move(name), value);
  entries.push_back({std::move(label), std::move(value)});
  return entries.back().value;
}

Location Document::at(const Node& node) const {
  if (node.sheet >= 0) return Location::in_cell(file, sheets[static_cast<std::size_t>(node.sheet)], node.cell);
  if (node.line == 0) return Location::in_file(file);
  return Location::in_text(file, node.line, node.column);
}

Location Document::at(const Node& scalar, std::size_t character) const {
  if (scalar.sheet >= 0 || scalar.line == 0) return at(scalar);
  Walk source(lines, scalar.line, scalar.column);
  if (source.at_end()) return at(scalar);
  const char32_t opening = source.now();
  const bool is_block = opening == U'|' || opening == U'>';
  const bool is_quoted = !is_block && (opening == U'\'' || opening == U'"');
  if (is_quoted) source.step();
  if (is_block) {
    while (!source.at_end() && source.line() == scalar.line) source.step();
  }
  const std::u32string text = to_code_points(scalar.text);
  for (std::size_t i = 0; i <= character && i <= text.size() && !source.at_end(); ++i) {
    const char32_t wanted = i < text.size() ? text[i] : U'\0';
    // Indentation and folding put blanks in the source that the text does not have.
    while (!source.at_end() && is_blank(source.now()) && !is_blank(wanted) && wanted != 0) source.step();
    if (i == character || source.at_end()) break;
    if (is_quoted && opening == U'"' && source.now() == U'\\') {
      source.step();
      for (int left = escape_length(source.now()); left > 0; --left) source.step();
    } else if (is_blank(wanted)) {
      if (is_blank(source.now())) source.step();
    } else if (is_quoted && opening == U'\'' && source.now() == U'\'') {
      source.step();
      source.step();
    } else {
      source.step();
    }
  }
  if (source.at_end()) return at(scalar);
  return Location::in_text(file, source.line(), source.column());
}

std::string Document::excerpt(const Location& where) const {
  if (where.line < 1 || static_cast<std::size_t>(where.line) > lines.size()) return {};
  return lines[static_cast<std::size_t>(where.line) - 1];
}

Diagnostic& Document::error(Diagnostics& out, const Code& code, const Node& node, std::string message,
                            std::string hint) const {
  Diagnostic& added = out.error(code, at(node), std::move(message), std::move(hint));
  added.excerpt = excerpt(added.where);
  return added;
}

Diagnostic& Document::warning(Diagnostics& out, const Code& code, const Node& node, std::string message,
                              std::string hint) const {
  Diagnostic& added = out.warning(code, at(node), std::move(message), std::move(hint));
  added.excerpt = excerpt(added.where);
  return added;
}

}  // namespace svod::definitions
