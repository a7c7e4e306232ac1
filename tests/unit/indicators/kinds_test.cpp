#include "catch.h"
#include "fixture.h"
#include "indicators/codes.h"

using svod::definitions::IndicatorKind;

namespace {

struct Exams : World {
  Exams() {
    form("ege", "participant:code subject score:number minimum:number band");
    owes("ege", "alpha beta gamma", "alpha beta gamma");
    rows("ege", R"(
      alpha | 001 | Физика   | 30 | 36 | 0–35
      alpha | 001 | Химия    | 71 | 36 | 70–79
      alpha | 002 | Физика   | 50 | 36 | 50–59
      beta  | 001 | Физика   | 55 | 36 | 50–59
      gamma | 001 | Физика   | …  | 36 | …
      gamma | 002 | Химия    | 40 | 36 | 40–49
    )");
  }
};

}  // namespace

TEST_CASE("a count adds up over every set of dimensions") {
  Exams world;
  world.indicator("n", IndicatorKind::count, "ege", "", "subject school", "known(score)");
  CHECK(world.at("n") == "5");
  CHECK(world.at("n@subject=Физика") == "3");
  CHECK(world.at("n@school=alpha") == "3");
  CHECK(world.at("n@subject=Физика,school=alpha") == "2");
  CHECK(world.at("n@municipality=east") == "4");
  CHECK(world.at("n@subject=Химия,municipality=west") == "1");
  CHECK(world.at("n@subject=Химия,school=gamma,municipality=west") == "1");
  CHECK(world.at("n@school=gamma,municipality=east") == "not applicable");
  CHECK(world.at("n@band=40–49") == "not applicable");
}

TEST_CASE("a row without a value of a dimension enters the places that do not name it") {
  Exams world;
  world.form("g", "kind");
  world.owes("g", "alpha", "alpha");
  world.rows("g", "alpha | … \n alpha | да");
  world.indicator("all", IndicatorKind::count, "g", "", "kind");
  world.indicator("different", IndicatorKind::count, "g", "", "kind").distinct = {"kind", "school"};
  CHECK(world.at("all") == "2");
  CHECK(world.at("all@kind=да") == "1");
  CHECK(svod::indicators::print(*world.results).find("kind=,") == std::string::npos);
}

TEST_CASE("different participants do not add up over subjects") {
  Exams world;
  world.indicator("people", IndicatorKind::count, "ege", "", "subject school").distinct = {"school", "participant"};
  CHECK(world.at("people") == "5");
  CHECK(world.at("people@school=alpha") == "2");
  CHECK(world.at("people@subject=Физика,municipality=east") == "3");
  CHECK(world.at("people@subject=Химия,school=beta") == "0");
}

TEST_CASE("sums, means, extremes and ratios leave out rows without a value") {
  Exams world;
  world.indicator("sum", IndicatorKind::sum, "ege", "score", "subject school");
  world.indicator("mean", IndicatorKind::mean, "ege", "score", "subject school");
  world.indicator("most", IndicatorKind::maximum, "ege", "score", "subject school");
  world.indicator("least", IndicatorKind::minimum, "ege", "score", "subject school");
  world.indicator("ratio", IndicatorKind::ratio, "ege", "score", "subject").per =
      world.row_expression("ege", "minimum");
  CHECK(world.at("sum@subject=Физика") == "135");
  CHECK(world.at("mean@subject=Физика") == "45");
  CHECK(world.at("mean@school=alpha") == "151/3");
  CHECK(world.at("most") == "71");
  CHECK(world.at("most@school=gamma") == "40");
  CHECK(world.at("least@subject=Физика,municipality=east") == "30");
  CHECK(world.at("ratio@subject=Физика") == "1.25");
  const auto result = world.results->at(*world.workspace.indicator("mean"), {{"subject", "Физика"}});
  CHECK(result.numerator == 135);
  CHECK(result.denominator == 3);
  CHECK(result.rows == 3);
  CHECK(result.left_out == 1);
}

TEST_CASE("shares: of rows that meet a condition, of a sum, over a dimension") {
  Exams world;
  world.indicator("below", IndicatorKind::share, "ege", "score < minimum", "subject school").unit = "%";
  world.indicator("part", IndicatorKind::share, "ege", "score", "subject").unit = "%";
  world.workspace.indicators.back().per = world.row_expression("ege", "score + 1 * minimum");
  auto& band = world.indicator("band", IndicatorKind::share, "ege", "1", "subject school band", "known(score)");
  band.over = "band";
  band.unit = "%";
  CHECK(world.at("below@subject=Физика") == "100/3");
  CHECK(world.at("below@school=beta") == "0");
  CHECK(world.at("part@subject=Химия") == "3700/61");
  CHECK(world.at("band@subject=Физика,band=50–59") == "200/3");
  CHECK(world.at("band@band=50–59") == "40");
  CHECK(world.at("band@subject=Физика,school=beta,band=0–35") == "0");
  CHECK(world.at("band@subject=Химия,school=beta,band=0–35") == "zero");
  CHECK(world.at("band@subject=Физика") == "100");
}

TEST_CASE("a combination that is not complete stays out of sums and their extremes") {
  Exams world;
  auto& both = world.indicator("both", IndicatorKind::sum, "ege", "score", "school participant",
                               "subject in ('Физика', 'Химия')");
  svod::expression::NameTable names;
  names.add("rows", svod::expression::Type::number());
  both.having = svod::expression::compile("rows = 2", {}, names).product;
  world.indicator("greatest", IndicatorKind::maximum, "", "", "school").of_indicator = "both";
  world.indicator("count", IndicatorKind::count, "", "", "school").of_indicator = "both";
  CHECK(world.at("both@school=alpha,participant=001") == "101");
  CHECK(world.at("both@school=alpha,participant=002") == "0");
  CHECK(world.at("greatest") == "101");
  CHECK(world.at("greatest@school=alpha") == "101");
  CHECK(world.at("greatest@municipality=east") == "101");
  CHECK(world.at("greatest@school=beta") == "zero");
  CHECK(world.at("count") == "1");
  CHECK(world.at("count@school=beta") == "0");
}

