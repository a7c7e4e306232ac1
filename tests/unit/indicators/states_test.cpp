#include "catch.h"
#include "fixture.h"

using svod::definitions::IndicatorKind;

namespace {

/// alpha sent rows, beta sent none, gamma did not send, delta does not owe.
struct Sent : World {
  Sent() {
    form("f", "subject n:number");
    owes("f", "alpha beta gamma", "alpha beta");
    rows("f", "alpha | Химия | 4 \n alpha | Физика | …");
    indicator("count", IndicatorKind::count, "f", "", "subject school");
    indicator("sum", IndicatorKind::sum, "f", "n", "subject school");
    indicator("mean", IndicatorKind::mean, "f", "n", "subject school");
    indicator("most", IndicatorKind::maximum, "f", "n", "subject school");
    indicator("share", IndicatorKind::share, "f", "n > 3", "subject school").unit = "%";
    indicator("people", IndicatorKind::count, "f", "", "school").distinct = {"subject"};
  }
};

}  // namespace

TEST_CASE("a school that does not owe the form") {
  Sent world;
  for (const auto* name : {"count", "sum", "mean", "most", "share", "people"}) {
    INFO(name);
    CHECK(world.at(std::string(name) + "@school=delta") == "not applicable");
  }
  CHECK(world.at("count@school=unheard-of") == "not applicable");
}

TEST_CASE("a school that owes and did not send") {
  Sent world;
  for (const auto* name : {"count", "sum", "mean", "most", "share", "people"}) {
    INFO(name);
    CHECK(world.at(std::string(name) + "@school=gamma") == "missing");
    CHECK(world.at(std::string(name) + "@municipality=west") == "missing");
  }
}

TEST_CASE("a school that sent, and nothing matches") {
  Sent world;
  CHECK(world.at("count@school=beta") == "0");
  CHECK(world.at("people@school=beta") == "0");
  CHECK(world.at("sum@school=beta") == "0");
  CHECK(world.at("mean@school=beta") == "zero");
  CHECK(world.at("most@school=beta") == "zero");
  CHECK(world.at("share@school=beta") == "zero");
  CHECK(world.at("count@subject=История") == "0");
  CHECK(world.at("mean@subject=История,school=alpha") == "zero");
}

TEST_CASE("a value that is missing in the rows is not nought") {
  Sent world;
  CHECK(world.at("count@subject=Физика") == "1");
  for (const auto* name : {"sum", "mean", "most", "share"}) {
    INFO(name);
    CHECK(world.at(std::string(name) + "@subject=Физика") == "missing");
    CHECK(world.at(std::string(name) + "@subject=Химия") != "missing");
  }
  CHECK(world.at("sum") == "4");
  CHECK(world.results->at(*world.workspace.indicator("sum"), {}).left_out == 1);
}

TEST_CASE("coverage counts the schools of the place that owe the form") {
  Sent world;
  const auto coverage = [&](const svod::indicators::Place& place) {
    if (!world.results) world.compute();
    const auto result = world.results->at(*world.workspace.indicator("mean"), place);
    return std::to_string(result.covered) + "/" + std::to_string(result.owed);
  };
  CHECK(coverage({}) == "2/3");
  CHECK(coverage({{"subject", "Химия"}}) == "2/3");
  CHECK(coverage({{"municipality", "east"}}) == "2/2");
  CHECK(coverage({{"municipality", "west"}}) == "0/1");
  CHECK(coverage({{"school", "alpha"}}) == "1/1");
  CHECK(coverage({{"school", "gamma"}}) == "0/1");
  CHECK(coverage({{"school", "delta"}}) == "0/0");
}

TEST_CASE("an excused school owes nothing, and its data are still not known") {
  Sent world;
  world.coverage["f"].owed.erase("gamma");
  world.coverage["f"].excused["gamma"] = "капитальный ремонт";
  CHECK(world.at("mean@school=gamma") == "missing");
  CHECK(world.at("mean@municipality=west") == "missing");
  CHECK(world.results->at(*world.workspace.indicator("mean"), {}).owed == 2);
}

TEST_CASE("a form that nobody of the register owes") {
  World world;
  world.form("f", "n:number");
  world.indicator("sum", IndicatorKind::sum, "f", "n", "school");
  CHECK(world.at("sum") == "not applicable");

  World other;
  other.form("f", "n:number");
  other.rows("f", "alpha | 3");
  other.indicator("sum", IndicatorKind::sum, "f", "n", "school");
  other.indicator("mean", IndicatorKind::mean, "f", "n", "school");
  CHECK(other.at("sum") == "3");
  CHECK(other.at("sum@school=beta") == "not applicable");
  CHECK(other.at("mean@school=alpha") == "3");
}

TEST_CASE("rows of a school that does not owe the form are not hidden") {
  Sent world;
  world.rows("f", "delta | Химия | 8");
  CHECK(world.at("sum@school=delta") == "8");
  CHECK(world.at("sum") == "12");
}

TEST_CASE("a known nought in a row is a figure") {
  World world;
  world.form("f", "n:number");
  world.owes("f", "alpha", "alpha");
  world.rows("f", "alpha | – \n alpha | 4");
  world.indicator("mean", IndicatorKind::mean, "f", "n", "school");
  CHECK(world.at("mean") == "2");
}
