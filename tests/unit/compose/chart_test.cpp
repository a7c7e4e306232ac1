#include "world.h"

using namespace world;

namespace {

std::string chart(World& w, const std::string& yaml) { return w.text("```chart\n" + yaml + "```\n"); }
std::string fault(const std::string& yaml) {
  World w;
  chart(w, yaml);
  return w.codes();
}

const std::string kSchools = "kind: bars\ncategories: s in schools\ncategory: s.short\n";

}  // namespace

TEST_CASE("bars stand by their values, carry their figures and say in words what they show") {
  World w;
  w.figures.set("score", "c", 71);
  CHECK(chart(w, kSchools + "id: f\ncaption: Средний балл по школам\nseries:\n  - {value: score(school = s)}\n"
                            "reference: {value: score, title: округ}\nnote: Без пересдач.\n") ==
        "chart bars 1 [Средний балл по школам] Средний балл по школам, балл\n"
        ": Школа В=71,0 Школа А=64,5 Школа Б=50,0\nreference: округ~62,0\n"
        "words: Столбиковая диаграмма: средний балл по школам. Школа В – 71,0; Школа А – 64,5; Школа Б – 50,0. "
        "Линия сравнения – округ~62,0.\nnote: Без пересдач.\n");
  CHECK(w.codes().empty());
  const auto documents = w.compose();
  const auto& made = std::get<document::Chart>(documents[0].blocks.at(0).content);
  CHECK(made.anchor == "f");
  CHECK(made.panels[0].series[0].values[1].ref == "score@school=a,year=2021");
  CHECK(made.reference->ref == "score@year=2021");
  CHECK(*made.panels[0].series[0].values[1].number == *Number::ratio(1289, 20));
}

TEST_CASE("the order is the template's where it says one") {
  World w;
  CHECK(chart(w,
              "kind: bars\ncategories: s in schools order by s.short desc\ncategory: s.short\nseries:\n  - {value: "
              "n(school = s)}\n")
            .find(": Школа В=0 Школа Б=2 Школа А=10\n") != std::string::npos);
  CHECK(chart(w, kSchools + "order: given\nseries:\n  - {value: low(school = s)}\n").find(": Школа А=1 Школа Б=0") !=
        std::string::npos);
  CHECK(
      chart(w, "kind: bars\ncategories: y in years(2019, 2021)\nseries:\n  - {value: n(year = y)}\n").find(": 2019=") !=
      std::string::npos);
}

TEST_CASE("series may be repeated, chosen and stacked; a gap has its sign and a legend") {
  World w;
  CHECK(chart(w, kSchools + "stack: stacked\nordered: true\nhorizontal: true\nseries:\n"
                            "  - {for: \"x in values('exam', 'subject')\", title: \"{{ x }}\", value: \"score(school = "
                            "s, subject = x)\"}\n"
                            "  - {title: Нет, value: n(school = s), if: n > 99}\n") ==
        "chart bars stacked horizontal  [Рисунок 1] , балл\n"
        "Физика: Школа А=64,5 Школа Б=50,0 Школа В=–!\nХимия: Школа А=64,5 Школа Б=50,0 Школа В=–!\n"
        "words: Столбиковая диаграмма с горизонтальными столбцами, части столбцов сложены. 3~столбца, в каждом 2~ряда: "
        "Физика, Химия. Наибольшее значение ряда «Физика» – 64,5 (Школа А), наименьшее – 50,0 (Школа Б). "
        "Наибольшее значение ряда «Химия» – 64,5 (Школа А), наименьшее – 50,0 (Школа Б). Нет данных: Школа В.\n"
        "note: – – явление отсутствует\n");
}

TEST_CASE("small multiples, lines with a break, pairs of points") {
  World w;
  const std::string panels = chart(w,
                                   "kind: bars\npanels: x in values('exam', 'subject')\npanel: Экзамен {{ x "
                                   "}}\ncategories: s in schools where s.kind = 'СОШ'\n"
                                   "category: s.short\nseries:\n  - {value: \"n(school = s, subject = x)\"}\n");
  CHECK(panels.find("panel: Экзамен Физика\n: Школа А=10 Школа Б=2\npanel: Экзамен Химия\n") != std::string::npos);
  CHECK(panels.find("2~поля.") != std::string::npos);
  const std::string lines =
      chart(w,
            "kind: lines\ncategories: y in years(2018, 2021)\nseries:\n  - {title: Балл, value: score(year = y)}\n"
            "breaks:\n  - {before: 2020, title: другая шкала}\n  - {before: 2000, title: давно}\n");
  CHECK(lines.find("Балл: 2018=62,0 2019=62,0 2020=62,0 2021=62,0\nbreak: 2 другая шкала\nwords: График по годам. 2018–2021; 1~линия.") != std::string::npos);
  const std::string pairs = chart(w,
                                  "kind: dumbbell\ncategories: s in schools\ncategory: s.short\nseries:\n"
                                  "  - {title: школа, value: score(school = s)}\n  - {title: округ, value: score}\n");
  CHECK(pairs.find("Ряд «школа» выше ряда «округ» в 1~строке, ниже – в 1~строке. Наибольшее превышение – Школа А, 64,5 и 62,0.") !=
        std::string::npos);
}

TEST_CASE("a line ends where its values do; only a gap inside it wants a word") {
  World w;
  const auto notes = [&](const std::string& value) {
    const std::string made = chart(w, "kind: lines\ncategories: y in years(2018, 2021)\nseries:\n  - {title: Балл, value: \"" +
                                          value + "\"}\n");
    return made.find("\nnote: ") != std::string::npos;
  };
  CHECK_FALSE(notes("if y < 2020 then 5 else max([x for x in years(1, 2) where x > 5])"));
  CHECK_FALSE(notes("if y > 2018 then 5 else max([x for x in years(1, 2) where x > 5])"));
  CHECK(notes("if y != 2020 then 5 else max([x for x in years(1, 2) where x > 5])"));
}

