#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace svod::pdf {

/// Text of PDF syntax, growing at its end. Numbers never depend on a locale.
class Bytes {
 public:
  Bytes& operator<<(std::string_view text) {
    out_ += text;
    return *this;
  }
  Bytes& operator<<(char c) {
    out_ += c;
    return *this;
  }
  Bytes& whole(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, end);
    return *this;
  }
  /// A value in thousandths, as a decimal without trailing zeros.
  Bytes& thousandths(std::int64_t value) {
    if (value < 0) {
      out_ += '-';
      value = -value;
    }
    whole(value / 1000);
    auto rest = static_cast<int>(value % 1000);
    if (rest == 0) return *this;
    out_ += '.';
    for (int unit = 100; rest > 0; unit /= 10) {
      out_ += static_cast<char>('0' + rest / unit);
      rest %= unit;
    }
    return *this;
  }
  /// Four hexadecimal digits.
  Bytes& code(std::uint32_t value) {
    static constexpr char digits[] = "0123456789ABCDEF";
    const char four[] = {digits[(value >> 12) & 15], digits[(value >> 8) & 15], digits[(value >> 4) & 15],
                         digits[value & 15]};
    out_.append(four, 4);
    return *this;
  }
  std::string& text() { return out_; }
  const std::string& text() const { return out_; }

 private:
  std::string out_;
};

/// UTF-16BE in hexadecimal digits, without byte order mark.
void append_utf16_hex(Bytes& out, std::string_view utf8);

}  // namespace svod::pdf
