#include "definitions/schema_check.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/yaml.h"

namespace svod::definitions {
namespace {

/// A text longer than this keeps to no pattern: std::regex recurses once a character.
constexpr std::size_t kLongestMatched = 400;

std::string title_of(const Node* schema) {
  const Node* title = schema ? schema->find("title") : nullptr;
  return title ? title->text : std::string();
}

/// What a message can show of a text that people may have made as long as they like.
std::string shown(const std::string& text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest || length(text) <= kLongest) return text;
  return to_utf8(to_code_points(text).substr(0, kLongest)) + "…";
}

std::string quoted(std::string_view text) { return "«" + std::string(text) + "»"; }

/// Spaces of any width and characters of no width: nothing is there to read.
bool unseen(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool nothing = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x1680 ||
                         (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
                         (c >= 0x205F && c <= 0x2064) || c == 0x3000 || c == 0xFEFF;
    if (!nothing) return false;
  }
  return true;
}

/// «title» (название).
std::string named(std::string_view key, const Node* schema) {
  const std::string title = title_of(schema);
  return title.empty() ? quoted(key) : quoted(key) + " (" + title + ")";
}

std::string type_in_words(std::string_view type) {
  if (type == "string") return "текст";
  if (type == "integer") return "целое число";
  if (type == "number") return "число";
  if (type == "boolean") return "да (true) или нет (false)";
  if (type == "array") return "список";
  if (type == "object") return "описание из ключей и значений";
  return "пустое значение";
}

std::string kind_in_words(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null: return "ничего не указано";
    case Node::Kind::boolean:
    case Node::Kind::integer:
    case Node::Kind::number: return "стоит " + shown(node.text);
    case Node::Kind::text: return "стоит текст " + quoted(shown(node.text));
    case Node::Kind::list: return "стоит список";
    case Node::Kind::map: return "стоит описание из ключей";
  }
  return {};
}

bool is_of_type(const Node& node, std::string_view type) {
  switch (node.kind) {
    case Node::Kind::null: return type == "null";
    case Node::Kind::boolean: return type == "boolean";
    case Node::Kind::integer: return type == "integer" || type == "number";
    case Node::Kind::number: return type == "number";
    case Node::Kind::text: return type == "string";
    case Node::Kind::list: return type == "array";
    case Node::Kind::map: return type == "object";
  }
  return false;
}

std::vector<std::string> types_of(const Node& schema) {
  std::vector<std::string> types;
  if (const Node* type = schema.find("type")) {
    if (type->is_scalar()) types.push_back(type->text);
    for (const Node& one : type->items) types.push_back(one.text);
  }
  return types;
}

bool equal_scalars(const Node& a, const Node& b) { return a.is_scalar() && a.kind == b.kind && a.text == b.text; }

std::string list_in_words(const std::vector<std::string>& words, std::string_view last_joint) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? std::string(last_joint) : ", ";
    text += words[i];
  }
  return text;
}

class Check {
 public:
  Check(const Schema& schema, const Patterns& patterns, const Document& document)
      : schema_(schema), patterns_(patterns), document_(document) {}

  Faulty faulty;

  /// `key`: what the value is called in messages.
  bool run(const Node& node, const Node& given, std::string_view key, Diagnostics& out) {
    const Node& schema = schema_.followed(given);
    const bool good = kind_fits(node, schema, key, out) && content_fits(node, schema, key, out);
    if (!good) faulty.insert(&node);
    return good;
  }

 private:
  bool kind_fits(const Node& node, const Node& schema, std::string_view key, Diagnostics& out) {
    const std::vector<std::string> types = types_of(schema);
    if (types.empty()) return true;
    for (const std::string& type : types) {
      if (is_of_type(node, type)) return true;
    }
    report_kind(node, types, key, &schema, out);
    return false;
  }

