#pragma once

#include <string>

#include "diagnostics/diagnostic.h"

namespace svod {

/// For people: severity, code and message; the place; the source line with a caret; related places; the
/// hint. Repeats of one cause stand as one with their count and first places. `color` uses ANSI escapes.
std::string render_text(const Diagnostics& diagnostics, bool color);

/// For programs: one JSON object a line, every diagnostic by itself: `severity, code, file, sheet, cell,
/// line, column, message, hint, related`.
std::string render_json(const Diagnostics& diagnostics);

}  // namespace svod
