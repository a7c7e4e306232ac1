#include "base/files.h"
#include "base/text.h"
#include "catch.h"
#include "names.h"

using namespace testing;

namespace {

NameTable manual_names() {
  NameTable table;
  for (const char* number : {"participants", "mark_2", "mark_3", "mark_4", "mark_5", "absentees"}) {
    table.add(number, Type::number());
  }
  table.add("score", Type::number("балл"));
  table.add("subject", Type::text());
  table.add("medal", Type::boolean());
  table.add("day", Type::date());
  table.add("school", Type::of(school_type()));
  table.add("schools", Type::list(Type::of(school_type())));
  return table;
}

Row manual_row() {
  Row row;
  row.values["mark_2"] = Value::of(Number(1));
  row.values["mark_3"] = Value::of(Number(4));
  row.values["mark_4"] = Value::of(Number(5));
  row.values["mark_5"] = Value::of(Number(2));
  const List schools{Row::school("1", "Берёзовская", 120), Row::school("2", "Арсентьевская", 80), Row::unsent()};
  row.values["schools"] = Value::of(schools);
  return row;
}

std::string in_words(const Value& value) {
  if (const bool* truth = value.truth()) return *truth ? "верно" : "неверно";
  if (value.known()) {
    const std::string text = shown(value);
    return value.list() == nullptr ? text : text.substr(1, text.size() - 2);
  }
  return value.state == State::zero ? "–" : "…";
}

}  // namespace

TEST_CASE("every example of the manual gives what the manual says") {
  FileError error;
  const auto manual = disk().read(std::string(SVOD_SOURCE_DIR) + "/schemas/expressions.md", error, 1'000'000);
  REQUIRE(manual);
  const NameTable table = manual_names();
  const Row row = manual_row();
  bool inside = false;
  int count = 0;
  for (const std::string_view line : split(*manual, '\n')) {
    if (line.starts_with("```")) inside = !inside;
    const std::size_t arrow = line.find(" → ");
    if (!inside || line.starts_with("```") || arrow == std::string_view::npos) continue;
    INFO(line);
    const auto compiled = compile(line.substr(0, arrow), Location::in_file("expressions.md"), table);
    REQUIRE(compiled.product);
    CHECK(in_words(evaluate(compiled.product, row)) == line.substr(arrow + std::string_view(" → ").size()));
    ++count;
  }
  CHECK(count > 30);
}

TEST_CASE("the manual names every function and filter of the language") {
  FileError error;
  const std::string manual = disk().read(std::string(SVOD_SOURCE_DIR) + "/schemas/expressions.md", error, 1'000'000)
                                 .value_or("");
  for (const Function& function : core_functions()) CHECK(manual.find("`" + function.name + "(") != std::string::npos);
  for (const Function& filter : core_filters()) CHECK(manual.find("x | " + filter.name) != std::string::npos);
}
