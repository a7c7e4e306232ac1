#include "xlsx/sheet_names.h"

#include "base/text.h"
#include "xlsx/strings.h"

namespace svod::xlsx {
namespace {

constexpr std::size_t kMost = 31;

std::size_t units(std::u32string_view text) {
  std::size_t count = 0;
  for (const char32_t c : text) count += c > 0xFFFF ? 2 : 1;
  return count;
}

void shorten(std::u32string& text, std::size_t most) {
  while (units(text) > most) text.pop_back();
  while (!text.empty() && (text.back() == ' ' || text.back() == '\'' || text.back() == U'\u00A0')) text.pop_back();
}

std::u32string allowed(std::string_view wanted) {
  std::u32string text;
  for (const char32_t c : to_code_points(squeeze(cell_text(wanted).text))) {
    const bool forbidden = std::u32string_view(U"[]:*?/\\").find(c) != std::u32string_view::npos;
    text += forbidden ? U' ' : c;
  }
  text = to_code_points(squeeze(to_utf8(text)));
  while (!text.empty() && text.front() == '\'') text.erase(0, 1);
  shorten(text, kMost);
  return text;
}

}  // namespace

SheetNames::SheetNames() {
  taken_.insert(lower(contents_sheet_name));
  taken_.insert(lower(sources_sheet_name));
  taken_.insert("history");  // a name that Excel keeps for itself
}

std::string SheetNames::take(std::string_view wanted) {
  std::u32string name = allowed(wanted);
  if (name.empty()) name = U"Таблица";
  std::string result = to_utf8(name);
  for (int number = 2; !taken_.insert(lower(result)).second; ++number) {
    const std::u32string suffix = to_code_points(" (" + std::to_string(number) + ")");
    std::u32string shorter = name;
    shorten(shorter, kMost - suffix.size());
    result = to_utf8(shorter + suffix);
  }
  return result;
}

}  // namespace svod::xlsx
