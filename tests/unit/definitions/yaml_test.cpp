#include "definitions/yaml.h"

#include "base/text.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

struct Read {
  std::optional<Document> document;
  Diagnostics out;
};

Read read(std::string_view text, const YamlBudgets& budgets = {}) {
  Read result;
  result.document = read_yaml(text, "a.yaml", result.out, budgets);
  return result;
}

/// The only diagnostic of a text.
Diagnostic fault_of(std::string_view text, const YamlBudgets& budgets = {}) {
  const Read result = read(text, budgets);
  INFO(lines(result.out));
  REQUIRE(result.out.size() == 1);
  return result.out[0];
}

void check_fault(std::string_view text, const Code& code, int line, int column) {
  INFO(text);
  const Diagnostic fault = fault_of(text);
  INFO(fault.message);
  CHECK(fault.code->id == code.id);
  CHECK(fault.where.line == line);
  CHECK(fault.where.column == column);
}

}  // namespace

TEST_CASE("a value keeps its text, its kind and its place in characters") {
  const Read result = read("имя: школа\nчисла: [1, -2.5, '3', true, ~]\nпусто:\nещё: |\n  строка\n   вторая\n");
  REQUIRE(result.document);
  CHECK(result.out.empty());
  const Node& root = result.document->root;
  CHECK(root.entries.size() == 4);
  CHECK(root.find("имя")->text == "школа");
  CHECK(root.find("имя")->column == 6);
  const std::vector<Node>& numbers = root.find("числа")->items;
  CHECK(numbers[0].kind == Node::Kind::integer);
  CHECK(numbers[1].kind == Node::Kind::number);
  CHECK(numbers[2].kind == Node::Kind::text);
  CHECK(numbers[3].kind == Node::Kind::boolean);
  CHECK(numbers[4].kind == Node::Kind::null);
  CHECK(numbers[1].line == 2);
  CHECK(numbers[1].column == 12);
  CHECK(root.find("пусто")->kind == Node::Kind::null);
  CHECK(root.find("пусто")->line == 3);
  CHECK(root.find("ещё")->text == "строка\n вторая\n");
}

TEST_CASE("the place of a character inside a scalar, whatever stands between") {
  const Read result = read("a: \"x\\ty \\u0436z\"\nb: 'it''s z'\nc: >-\n  раз\n  два z\nd: раз\n  два z\n");
  REQUIRE(result.document);
  const Document& document = *result.document;
  const auto place = [&](const char* key) {
    const Node& node = *document.root.find(key);
    const std::u32string text = to_code_points(node.text);
    return document.at(node, text.find(U'z')).text();
  };
  CHECK(place("a") == "a.yaml:1:16");
  CHECK(place("b") == "a.yaml:2:11");
  CHECK(place("c") == "a.yaml:5:7");
  CHECK(place("d") == "a.yaml:7:7");
}

TEST_CASE("line ends of any system and a byte order mark are no part of the text") {
  const Read result = read("\xEF\xBB\xBF" "a: 1\r\nb: 2\rc: 3\n");
  REQUIRE(result.document);
  CHECK(result.out.empty());
  CHECK(result.document->root.find("c")->line == 3);
  CHECK(result.document->root.find("a")->column == 4);
}

TEST_CASE("a mistake of writing is one message at its place") {
  check_fault("а: [1, 2\n", codes::yaml_syntax, 2, 1);
  check_fault("ключ: {б: 1\n", codes::yaml_syntax, 2, 1);
  check_fault("школа: Лесная: СОШ\n", codes::yaml_syntax, 1, 14);
  check_fault("а: 'открыта\nб: 1\n", codes::yaml_syntax, 1, 4);
  check_fault("а: \"C:\\школы\"\n", codes::yaml_syntax, 1, 7);
  check_fault("а: @x\n", codes::yaml_syntax, 1, 4);
  check_fault("а: *имя\n", codes::yaml_syntax, 1, 4);
  check_fault("- 1\nб: 2\n", codes::yaml_syntax, 2, 1);
  check_fault("а: &x [*x]\n", codes::yaml_syntax, 1, 8);
}

TEST_CASE("tabs in the indentation are named") {
  check_fault("а:\n\tб: 1\n", codes::tab_indent, 2, 1);
  check_fault("а:\n  б: 1\n\tв: 2\n", codes::tab_indent, 3, 1);
}

TEST_CASE("a key twice points at both") {
  const Diagnostic fault = fault_of("имя: а\nгод: 2021\nимя: б\n");
  CHECK(fault.code == &codes::duplicate_key);
  CHECK(fault.where.text() == "a.yaml:3:1");
  CHECK(fault.excerpt == "имя: б");
  REQUIRE(fault.related.size() == 1);
  CHECK(fault.related[0].where.text() == "a.yaml:1:1");
}

TEST_CASE("values that programs read differently are faults, in quotes they are text") {
  for (const char* value : {"010", "-007", "0o17", "0x1F", "0b11", "1_000", "yes", "No", "ON", "off"}) {
    check_fault(std::string("а: ") + value + "\n", codes::ambiguous_value, 1, 4);
    CHECK(read(std::string("а: '") + value + "'\n").out.empty());
  }
  for (const char* value : {"0", "0.5", "10", "нет", "да", "2021-06-30", "10:30", "1e3", "000а"}) {
    CHECK(read(std::string("а: ") + value + "\n").out.empty());
  }
}

TEST_CASE("one file is one document of plain data") {
  check_fault("а: 1\n---\nб: 2\n", codes::several_documents, 2, 1);
  CHECK(read("---\nа: 1\n...\n").out.empty());
  check_fault("? [x]\n: 1\n", codes::bad_key, 1, 3);
  check_fault("а: !!binary x\n", codes::tag, 1, 4);
  CHECK(fault_of("").code == &codes::empty_file);
  CHECK(fault_of("# только примечание\n").code == &codes::empty_file);
}

TEST_CASE("bytes that are no text are named by their place") {
  check_fault("а: 1\nб: \xD1\xFF\n", codes::not_utf8, 2, 4);
  check_fault(std::string("\xFF\xFEk\0i\0n\0", 8), codes::not_utf8, 1, 1);
  check_fault(std::string("k\0i\0n\0d\0:\0", 10), codes::not_utf8, 1, 1);
  check_fault(std::string("\0k\0i\0n\0d", 8), codes::not_utf8, 1, 1);
  check_fault(std::string_view("а: 1\nбв: x\0y\n", 16), codes::control_character, 2, 6);
  check_fault("а: x\x04", codes::control_character, 1, 5);
}

TEST_CASE("a hostile file is refused before it costs much") {
  CHECK(fault_of(std::string(100, '['), {1 << 20, 1000, 64}).code == &codes::over_budget);
  CHECK(fault_of("а: [1, 2, 3, 4]", {1 << 20, 5, 64}).code == &codes::over_budget);
  CHECK(fault_of("а: 1234567890", {10, 1000, 64}).code == &codes::over_budget);
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string last = std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + last + ", *a" + last + ", *a" + last + ", *a" + last + "]\n";
  }
  CHECK(fault_of(bomb).code == &codes::over_budget);
  CHECK(fault_of(std::string(200'000, '{')).code == &codes::over_budget);
}

TEST_CASE("a repeated value is the value again") {
  const Read result = read("а: &x {б: 1}\nв: *x\n");
  REQUIRE(result.document);
  CHECK(result.document->root.find("в")->find("б")->text == "1");
}
