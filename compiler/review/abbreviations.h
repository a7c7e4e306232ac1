#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "definitions/workspace.h"

namespace svod::review {

/// The abbreviations that need no explanation: of the register, of its names, and those that everybody in the branch
/// knows («ЕГЭ», «ФГОС», «МБОУ»).
class Abbreviations {
 public:
  explicit Abbreviations(const definitions::Workspace& workspace);

  bool knows(std::u32string_view abbreviation) const;
  /// The one that differs in the case of letters alone: «ВПР» of «ВПр»; empty for none.
  std::u32string near(std::u32string_view word) const;

 private:
  void add(std::u32string_view abbreviation);
  void add_all(std::string_view text);
  std::unordered_set<std::u32string> known_;
  std::unordered_map<std::u32string, std::u32string> by_small_;
};

/// Two capitals or more, no small letter in the first half: «ВПР», «АМО», «ТГПР», «КРИПКиПРО».
bool is_abbreviation(std::u32string_view word);

}  // namespace svod::review
