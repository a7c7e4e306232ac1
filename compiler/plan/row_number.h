#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svod::plan {

/// A number as people number rows: «1», «1.2.», «3)», «IV», «а)».
struct RowNumber {
  std::string text;         ///< as written
  std::vector<int> parts;   ///< «1.2.» is 1, 2; a Roman number its value; a letter its place in the alphabet
  bool roman = false;
  bool begins(const RowNumber& other) const;   ///< «1.2» begins «1.2.5»
};

/// The whole text is a number of a row.
std::optional<RowNumber> row_number(std::string_view text);

/// A number at the beginning of a line and the text after it: «1.1. Система …», «II. Меры …». A bare «9 класс» has
/// none.
struct NumberedLine {
  RowNumber number;
  std::string text;
};
std::optional<NumberedLine> numbered_line(std::string_view line);

}  // namespace svod::plan
