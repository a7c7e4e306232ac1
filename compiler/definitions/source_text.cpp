#include "definitions/source_text.h"

#include <algorithm>

#include "base/text.h"
#include "definitions/codes.h"

namespace svod::definitions {
namespace {

/// Line ends of all systems as '\n'.
std::string with_plain_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
    } else {
      if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
      text += '\n';
    }
  }
  return text;
}

bool is_hidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0 && c != 0x85) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFFFE || c == 0xFFFF;
}

/// «Юникод» of older editors: its mark at the beginning, or every other byte there a zero.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view begin = bytes.substr(0, 8);
  const auto zeros = [&](std::size_t first) {
    for (std::size_t i = first; i < begin.size(); i += 2) {
      if (begin[i] != '\0' || begin[i ^ 1] == '\0') return false;
    }
    return begin.size() == 8;
  };
  return zeros(0) || zeros(1);
}

}  // namespace

std::optional<HiddenCharacter> hidden_character(std::string_view text) {
  if (first_invalid_utf8(text) != std::string_view::npos) return HiddenCharacter{"U+FFFD"};
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_hidden(c)) continue;
    std::string code = "U+0000";
    char32_t left = c;
    for (std::size_t digit = 6; left > 0 && digit > 2; left /= 16) code[--digit] = "0123456789ABCDEF"[left % 16];
    return HiddenCharacter{code};
  }
  return std::nullopt;
}

std::optional<std::string> clean_text(std::string_view bytes, const std::string& file, Diagnostics& out) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t bad = first_invalid_utf8(bytes);
  const std::size_t control = std::find_if(bytes.begin(), bytes.end(), [](char c) {
                                const auto byte = static_cast<unsigned char>(c);
                                return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
                              }) - bytes.begin();
  if (bad == std::string_view::npos && control == bytes.size()) return with_plain_line_ends(bytes);
  const std::size_t fault = std::min(bad, control);
  const std::string before = with_plain_line_ends(bytes.substr(0, fault));
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_begin = before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1;
  const auto column = static_cast<int>(length(std::string_view(before).substr(line_begin))) + 1;
  const Location where = Location::in_text(file, line, column);
  if (is_utf16(bytes)) {
    out.error(codes::not_utf8, Location::in_text(file, 1, 1), "файл в кодировке UTF-16, а не UTF-8",
              "сохраните файл в кодировке UTF-8: в «Блокноте» она выбирается при сохранении");
  } else if (bad <= control) {
    out.error(codes::not_utf8, where, "файл не в кодировке UTF-8: байт " + std::to_string(fault + 1) + " не читается",
              "сохраните файл в кодировке UTF-8");
  } else {
    out.error(codes::control_character, where,
              "в файле стоит невидимый знак с кодом " +
                  std::to_string(static_cast<int>(static_cast<unsigned char>(bytes[fault]))),
              "удалите знак");
  }
  return std::nullopt;
}

}  // namespace svod::definitions
