#include "intake/message.h"

#include "base/date.h"
#include "intake/dates.h"
#include "intake/written_number.h"

namespace svod::intake {
namespace {

std::string printed(const expression::Value& value) {
  if (const Number* number = value.number()) return figure(*number);
  if (const std::string* text = value.text()) return *text;
  if (const bool* truth = value.truth()) return *truth ? "да" : "нет";
  if (const Date* date = value.date()) return written(*date);
  return "нет значения";
}

}  // namespace

std::string message_text(const expression::Text& text, const expression::Scope& scope) {
  std::string result;
  for (const expression::Text::Part& part : text.parts) {
    result += part.expression ? printed(expression::evaluate(part.expression, scope)) : part.literal;
  }
  return result;
}

}  // namespace svod::intake
