#include "catch.h"
#include "fixture.h"
#include "indicators/codes.h"

using svod::definitions::IndicatorKind;
namespace codes = svod::indicators::codes;

namespace {

struct Explained : World {
  Explained() {
    form("f", "participant:code subject n:number minimum:number");
    auto& minimum = workspace.forms.back().fields.back();
    minimum.title = "Порог";
    minimum.lookup = svod::definitions::Lookup{"minimums", {{"subject", row_expression("f", "subject")}}, "minimum"};
    workspace.forms.back().fields[3].title = "Балл";
    workspace.forms.back().fields[2].choices = {{"Химия", {"хим."}}};
    workspace.forms.back().keys = {"school", "participant", "subject"};
    table("minimums", "subject | minimum \n Физика | 36 \n Химия | 36");
    workspace.tables.back().source = "приказ № 1";
    owes("f", "alpha beta gamma", "alpha beta");
    coverage["f"].excused["delta"] = "ремонт";
    rows("f", "alpha | 001 | Химия | 30 | 36 \n alpha | 002 | Химия | 41 | 36 \n beta | 001 | Химия | … | 36");
    auto& mean = indicator("f.mean", IndicatorKind::mean, "f", "n", "subject school");
    mean.unit = "балл";
    mean.round = 1;
    mean.version = 2;
    mean.method = "методика № 5";
    auto& below = indicator("f.below", IndicatorKind::share, "f", "n < minimum", "subject school");
    below.unit = "%";
    below.round = 1;
    auto& stated = indicator("f.minimum", IndicatorKind::reference, "", "", "subject");
    stated.table = "minimums";
    stated.value = "minimum";
    stated.unit = "балл";
    formula("f.over", "f.mean - f.minimum", "subject school").round = 1;
  }
};

}  // namespace

TEST_CASE("the derivation of a mean, down to its cells") {
  Explained world;
  CHECK(world.explain("f.mean@subject=Химия,municipality=Восточный район") ==
        "Показатель f.mean: 35,5\n"
        "  показатель   f.mean, версия 2\n"
        "  определение  показатели.yaml:1:1\n"
        "  место        муниципалитет – Восточный район; поле subject – Химия; год – 2021\n"
        "  расчёт       среднее: «Балл»\n"
        "  единица      балл\n"
        "  методика     методика № 5\n"
        "  числитель    71\n"
        "  знаменатель  2\n"
        "  значение     35,5\n"
        "  охват        по 2 из 2 школ\n"
        "  не учтено    строк без значения: 1\n"
        "  сведения/f.xlsx, лист «Лист1»\n"
        "    строка  поле school          поле participant  Балл\n"
        "    2       A2 Алексеевская СОШ  B2 001            D2 30\n"
        "    3       A3 Алексеевская СОШ  B3 002            D3 41\n"
        "    4       A4 Борисовская СОШ   B4 001            D4 …\n");
}

TEST_CASE("a derivation names the schools without data and the rows that were looked up") {
  Explained world;
  const std::string text = world.explain("f.below@subject=хим.");
  CHECK(text.find(
            "  охват        по 2 из 3 школ; нет данных: Васильевская СОШ; освобождены: Григорьевская СОШ (ремонт)\n") !=
        std::string::npos);
  CHECK(text.find("Показатель f.below: 50,0") == 0);
  CHECK(text.find("D2 30  36     1\n") != std::string::npos);
  CHECK(text.find("D4 …   36     не учтена\n") != std::string::npos);
  CHECK(text.find("  Порог 36: справочник «Справочник minimums», minimums.yaml:3:3\n") != std::string::npos);
}

TEST_CASE("a formula is followed into its parts") {
  Explained world;
  const std::string text = world.explain("f.over@subject=Химия,school=Алексеевская СОШ");
  CHECK(text.find("Показатель f.over: −0,5\n") == 0);
  CHECK(text.find("\n  Показатель f.mean: 35,5\n") != std::string::npos);
  CHECK(text.find("      3       B3 002            D3 41\n") != std::string::npos);
  CHECK(text.find("\n  Показатель f.minimum: 36\n") != std::string::npos);
  CHECK(text.find("    приказ № 1\n"
                  "    строка             subject  minimum\n"
                  "    minimums.yaml:3:3  Химия    36\n") != std::string::npos);
}

