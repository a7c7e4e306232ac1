#include "expression/place.h"

#include <algorithm>

#include "base/text.h"

namespace svod::expression {

std::size_t Place::line_begin(std::size_t offset) const {
  offset = std::min(offset, source_.size());
  const std::size_t end = source_.substr(0, offset).rfind('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

Location Place::at(std::size_t offset) const {
  Location place = at_;
  if (place.line <= 0) return place;
  offset = std::min(offset, source_.size());
  const std::string_view before = source_.substr(0, offset);
  const std::size_t begin = line_begin(offset);
  const int column = static_cast<int>(length(before.substr(begin))) + 1;
  place.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  place.column = begin == 0 ? std::max(at_.column, 1) + column - 1 : column;
  return place;
}

std::string Place::excerpt(std::size_t offset) const {
  const std::size_t begin = line_begin(offset);
  std::string_view line = source_.substr(begin);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  const int indent = begin == 0 && at_.line > 0 ? std::max(at_.column - 1, 0) : 0;
  return std::string(static_cast<std::size_t>(indent), ' ') + std::string(line);
}

Diagnostic& Place::error(Diagnostics& out, const Code& code, std::size_t offset, std::string message,
                         std::string hint) const {
  Diagnostic& made = out.error(code, at(offset), std::move(message), std::move(hint));
  made.excerpt = excerpt(offset);
  return made;
}

}  // namespace svod::expression
