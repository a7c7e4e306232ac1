#include "catch.h"
#include "indicators/results.h"

using svod::indicators::parse_reference;
using svod::indicators::Place;
using svod::indicators::reference;

TEST_CASE("a reference names dimensions in the order of the definition, the year last") {
  svod::definitions::Indicator indicator;
  indicator.name = "ege.mean";
  indicator.by = {"subject", "school"};
  CHECK(reference(indicator, {}) == "ege.mean");
  CHECK(reference(indicator, {{"year", "2021"}, {"school", "alpha"}, {"subject", "Физика"}}) ==
        "ege.mean@subject=Физика,school=alpha,year=2021");
}

TEST_CASE("a reference reads back, whatever the values hold") {
  svod::definitions::Indicator indicator;
  indicator.name = "x";
  indicator.by = {"a", "b"};
  for (const std::string value :
       {"Физика", "Стаж, лет", "\"в кавычках\"", "1=2", "Школа № 1 (корпус 2)", " с пробелом"}) {
    const Place place{{"a", value}, {"b", "конец"}};
    INFO(reference(indicator, place));
    const auto parsed = parse_reference(reference(indicator, place));
    REQUIRE(parsed);
    CHECK(parsed->indicator == "x");
    CHECK(parsed->place == place);
  }
}

TEST_CASE("what is no reference") {
  CHECK(parse_reference(" ege.mean @ subject = Физика , year = 2021 ")->place ==
        Place{{"subject", "Физика"}, {"year", "2021"}});
  for (const auto* text :
       {"", "@a=1", "x@", "x@a", "x@a=", "x@=1", "x@a=1,", "x@a=1,a=2", "x@a=\"1", "x@a=\"1\"2", "x@a,b=1"}) {
    INFO(text);
    CHECK_FALSE(parse_reference(text));
  }
}
