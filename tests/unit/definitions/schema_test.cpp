#include "definitions/schema.h"

#include "definitions/yaml.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kSchema = R"({
  "type": "object",
  "required": ["name"],
  "additionalProperties": false,
  "properties": {
    "name": {"title": "имя", "type": "string", "pattern": "^[a-z]+$", "description": "строчные латинские буквы"},
    "round": {"type": "integer", "minimum": 0, "maximum": 9},
    "kind": {"type": "string", "enum": ["count", "share"]},
    "title": {"type": "string", "minLength": 1},
    "list": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/word"}},
    "either": {"anyOf": [{"type": "string"}, {"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": false}]},
    "words": {"type": "object", "propertyNames": {"pattern": "^[a-z]$"}, "additionalProperties": {"type": "string"}}
  },
  "$defs": {"word": {"type": "string"}}
})";

Diagnostics faults_of(const std::string& text) {
  Diagnostics out;
  const std::optional<Schema> schema = Schema::read(kSchema, "s.json", out);
  const std::optional<Document> document = read_yaml(text, "a.yaml", out);
  REQUIRE(schema);
  REQUIRE(document);
  const Faulty faulty = schema->check(*document, out);
  CHECK(faulty.empty() == out.empty());
  return out;
}

void check_fault(const std::string& text, const Code& code, const std::string& place, const std::string& message,
                 const std::string& hint = {}) {
  INFO(text);
  const Diagnostics out = faults_of(text);
  INFO(lines(out));
  REQUIRE(out.size() == 1);
  CHECK(out[0].code->id == code.id);
  CHECK(out[0].where.text() == "a.yaml:" + place);
  CHECK(out[0].message == message);
  if (!hint.empty()) CHECK(out[0].hint == hint);
}

}  // namespace

TEST_CASE("what keeps to the schema has no fault") {
  CHECK(faults_of("name: a\nround: 3\nkind: share\ntitle: т\nlist: [x]\neither: {a: 1}\nwords: {b: c}\n").empty());
}

TEST_CASE("a fault of a value is one message with place and mend") {
  check_fault("name: a\ntitel: б\n", codes::unknown_key, "2:1", "неизвестный ключ «titel»", "возможно, «title»");
  check_fault("name: a\nlist:x: б\n", codes::unknown_key, "2:1", "неизвестный ключ «list:x»", "после двоеточия нужен пробел");
  check_fault("round: 1\n", codes::missing_key, "1:1", "не указан ключ «name» (имя)");
  check_fault("name: a\nround: два\n", codes::wrong_type, "2:8", "в «round» ожидается целое число, а стоит текст «два»");
  check_fault("name: a\nround: '2'\n", codes::wrong_type, "2:8", "в «round» ожидается целое число, а стоит текст «2»",
              "запишите число без кавычек");
  check_fault("name: a\ntitle: 2021\n", codes::wrong_type, "2:8", "в «title» ожидается текст, а стоит 2021",
              "возьмите значение в кавычки: '2021'");
  check_fault("name: a\ntitle:\n", codes::wrong_type, "2:1", "в «title» ожидается текст, а ничего не указано",
              "впишите значение или удалите ключ");
  check_fault("name: a\nlist: x\n", codes::wrong_type, "2:7", "в «list» ожидается список, а стоит текст «x»",
              "заключите значение в квадратные скобки: [x]");
  check_fault("name: a\nkind: shere\n", codes::not_allowed, "2:7", "«shere» не подходит для «kind»", "возможно, «share»");
  check_fault("name: Имя\n", codes::bad_pattern, "1:7", "«name» (имя): «Имя» записано не так, как принято",
              "строчные латинские буквы");
  check_fault("name: a\nround: 12\n", codes::out_of_range, "2:8", "«round»: 12 больше 9");
  check_fault("name: a\nround: -1\n", codes::out_of_range, "2:8", "«round»: -1 меньше 0");
  check_fault("name: a\ntitle: ''\n", codes::too_few, "2:8", "«title»: текст пуст");
  check_fault("name: a\nlist: []\n", codes::too_few, "2:7", "список «list» пуст");
  check_fault("name: a\nround: 99999999999999999999\n", codes::bad_number, "2:8",
              "число 99999999999999999999 нельзя учесть точно");
}

TEST_CASE("of alternatives the one that was meant is checked") {
  check_fault("name: a\neither: {b: 1}\n", codes::unknown_key, "2:10", "неизвестный ключ «b»");
  check_fault("name: a\neither: [1]\n", codes::wrong_type, "2:9",
              "в «either» ожидается текст или описание из ключей и значений, а стоит список");
}

TEST_CASE("one error never hides another") {
  const Diagnostics out = faults_of("titel: б\nround: x\nwords: {bb: 1}\n");
  CHECK(lines(out) ==
        "D201 a.yaml:1:1 неизвестный ключ «titel» | возможно, «title»\n"
        "D203 a.yaml:2:8 в «round» ожидается целое число, а стоит текст «x»\n"
        "D205 a.yaml:3:9 значение: «bb» записано не так, как принято | образец: ^[a-z]$\n"
        "D203 a.yaml:3:13 в «bb» ожидается текст, а стоит 1 | возьмите значение в кавычки: '1'\n"
        "D202 a.yaml:1:1 не указан ключ «name» (имя)\n");
}

TEST_CASE("a schema that is broken or beyond the subset is a fault of the installation") {
  for (const char* json : {"{", "{\"type\": \"object\", \"dependentRequired\": {}}", "{\"$ref\": \"#/$defs/none\"}",
                           "{\"pattern\": \"(\"}"}) {
    Diagnostics out;
    CHECK_FALSE(Schema::read(json, "s.json", out));
    INFO(lines(out));
    REQUIRE(out.size() == 1);
    CHECK(out[0].code == &codes::broken_schema);
  }
  MemoryFiles none;
  none.add("/ws/workspace.yaml", "kind: workspace\n");
  const auto outcome = load("/ws", {"/svod/schemas", ""}, none);
  CHECK(first(outcome.diagnostics, codes::broken_schema).where.text() == "schemas/json/workspace.schema.json");
}
