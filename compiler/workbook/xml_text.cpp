// What stands in attributes and between tags: entities and line ends.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/text.h"
#include "workbook/xml.h"

namespace svod::workbook {

std::string Xml::attribute(std::string_view name) const {
  for (const Attribute& attribute : attributes_) {
    if (attribute.name != name) continue;
    std::string scratch;
    return std::string(decoded(attribute, scratch));
  }
  return {};
}

std::string Xml::prefixed_attribute(std::string_view local) const {
  for (const Attribute& attribute : attributes_) {
    const std::size_t colon = attribute.name.find(':');
    if (colon == std::string_view::npos || attribute.name.substr(colon + 1) != local) continue;
    std::string scratch;
    return std::string(decoded(attribute, scratch));
  }
  return {};
}

std::string_view Xml::replaced(const Attribute& attribute, std::string& scratch) const {
  scratch.clear();
  append_text(scratch, attribute.raw, true);
  return scratch;
}

/// «65» or «x41» of «&#65;» and «&#x41;».
char32_t Xml::numbered_character(std::string_view name, const char* at) const {
  const bool hex = name.starts_with('x');
  const std::string_view digits = name.substr(hex ? 1 : 0);
  std::uint32_t code = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  const bool whole = result.ec == std::errc{} && result.ptr == digits.data() + digits.size();
  const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  if (!whole || control || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) {
    fail_at(at, "недопустимый знак «&#" + std::string(name) + ";»");
  }
  return code;
}

void Xml::append_text(std::string& out, std::string_view raw, bool attribute) const {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
      {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (c == '\r') {
      if (i + 1 < raw.size() && raw[i + 1] == '\n') continue;
      out += attribute ? ' ' : '\n';
    } else if (attribute && (c == '\n' || c == '\t')) {
      out += ' ';
    } else if (c != '&') {
      out += c;
    } else {
      const std::size_t end = raw.substr(0, std::min(raw.size(), i + 16)).find(';', i);
      if (end == std::string_view::npos) fail_at(raw.data() + i, "знак «&» без имени");
      const std::string_view name = raw.substr(i + 1, end - i - 1);
      if (name.starts_with('#')) {
        append_utf8(out, numbered_character(name.substr(1), raw.data() + i));
      } else {
        const auto entity =
            std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& e) { return e.first == name; });
        if (entity == kEntities.end()) fail_at(raw.data() + i, "неизвестное имя «&" + std::string(name) + ";»");
        out += entity->second;
      }
      i = end;
    }
  }
}

}  // namespace svod::workbook
