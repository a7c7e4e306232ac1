#include "compose/file_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace svod::compose {
namespace {

constexpr std::size_t kLongest = 180;   // bytes; an extension and a version follow, file systems take 255

bool is_reserved(std::string_view name) {
  const std::string_view stem = name.substr(0, name.find('.'));
  static constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
  const std::string lowered = lower(stem);
  if (std::find(devices.begin(), devices.end(), lowered) != devices.end()) return true;
  return lowered.size() == 4 && (lowered.starts_with("com") || lowered.starts_with("lpt")) && lowered[3] >= '0' && lowered[3] <= '9';
}

std::string part(std::string_view text) {
  std::string name = squeeze(text);
  while (!name.empty() && (name.front() == '.' || name.front() == ' ' || name.front() == '-')) name.erase(0, 1);
  if (name.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  if (name.empty()) return "Документ";
  return is_reserved(name) ? name + "_" : name;
}

}  // namespace

std::string safe_piece(std::string_view value) {
  static constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  std::string result;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    result += byte < 0x20 || byte == 0x7F || kForbidden.find(c) != std::string_view::npos ? '-' : c;
  }
  return result;
}

std::string safe_path(std::string_view name) {
  std::vector<std::string> parts;
  for (const std::string_view piece : split(name, '/')) parts.push_back(part(safe_piece(piece)));
  return join(parts, "/");
}

}  // namespace svod::compose
