#include "definitions/reader.h"

#include <charconv>

#include "base/text.h"
#include "definitions/codes.h"

namespace svod::definitions {

const Node* Reader::find(std::string_view key) const {
  const Node* value = node_.find(key);
  return value && value->kind != Node::Kind::null ? value : nullptr;
}

const Node& Reader::place(std::string_view key) const {
  const Node* value = node_.find(key);
  return value ? *value : node_;
}

std::string Reader::text(std::string_view key, std::string fallback) const {
  const Node* value = find(key);
  return value && value->is_scalar() ? value->text : std::move(fallback);
}

bool Reader::flag(std::string_view key, bool fallback) const {
  const Node* value = find(key);
  return value ? lower(value->text) == "true" : fallback;
}

int Reader::integer(std::string_view key, int fallback) const {
  const Node* value = find(key);
  if (!value) return fallback;
  std::string_view digits = value->text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  int number = fallback;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::optional<Number> Reader::number(std::string_view key) const {
  const Node* value = find(key);
  if (!value) return std::nullopt;
  std::string_view digits = value->text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  return Number::parse(digits);
}

std::optional<Date> Reader::date(std::string_view key) const {
  const Node* value = find(key);
  if (!value) return std::nullopt;
  const std::optional<Date> day = parse_iso_date(value->text);
  if (!day) {
    error(codes::bad_date, *value, "даты «" + value->text + "» нет в календаре",
          "дата пишется как ГГГГ-ММ-ДД: 2021-08-25");
  }
  return day;
}

std::vector<std::string> Reader::texts(std::string_view key) const {
  std::vector<std::string> values;
  if (const Node* list = find(key)) {
    for (const Node& item : list->items) values.push_back(item.text);
  }
  return values;
}

std::vector<std::pair<std::string, const Node*>> Reader::pairs(std::string_view key) const {
  std::vector<std::pair<std::string, const Node*>> values;
  if (const Node* map = find(key)) {
    for (const Node::Entry& entry : map->entries) values.emplace_back(entry.key.text, &entry.value);
  }
  return values;
}

bool Reader::is_error(std::string_view key, bool fallback) const {
  const Node* value = find(key);
  return value ? value->text == "error" : fallback;
}

void Reader::take_over(Diagnostics found, const Node& scalar) const {
  for (const Diagnostic& one : found) {
    Diagnostic moved = one;
    // The text was compiled as if it began a file: back from line and column to a number of characters.
    std::size_t character = 0;
    int line = 1;
    for (const std::string_view part : split(scalar.text, '\n')) {
      if (line == one.where.line) break;
      character += length(part) + 1;
      ++line;
    }
    character += one.where.column > 0 ? static_cast<std::size_t>(one.where.column) - 1 : 0;
    moved.where = document_.at(scalar, character);
    moved.excerpt = document_.excerpt(moved.where);
    out_.add(std::move(moved));
  }
}

expression::Tree Reader::expression(std::string_view key, const expression::Names& names,
                                    std::optional<expression::Type> expected, bool& failed) const {
  const Node* value = find(key);
  return value ? expression(*value, names, std::move(expected), failed) : nullptr;
}

expression::Tree Reader::expression(const Node& value, const expression::Names& names,
                                    std::optional<expression::Type> expected, bool& failed) const {
  auto outcome = expression::compile(value.text, Location::in_text(document_.file, 1, 1), names, std::move(expected));
  if (!outcome.product) failed = true;
  take_over(std::move(outcome.diagnostics), value);
  return outcome.product;
}

std::shared_ptr<const expression::Clause> Reader::clause(const Node& value, const expression::Names& names) const {
  auto outcome = expression::compile_clause(value.text, Location::in_text(document_.file, 1, 1), names);
  take_over(std::move(outcome.diagnostics), value);
  return outcome.product;
}

expression::Text Reader::message(std::string_view key, const expression::Names& names, bool& failed) const {
  const Node* value = find(key);
  if (!value) return {};
  auto outcome = expression::compile_text(value->text, Location::in_text(document_.file, 1, 1), names);
  if (outcome.diagnostics.has_errors()) failed = true;
  take_over(std::move(outcome.diagnostics), *value);
  return outcome.product;
}

Diagnostic& Reader::error(const Code& code, std::string_view key, std::string message, std::string hint) const {
  return document_.error(out_, code, place(key), std::move(message), std::move(hint));
}

Diagnostic& Reader::error(const Code& code, const Node& node, std::string message, std::string hint) const {
  return document_.error(out_, code, node, std::move(message), std::move(hint));
}

std::string nearest_hint(std::string_view name, const std::vector<std::string>& known) {
  const std::string_view near = nearest(name, known);
  return near.empty() ? std::string() : "возможно, «" + std::string(near) + "»";
}

}  // namespace svod::definitions
