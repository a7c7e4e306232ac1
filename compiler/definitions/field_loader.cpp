#include "definitions/field_loader.h"

#include <map>
#include <regex>

#include "base/text.h"
#include "definitions/codes.h"

namespace svod::definitions {
namespace {

FieldType field_type(std::string_view name) {
  if (name == "integer") return FieldType::integer;
  if (name == "number") return FieldType::number;
  if (name == "boolean") return FieldType::boolean;
  if (name == "date") return FieldType::date;
  if (name == "choice") return FieldType::choice;
  if (name == "school") return FieldType::school;
  if (name == "code") return FieldType::code;
  if (name == "person") return FieldType::person;
  return FieldType::text;
}

State sign_state(std::string_view name) {
  if (name == "zero") return State::zero;
  if (name == "not_applicable") return State::not_applicable;
  return State::missing;
}

std::vector<Choice> choices_of(const Reader& reader) {
  std::vector<Choice> choices;
  const Node* list = reader.find("choices");
  if (!list) return choices;
  std::map<std::string, const Node*> seen;
  for (const Node& item : list->items) {
    Choice choice;
    if (item.kind == Node::Kind::map) {
      const Reader inside = reader.inside(item);
      choice.value = inside.text("value");
      choice.aliases = inside.texts("aliases");
    } else {
      choice.value = item.text;
    }
    std::vector<std::string> spellings = choice.aliases;
    spellings.insert(spellings.begin(), choice.value);
    for (const std::string& spelling : spellings) {
      const auto [first, is_new] = seen.emplace(folded(spelling), &item);
      if (is_new || first->second == &item) continue;
      Diagnostic& added = reader.error(codes::duplicate_name, item, "вариант «" + spelling + "» указан дважды",
                                       "регистр, «ё» и вид кавычек не различаются");
      added.related.push_back({reader.document().at(*first->second), "первый раз – здесь"});
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

void check_field(const Field& field, const Reader& reader, bool& good) {
  if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
    reader.error(codes::contradiction, "minimum",
                 "наименьшее значение " + field.minimum->text() + " больше наибольшего " + field.maximum->text());
  }
  if (field.type == FieldType::choice && field.choices.empty()) {
    reader.error(codes::missing_key, reader.node(), "у поля типа choice не указаны варианты (choices)");
    good = false;
  }
  for (const std::string_view key : {std::string_view("minimum"), std::string_view("maximum"), std::string_view("decimals")}) {
    const bool fits = key == "decimals" ? field.type == FieldType::number : field.is_number();
    if (reader.find(key) && !fits) {
      reader.error(codes::superfluous_key, key, "«" + std::string(key) + "» не действует для поля типа " + reader.text("type"));
    }
  }
  if (field.type != FieldType::choice && reader.find("choices")) {
    reader.error(codes::superfluous_key, "choices", "варианты не действуют для поля типа " + reader.text("type"),
                 "укажите type: choice");
  }
  if (!field.pattern.empty()) {
    try {
      const std::regex compiled(field.pattern);
    } catch (const std::regex_error&) {
      reader.error(codes::bad_expression_pattern, "pattern", "образец «" + field.pattern + "» записан с ошибкой",
                   "проверьте скобки и знаки \\");
    }
  }
}

}  // namespace

Field read_field(const Reader& reader, bool& good) {
  Field field;
  field.name = reader.text("name");
  field.title = reader.text("title");
  field.headers = reader.texts("headers");
  field.type = field_type(reader.text("type"));
  field.decimals = reader.integer("decimals", 0);
  field.unit = reader.text("unit");
  field.required = reader.flag("required", true);
  field.optional_column = reader.flag("optional_column", false);
  field.minimum = reader.number("minimum");
  field.maximum = reader.number("maximum");
  field.pattern = reader.text("pattern");
  field.choices = choices_of(reader);
  for (const auto& [sign, state] : reader.pairs("signs")) field.signs[folded(sign)] = sign_state(state->text);
  field.defined_at = reader.at();
  check_field(field, reader, good);
  return field;
}

}  // namespace svod::definitions
