#include "catch.h"
#include "names.h"

using namespace testing;

TEST_CASE("an absent value stays absent through arithmetic and comparison") {
  CHECK(value_of("absent + 1") == "missing");
  CHECK(value_of("-absent") == "missing");
  CHECK(value_of("absent = absent") == "missing");
  CHECK(value_of("no_text != 'а'") == "missing");
  CHECK(value_of("min(1, absent)") == "missing");
  CHECK(value_of("round(absent, 1)") == "missing");
  CHECK(value_of("contains(no_text, 'а')") == "missing");
  CHECK(value_of("if unsure then 1 else 2") == "missing");
  CHECK(value_of("participants / 0") == "zero");
  CHECK(value_of("9000000000000000000 + 9000000000000000000") == "missing");
}

TEST_CASE("and, or, not follow Kleene") {
  CHECK(value_of("absent > 1 and false") == "false");
  CHECK(value_of("absent > 1 and true") == "missing");
  CHECK(value_of("absent > 1 or true") == "true");
  CHECK(value_of("absent > 1 or false") == "missing");
  CHECK(value_of("not unsure") == "missing");
  CHECK(value_of("5 between 6 and absent") == "false");
  CHECK(value_of("5 between 4 and absent") == "missing");
  CHECK(value_of("absent in (1, 2)") == "missing");
  CHECK(value_of("1 in (1, absent)") == "true");
  CHECK(value_of("2 in (1, absent)") == "missing");
  CHECK(value_of("2 not in (1, absent)") == "missing");
}

TEST_CASE("known and default see absence") {
  CHECK(value_of("known(absent)") == "false");
  CHECK(value_of("known(participants / 0)") == "false");
  CHECK(value_of("absent | default(3)") == "3");
  CHECK(value_of("absent | default(0) | round(1)") == "0");
  CHECK(value_of("(no_text | default('нет')) = 'нет'") == "true");
}

TEST_CASE("the gravest state of the operands is handed on") {
  Row row;
  row.values["absent"] = Value::absent(State::not_applicable);
  CHECK(value_of("absent + 1", row) == "not applicable");
  CHECK(value_of("absent + a / 0", row) == "not applicable");
  row.values["b"] = Value::absent(State::missing);
  CHECK(value_of("absent + b", row) == "missing");
  row.values["b"] = Value::absent(State::suppressed);
  CHECK(value_of("(absent + b) * 2", row) == "suppressed");
  CHECK(value_of("school.pupils + absent", row) == "not applicable");
}

TEST_CASE("a figure is passed on whole, and dropped by arithmetic") {
  Row row;
  auto figure = std::make_shared<Figure>();
  figure->ref = "ege.mean";
  figure->round = 2;
  row.values["a"] = Value::of(Number(3), figure);
  const auto of = [&](const char* source) {
    return evaluate(compile(source, Location::in_file("a"), names()).product, row).figure;
  };
  CHECK(of("a") == figure);
  CHECK(of("a | default(b)") == figure);
  CHECK(of("if true then a else b") == figure);
  CHECK(of("max(a, b)") == figure);
  CHECK(of("a | round(1)")->ref == "ege.mean");
  CHECK(of("a | round(1)")->round == 1);
  CHECK_FALSE(of("a + 0"));
}
