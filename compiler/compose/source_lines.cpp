#include "compose/source_lines.h"

#include "base/text.h"
#include "compose/codes.h"
#include "compose/tokens.h"

namespace svod::compose {
namespace {

/// Offset of the `}}` that closes an expression beginning at `from`, past quoted text; npos where none.
std::size_t find_close(std::string_view text, std::size_t from) {
  char quote = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '}' && i + 1 < text.size() && text[i + 1] == '}') {
      return i;
    }
  }
  return std::string_view::npos;
}

/// `year`, `workspace.year`, `year - 1`: a number that is a name of a year.
bool is_year(const expression::Tree& tree) {
  using expression::Op;
  if (!tree || tree->type.kind != expression::Kind::number) return false;
  if (tree->type.unit == "год") return true;
  if (tree->op == Op::variable || tree->op == Op::field) return tree->name == "year" || tree->name.ends_with(".year");
  if (tree->op == Op::add || tree->op == Op::subtract) {
    return is_year(tree->children[0]) && tree->children[1]->op == Op::literal;
  }
  return false;
}

/// A record has no print of its own.
void check_printable(const Slot& slot, Diagnostics& out) {
  const expression::Type* type = &slot.tree->type;
  if (type->kind == expression::Kind::list && type->element) type = type->element.get();
  if (type->kind != expression::Kind::record || !type->record) return;
  std::string fields;
  for (const auto& [name, field] : type->record->fields) {
    fields += (fields.empty() ? "" : ", ") + name;
  }
  out.error(codes::record_printed, slot.at,
            "«" + slot.source + "» – " + slot.tree->type.text_for_people() + ", а напечатать можно только её поле",
            "выберите поле: " + fields);
}

}  // namespace

SourceLines::SourceLines(std::string file, std::string_view bytes) : file_(std::move(file)) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::string_view line : split(bytes, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.emplace_back(line);
  }
}

Location SourceLines::at(std::size_t line, std::size_t byte) const {
  const std::string_view text = line < lines_.size() ? std::string_view(lines_[line]) : std::string_view();
  return Location::in_text(file_, static_cast<int>(line) + 1,
                           static_cast<int>(length(text.substr(0, std::min(byte, text.size())))) + 1);
}

std::string SourceLines::with_tokens(std::size_t& line, bool may_continue, Diagnostics& out) {
  const std::size_t first = line;
  std::string text = lines_[line];
  std::string result;
  std::size_t done = 0;
  std::size_t line_begin = 0;   // where the current source line begins in the joined text
  while (true) {
    const std::size_t open = text.find("{{", done);
    if (open == std::string::npos) break;
    result += text.substr(done, open - done);
    std::size_t inside = open + 2;
    while (inside < text.size() && text[inside] == ' ') ++inside;
    const Location place = at(line, inside - line_begin);
    const Location brace = at(line, open - line_begin);
    std::size_t close = find_close(text, open + 2);
    while (close == std::string::npos && may_continue && line + 1 < lines_.size() &&
           !trim(lines_[line + 1]).empty() && !trim(lines_[line + 1]).starts_with(":::")) {
      ++line;
      line_begin = text.size() + 1;
      text += "\n" + lines_[line];
      close = find_close(text, open + 2);
    }
    if (close == std::string::npos) {
      // The language says what is wrong with an unclosed brace.
      const expression::NameTable none;
      out.append(expression::compile_text(std::string_view(text).substr(open), brace, none).diagnostics);
      done = text.size();
      break;
    }
    append_token(result, raws_.size());
    raws_.push_back({close > inside ? text.substr(inside, close - inside) : std::string(), place});
    done = close + 2;
    if (line == first) {
      const int column = static_cast<int>(length(result)) + 1;
      shifts_[static_cast<int>(first) + 1].push_back(
          {column, static_cast<int>(length(std::string_view(text).substr(0, done))) + 1 - column});
    }
  }
  result += std::string_view(text).substr(done);
  return result;
}

Location SourceLines::source_place(Location replaced) const {
  const auto found = shifts_.find(replaced.line);
  if (found == shifts_.end()) return replaced;
  int by = 0;
  for (const Shift& shift : found->second) {
    if (shift.column <= replaced.column) by = shift.by;
  }
  replaced.column += by;
  return replaced;
}

Wording SourceLines::wording(std::string_view text, const Location& at, const expression::Names& names,
                             Diagnostics& out) const {
  Wording result;
  result.at = at;
  for (TokenPart& part : split_tokens(text)) {
    if (part.index < 0) {
      result.parts.push_back({std::move(part.literal), {}});
      continue;
    }
    const Raw& raw = raws_.at(static_cast<std::size_t>(part.index));
    Slot slot = compile_slot(raw.source, raw.at, names, out);
    if (!slot) continue;
    check_printable(slot, out);
    result.parts.push_back({{}, std::move(slot)});
  }
  return result;
}

Slot compile_slot(std::string_view source, const Location& at, const expression::Names& names, Diagnostics& out,
                  std::optional<expression::Type> expected) {
  Slot slot;
  auto compiled = expression::compile(source, at, names, std::move(expected));
  out.append(std::move(compiled.diagnostics));
  slot.tree = std::move(compiled.product);
  slot.at = at;
  slot.source = squeeze(source);
  slot.plain_digits = is_year(slot.tree);
  return slot;
}

}  // namespace svod::compose
