#include "compose/settings.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "compose/codes.h"
#include "compose/tokens.h"

namespace svod::compose {

using definitions::Node;

std::string suggestion(std::string_view given, const std::vector<std::string>& known) {
  const std::string_view close = nearest(given, known);
  if (!close.empty()) return "может быть, «" + std::string(close) + "»?";
  return known.empty() ? std::string() : "бывают: " + join(known, ", ");
}

std::string suggestion(std::string_view given, std::initializer_list<std::string_view> known) {
  return suggestion(given, std::vector<std::string>(known.begin(), known.end()));
}

Location Settings::place(const Node& node) const { return source_.source_place(document_.at(node)); }

Diagnostic& Settings::error(const Code& code, const Node& node, std::string message, std::string hint) const {
  return out_.error(code, place(node), std::move(message), std::move(hint));
}

void Settings::allow(std::initializer_list<std::string_view> keys) const {
  for (const Node::Entry& entry : map_.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key.text) != keys.end()) continue;
    error(codes::unknown_key, entry.key, "в описании «" + what_ + "» не бывает ключа «" + entry.key.text + "»",
          suggestion(entry.key.text, keys));
  }
}

bool Settings::require(std::string_view key) const {
  if (has(key)) return true;
  error(codes::missing_key, map_, "в описании «" + what_ + "» нет ключа «" + std::string(key) + "»",
        "добавьте строку «" + std::string(key) + ": …»");
  return false;
}

Wording Settings::wording(std::string_view key, const expression::Names& names) const {
  const Node* node = find(key);
  return node == nullptr ? Wording{} : wording(*node, names);
}

Wording Settings::wording(const Node& node, const expression::Names& names) const {
  if (!node.is_scalar()) {
    error(codes::bad_value, node, "здесь нужен текст", "если текст начинается с [ или {, возьмите его в кавычки");
    return {};
  }
  return source_.wording(node.text, place(node), names, out_);
}

std::optional<std::string> Settings::bare(const Node& node) const {
  if (!node.is_scalar() || trim(node.text).empty()) {
    error(codes::bad_value, node, "здесь нужно выражение", "запишите выражение одной строкой; если в нём есть : или #, возьмите его в кавычки");
    return std::nullopt;
  }
  if (find_token_character(node.text) != std::string::npos) {
    error(codes::braces_in_expression, node, "это значение – уже выражение, скобки {{ }} здесь не нужны",
          "уберите {{ и }}");
    return std::nullopt;
  }
  return node.text;
}

Slot Settings::expression(std::string_view key, const expression::Names& names,
                          std::optional<expression::Type> expected) const {
  const Node* node = find(key);
  return node == nullptr ? Slot{} : expression(*node, names, std::move(expected));
}

Slot Settings::expression(const Node& node, const expression::Names& names,
                          std::optional<expression::Type> expected) const {
  const auto text = bare(node);
  if (!text) return {};
  return compile_slot(*text, source_.source_place(document_.at(node, 0)), names, out_, std::move(expected));
}

std::shared_ptr<const expression::Clause> Settings::clause(const Node& node, const expression::Names& names) const {
  const auto text = bare(node);
  if (!text) return nullptr;
  auto compiled = expression::compile_clause(*text, source_.source_place(document_.at(node, 0)), names);
  out_.append(std::move(compiled.diagnostics));
  return compiled.product;
}

std::string Settings::word(std::string_view key) const {
  const Node* node = find(key);
  return node == nullptr ? std::string() : word(*node);
}

std::string Settings::word(const Node& node) const {
  if (!node.is_scalar() || find_token_character(node.text) != std::string::npos) {
    error(codes::bad_value, node, "здесь нужно одно имя без подстановок", "запишите имя буквами");
    return {};
  }
  return std::string(trim(node.text));
}

bool Settings::flag(std::string_view key, bool otherwise) const {
  const Node* node = find(key);
  if (node == nullptr) return otherwise;
  if (node->kind != Node::Kind::boolean) {
    error(codes::bad_value, *node, "ключ «" + std::string(key) + "» принимает true или false", "true – да, false – нет");
    return otherwise;
  }
  return node->text == "true" || node->text == "True" || node->text == "TRUE";
}

std::optional<int> Settings::integer(std::string_view key, int from, int to) const {
  const Node* node = find(key);
  if (node == nullptr) return std::nullopt;
  int value = from - 1;
  if (node->is_scalar()) std::from_chars(node->text.data(), node->text.data() + node->text.size(), value);
  if (node->kind != Node::Kind::integer || value < from || value > to) {
    error(codes::bad_value, *node,
          "ключ «" + std::string(key) + "» принимает целое число от " + std::to_string(from) + " до " +
              std::to_string(to),
          "исправьте число");
    return std::nullopt;
  }
  return value;
}

Settings Settings::inner(const Node& map, std::string what) const {
  return Settings(source_, document_, map, std::move(what), out_);
}

bool Settings::expect_map(const Node& node, std::string_view what) const {
  if (node.kind == Node::Kind::map) return true;
  error(codes::bad_value, node, std::string(what) + " описывается ключами", "запишите строками вида «ключ: значение»");
  return false;
}

bool Settings::expect_list(const Node& node, std::string_view what) const {
  if (node.kind == Node::Kind::list) return true;
  error(codes::bad_value, node, std::string(what) + " – это список", "запишите каждый элемент с дефиса на своей строке");
  return false;
}

}  // namespace svod::compose
