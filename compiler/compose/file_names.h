#pragma once

#include <string>
#include <string_view>

namespace svod::compose {

/// A value inside a document's name: no separators of folders, no signs that a file system refuses.
std::string safe_piece(std::string_view value);
/// A whole name: every part between «/» non-empty, not hidden, not reserved, at most 180 bytes.
std::string safe_path(std::string_view name);

}  // namespace svod::compose
