#include "definitions/schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "base/decimal.h"
#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/schema_check.h"
#include "definitions/yaml.h"

namespace svod::definitions {
namespace {

constexpr std::array<std::string_view, 24> kKeywords{
    "$schema",   "$id",      "$defs",   "$ref",      "$comment",  "title",   "description",          "type",
    "properties", "required", "items",   "enum",      "const",     "pattern", "additionalProperties", "propertyNames",
    "minimum",   "maximum",  "minItems", "minLength", "anyOf",     "oneOf",   "default",              "examples"};

}  // namespace

struct Schema::Inside {
  Document document;
  Patterns patterns;

  bool prepare(const Node& schema, Diagnostics& out);
};

/// Keywords known, references leading somewhere, patterns compiled.
bool Schema::Inside::prepare(const Node& schema, Diagnostics& out) {
  bool good = true;
  const auto fault = [&](const Node& node, std::string message) {
    document.error(out, codes::broken_schema, node, std::move(message), "установите svod заново");
    good = false;
  };
  if (schema.kind == Node::Kind::boolean) return true;
  if (schema.kind != Node::Kind::map) {
    fault(schema, "в схеме на этом месте ожидается описание");
    return false;
  }
  for (const auto& [key, value] : schema.entries) {
    if (std::find(kKeywords.begin(), kKeywords.end(), key.text) == kKeywords.end()) {
      fault(key, "схема использует неизвестное слово «" + key.text + "»");
    } else if (key.text == "properties" || key.text == "$defs") {
      for (const auto& [name, part] : value.entries) good = prepare(part, out) && good;
    } else if (key.text == "items" || key.text == "additionalProperties" || key.text == "propertyNames") {
      good = prepare(value, out) && good;
    } else if (key.text == "anyOf" || key.text == "oneOf") {
      for (const Node& branch : value.items) good = prepare(branch, out) && good;
    } else if (key.text == "pattern") {
      try {
        patterns.emplace(&value, std::regex(value.text, std::regex::ECMAScript | std::regex::optimize));
      } catch (const std::regex_error&) {
        fault(value, "образец в схеме не читается");
      }
    } else if (key.text == "$ref") {
      const Node* definitions = document.root.find("$defs");
      const bool leads = value.text.starts_with("#/$defs/") && definitions && definitions->find(value.text.substr(8));
      if (!leads) fault(value, "ссылка в схеме никуда не ведёт");
    } else if (key.text == "minimum" || key.text == "maximum" || key.text == "minItems" || key.text == "minLength") {
      if (value.text.size() > 15 || !Number::parse(value.text)) fault(value, "граница в схеме не число");
    }
  }
  return good;
}

Schema::Schema() : inside_(std::make_unique<Inside>()) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::optional<Schema> Schema::read(std::string_view json, const std::string& file, Diagnostics& out) {
  // JSON is a part of YAML, and so one reader with places serves both.
  Diagnostics found;
  std::optional<Document> document = read_yaml(json, file, found);
  if (!document || found.has_errors()) {
    out.error(codes::broken_schema, found.empty() ? Location::in_file(file) : found[0].where,
              "схема не читается" + (found.empty() ? std::string() : ": " + found[0].message), "установите svod заново");
    return std::nullopt;
  }
  Schema schema;
  schema.inside_->document = std::move(*document);
  if (!schema.inside_->prepare(schema.inside_->document.root, out)) return std::nullopt;
  return schema;
}

Faulty Schema::check(const Document& document, Diagnostics& out) const {
  return checked(*this, inside_->document.root, inside_->patterns, document, out);
}

const Node& Schema::followed(const Node& schema) const {
  const Node* at = &schema;
  for (int steps = 0; steps < 32; ++steps) {
    const Node* reference = at->find("$ref");
    const Node* definitions = inside_->document.root.find("$defs");
    const Node* next = reference && definitions && reference->text.size() > 8
                           ? definitions->find(std::string_view(reference->text).substr(8))
                           : nullptr;
    if (!next) break;
    at = next;
  }
  return *at;
}

const Node* Schema::part(std::string_view path) const {
  const Node* at = &followed(inside_->document.root);
  if (path.empty()) return at;
  for (const std::string_view step : split(path, '/')) {
    std::vector<const Node*> candidates{at};
    for (const std::string_view word : {std::string_view("anyOf"), std::string_view("oneOf")}) {
      if (const Node* branches = at->find(word)) {
        for (const Node& branch : branches->items) candidates.push_back(&followed(branch));
      }
    }
    const Node* next = nullptr;
    for (const Node* candidate : candidates) {
      const Node* properties = candidate->find("properties");
      if (step == "*") next = candidate->find("items") ? candidate->find("items") : candidate->find("additionalProperties");
      if (step != "*" && properties) next = properties->find(step);
      if (next) break;
    }
    if (!next || next->kind != Node::Kind::map) return nullptr;
    at = &followed(*next);
  }
  return at;
}

}  // namespace svod::definitions
