#include "compose/whole_text.h"

#include "base/text.h"
#include "compose/written_text.h"
#include "plan/cell_lines.h"

namespace svod::compose {
namespace {

/// Letters of a text above that are shown of it: before its part, and after one that says something by itself.
constexpr std::size_t kBefore = 120, kAfter = 60;

std::string without_end(std::string text) {
  while (text.ends_with(':') || text.ends_with(';') || text.ends_with(',') || text.ends_with('.')) text.pop_back();
  return std::string(trim(text));
}

std::string shortened(const std::string& text, std::size_t most) {
  const std::u32string letters = to_code_points(text);
  if (letters.size() <= most) return text;
  const std::size_t space = letters.rfind(U' ', most);
  return without_end(to_utf8(letters.substr(0, space == std::u32string::npos || space == 0 ? most : space))) + "…";
}

/// Whether a part goes on with the sentence above it.
bool goes_on(const std::string& above, const std::string& own) {
  return above.ends_with(':') || plan::is_item(own) || plan::begins_with_small_letter(own);
}

/// «Семинар (к п. 1 «Методическая помощь школам»)».
std::string beside(const std::string& own, const std::string& number, const std::string& above) {
  const std::string of = number.empty() ? std::string("часть мероприятия") : "к п.\u00A0" + number;
  // Quotes stand inside quotes otherwise.
  const std::string inner = replace_all(replace_all(shortened(above, kAfter), "«", "„"), "»", "“");
  return without_end(own) + " (" + of + " «" + inner + "»)";
}

}  // namespace

std::string with_text_above(const std::string& above, const std::string& own) {
  const std::string head = without_end(squeeze(above));
  const std::string tail = plan::is_item(own) ? std::string(trim(plan::without_mark(own))) : own;
  if (head.empty() || tail.empty()) return head.empty() ? tail : head;
  return shortened(head, kBefore) + ": " + tail;
}

std::string whole_text(const plan::Plan& plan, const plan::Measure& measure) {
  const std::string own = said(measure.written.text);
  const plan::Measure* child = &measure;
  // A part of a part has the text of the nearest above it alone.
  while (child->parent < plan.measures.size()) {
    child = &plan.measures[child->parent];
    const std::string above = squeeze(said(child->written.text));
    if (above.empty()) continue;
    if (goes_on(above, own)) return with_text_above(above, own);
    std::string number = child->number;
    while (number.ends_with('.')) number.pop_back();
    return beside(own, number, without_end(above));
  }
  return own;
}

}  // namespace svod::compose
