#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"

namespace svod::expression {

/// A source text and where it begins in its file: turns an offset into a place for people.
class Place {
 public:
  Place(std::string_view source, Location at) : source_(source), at_(std::move(at)) {}

  std::string_view source() const { return source_; }
  /// Line and column of the byte at `offset`. In a spreadsheet the cell itself.
  Location at(std::size_t offset) const;
  /// The line that `offset` stands in, moved right by what stands before the text on its first line, so
  /// that a caret under the column of `at(offset)` falls on the right character.
  std::string excerpt(std::size_t offset) const;
  Diagnostic& error(Diagnostics& out, const Code& code, std::size_t offset, std::string message,
                    std::string hint = {}) const;

 private:
  std::size_t line_begin(std::size_t offset) const;

  std::string_view source_;
  Location at_;
};

}  // namespace svod::expression
