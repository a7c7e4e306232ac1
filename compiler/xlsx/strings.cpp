#include "xlsx/strings.h"

#include <array>

#include "base/text.h"

namespace svod::xlsx {
namespace {

constexpr std::size_t kMostUnits = 32'767;
constexpr std::size_t kMostInHeader = 250;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// «_xHHHH_» at `at`.
bool is_escape(std::string_view text, std::size_t at) {
  if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    if (!is_hex(text[i])) return false;
  }
  return true;
}

// «12» as «¹²», as far as there are raised signs.
std::string raised(std::string_view mark) {
  constexpr std::array<std::string_view, 10> kFigures{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (const char c : mark) {
    if (c >= '0' && c <= '9') {
      result += kFigures[static_cast<std::size_t>(c - '0')];
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

CellText cell_text(std::string_view text) {
  constexpr std::string_view escaped_underscore = "_x005F_";
  CellText result;
  result.text.reserve(text.size());
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    const bool replacement_typed = c == 0xFFFD && at - begin == 3;
    if (c == 0xFFFD && !replacement_typed) result.repaired = true;
    if (c == '\r') {
      if (at < text.size() && text[at] == '\n') continue;
      c = '\n';
    }
    if ((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0)) c = ' ';
    if (c == 0xFFFE || c == 0xFFFF) c = 0xFFFD;
    const bool escape = c == '_' && is_escape(text, begin);
    const std::size_t more = escape ? escaped_underscore.size() : c > 0xFFFF ? 2 : 1;
    if (units + more > kMostUnits) {
      result.cut = true;
      break;
    }
    units += more;
    if (escape) {
      result.text += escaped_underscore;
    } else {
      append_utf8(result.text, c);
    }
  }
  return result;
}

std::string plain_text(const document::Runs& runs) {
  std::string result;
  for (const document::Run& run : runs) {
    result += run.line_break ? "\n" : run.note >= 0 ? raised(run.text) : run.text;
  }
  return result;
}

std::string print_header(std::string_view section, std::string_view text) {
  std::string result(section);
  std::size_t count = length(section);
  const std::string clean = cell_text(text).text;
  for (std::size_t at = 0; at < clean.size();) {
    const char32_t c = next_code_point(clean, at);
    count += c == '&' ? 2 : 1;
    if (count > kMostInHeader) {
      result += "…";
      break;
    }
    if (c == '&') result += '&';
    append_utf8(result, c);
  }
  return result;
}

}  // namespace svod::xlsx
