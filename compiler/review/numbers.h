#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svod::review {

/// A number of a clause: «1.2.» is {1, 2}; «б)» is a letter, {2}.
struct Label {
  std::vector<int> parts;
  bool letter = false;
  friend bool operator==(const Label&, const Label&) = default;
};

/// A cell or field that holds a number alone; nothing for other texts.
std::optional<Label> read_label(std::u32string_view text);
/// A number at the beginning of a title: «1.4. Система …», «2) …».
std::optional<Label> leading_label(std::u32string_view text);
/// «1.2», «б)».
std::string shown(const Label& label);
/// Letters between two labels that lists leave out: з, й, ё and their like.
bool skips_only_unused_letters(int from, int to);
/// «01.02.21», «01.02.2021», «2021-02-01»: a spreadsheet made a date of a number.
bool looks_like_date(std::u32string_view text);

}  // namespace svod::review
