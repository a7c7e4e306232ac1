#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "diagnostics/diagnostic.h"

namespace svod::definitions {

/// One value of a layout profile.
struct LayoutValue {
  enum class Kind : unsigned char { text, flag, number, length, list };

  Kind kind = Kind::text;
  std::string text;                ///< as it is written: «justify», «12.5 mm», «PTF55F.ttf»
  std::int64_t amount = 0;         ///< thousandths of a point (length) or of one (number); 1 for true
  std::vector<std::string> items;  ///< of a list
  std::string source;              ///< the act or the decision that it rests on, the nearest that is named
  Location where;
};

/// How documents of one kind look, as data: what a profile says and what it takes from those it extends.
/// Values are named by their path in the file: «page.margins.left», «texts.body.size».
struct LayoutProfile {
  std::string name;
  std::string title;
  std::vector<std::string> lineage;  ///< the names that it extends, the nearest first
  std::map<std::string, LayoutValue, std::less<>> values;
  Location defined_at;

  const LayoutValue* find(std::string_view path) const;
  /// It is that profile or extends it.
  bool is(std::string_view other) const;
};

struct Shipped;

/// The shipped profiles alone, in the order of their files.
Outcome<std::vector<LayoutProfile>> shipped_layouts(const Shipped& shipped, const Files& files);

}  // namespace svod::definitions
