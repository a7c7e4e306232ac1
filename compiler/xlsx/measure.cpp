#include "xlsx/measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "base/text.h"

namespace svod::xlsx {
namespace {

// Widths in hundredths of a figure's, letters а to я and А to Я, as faces of Arial's metrics have them.
constexpr std::array<std::uint8_t, 32> kSmall{100, 96, 66, 105, 100, 120, 82, 101, 101, 79, 105, 124, 99, 100, 98, 100,
                                              90, 82, 90, 148, 90, 103, 94, 144, 148, 112, 129, 94, 92, 135, 97, 100};
constexpr std::array<std::uint8_t, 32> kCapital{120, 118, 98, 122, 120, 166, 109, 129, 129, 105, 118, 150, 130, 140, 129, 120,
                                                130, 110, 114, 137, 120, 133, 120, 165, 168, 142, 159, 118, 129, 182, 130, 100};

double letter_width(char32_t c) {
  if (c >= 0x430 && c <= 0x44F) return kSmall[c - 0x430] / 100.0;
  if (c >= 0x410 && c <= 0x42F) return kCapital[c - 0x410] / 100.0;
  const auto any = [c](std::u32string_view set) { return set.find(c) != set.npos; };
  if (c == ' ' || c == 0xA0 || any(U".,:;!|'()[]-/iljft")) return 0.55;
  if (c == 0x202F || c == 0x2009) return 0.4;
  if (any(U"MWOQmw—…%№")) return 1.65;
  if (c >= 'A' && c <= 'Z') return 1.25;
  return 1.0;
}

double bold_factor(bool bold) { return bold ? 1.09 : 1.0; }

bool is_break(char32_t c) { return c == ' ' || c == '\n'; }

}  // namespace

double text_width(std::string_view text, bool bold) {
  double longest = 0;
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    width = c == '\n' ? 0 : width + letter_width(c);
    longest = std::max(longest, width);
  }
  return longest * bold_factor(bold);
}

double longest_word(std::string_view text, bool bold) {
  double longest = 0;
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_break(c)) {
      width = 0;
      continue;
    }
    width += letter_width(c);
    longest = std::max(longest, width);
    if (c == '-') width = 0;  // a line may end after a hyphen
  }
  return longest * bold_factor(bold);
}

int wrapped_lines(std::string_view text, double width, bool bold) {
  const double room = std::max(width, 1.0);
  int lines = 1;
  double used = 0;
  double word = 0;
  const auto place = [&] {
    if (word <= 0) return;
    if (used > 0 && used + word > room) {
      ++lines;
      used = 0;
    }
    if (word > room) {
      const int more = static_cast<int>(std::ceil(word / room)) - 1;
      lines += more;
      used = word - more * room;
    } else {
      used += word;
    }
    word = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\n') {
      place();
      ++lines;
      used = 0;
    } else if (c == ' ') {
      place();
      used += letter_width(c) * bold_factor(bold);
    } else {
      word += letter_width(c) * bold_factor(bold);
    }
  }
  place();
  return lines;
}

double row_height(int lines, double points) {
  return lines <= 1 && points <= 10 ? 15.0 : 1.275 * points * lines + 3.0;
}

}  // namespace svod::xlsx
