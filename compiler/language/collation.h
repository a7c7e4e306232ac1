#pragma once

#include <string>
#include <string_view>

namespace svod::language {

/// The order of names for print: Russian letters, ё beside е, figures by value («Школа № 2» before
/// «Школа № 10»); equal only for equal bytes. Negative, 0 or positive. Safe to call from any thread.
int compare(std::string_view a, std::string_view b);
/// Bytes whose plain order is that of `compare`.
std::string sort_key(std::string_view text);

/// Alike to the eye of a reader: letter case and ё/е do not matter (collation's primary level).
bool same_letters(std::string_view a, std::string_view b);

/// For `std::sort` and ordered containers.
struct ByLanguage {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return compare(a, b) < 0; }
};

}  // namespace svod::language
