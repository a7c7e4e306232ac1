#include "workbook/fault.h"

#include "base/text.h"
#include "workbook/codes.h"

namespace svod::workbook {

void refuse(const Code& code, std::string message, std::string hint) {
  throw Fault{&code, std::move(message), std::move(hint)};
}

void refuse_over_budget(const std::string& what, std::size_t limit, const std::string& unit) {
  refuse(codes::over_budget, what + " больше предела в " + std::to_string(limit) + " " + unit,
         "удалите лишние листы, строки и оформление или разделите файл");
}

std::string shown(std::string_view text) {
  constexpr std::size_t kCharacters = 60;
  std::string out = "«";
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < kCharacters; ++count) {
    append_utf8(out, next_code_point(text, at));
  }
  if (at < text.size()) out += "…";
  return out + "»";
}

}  // namespace svod::workbook
