#include "tables/header.h"

#include <vector>

#include "base/text.h"

namespace svod::tables {
namespace {

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x45F); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) result.emplace_back(word);
  }
  return result;
}

// Letters, digits, dots and hyphens of a folded text, words apart.
std::string with_marks(std::string_view text) {
  std::string result;
  const std::string plain = folded(text);
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    if (is_letter(c) || is_digit(c) || c == '-' || c == '%') {
      append_utf8(result, c);
    } else if (c == '.') {
      result += ". ";
    } else {
      result += ' ';
    }
  }
  return squeeze(result);
}

bool cut_word(const std::string& word, const std::string& full) {
  if (word == full) return true;
  const std::string_view shorter = word;
  if (shorter.ends_with('.')) return full.starts_with(shorter.substr(0, shorter.size() - 1));
  const std::size_t hyphen = shorter.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == shorter.size()) return false;
  const std::string_view head = shorter.substr(0, hyphen);
  const std::string_view tail = shorter.substr(hyphen + 1);
  return full.size() > head.size() + tail.size() && full.starts_with(head) && full.ends_with(tail);
}

}  // namespace

std::string header_key(std::string_view text) {
  const std::string plain = folded(text);
  std::string result;
  result.reserve(plain.size());
  bool pending = false;
  bool after_hyphen = false;
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    switch (c) {
      case ' ': case '.': case ',': case ';': case ':': case '(': case ')': case '[': case ']': case '*': case '_':
        pending = !result.empty();
        continue;
      case '"': case '\'': case '`':
        continue;
      default:
        break;
    }
    if (c == '-') {
      pending = false;
      if (!result.empty() && result.back() == '-') continue;
      after_hyphen = true;
      result += '-';
      continue;
    }
    if (pending && !after_hyphen) result += ' ';
    pending = after_hyphen = false;
    append_utf8(result, c);
  }
  return result;
}

bool abbreviates(std::string_view text, std::string_view full) {
  const std::vector<std::string> cut = words(with_marks(text));
  const std::vector<std::string> whole = words(with_marks(full));
  if (cut.empty() || cut.size() != whole.size()) return false;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (!cut_word(cut[i], whole[i]) && !cut_word(whole[i], cut[i])) return false;
  }
  return true;
}

std::string digits_of(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c >= '0' && c <= '9') result += c;
  }
  return result;
}

std::string header_text(std::string_view text) {
  const std::string plain = squeeze(text);
  std::string result;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] == ' ' && i + 1 < plain.size() && (plain[i + 1] == ',' || plain[i + 1] == '.')) continue;
    result += plain[i];
  }
  return result;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  const std::string key = header_key(text);
  const std::string wanted = header_key(word);
  if (wanted.empty() || !key.starts_with(wanted)) return false;
  if (key.size() == wanted.size()) return true;
  std::size_t at = wanted.size();
  const char32_t next = next_code_point(key, at);
  return !is_letter(next) && !is_digit(next) && next != '-';
}

}  // namespace svod::tables
