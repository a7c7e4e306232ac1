#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compose/template.h"
#include "diagnostics/diagnostic.h"

namespace svod::compose {

/// A template's source: its lines, and the expressions taken out of them.
class SourceLines {
 public:
  SourceLines(std::string file, std::string_view bytes);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& lines() const { return lines_; }
  /// The place of a byte of a line, both from 0.
  Location at(std::size_t line, std::size_t byte) const;

  /// The line with a token for each `{{ }}`. Where an expression goes on over following lines and
  /// `may_continue`, they are joined and `line` is moved to the last of them.
  std::string with_tokens(std::size_t& line, bool may_continue, Diagnostics& out);
  /// A place in a text made by `with_tokens`, brought back to the source.
  Location source_place(Location replaced) const;

  /// Compiles the expressions whose tokens stand in `text`. `at` is where the text begins.
  Wording wording(std::string_view text, const Location& at, const expression::Names& names, Diagnostics& out) const;

 private:
  struct Raw {
    std::string source;
    Location at;
  };
  struct Shift {
    int column = 0;   ///< in the replaced line, just after a token
    int by = 0;       ///< characters that the source has more up to there
  };
  std::string file_;
  std::vector<std::string> lines_;
  std::vector<Raw> raws_;
  std::map<int, std::vector<Shift>> shifts_;   ///< by line from 1
};

/// Compiles one expression; its slot has no tree where it has errors.
Slot compile_slot(std::string_view source, const Location& at, const expression::Names& names, Diagnostics& out,
                  std::optional<expression::Type> expected = std::nullopt);

}  // namespace svod::compose
