#pragma once

#include <string>
#include <string_view>

namespace svod::tables {

/// A header's text for comparing: lower case, ё as е, without quotes, dots, commas and brackets, one space
/// between words, none around a hyphen. «Отметка\n«2», чел.» is «отметка 2 чел».
std::string header_key(std::string_view text);

/// Whether `text` is `full` with words cut: «кол. уч-ков» for «количество участников». A word ends with a dot,
/// or has a hyphen in place of its middle.
bool abbreviates(std::string_view text, std::string_view full);

/// The digits of a text in their order: «Отметка «2»» and «Отметка «3»» differ by one letter and must never be
/// taken for each other.
std::string digits_of(std::string_view text);

/// A header as it is stored and printed: one space between words, none before a comma or a full stop.
std::string header_text(std::string_view text);

/// Whether a row that begins with `text` is a totals row by one of the words («итого», «всего»).
bool begins_with_word(std::string_view text, std::string_view word);

}  // namespace svod::tables
