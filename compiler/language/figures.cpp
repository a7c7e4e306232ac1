#include "language/figures.h"

namespace svod::language {

std::string number(const Decimal& value, bool group) {
  std::string plain = value.plain();
  bool negative = false;
  if (!plain.empty() && plain.front() == '-') {
    plain.erase(0, 1);
    negative = plain.find_first_not_of("0.") != std::string::npos;
  }
  const std::size_t dot = plain.find('.');
  const std::string whole = plain.substr(0, dot);
  std::string result = negative ? std::string(minus_sign) : std::string();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (group && i > 0 && (whole.size() - i) % 3 == 0) result += thin_no_break_space;
    result += whole[i];
  }
  if (dot != std::string::npos) {
    result += ',';
    result += plain.substr(dot + 1);
  }
  return result;
}

std::string number(const Number& value, int places, bool group) { return number(value.round(places), group); }

std::string percent(const Decimal& value) {
  std::string result = number(value);
  result += no_break_space;
  result += '%';
  return result;
}

std::string range(std::string_view from, std::string_view to) {
  std::string result(from);
  if (from == to) return result;
  result += en_dash;
  result += to;
  return result;
}

std::string difference(const Decimal& value) {
  std::string result = number(value);
  return value.units > 0 ? "+" + result : result;
}

std::string_view sign(State state) {
  switch (state) {
    case State::value: return "";
    case State::zero: return "–";
    case State::missing: return "…";
    case State::not_applicable: return "×";
    case State::suppressed: return "*";
  }
  return "";
}

std::string_view sign_meaning(State state) {
  switch (state) {
    case State::value: return "";
    case State::zero: return "– – явление отсутствует";
    case State::missing: return "… – нет данных";
    case State::not_applicable: return "× – показатель не применяется";
    case State::suppressed: return "* – значение не публикуется, чтобы нельзя было узнать участника";
  }
  return "";
}

}  // namespace svod::language