TEST_CASE("extremes, means, counts and shares of another indicator") {
  Exams world;
  world.indicator("mean", IndicatorKind::mean, "ege", "score", "subject school");
  world.indicator("best", IndicatorKind::maximum, "", "", "subject").of_indicator = "mean";
  world.indicator("worst", IndicatorKind::minimum, "", "", "subject").of_indicator = "mean";
  world.indicator("typical", IndicatorKind::mean, "", "", "subject").of_indicator = "mean";
  world.indicator("schools", IndicatorKind::count, "", "", "subject").of_indicator = "mean";
  world.indicator("people", IndicatorKind::count, "ege", "", "subject school").distinct = {"school", "participant"};
  auto& choice = world.indicator("choice", IndicatorKind::share, "", "", "subject school");
  choice.of_indicator = "people";
  choice.over = "subject";
  choice.unit = "%";
  CHECK(world.at("best@subject=Физика") == "55");
  CHECK(world.at("worst@subject=Физика") == "40");
  CHECK(world.at("typical@subject=Физика") == "47.5");
  CHECK(world.at("schools@subject=Физика") == "2");
  CHECK(world.at("choice@subject=Химия") == "40");
  CHECK(world.at("choice@subject=Химия,school=beta") == "0");
  CHECK(world.at("choice@subject=История") == "0");
}

TEST_CASE("a year among the dimensions is never summed over") {
  World world;
  world.form("region", "year:number pupils:number");
  world.workspace.forms.back().fields[0].type = svod::definitions::FieldType::text;
  world.rows("region", "Школа № 1 | 2021 | 10 \n Школа № 1 | 2020 | 7 \n Школа № 2 | 2021 | 5");
  world.indicator("pupils", IndicatorKind::sum, "region", "pupils", "year school");
  CHECK(world.at("pupils") == "15");
  CHECK(world.at("pupils@year=2020") == "7");
  CHECK(world.at("pupils@school=Школа № 1,year=2020") == "7");
  CHECK(world.at("pupils@school=Школа № 3") == "not applicable");
}

TEST_CASE("a sum that does not fit is reported and stays without a value") {
  World world;
  world.form("big", "n:number");
  world.owes("big", "alpha beta", "alpha beta");
  world.rows("big", "alpha | 9000000000000000000 \n beta | 9000000000000000000");
  world.indicator("sum", IndicatorKind::sum, "big", "n", "school");
  CHECK(world.at("sum@school=alpha") == "9000000000000000000");
  CHECK(world.at("sum") == "missing");
  REQUIRE(world.diagnostics.size() == 2);
  CHECK(world.diagnostics[0].code == &svod::indicators::codes::does_not_fit);
  CHECK(world.diagnostics[0].message == "значение «sum» не помещается точно");
  CHECK(world.diagnostics[1].message == "значение «sum@municipality=east» не помещается точно");
}

TEST_CASE("broken definitions are reported and give no values") {
  World world;
  world.form("marks", "n:number");
  world.indicator("lost", IndicatorKind::count, "marks", "", "school").form = "mark";
  world.indicator("greatest", IndicatorKind::maximum, "", "", "school").of_indicator = "lostt";
  world.indicator("wide", IndicatorKind::count, "marks", "", "a b c d e f g h i");
  CHECK(world.at("lost") == "missing");
  CHECK(world.at("greatest") == "missing");
  CHECK(world.at("wide") == "missing");
  REQUIRE(world.diagnostics.size() == 3);
  CHECK(world.diagnostics[0].code == &svod::indicators::codes::no_such_source);
  CHECK(world.diagnostics[0].hint == "возможно, «marks»");
  CHECK(world.diagnostics[1].hint == "возможно, «lost»");
  CHECK(world.diagnostics[2].code == &svod::indicators::codes::too_many_dimensions);
}

TEST_CASE("every computed value prints in a fixed order") {
  World world;
  world.form("f", "subject n:number");
  world.owes("f", "alpha beta gamma", "alpha beta");
  world.rows("f", "beta | Химия | 1 \n alpha | Химия | 2 \n alpha | Физика | 3");
  world.indicator("mean", IndicatorKind::mean, "f", "n", "subject school");
  world.compute();
  CHECK(svod::indicators::print(*world.results) ==
        "mean@year=2021\tvalue\t6\t3\t2\t2/3\n"
        "mean@subject=Физика,year=2021\tvalue\t3\t1\t3\t2/3\n"
        "mean@subject=Химия,year=2021\tvalue\t3\t2\t1.5\t2/3\n"
        "mean@school=alpha,year=2021\tvalue\t5\t2\t2.5\t1/1\n"
        "mean@school=beta,year=2021\tvalue\t1\t1\t1\t1/1\n"
        "mean@municipality=east,year=2021\tvalue\t6\t3\t2\t2/2\n"
        "mean@subject=Физика,school=alpha,year=2021\tvalue\t3\t1\t3\t1/1\n"
        "mean@subject=Химия,school=alpha,year=2021\tvalue\t2\t1\t2\t1/1\n"
        "mean@subject=Химия,school=beta,year=2021\tvalue\t1\t1\t1\t1/1\n"
        "mean@subject=Физика,municipality=east,year=2021\tvalue\t3\t1\t3\t2/2\n"
        "mean@subject=Химия,municipality=east,year=2021\tvalue\t3\t2\t1.5\t2/2\n");
}
