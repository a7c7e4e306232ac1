#include "compose/words_text.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compose/codes.h"

namespace svod::compose {
namespace {

constexpr int kMostBindings = 9999;

/// Private-use characters stand for bindings between our own phases; a person's text may not hold them.
bool is_usable(char32_t c) {
  if (c == U'\n' || c == U'\t') return true;
  return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0xE000 && c <= 0xF8FF) && c < 0xF0000;
}

/// Line ends of all systems as «\n».
std::string with_line_ends(std::string_view text) {
  return replace_all(replace_all(std::string(text), "\r\n", "\n"), "\r", "\n");
}

bool read_binding(std::string_view inside, OwnPart& part) {
  const std::size_t colon = inside.find(':');
  const std::string_view digits = trim(inside.substr(0, colon));
  if (digits.empty() || digits.size() > 4) return false;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  if (number > kMostBindings) return false;
  part.binding = number;
  part.bare = colon == std::string_view::npos;
  if (!part.bare) part.shown = squeeze(inside.substr(colon + 1));
  return true;
}

}  // namespace

std::vector<OwnPart> read_own(std::string_view given, const Location& cell, Diagnostics& out) {
  const std::string text = with_line_ends(given);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_usable(c)) continue;
    out.error(codes::words_characters, cell, "в тексте есть служебный знак, который напечатать нельзя",
              "наберите это место заново; такие знаки попадают при вставке из других программ");
    return {};
  }
  std::vector<OwnPart> parts;
  std::string literal;
  const auto flush = [&] {
    if (!literal.empty()) parts.push_back({std::move(literal), 0, {}, false});
    literal.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if ((c == '{' || c == '}') && at + 1 < text.size() && text[at + 1] == c) {
      literal += c;
      ++at;
      continue;
    }
    if (c != '{') {
      if (c == '}') {
        out.error(codes::words_braces, cell, "скобка } стоит без пары: «" + shortened(text.substr(0, at + 1), 60) + "»",
                  "подстановка пишется {1: значение}; сама скобка в тексте – дважды: }}");
        return {};
      }
      literal += c == '\t' ? ' ' : c;
      continue;
    }
    const std::size_t end = text.find_first_of("{}", at + 1);
    OwnPart part;
    if (end == std::string::npos || text[end] != '}' ||
        !read_binding(std::string_view(text).substr(at + 1, end - at - 1), part)) {
      out.error(codes::words_braces, cell, "скобка { начата, а подстановки в ней нет: «" + shortened(text.substr(at), 60) + "»",
                "подстановка пишется {1: значение}, где 1 – её номер в столбце «Подстановки»; сама скобка – дважды: {{");
      return {};
    }
    flush();
    parts.push_back(std::move(part));
    at = end;
  }
  flush();
  return parts;
}

std::string own_literal(std::string_view text) {
  return replace_all(replace_all(std::string(text), "{", "{{"), "}", "}}");
}

std::string own_binding(int number, std::string_view shown) {
  const std::string value = replace_all(replace_all(squeeze(shown), "{", "("), "}", ")");
  return "{" + std::to_string(number) + ": " + (value.empty() ? "пусто" : value) + "}";
}

std::vector<std::string> bindings_in(std::string_view source) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at + 1 < source.size(); ++at) {
    if (source[at] != '{' || source[at + 1] != '{') continue;
    const std::size_t begin = at + 2;
    char quote = 0;
    for (at = begin; at < source.size(); ++at) {
      const char c = source[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '}' && at + 1 < source.size() && source[at + 1] == '}') {
        break;
      }
    }
    if (at >= source.size()) break;
    found.push_back(std::string(trim(source.substr(begin, at - begin))));
    ++at;
  }
  return found;
}

bool is_deletion(std::string_view own) {
  std::string text = lower(squeeze(own));
  while (text.ends_with('.') || text.ends_with(' ')) text.pop_back();
  return text == "-" || text == "–" || text == "—" || text == "−" || text == "удалить";
}

int likeness(std::string_view a, std::string_view b) {
  const auto words = [](std::string_view text) {
    std::map<std::string, int> counts;
    const std::string plain = folded(text);
    for (const std::string_view word : split(plain, ' ')) {
      if (length(word) > 1) ++counts[std::string(word)];
    }
    return counts;
  };
  const auto left = words(a), right = words(b);
  int total = 0, common = 0;
  for (const auto& [word, count] : left) {
    total += count;
    const auto same = right.find(word);
    if (same != right.end()) common += 2 * std::min(count, same->second);
  }
  for (const auto& [word, count] : right) total += count;
  return total == 0 ? (a == b ? 100 : 0) : 100 * common / total;
}

std::string shortened(std::string_view text, std::size_t most) {
  const std::string line = squeeze(text);
  std::u32string letters = to_code_points(line);
  if (letters.size() <= most) return line;
  letters.resize(most);
  const std::size_t blank = letters.rfind(U' ');
  if (blank != std::u32string::npos && blank > most / 2) letters.resize(blank);
  return to_utf8(letters) + "…";
}

}  // namespace svod::compose
