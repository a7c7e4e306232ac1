#include <algorithm>

#include "base/text.h"
#include "workbook/codes.h"
#include "workbook/csv.h"
#include "workbook/encoding.h"
#include "workbook/fault.h"

namespace svod::workbook {
namespace {

using namespace std::string_view_literals;

// What a Russian text in Windows-1251 has between 0x80 and 0xBF: Ё ё « » № – — … “ ” „ ‘ ’, the no-break
// space, § © ® ° ± • and the letters of neighbours.
constexpr std::string_view kSigns1251 =
    "\xA8\xB8\xAB\xBB\xB9\x96\x97\x85\x93\x94\x84\x91\x92\xA0\xA7\xA9\xAE\xB0\xB1\x95\xB2\xB3\xAF\xBF"sv;
constexpr const char* kSave = "сохраните файл как «CSV UTF-8» или как «Книга Excel (*.xlsx)»";

[[noreturn]] void unknown(const std::string& what) { refuse(codes::unknown_encoding, what, kSave); }

std::size_t line_of(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

[[noreturn]] void refuse_binary() {
  refuse(codes::not_a_table, "это не таблица: внутри двоичные данные неизвестного вида",
         "пришлите саму таблицу, сохранённую как «Книга Excel (*.xlsx)»");
}

std::string utf16(std::string_view bytes, bool big_endian) {
  std::size_t bad = 0;
  auto text = from_utf16(bytes, big_endian, bad);
  if (!text) unknown("текст в UTF-16 испорчен или оборван на байте " + std::to_string(bad));
  if (std::any_of(text->begin(), text->end(), is_control)) refuse_binary();
  return std::move(*text);
}

/// Nothing of the file is UTF-8 but for a few broken bytes: two-byte Cyrillic letters prevail.
bool is_broken_utf8(std::string_view bytes) {
  std::size_t whole = 0, rest = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t before = at;
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
    } else if (next_code_point(bytes, at) != 0xFFFD || at > before + 1) {
      ++whole;
    } else {
      ++rest;
    }
  }
  return whole > rest;
}

/// The older Russian encodings read as Windows-1251 give letters too, in an order that no Russian text has.
void refuse_older_encodings(std::string_view bytes) {
  std::size_t high = 0, box = 0, rise = 0, fall = 0;
  unsigned char last = 0;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    const bool upper = c >= 0xC0 && c < 0xE0, lower = c >= 0xE0;
    if (c >= 0x80) ++high;
    if (c >= 0x80 && c < 0xC0 && kSigns1251.find(byte) == std::string_view::npos) ++box;
    if (last >= 0xC0 && last < 0xE0 && lower) ++fall;
    if (last >= 0xE0 && upper) ++rise;
    last = c;
  }
  if (box * 4 > high) unknown("кодировка текста не Windows-1251 и не UTF-8, похоже на кодировку DOS (866)");
  if (rise > fall) unknown("кодировка текста не Windows-1251 и не UTF-8, похоже на КОИ-8");
}

}  // namespace

std::string decode_csv(std::string_view bytes) {
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (starts("\xFF\xFE\0\0"sv) || starts("\0\0\xFE\xFF"sv)) unknown("текст в UTF-32");
  if (starts("\xFF\xFE"sv)) return utf16(bytes.substr(2), false);
  if (starts("\xFE\xFF"sv)) return utf16(bytes.substr(2), true);
  const bool marked = starts("\xEF\xBB\xBF"sv);
  if (marked) bytes.remove_prefix(3);
  const std::size_t bad = first_bad_byte(bytes);
  if (bad == std::string_view::npos) return std::string(bytes);
  if (bytes.find('\0') != std::string_view::npos) {
    // The zeros of UTF-16 stand in the high bytes of Latin letters, digits and line ends.
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const bool big = zeros[0] > zeros[1];
    if (marked || bytes.size() % 2 != 0 || zeros[big ? 1 : 0] * 50 > zeros[big ? 0 : 1]) refuse_binary();
    return utf16(bytes, big);
  }
  if (std::any_of(bytes.begin(), bytes.end(), is_control)) refuse_binary();
  if (marked || is_broken_utf8(bytes)) {
    unknown("в тексте UTF-8 испорчен знак в строке " + std::to_string(line_of(bytes, bad)) + ", байт " +
            std::to_string(bad + (marked ? 3 : 0)));
  }
  refuse_older_encodings(bytes);
  std::size_t unassigned = 0;
  auto text = from_windows_1251(bytes, unassigned);
  if (!text) {
    unknown("в строке " + std::to_string(line_of(bytes, unassigned)) + " знак, которого нет в Windows-1251, байт " +
            std::to_string(unassigned));
  }
  return std::move(*text);
}

}  // namespace svod::workbook
