#include "catch.h"
#include "names.h"

using testing::Row;
using testing::value_of;

TEST_CASE("arithmetic is exact and binds as in school") {
  CHECK(value_of("1 + 2 * 3") == "7");
  CHECK(value_of("(1 + 2) * 3") == "9");
  CHECK(value_of("-2 - -3") == "1");
  CHECK(value_of("a + b = 0.3") == "true");
  CHECK(value_of("1 / 3 * 3 = 1") == "true");
  CHECK(value_of("10 - 2 - 3") == "5");
  CHECK(value_of("a + b | round(1)") == "0.3");
  CHECK(value_of("-3.625 | round(2)") == "-3.63");
}

TEST_CASE("conditions") {
  CHECK(value_of("mark2 + mark3 = participants") == "true");
  CHECK(value_of("mark2 == 5 and not mark3 < 7") == "true");
  CHECK(value_of("mark2 != 5 or subject = 'Физика'") == "true");
  CHECK(value_of("mark2 between 1 and 5") == "true");
  CHECK(value_of("mark2 not between 1 and 5") == "false");
  CHECK(value_of("subject in ('Химия', \"Физика\")") == "true");
  CHECK(value_of("subject not in ('Химия')") == "true");
  CHECK(value_of("day > date('2021-06-29')") == "true");
  CHECK(value_of("if medal then 'да' else 'нет'") == "да");
  CHECK(value_of("if mark2 > 5 then 1 else if mark2 = 5 then 2 else 3") == "2");
}
