#include "workbook/encoding.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "base/text.h"

namespace svod::workbook {
namespace {

bool allowed_control(char c) { return c == '\t' || c == '\n' || c == '\r'; }

// 0x80 to 0xBF; the letters from 0xC0 follow Unicode. 0x98 is not assigned.
constexpr std::array<char16_t, 64> kHigh1251{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

}  // namespace

std::size_t first_bad_byte(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL, kHighs = 0x8080808080808080ULL;
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight bytes at once while all of them are ASCII and none is below the space.
    while (at + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      if (((word | (word - kOnes * 0x20)) & kHighs) != 0) break;
      at += 8;
    }
    if (at >= text.size()) break;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      if (c < 0x20 && !allowed_control(text[at])) return at;
      ++at;
    } else if (c >= 0xC2 && c < 0xE0 && at + 1 < text.size() && (text[at + 1] & 0xC0) == 0x80) {
      at += 2;
    } else {
      const std::size_t before = at;
      if (next_code_point(text, at) == 0xFFFD && at == before + 1) return before;
    }
  }
  return std::string_view::npos;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian, std::size_t& bad_at) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? (a << 8 | b) : (b << 8 | a));
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    bad_at = at;
    if (at + 1 >= bytes.size()) return std::nullopt;
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xE000) {
      if (c >= 0xDC00 || at + 3 >= bytes.size()) return std::nullopt;
      const char32_t low = unit(at + 2);
      if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(out, c);
  }
  return out;
}

std::optional<std::string> from_windows_1251(std::string_view bytes, std::size_t& bad_at) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto c = static_cast<unsigned char>(bytes[at]);
    if (c < 0x80) {
      out += bytes[at];
      continue;
    }
    const char32_t code = c >= 0xC0 ? 0x0410U + (c - 0xC0U) : kHigh1251[c - 0x80U];
    if (code == 0) {
      bad_at = at;
      return std::nullopt;
    }
    append_utf8(out, code);
  }
  return out;
}

}  // namespace svod::workbook
