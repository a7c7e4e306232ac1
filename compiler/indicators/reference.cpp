#include "base/text.h"
#include "indicators/results.h"

namespace svod::indicators {
namespace {

/// A value that holds a sign of the reference itself stands in quotes, a quote inside is doubled.
std::string written(const std::string& value) {
  if (value.find_first_of(",\"") == std::string::npos && trim(value) == value) return value;
  return '"' + replace_all(value, "\"", "\"\"") + '"';
}

/// Reads a value up to the next comma outside quotes; nothing for an unclosed quote or text after it.
std::optional<std::string> read_value(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
  std::string value;
  if (at < text.size() && text[at] == '"') {
    for (++at; at < text.size(); ++at) {
      if (text[at] != '"') {
        value += text[at];
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        value += text[++at];
      } else {
        ++at;
        while (at < text.size() && text[at] == ' ') ++at;
        if (at < text.size() && text[at] != ',') return std::nullopt;
        return value;
      }
    }
    return std::nullopt;
  }
  const std::size_t end = std::min(text.find(',', at), text.size());
  value = trim(text.substr(at, end - at));
  at = end;
  if (value.empty()) return std::nullopt;
  return value;
}

}  // namespace

std::string reference(const definitions::Indicator& indicator, const Place& place) {
  std::string text = indicator.name;
  char separator = '@';
  const auto add = [&](const std::string& name) {
    const auto entry = place.find(name);
    if (entry == place.end()) return;
    text += separator;
    text += entry->first + '=' + written(entry->second);
    separator = ',';
  };
  for (const auto& dimension : indicator.by) {
    if (dimension != kYear && dimension != kMunicipality) add(dimension);
  }
  add(kMunicipality);
  add(kYear);
  return text;
}

std::optional<Reference> parse_reference(std::string_view text) {
  text = trim(text);
  Reference result;
  const std::size_t sign = text.find('@');
  result.indicator = trim(text.substr(0, sign));
  if (result.indicator.empty()) return std::nullopt;
  if (sign == std::string_view::npos) return result;
  for (std::size_t at = sign + 1;;) {
    const std::size_t equals = text.find('=', at);
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string name(trim(text.substr(at, equals - at)));
    if (name.empty() || name.find(',') != std::string::npos) return std::nullopt;
    at = equals + 1;
    const auto value = read_value(text, at);
    if (!value || !result.place.emplace(name, *value).second) return std::nullopt;
    if (at >= text.size()) return result;
    ++at;
  }
}

}  // namespace svod::indicators
