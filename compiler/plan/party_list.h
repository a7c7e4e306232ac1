#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace svod::plan {

/// A list of responsible ones taken apart where a person would: at commas, semicolons and between two quoted names
/// that nothing parts, outside quotes and brackets. Line ends stay in a piece: they part a list, or only break a line.
std::vector<std::string> pieces_of_list(std::string_view text);

/// The text without what stands in brackets, and that.
struct Bracketed {
  std::string outside;
  std::vector<std::string> inside;
};
Bracketed take_brackets_out(std::string_view text);

}  // namespace svod::plan
