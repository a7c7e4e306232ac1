#include "xlsx/measure.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace svod::xlsx {
namespace {

// Shares of a figure's width, by classes of letters: enough to see whether a text fits.
double letter_width(char32_t c) {
  if (c >= '0' && c <= '9') return 1.0;
  const auto any = [c](std::u32string_view set) { return set.find(c) != set.npos; };
  if (c == ' ' || c == 0xA0 || any(U".,:;!|'()[]-/il")) return 0.55;
  if (c == 0x202F || c == 0x2009) return 0.4;
  if (any(U"жмшщюыфЖМШЩЮЫФДОQОmwMW—…%")) return 1.5;
  if (any(U"гГтзс1frtкxу")) return 0.9;
  if ((c >= 0x410 && c <= 0x42F) || (c >= 'A' && c <= 'Z')) return 1.28;
  return 1.02;
}

double bold_factor(bool bold) { return bold ? 1.07 : 1.0; }

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

double row_height(int lines) { return lines <= 1 ? 15.0 : 12.75 * lines + 3.0; }

}  // namespace svod::xlsx
