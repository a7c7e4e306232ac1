#include "base/decimal.h"

#include <limits>

#include "catch.h"

using svod::Number;

TEST_CASE("figures round half away from zero") {
  CHECK(Number::parse("3.625")->round(2).plain() == "3.63");
  CHECK(Number::parse("-3.625")->round(2).plain() == "-3.63");
  CHECK(Number::parse("2.5")->round(0).plain() == "3");
  CHECK(Number::ratio(2, 3)->round(1).plain() == "0.7");
  CHECK(Number(12).round(1).plain() == "12.0");
  CHECK(Number::parse("-0.04")->round(1).plain() == "0.0");
}

TEST_CASE("a number typed into a cell is the digits that were typed") {
  CHECK(*Number::from_double(0.1) == *Number::parse("0.1"));
  CHECK(*Number::from_double(73.17525773195877) == *Number::parse("73.17525773195877"));
  CHECK(*Number::from_double(1e15) == Number(1'000'000'000'000'000));
  CHECK_FALSE(Number::from_double(std::numeric_limits<double>::infinity()));
  CHECK_FALSE(Number::from_double(1e300));
}

TEST_CASE("arithmetic is exact or gives nothing") {
  CHECK(*add(*Number::parse("0.1"), *Number::parse("0.2")) == *Number::parse("0.3"));
  CHECK(*divide(Number(1), Number(3)) == *Number::ratio(1, 3));
  CHECK_FALSE(divide(Number(1), Number(0)));
  CHECK_FALSE(multiply(Number(std::numeric_limits<std::int64_t>::max()), Number(2)));
  CHECK(*Number::ratio(1, 3) < *Number::parse("0.3334"));
  CHECK(Number::parse("398.50")->text() == "398.5");
  CHECK(Number::ratio(2, 6)->text() == "1/3");
}

TEST_CASE("only plain digits are a number") {
  for (const auto* text : {"", "-", ".", "1,5", "1e3", "1 000", "0x10", "1.2.3", "99999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(Number::parse(text));
  }
}
