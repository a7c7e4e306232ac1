#pragma once

#include <string_view>

namespace svod::xlsx {

/// Width of a text in the units of columns, the width of a figure in Arial 10. The longest line counts.
double text_width(std::string_view text, bool bold = false);
/// Width of the longest piece that cannot be broken at a space.
double longest_word(std::string_view text, bool bold = false);
/// Lines that the text takes in a column of this width, words whole where they fit.
int wrapped_lines(std::string_view text, double width, bool bold = false);
/// Points for a row of so many lines of Arial.
double row_height(int lines, double points = 10);

}  // namespace svod::xlsx
