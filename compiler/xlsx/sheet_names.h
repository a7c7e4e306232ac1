#pragma once

#include <set>
#include <string>
#include <string_view>

namespace svod::xlsx {

inline constexpr std::string_view contents_sheet_name = "Содержание";
inline constexpr std::string_view sources_sheet_name = "Источники";

/// Names of one workbook's sheets: at most 31 characters, without []:*?/\ and apostrophes at the ends, unlike
/// one another whatever the letter case, and unlike the first and the last sheet.
class SheetNames {
 public:
  SheetNames();
  /// The nearest allowed name: «Лист», «Лист (2)».
  std::string take(std::string_view wanted);

 private:
  std::set<std::string> taken_;  // small letters
};

}  // namespace svod::xlsx
