#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace svod::workbook {

/// A formula moved by so many rows and columns: relative references move with it, `$` ones stay, texts,
/// names, functions and table columns are left alone. A reference that leaves the sheet becomes «#REF!».
std::string shifted_formula(std::string_view formula, std::int32_t rows_down, std::int32_t columns_right);

}  // namespace svod::workbook