TEST_CASE("an extreme names the values it was taken of and derives the one that decides") {
  Explained world;
  world.indicator("f.best", IndicatorKind::maximum, "", "", "").of_indicator = "f.mean";
  const std::string text = world.explain("f.best");
  CHECK(text.find("f.mean@subject=Химия,school=alpha,year=2021  35,5") != std::string::npos);
  CHECK(text.find("\n  Показатель f.mean: 35,5\n") != std::string::npos);
}

TEST_CASE("a share over a dimension shows the rows of the whole") {
  Explained world;
  auto& share = world.indicator("f.part", IndicatorKind::share, "f", "1", "subject school");
  share.over = "school";
  share.unit = "%";
  const std::string text = world.explain("f.part@subject=Химия,school=beta");
  CHECK(text.find("Показатель f.part: 33") == 0);
  CHECK(text.find("A2 Алексеевская СОШ") != std::string::npos);
}

TEST_CASE("rows of an incomplete combination are not shown") {
  Explained world;
  auto& sum = world.indicator("f.sum", IndicatorKind::sum, "f", "n", "school participant");
  svod::expression::NameTable names;
  names.add("rows", svod::expression::Type::number());
  sum.having = svod::expression::compile("rows = 1", {}, names).product;
  const std::string text = world.explain("f.sum@school=beta");
  CHECK(text.find("сочетание разрезов учтено, если «число строк» равно 1") != std::string::npos);
  CHECK(text.find("D4") == std::string::npos);
}

TEST_CASE("an earlier year is derived from the document that states it") {
  Explained world;
  world.workspace.history = {
      {"f.mean", {{"subject", "Химия"}}, 2020, 50, "Отчёт за 2020 год", svod::Location::in_text("2020.yaml", 4, 1)}};
  const std::string text = world.explain("f.mean@subject=Химия,year=2020");
  CHECK(text.find("  откуда       Отчёт за 2020 год, 2020.yaml:4:1\n") != std::string::npos);
}

TEST_CASE("a place without a value says why") {
  Explained world;
  const std::string earlier = world.explain("f.mean@subject=Химия,year=2020");
  CHECK(earlier.find("  значение     … – нет данных\n") != std::string::npos);
  CHECK(earlier.find("D2") == std::string::npos);
  CHECK(world.explain("f.mean@school=gamma").find("Показатель f.mean: …\n") == 0);
  CHECK(world.explain("f.mean@subject=Химия,school=Григорьевская СОШ").find("Показатель f.mean: …\n") == 0);
}

TEST_CASE("what cannot be explained is told with the nearest name") {
  struct Case {
    const char* reference;
    const svod::Code* code;
    const char* hint;
  };
  for (const auto& [reference, code, hint] : std::initializer_list<Case>{
           {"f.mean@subject", &codes::bad_reference, "напишите так: показатель@разрез=значение,разрез=значение"},
           {"f.meen", &codes::unknown_indicator, "возможно, «f.mean»"},
           {"f.mean@subjekt=Химия", &codes::unknown_dimension, "возможно, «subject»"},
           {"f.mean@subject=Хемия", &codes::unknown_value, "возможно, «Химия»"},
           {"f.mean@school=Алексевская СОШ", &codes::unknown_value, "возможно, «Алексеевская СОШ»"},
           {"f.mean@municipality=Восточный", &codes::unknown_value, ""},
           {"f.mean@year=прошлый", &codes::unknown_value, ""},
           {"f.minimum@subject=Физка", &codes::unknown_value, "возможно, «Физика»"}}) {
    Explained world;
    INFO(reference);
    CHECK(world.explain(reference).empty());
    REQUIRE(world.diagnostics.size() == 1);
    CHECK(world.diagnostics[0].code == code);
    CHECK(world.diagnostics[0].hint == hint);
  }
}
