#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace svod {

/// Offset of the first byte that is not UTF-8 (overlong forms, surrogates and values above U+10FFFF are
/// not), or npos.
std::size_t first_invalid_utf8(std::string_view text);
/// Reads one code point at `at` and moves `at` past it; U+FFFD (and one byte) where the text is broken.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// Number of characters (code points).
std::size_t length(std::string_view text);
/// Columns on a terminal: combining marks take none, East Asian wide characters two.
std::size_t display_width(std::string_view text);

/// Lower case for Latin and Cyrillic letters; other characters stay. For matching, never for print.
std::string lower(std::string_view text);
/// Without spaces at either end; spaces, tabs, line ends and no-break spaces count as spaces.
std::string_view trim(std::string_view text);
/// Runs of spaces of any kind (no-break, thin, line ends) become one plain space; none at the ends.
std::string squeeze(std::string_view text);
/// For comparing names that people type: lower case, ё as е, one kind of dash and quote, squeezed.
std::string folded(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// Number of insertions, deletions, substitutions and swaps of neighbours between two texts.
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The candidate nearest to `name` (folded), or an empty view where none is near enough to be a slip:
/// a third of its length, at most three.
std::string_view nearest(std::string_view name, std::span<const std::string> candidates);

}  // namespace svod