  void report_kind(const Node& node, const std::vector<std::string>& types, std::string_view key, const Node* schema,
                   Diagnostics& out) {
    std::vector<std::string> words;
    for (const std::string& type : types) {
      const std::string word = type_in_words(type);
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    const std::string what = key.empty() ? "здесь" : "в " + named(key, schema);
    std::string hint;
    const bool wants_text = std::find(types.begin(), types.end(), "string") != types.end();
    if (wants_text && node.kind == Node::Kind::map && node.entries.size() == 1) {
      hint = "двоеточие с пробелом делает из строки описание: возьмите её в кавычки";
    } else if (wants_text && node.is_scalar() && node.kind != Node::Kind::null) {
      hint = "возьмите значение в кавычки: '" + shown(node.text) + "'";
    } else if (types == std::vector<std::string>{"boolean"} && (folded(node.text) == "да" || folded(node.text) == "нет")) {
      hint = folded(node.text) == "да" ? "в YAML «да» пишется true" : "в YAML «нет» пишется false";
    } else if (node.kind == Node::Kind::null) {
      hint = "впишите значение или удалите ключ";
    } else if (node.kind == Node::Kind::text && plain_kind(node.text) != Node::Kind::text && !wants_text) {
      hint = "запишите число без кавычек";
    } else if (node.kind == Node::Kind::text && !wants_text &&
               plain_kind(replace_all(node.text, ",", ".")) == Node::Kind::number) {
      hint = "дробную часть отделяет точка: " + replace_all(node.text, ",", ".");
    } else if (node.is_scalar() && std::find(types.begin(), types.end(), "array") != types.end()) {
      hint = "заключите значение в квадратные скобки: [" + shown(node.text) + "]";
    }
    document_.error(out, codes::wrong_type, node,
                    what + " ожидается " + list_in_words(words, " или ") + ", а " + kind_in_words(node), hint);
  }

  bool content_fits(const Node& node, const Node& schema, std::string_view key, Diagnostics& out) {
    bool good = value_fits(node, schema, key, out);
    if (node.kind == Node::Kind::list) good = list_fits(node, schema, key, out) && good;
    if (node.kind == Node::Kind::map) good = map_fits(node, schema, out) && good;
    for (const std::string_view word : {std::string_view("anyOf"), std::string_view("oneOf")}) {
      if (const Node* branches = schema.find(word)) good = branches_fit(node, *branches, key, &schema, out) && good;
    }
    return good;
  }

  bool value_fits(const Node& node, const Node& schema, std::string_view key, Diagnostics& out) {
    const std::string what = key.empty() ? "значение" : named(key, &schema);
    if (const Node* wanted = schema.find("const"); wanted && !equal_scalars(node, *wanted)) {
      document_.error(out, codes::not_allowed, node,
                      what + " здесь может быть только " + quoted(wanted->text) + ", а " + kind_in_words(node));
      return false;
    }
    if (const Node* allowed = schema.find("enum")) {
      std::vector<std::string> values;
      for (const Node& one : allowed->items) {
        if (equal_scalars(node, one)) return true;
        values.push_back(one.text);
      }
      const std::string_view near = nearest(node.text, values);
      document_.error(out, codes::not_allowed, node, quoted(shown(node.text)) + " не подходит для " + what,
                      near.empty() ? "возможные значения: " + join(values, ", ") : "возможно, " + quoted(near));
      return false;
    }
    if (node.kind == Node::Kind::text) return text_fits(node, schema, what, out);
    if (node.kind == Node::Kind::integer || node.kind == Node::Kind::number) return number_fits(node, schema, what, out);
    return true;
  }

  bool text_fits(const Node& node, const Node& schema, const std::string& what, Diagnostics& out) {
    if (const Node* least = schema.find("minLength"); least && (length(node.text) < std::stoul(least->text) || (least->text != "0" && unseen(node.text)))) {
      document_.error(out, codes::too_few, node, what + ": текст пуст", "впишите текст или удалите ключ");
      return false;
    }
    const Node* pattern = schema.find("pattern");
    if (!pattern) return true;
    const auto known = patterns_.find(pattern);
    if (node.text.size() <= kLongestMatched && std::regex_search(node.text, known->second)) return true;
    const Node* words = schema.find("description");
    document_.error(out, codes::bad_pattern, node,
                    what + ": " + quoted(shown(node.text)) + " записано не так, как принято",
                    words ? words->text : "образец: " + pattern->text);
    return false;
  }

  bool number_fits(const Node& node, const Node& schema, const std::string& what, Diagnostics& out) {
    const std::string_view digits = node.text.starts_with('+') ? std::string_view(node.text).substr(1) : node.text;
    const std::optional<Number> number = Number::parse(digits);
    if (!number) {
      document_.error(out, codes::bad_number, node, "число " + shown(node.text) + " нельзя учесть точно",
                      "запишите его обычными цифрами с точкой");
      return false;
    }
    const Node* least = schema.find("minimum");
    const Node* greatest = schema.find("maximum");
    if (least && *number < *Number::parse(least->text)) {
      document_.error(out, codes::out_of_range, node, what + ": " + shown(node.text) + " меньше " + least->text);
      return false;
    }
    if (greatest && *number > *Number::parse(greatest->text)) {
      document_.error(out, codes::out_of_range, node, what + ": " + shown(node.text) + " больше " + greatest->text);
      return false;
    }
    return true;
  }

  bool list_fits(const Node& node, const Node& schema, std::string_view key, Diagnostics& out) {
    bool good = true;
    if (const Node* least = schema.find("minItems"); least && node.items.size() < std::stoul(least->text)) {
      document_.error(out, codes::too_few, node,
                      node.items.empty() ? "список " + named(key, &schema) + " пуст"
                                         : "в списке " + named(key, &schema) + " меньше " + least->text + " значений");
      good = false;
    }
    if (const Node* element = schema.find("items")) {
      for (const Node& item : node.items) good = run(item, *element, key, out) && good;
    }
    return good;
  }

  bool map_fits(const Node& node, const Node& schema, Diagnostics& out) {
    bool good = true;
    const Node* properties = schema.find("properties");
    const Node* others = schema.find("additionalProperties");
    const Node* names = schema.find("propertyNames");
    for (const Node::Entry& entry : node.entries) {
      if (names && !key_fits(entry.key, *names, out)) good = false;
      const Node* known = properties ? properties->find(entry.key.text) : nullptr;
      if (known) {
        good = run(entry.value, *known, entry.key.text, out) && good;
      } else if (others && others->kind == Node::Kind::map) {
        good = run(entry.value, *others, entry.key.text, out) && good;
      } else if (others && others->kind == Node::Kind::boolean && others->text == "false") {
        report_unknown(node, entry, properties, out);
        good = false;
      }
    }
    if (const Node* required = schema.find("required")) {
      for (const Node& name : required->items) {
        if (node.find(name.text)) continue;
        const Node* known = properties ? properties->find(name.text) : nullptr;
        document_.error(out, codes::missing_key, node,
                        "не указан ключ " + named(name.text, known ? &schema_.followed(*known) : nullptr));
        good = false;
      }
    }
    return good;
  }

  /// A key is a text, whatever it looks like: 2022.
  bool key_fits(const Node& key, const Node& names, Diagnostics& out) {
    Node text = key;
    if (text.is_scalar()) text.kind = Node::Kind::text;
    Check trial(schema_, patterns_, document_);
    if (trial.run(text, names, {}, out)) return true;
    faulty.insert(&key);
    return false;
  }

  void report_unknown(const Node& node, const Node::Entry& entry, const Node* properties, Diagnostics& out) {
    std::vector<std::string> known;
    std::vector<std::string> free;
    for (const Node::Entry& property : properties ? properties->entries : std::vector<Node::Entry>{}) {
      known.push_back(property.key.text);
      if (!node.find(property.key.text)) free.push_back(property.key.text);
    }
    std::string hint;
    const std::string_view near = nearest(entry.key.text, known);
    const bool is_phrase = entry.key.text.find_first_of(" \xD0\xD1") != std::string::npos;  // none of our keys is
    if (is_phrase && entry.value.kind == Node::Kind::null && near.empty()) {
      hint = "запятая внутри { } начинает новый ключ: возьмите текст до неё и после в одни кавычки";
    } else if (entry.key.text.find(':') != std::string::npos) {
      hint = "после двоеточия нужен пробел";
    } else if (!near.empty()) {
      hint = "возможно, " + quoted(near);
    } else {
      hint = "здесь бывают: " + join(free.empty() ? known : free, ", ");
    }
    document_.error(out, codes::unknown_key, entry.key, "неизвестный ключ " + quoted(shown(entry.key.text)), hint);
  }

  /// The faults of the branch that was most likely meant: one that fits in kind and breaks least.
  bool branches_fit(const Node& node, const Node& branches, std::string_view key, const Node* schema,
                    Diagnostics& out) {
    std::vector<std::string> types;
    std::optional<Diagnostics> best;
    Faulty best_faulty;
    for (const Node& given : branches.items) {
      const Node& branch = schema_.followed(given);
      const std::vector<std::string> taken = types_of(branch);
      types.insert(types.end(), taken.begin(), taken.end());
      const bool fits = taken.empty() || std::any_of(taken.begin(), taken.end(),
                                                     [&](const std::string& type) { return is_of_type(node, type); });
      if (!fits) continue;
      Diagnostics found;
      Check trial(schema_, patterns_, document_);
      if (trial.run(node, branch, key, found)) return true;
      if (!best || found.size() < best->size()) {
        best = std::move(found);
        best_faulty = std::move(trial.faulty);
      }
    }
    if (!best) {
      report_kind(node, types, key, schema, out);
      return false;
    }
    out.append(std::move(*best));
    faulty.insert(best_faulty.begin(), best_faulty.end());
    return false;
  }

  const Schema& schema_;
  const Patterns& patterns_;
  const Document& document_;
};

}  // namespace

Faulty checked(const Schema& schema, const Node& root, const Patterns& patterns, const Document& document,
               Diagnostics& out) {
  Check check(schema, patterns, document);
  check.run(document.root, root, {}, out);
  return std::move(check.faulty);
}

}  // namespace svod::definitions
