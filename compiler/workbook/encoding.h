#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace svod::workbook {

/// Offset of the first byte that may not stand in a text: not UTF-8, or a control character other than tab
/// and line ends; npos where all is well. Fast on ASCII.
std::size_t first_bad_byte(std::string_view text);

/// UTF-16 without its mark as UTF-8; nothing and `bad_at` (byte offset) at half a pair or an odd length.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian, std::size_t& bad_at);

/// Windows-1251 as UTF-8; nothing and `bad_at` at a byte that the page does not have.
std::optional<std::string> from_windows_1251(std::string_view bytes, std::size_t& bad_at);

}  // namespace svod::workbook
