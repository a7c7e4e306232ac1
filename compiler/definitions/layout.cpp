#include "definitions/layout.h"

#include <algorithm>

namespace svod::definitions {

const LayoutValue* LayoutProfile::find(std::string_view path) const {
  const auto at = values.find(path);
  return at == values.end() ? nullptr : &at->second;
}

bool LayoutProfile::is(std::string_view other) const {
  return name == other || std::find(lineage.begin(), lineage.end(), other) != lineage.end();
}

}  // namespace svod::definitions
