#include "plan/cell_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace svod::plan {
namespace {

bool is_small(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x44F) || c == 0x451; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : next_code_point(text, at);
}

/// Bytes of the mark of a list at the beginning; 0 for none.
std::size_t mark_size(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return 0;
  const char32_t first = next_code_point(line, at);
  const auto past_spaces = [&](std::size_t from) {
    while (from < line.size()) {
      std::size_t next = from;
      const char32_t c = next_code_point(line, next);
      if (c != ' ' && c != '\t' && c != 0xA0) break;
      from = next;
    }
    return from;
  };
  // Signs that word processors use for points, their private ones too.
  constexpr std::array<char32_t, 10> kPoints{0x2022, 0xB7,   0x25CF, 0x25AA, 0x2043,
                                             0xF0B7, 0x25E6, 0x2219, 0x25A0, 0xF0A7};
  if (std::find(kPoints.begin(), kPoints.end(), first) != kPoints.end()) return past_spaces(at);
  if (first == '-' || first == 0x2013 || first == 0x2014 || first == 0x2212) {
    // «-5 %» is a figure.
    const std::size_t past = past_spaces(at);
    return past < line.size() && (past > at || !is_digit(first_of(line.substr(at)))) ? past : 0;
  }
  // «1)», «12)», «а)»
  std::size_t letters = 1;
  bool digits = is_digit(first);
  if (!digits && !is_small(first)) return 0;
  while (at < line.size() && letters < 4) {
    std::size_t next = at;
    const char32_t c = next_code_point(line, next);
    if (c == ')') return past_spaces(next);
    if (!digits || !is_digit(c)) return 0;
    at = next;
    ++letters;
  }
  return 0;
}

/// A line that its writer finished.
bool ends_finished(std::string_view text) {
  return text.ends_with('.') || text.ends_with(';') || text.ends_with(':') || text.ends_with('!') ||
         text.ends_with('?');
}

std::string last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(' ');
  return folded(space == std::string_view::npos ? text : text.substr(space + 1));
}

bool is_unfinished(std::string_view text) {
  const std::string plain = squeeze(text.size() > 4000 ? text.substr(text.size() - 4000) : text);
  if (plain.empty()) return false;
  if (plain.ends_with(',') || plain.ends_with(':') || plain.ends_with('-') || plain.ends_with('(') ||
      plain.ends_with('/') || plain.ends_with("«")) {
    return true;
  }
  constexpr std::array kLeading{"и",   "или", "в",   "во",  "на",    "по",    "с",     "со",   "о",  "об",
                                "для", "из",  "к",   "от",  "при",   "а",     "также", "№",    "до", "не",
                                "у",   "за",  "под", "над", "через", "между", "том",   "числе"};
  const std::string word = last_word(plain);
  if (std::any_of(kLeading.begin(), kLeading.end(), [&](const char* one) { return word == one; })) return true;
  int brackets = 0, quotes = 0;
  std::size_t straight = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '(') ++brackets;
    if (c == ')' && brackets > 0) --brackets;
    if (c == 0xAB || c == 0x201E) ++quotes;
    if ((c == 0xBB || c == 0x201C || c == 0x201D) && quotes > 0) --quotes;
    if (c == '"') ++straight;
  }
  return brackets > 0 || quotes > 0 || straight % 2 != 0;
}

}  // namespace

bool begins_with_small_letter(std::string_view text) { return is_small(first_of(trim(text))); }

bool is_item(std::string_view line) { return mark_size(trim(line)) > 0; }

std::string without_mark(std::string_view line) {
  const std::string_view plain = trim(line);
  return std::string(plain.substr(mark_size(plain)));
}

std::vector<std::string> lines_of_cell(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view part : split(text, '\n')) {
    std::string line = squeeze(part);
    if (line.empty()) continue;
    if (lines.empty() || is_item(line)) {
      lines.push_back(std::move(line));
      continue;
    }
    std::string& before = lines.back();
    const bool new_line = !begins_with_small_letter(line) && !is_unfinished(before);
    // A list whose items begin with small letters and end with semicolons needs no marks.
    if (new_line || ((before.ends_with(';') || before.ends_with('.')) && first_of(line) != U'(')) {
      lines.push_back(std::move(line));
    } else if (before.ends_with(':')) {
      lines.push_back(std::move(line));
    } else {
      before += " " + line;
    }
  }
  return lines;
}

bool goes_on(std::string_view before, std::string_view next) {
  return begins_with_small_letter(next) || is_item(next) || is_unfinished(before);
}

std::string joined_texts(std::string_view before, std::string_view next) {
  const std::string_view first = trim(before), second = trim(next);
  if (first.empty()) return std::string(second);
  if (second.empty()) return std::string(first);
  const char32_t begins = first_of(second);
  const bool quoted = begins == '"' || begins == 0xAB || begins == 0x201E || begins == '(';
  const bool anew = is_item(second) || (!begins_with_small_letter(second) && !quoted && !is_unfinished(first)) ||
                    ends_finished(first);
  return std::string(first) + (anew ? "\n" : " ") + std::string(second);
}

}  // namespace svod::plan
