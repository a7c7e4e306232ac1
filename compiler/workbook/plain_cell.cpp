#include "workbook/plain_cell.h"

#include <array>
#include <cstddef>

namespace svod::workbook {
namespace {

/// What stands in a reference, a style or a type.
constexpr std::array<bool, 256> make_words() {
  std::array<bool, 256> words{};
  for (char c = '0'; c <= '9'; ++c) words[static_cast<unsigned char>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) words[static_cast<unsigned char>(c)] = true;
  for (char c = 'a'; c <= 'z'; ++c) words[static_cast<unsigned char>(c)] = true;
  return words;
}
constexpr std::array<bool, 256> kWords = make_words();

std::string_view between(const char* from, const char* to) { return {from, static_cast<std::size_t>(to - from)}; }

/// The NUL after the text ends the comparison in time.
template <std::size_t size>
bool starts(const char* at, const char (&word)[size]) {
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (at[i] != word[i]) return false;
  }
  return true;
}

const char* past_text(const char* at, std::string_view& text) {
  const char* const begin = at;
  while (*at != '<' && *at != '&' && *at != '\r' && *at != '\0') ++at;
  text = between(begin, at);
  return at;
}

}  // namespace

const char* match_plain_cell(const char* at, PlainCell& cell) {
  if (at[0] != '<' || at[1] != 'c') return nullptr;
  at += 2;
  cell = {};
  while (*at == ' ') {
    std::string_view* value = nullptr;
    if (at[1] == 'r') {
      value = &cell.reference;
    } else if (at[1] == 's') {
      value = &cell.style;
    } else if (at[1] == 't') {
      value = &cell.type;
    }
    if (value == nullptr || !value->empty() || at[2] != '=' || at[3] != '"') return nullptr;
    const char* const begin = at + 4;
    at = begin;
    while (kWords[static_cast<unsigned char>(*at)]) ++at;
    if (*at != '"' || at == begin) return nullptr;
    *value = between(begin, at);
    ++at;
  }
  if (*at != '>') return nullptr;
  ++at;
  if (starts(at, "<f>")) {
    at = past_text(at + 3, cell.formula);
    if (cell.formula.empty() || !starts(at, "</f>")) return nullptr;
    at += 4;
  }
  if (!starts(at, "<v>")) return nullptr;
  at = past_text(at + 3, cell.value);
  return starts(at, "</v></c>") ? at + 8 : nullptr;
}

}  // namespace svod::workbook
