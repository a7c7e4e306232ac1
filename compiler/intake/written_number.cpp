#include "intake/written_number.h"

#include <algorithm>

#include "base/text.h"

namespace svod::intake {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_group_space(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == '\'' || c == 0x2007;
}

std::string unit_key(std::string_view text) {
  std::string key;
  const std::string plain = folded(text);
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    if (c != '.' && c != ' ' && c != '"' && c != '(' && c != ')') append_utf8(key, c);
  }
  return key;
}

}  // namespace

std::optional<WrittenNumber> written_number(std::string_view text) {
  const std::u32string all = to_code_points(trim(text));
  std::size_t at = 0;
  std::string digits;
  if (at < all.size() && (all[at] == '-' || all[at] == 0x2212 || all[at] == 0x2013 || all[at] == '+')) {
    if (all[at] != '+') digits = "-";
    ++at;
    while (at < all.size() && is_group_space(all[at])) ++at;
  }
  if (at >= all.size() || !is_digit(all[at])) return std::nullopt;
  const std::size_t first = at;
  bool grouped = false;
  while (at < all.size()) {
    if (is_digit(all[at])) {
      digits += static_cast<char>(all[at++]);
      continue;
    }
    // A space parts groups only where three digits and no more follow, and at most three stand before.
    const bool three = is_group_space(all[at]) && at + 3 < all.size() && is_digit(all[at + 1]) &&
                       is_digit(all[at + 2]) && is_digit(all[at + 3]) &&
                       (at + 4 >= all.size() || !is_digit(all[at + 4]));
    if (!three || (!grouped && at - first > 3)) break;
    grouped = true;
    ++at;
    for (int i = 0; i < 3; ++i) digits += static_cast<char>(all[at++]);
  }
  if (at + 1 < all.size() && (all[at] == ',' || all[at] == '.') && is_digit(all[at + 1])) {
    digits += '.';
    for (++at; at < all.size() && is_digit(all[at]); ++at) digits += static_cast<char>(all[at]);
  }
  const std::optional<Number> value = Number::parse(digits);
  if (!value) return std::nullopt;
  const std::string rest = squeeze(to_utf8(std::u32string_view(all).substr(at)));
  // «1/2», «12.05.2021», «3 4»: something else than one figure.
  if (!rest.empty() && (is_digit(static_cast<unsigned char>(rest[0])) || rest[0] == '/' || rest[0] == ':' ||
                        ((rest[0] == '.' || rest[0] == ',') && rest.size() > 1) || rest[0] == '-')) {
    return std::nullopt;
  }
  if (std::any_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  return WrittenNumber{*value, rest == "." || rest == "," ? std::string() : rest};
}

bool same_unit(std::string_view a, std::string_view b) {
  const std::string x = unit_key(a);
  const std::string y = unit_key(b);
  if (x == y) return true;
  const std::string& shorter = x.size() < y.size() ? x : y;
  const std::string& longer = x.size() < y.size() ? y : x;
  return length(shorter) >= 3 && longer.starts_with(shorter);
}

std::string figure(const Number& number) {
  std::string text = number.text();
  if (text.find('/') != std::string::npos) text = number.round(3).plain();
  text = replace_all(text, ".", ",");
  return text.starts_with('-') ? "−" + text.substr(1) : text;
}

}  // namespace svod::intake
