#include "compose/directives.h"

#include "base/text.h"

namespace svod::compose {

std::string_view indent_of(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return line.substr(0, first == std::string_view::npos ? line.size() : first);
}

std::string_view fence_of(std::string_view line) {
  const std::string_view text = line.substr(indent_of(line).size());
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return {};
  std::size_t n = 0;
  while (n < text.size() && text[n] == text[0]) ++n;
  return n < 3 ? std::string_view() : text.substr(0, n);
}

std::optional<Directive> directive_of(std::string_view line) {
  std::size_t at = indent_of(line).size();
  if (!line.substr(at).starts_with(":::")) return std::nullopt;
  at += 3;
  while (at < line.size() && line[at] == ':') ++at;
  while (at < line.size() && line[at] == ' ') ++at;
  const std::string_view text = trim(line.substr(at));
  const std::size_t space = text.find(' ');
  Directive directive;
  directive.word = text.substr(0, space);
  if (space != std::string_view::npos) {
    directive.rest = trim(text.substr(space));
    directive.rest_at = line.find(directive.rest, at + space);
  }
  return directive;
}

}  // namespace svod::compose
