#include "catch.h"
#include "fixture.h"
#include "indicators/codes.h"

using svod::Number;
using svod::definitions::IndicatorKind;
namespace codes = svod::indicators::codes;

namespace {

struct Compared : World {
  Compared() {
    form("f", "subject n:number");
    owes("f", "alpha beta gamma", "alpha beta");
    rows("f", "alpha | Химия | 4 \n beta | Химия | 3 \n alpha | Физика | 5");
    indicator("f.mean", IndicatorKind::mean, "f", "n", "subject school");
    table("region", R"(
      exam | year | subject | mean
      ОГЭ  | 2021 | Химия   | 3.2
      ОГЭ  | 2020 | Химия   | 3.1
      ГВЭ  | 2021 | Химия   | 4.0
    )");
    auto& region = indicator("f.region", IndicatorKind::reference, "", "", "subject");
    region.table = "region";
    region.value = "mean";
    region.fixed = {{"exam", "ОГЭ"}};
  }
};

}  // namespace

TEST_CASE("a reference takes the row of the place and the workspace's year") {
  Compared world;
  CHECK(world.at("f.region@subject=Химия") == "3.2");
  CHECK(world.at("f.region@subject=Химия,year=2020") == "3.1");
  CHECK(world.at("f.region@subject=Химия,year=2019") == "missing");
  CHECK(world.at("f.region@subject=Физика") == "missing");
  CHECK(world.at("f.region") == "3.2");
  CHECK(world.at("f.region@school=alpha") == "not applicable");
  CHECK(world.diagnostics.empty());
}

TEST_CASE("a formula reads other indicators at its own place and drops dimensions that they lack") {
  Compared world;
  world.formula("to_region", "f.mean - f.region", "subject school");
  CHECK(world.at("to_region@subject=Химия,school=alpha") == "0.8");
  CHECK(world.at("to_region@subject=Химия") == "0.3");
  CHECK(world.at("to_region@subject=Химия,municipality=east") == "0.3");
  CHECK(world.at("to_region@subject=Физика") == "missing");
  CHECK(world.at("to_region@subject=Химия,school=gamma") == "missing");
  CHECK(world.at("to_region@subject=Химия,school=delta") == "not applicable");
  const auto result = world.results->at(*world.workspace.indicator("to_region"), {{"subject", "Химия"}});
  CHECK(result.numerator == 3);
  CHECK(result.denominator == 10);
  CHECK(result.covered == 2);
  CHECK(result.owed == 3);
}

TEST_CASE("an argument inside a formula names another place") {
  Compared world;
  world.formula("to_chemistry", "f.mean - f.mean(subject = 'Химия')", "subject school");
  CHECK(world.at("to_chemistry@subject=Физика,school=alpha") == "1");
}

TEST_CASE("earlier years are what documents stated") {
  Compared world;
  world.formula("growth", "f.mean - f.mean(year = year - 1)", "subject");
  world.indicator("f.share", IndicatorKind::share, "f", "n > 3", "subject").unit = "%";
  world.workspace.history = {{"f.mean", {{"subject", "Химия"}}, 2020, *Number::parse("3.25"), "Отчёт за 2020 год", {}},
                             {"f.mean", {{"school", "Алексеевская СОШ"}}, 2020, Number(4), "", {}},
                             {"f.share", {{"subject", "Химия"}}, 2020, *Number::parse("44.4"), "", {}}};
  CHECK(world.at("f.mean@subject=Химия,year=2020") == "3.25");
  CHECK(world.at("f.mean@school=alpha,year=2020") == "4");
  CHECK(world.at("f.share@subject=Химия,year=2020") == "44.4");
  CHECK(world.at("f.mean@subject=Химия,year=2019") == "missing");
  CHECK(world.at("growth@subject=Химия") == "0.25");
  CHECK(world.results->at(*world.workspace.indicator("f.mean"), {{"subject", "Химия"}, {"year", "2020"}}).historic);
  CHECK(world.results->at(*world.workspace.indicator("growth"), {{"subject", "Химия"}}).historic);
}

TEST_CASE("two historic values for one place are reported") {
  Compared world;
  world.workspace.history = {{"f.mean", {}, 2020, Number(4), "", {}}, {"f.mean", {}, 2020, Number(5), "", {}}};
  world.compute();
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == &codes::two_historic_values);
}

TEST_CASE("several rows of a table for one value are reported, a text is no figure") {
  Compared world;
  world.workspace.tables[0].rows.push_back({"ОГЭ", "2021", "Химия", "3.3"});
  world.workspace.tables[0].rows.push_back({"ОГЭ", "2021", "Физика", "нет"});
  CHECK(world.at("f.region@subject=Химия") == "missing");
  CHECK(world.at("f.region@subject=Физика") == "missing");
  CHECK(world.at("f.region") == "not applicable");
  REQUIRE(world.diagnostics.size() == 2);
  CHECK(world.diagnostics[0].code == &codes::not_a_number);
  CHECK(world.diagnostics[1].code == &codes::several_rows);
  CHECK(world.diagnostics[1].message == "для «f.region@subject=Химия,year=2021» в справочнике «region» строк: 2");
}

TEST_CASE("a table or a column that is not there") {
  Compared world;
  world.workspace.indicators.back().table = "regoin";
  world.compute();
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == &codes::no_such_source);
  CHECK(world.diagnostics[0].hint == "возможно, «region»");

  Compared other;
  other.workspace.indicators.back().value = "meen";
  CHECK(other.at("f.region@subject=Химия") == "missing");
  REQUIRE(other.diagnostics.size() == 1);
  CHECK(other.diagnostics[0].hint == "возможно, «mean»");
}

TEST_CASE("formulas in a circle are reported once and give no value") {
  Compared world;
  world.formula("f.a", "f.mean + 1", "subject");
  world.formula("f.b", "f.a + 1", "subject");
  world.workspace.indicators[2].of = world.report_expression("f.b + 1");
  CHECK(world.at("f.a") == "missing");
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == &codes::circle);
  CHECK(world.diagnostics[0].message == "показатели определены друг через друга: f.a → f.b → f.a");
}

TEST_CASE("a percent of a formula is not multiplied again") {
  Compared world;
  world.indicator("f.share", IndicatorKind::share, "f", "n > 3", "subject school").unit = "%";
  world.formula("to_half", "f.share - 50", "subject").unit = "%";
  CHECK(world.at("to_half") == "50/3");
}