TEST_CASE("a pie has up to four parts") {
  World w;
  CHECK(chart(w, "kind: pie\ncategories: s in schools\ncategory: s.short\nseries:\n  - {value: n(school = s)}\n")
            .find(": Школа А=10 Школа Б=2\nwords: Круговая диаграмма. Школа А – 10; Школа Б – 2.") !=
        std::string::npos);
  CHECK(w.codes().empty());
  CHECK(chart(w, "kind: pie\ncategories: y in years(2016, 2021)\nseries:\n  - {value: n(year = y)}\n")
            .find("chart bars horizontal") == 0);
  CHECK(w.codes() == "C210 5:1");
}

TEST_CASE("a chart without a figure is its sentence, or nothing") {
  World w;
  const std::string none =
      "kind: bars\ncategories: s in schools where s.id = 'c'\ncategory: s.short\nseries:\n  - {value: score(school = "
      "s)}\n";
  CHECK(chart(w, none).empty());
  CHECK(chart(w, none + "empty: Данных нет.\n") == "Данных нет.\n");
}

TEST_CASE("figures are numbered and referred to") {
  World w;
  CHECK(
      w.text(
           "На рисунке [](#b) и в таблице [](#t).\n\n```chart\nid: a\ncaption: Раз\n" + kSchools +
           "series:\n  - {value: n(school = s)}\n```\n\n```chart\nid: b\ncaption: Два\nalternative: Своими словами.\n" +
           kSchools +
           "series:\n  - {value: low(school = s)}\n```\n\n```table\nid: t\ncaption: Три\nrows: s in "
           "schools\ncolumns:\n  - {title: Школа, "
           "value: s.short}\n```\n")
          .starts_with("На рисунке~2->b и в таблице~1->t.\nchart bars 1 [Раз]"));
  CHECK(w.text("```chart\ncaption: Раз\n" + kSchools + "series:\n  - {value: n(school = s)}\n```\n",
               "title: П\nnumber_figures: false\n")
            .starts_with("chart bars  [Раз]"));
}

TEST_CASE("faults of a chart have their places and the nearest names") {
  const std::string series = "series:\n  - {value: n(school = s)}\n";
  CHECK(fault("kind: bras\ncategories: s in schools\ncategory: s.short\n" + series) == "C106 5:7");
  CHECK(fault(kSchools + "colour: red\n" + series) == "C104 8:1");
  CHECK(fault("kind: bars\ncategories: s in schools\n" + series) == "C105 5:1");
  CHECK(fault("kind: bars\ncategories: s in schools\ncategory: s\n" + series) == "C113 7:11");
  CHECK(fault("kind: bars\ncategories: s in schols\ncategory: s.short\n" + series) == "E201 6:18");
  CHECK(fault(kSchools + "series:\n  - {value: n(school = z)}\n").starts_with("E201 9:"));
  CHECK(fault(kSchools + "series:\n  - {value: s.short}\n").starts_with("E"));
  CHECK(fault("kind: pie\ncategories: s in schools\ncategory: s.short\nseries:\n  - {title: А, value: n(school = s)}\n "
              " - {title: Б, value: n}\n") == "C123 9:3");
  CHECK(fault("kind: dumbbell\ncategories: s in schools\ncategory: s.short\n" + series) == "C123 9:3");
  CHECK(fault(kSchools + "stack: full\n" + series) == "C123 10:3");
  CHECK(fault("kind: lines\nhorizontal: true\ncategories: s in schools\ncategory: s.short\n" + series) == "C123 6:13");
  CHECK(fault(kSchools + "breaks:\n  - {before: 2020, title: А}\n" + series) == "C106 9:3");
  CHECK(fault(kSchools + "series:\n  - {value: n(school = s) / 7}\n") == "C204 9:5, C204 9:5");
}

TEST_CASE("schools are not put in the order of a figure where an act forbids it") {
  World w;
  w.workspace.indicators[0].uses.push_back({"ranking", false, "письмо № 1", {}, {}});
  chart(w, kSchools + "series:\n  - {value: n(school = s)}\n");
  CHECK(w.codes() == "C209 5:1");
  w.found = {};
  chart(w,
        "kind: bars\ncategories: s in schools order by n(school = s)\ncategory: s.short\nseries:\n  - {value: "
        "low(school = s)}\n");
  CHECK(w.codes() == "C209 5:1");
  w.found = {};
  chart(w, kSchools + "order: given\nseries:\n  - {value: n(school = s)}\n");
  CHECK(w.codes().empty());
}

TEST_CASE("a chart says whose data are not there") {
  World w;
  w.figures.set_state("n", "b", State::missing, 0, 1);
  w.figures.set("n", "", 10, 1, 2);
  w.figures.coverage_["exam"] = {{"a", "b"}, {"a"}, {}};
  CHECK(chart(w, kSchools + "series:\n  - {value: n(school = s)}\nreference: {value: n, title: всего}\n") ==
        "chart bars  [Рисунок 1] , чел.\n: Школа А=10 Школа В=0 Школа Б=…!\nreference: всего~10\n"
        "words: Столбиковая диаграмма. Школа А – 10; Школа В – 0; Школа Б – нет данных. Линия сравнения – всего~10.\n"
        "note: … – нет данных\nnote: По 1 из 2~школ; нет данных: Школа Б\n");
}
