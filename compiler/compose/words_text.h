#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace svod::compose {

/// A piece of a wording that a person wrote: words, or the place of a binding, «{2: 8 школ}». Only the number
/// counts; what follows the colon is what the binding showed when the sheet was written.
struct OwnPart {
  std::string literal;   ///< may hold line ends
  int binding = 0;       ///< from 1; 0 for words
  std::string shown;     ///< squeezed
  bool bare = false;     ///< «{2}», nothing shown
};

/// The pieces of an own text. A brace of its own is doubled: «{{». What cannot be read is an error at `cell`, and
/// nothing comes back.
std::vector<OwnPart> read_own(std::string_view text, const Location& cell, Diagnostics& out);

/// Words as the sheet shows them, braces doubled.
std::string own_literal(std::string_view text);
/// «{2: 8 школ}».
std::string own_binding(int number, std::string_view shown);

/// The expressions of a wording's source, in order: what stands in `{{ }}`.
std::vector<std::string> bindings_in(std::string_view source);

/// «–», «удалить»: the sign that takes a passage out.
bool is_deletion(std::string_view own);

/// How alike two texts are by their words, 0 to 100.
int likeness(std::string_view a, std::string_view b);

/// At most so many characters, cut at the end with «…».
std::string shortened(std::string_view text, std::size_t most = 160);

}  // namespace svod::compose
