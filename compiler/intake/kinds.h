#pragma once

#include <string>
#include <string_view>

namespace svod::intake {

/// What a file that is no spreadsheet is, in Russian («документ Word», «рисунок»); empty for one that may be read.
std::string foreign_kind(std::string_view path, std::string_view bytes);

}  // namespace svod::intake
