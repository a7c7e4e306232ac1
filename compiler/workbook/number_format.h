#pragma once

#include <string_view>

namespace svod::workbook {

/// What a number format makes of a number, as far as its meaning goes.
struct FormatKind {
  bool date = false;  ///< shows a day, a time or a span of time
  bool percent = false;
};

/// By the format's own text. Its first section decides; quoted and escaped text, colours, conditions,
/// locales and padding say nothing, `[h]` and the like are times.
FormatKind kind_of_format(std::string_view code);
/// By the number of a format that files do not spell out.
FormatKind kind_of_builtin(unsigned id);

}  // namespace svod::workbook
