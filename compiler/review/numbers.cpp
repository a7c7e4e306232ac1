#include "review/numbers.h"

#include "base/text.h"
#include "language/letters.h"
#include "review/signs.h"

namespace svod::review {
namespace {

constexpr std::u32string_view kLetters = U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
constexpr std::u32string_view kUnused = U"ёзйочъыь";

// «1.2.» up to where it ends; the end is given back.
std::optional<Label> digits_label(std::u32string_view text, std::size_t& at) {
  Label label;
  while (at < text.size() && language::is_digit(text[at])) {
    int value = 0;
    std::size_t width = 0;
    for (; at < text.size() && language::is_digit(text[at]); ++at, ++width) {
      if (width >= 4) return std::nullopt;
      value = value * 10 + static_cast<int>(text[at] - '0');
    }
    label.parts.push_back(value);
    if (label.parts.size() > 16) return std::nullopt;
    if (at + 1 < text.size() && text[at] == '.' && language::is_digit(text[at + 1])) ++at;
    else break;
  }
  return label.parts.empty() ? std::nullopt : std::optional(label);
}

}  // namespace

std::optional<Label> read_label(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
  if (text.empty()) return std::nullopt;
  if (text.size() == 1 && language::is_cyrillic(text[0])) {
    const std::size_t index = kLetters.find(language::to_lower(text[0]));
    if (index == std::u32string_view::npos) return std::nullopt;
    return Label{{static_cast<int>(index) + 1}, true};
  }
  std::size_t at = 0;
  std::optional<Label> label = digits_label(text, at);
  return label && at == text.size() ? label : std::nullopt;
}

std::optional<Label> leading_label(std::u32string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at + 1 < text.size() && language::is_cyrillic(text[at]) && text[at + 1] == ')') {
    return read_label(text.substr(at, 1));
  }
  std::optional<Label> label = digits_label(text, at);
  if (!label || at >= text.size()) return std::nullopt;
  const bool marked = text[at] == '.' || text[at] == ')';
  if (marked) ++at;
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at >= text.size() || !(language::is_letter(text[at]) || is_quote(text[at]))) return std::nullopt;
  if (label->parts.size() < 2 && !marked) return std::nullopt;
  // Years and days are no numbers of titles.
  for (const int part : label->parts) {
    if (part > 99) return std::nullopt;
  }
  return label;
}

std::string shown(const Label& label) {
  if (label.letter) return utf8(std::u32string(1, kLetters[static_cast<std::size_t>(label.parts[0] - 1)])) + ")";
  std::string text;
  for (const int part : label.parts) text += (text.empty() ? "" : ".") + std::to_string(part);
  return text;
}

bool skips_only_unused_letters(int from, int to) {
  for (int i = from + 1; i < to; ++i) {
    if (kUnused.find(kLetters[static_cast<std::size_t>(i - 1)]) == std::u32string_view::npos) return false;
  }
  return from < to;
}

bool looks_like_date(std::u32string_view text) {
  std::vector<std::size_t> widths;
  char32_t separator = 0;
  std::size_t width = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && language::is_digit(text[i])) {
      ++width;
      continue;
    }
    if (width == 0) {
      if (i < text.size() && !is_blank(text[i])) return false;
      continue;
    }
    widths.push_back(width);
    width = 0;
    if (i == text.size() || is_blank(text[i])) continue;
    if (text[i] != '.' && text[i] != '-') return false;
    if (i + 1 < text.size()) separator = text[i];
  }
  if (widths.size() != 3) return false;
  if (separator == '-') return widths[0] == 4 && widths[1] == 2 && widths[2] == 2;
  return widths[0] == 2 && widths[1] == 2 && (widths[2] == 2 || widths[2] == 4);
}

}  // namespace svod::review
