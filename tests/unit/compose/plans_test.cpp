#include "plans_world.h"

using namespace world;

namespace {

std::string text_of(const document::Runs& runs) {
  std::string text;
  for (const document::Run& run : runs) text += run.line_break ? "\n" : run.text;
  return text;
}

}  // namespace

TEST_CASE("expressions know plans, their sections and measures") {
  PlanWorld w;
  CHECK(w.text("{{ plan('map').title }} ({{ plan('map').period }}): разделов {{ count(plan('map').sections) }}.\n\n"
               "::: for m in plan('map').measures\n"
               "- {{ m.number }} {{ m.text }}: {{ m.term }} ({{ m.responsible }}), {{ m.status }};\n:::\n") ==
        "Дорожная карта на 2022~год (2022~год): разделов 3.\n"
        "– 1.1. Семинары: март 2022~года (Управление образования, руководители школ), исполнено;\n"
        "– 1.1.1. для директоров: март 2022~года (Управление образования, руководители школ), исполнено;\n"
        "– 1.1.2. для учителей:~– начальных классов;~– математики: апрель 2022~года (Управление образования, руководители школ), исполнено;\n"
        "– 2.1. Отчёты школ: до 20~июня 2022~года; до 10~декабря 2022~года (руководители школ), запланировано;\n"
        "– 2.2. Проверка: февраль, октябрь (Управление образования), отменено.\n");
  CHECK(w.codes().empty());
}

TEST_CASE("measures stand by the plan's own columns; what children inherit is one cell over them") {
  PlanWorld w;
  CHECK(w.text("```measures\nof: plan('map')\nsheet: План\n```\n") ==
        "table  [План] \n"
        "head: №~п/п | Мероприятие | Срок | Ответственные | Результат\n"
        "group: 1.~Подготовка[5x1]\n"
        "1.1. | Семинары | март 2022~года[1x2] | Управление образования,/руководители школ[1x3] | семинары проведены[1x3]\n"
        "1.1.1. | для директоров\n"
        "1.1.2. | для учителей:/–~начальных классов;/–~математики | апрель 2022~года\n"
        "group: 2.~Итоги[5x1]\n"
        "group: Задача~– подвести итоги[5x1]\n"
        "2.1. | Отчёты школ | до 20~июня 2022~года;/до 10~декабря 2022~года | Руководители школ | отчёты;/справка\n"
        "2.2. | Проверка | февраль, октябрь | Управление образования | –\n");
  CHECK(w.codes().empty());
  CHECK(w.table("of: plan('map')\n").column_numbers);
}

TEST_CASE("a section's table has no title of its own; without measures there is the phrase") {
  PlanWorld w;
  CHECK(w.text("::: for s in plan('map').sections where s.level = 1\n## {{ s.heading }}\n\n```measures\nof: s\nempty: Мероприятий нет.\nnested: false\n```\n:::\n") ==
        "## 1.~Подготовка\n"
        "table  [1. Подготовка] \n"
        "head: №~п/п | Мероприятие | Срок | Ответственные | Результат\n"
        "1.1. | Семинары | март 2022~года[1x2] | Управление образования,/руководители школ[1x3] | семинары проведены[1x3]\n"
        "1.1.1. | для директоров\n"
        "1.1.2. | для учителей:/–~начальных классов;/–~математики | апрель 2022~года\n"
        "## 2.~Итоги\nМероприятий нет.\n");
}

TEST_CASE("the book of a plan: section, real dates, statuses to choose, months") {
  PlanWorld w;
  const document::Table table = w.table("of: plan('map')\nsections: column\ndates: true\nstatus: true\nmonths: true\n");
  std::vector<std::string> ids;
  for (const document::Column& column : table.columns) ids.push_back(column.id);
  REQUIRE(ids.size() == 8 + 1 + 12);
  CHECK(ids[2] == "section");
  CHECK(ids[4] == "from");
  CHECK(ids[5] == "to");
  CHECK(table.bar_from == "from");
  CHECK(table.filter);
  CHECK(table.columns[8].choices == std::vector<std::string>{"запланировано", "начато", "исполнено", "отменено"});
  CHECK(iso(*table.columns[9].month) == "2022-01-01");
  REQUIRE(table.rows.size() == 5);
  const auto months = [&](std::size_t row) {
    std::string bars;
    for (std::size_t i = 9; i < table.rows[row].cells.size(); ++i) bars += table.rows[row].cells[i].shaded ? '#' : '.';
    return bars;
  };
  for (const document::Row& row : table.rows) CHECK(row.cells.size() == table.columns.size());   // no cell reaches down
  CHECK(iso(*table.rows[0].cells[4].date) == "2022-03-01");
  CHECK(iso(*table.rows[0].cells[5].date) == "2022-03-31");
  CHECK(months(0) == "..#.........");
  CHECK(months(2) == "...#........");
  CHECK_FALSE(table.rows[3].cells[4].date.has_value());   // «до 20 июня»: when it begins is not said
  CHECK(iso(*table.rows[3].cells[5].date) == "2022-12-10");
  CHECK(months(3) == ".....#.....#");
  CHECK(months(4) == ".#.......#..");
}

TEST_CASE("progress counts the measures of sections by their status") {
  PlanWorld w;
  CHECK(w.text("```progress\nof: plan('map')\nsheet: Выполнение\n```\n") ==
        "table  [Выполнение] \n"
        "head: Раздел | Всего мероприятий | Запланировано | Начато | Исполнено | Отменено | Доля исполненных\n"
        "1.~Подготовка | 2=row | 0 | 0 | 2 | 0 | 100,0~%=row\n"
        "2.~Итоги | 2=row | 1 | 0 | 0 | 1 | 0,0~%=row\n"
        "total: *Всего* | 4=row | 1=sum | 0=sum | 2=sum | 1=sum | 50,0~%=row\n");
}

TEST_CASE("a measure in parts is counted by its parts and has no status of its own") {
  PlanWorld w;
  CHECK(w.text("{{ count([m for m in plan('map').measures where not m.divided]) | plain }} из "
               "{{ count(plan('map').measures) | plain }}; "
               "{{ [m.chapter for m in plan('map').measures where m.number = '2.1.'] | list }}\n") ==
        "4 из 5; 2.~Итоги\n");
  const document::Table book = w.table("of: plan('map')\nsections: column\nstatus: true\n");
  const auto status = [&](std::size_t row) { return text_of(book.rows[row].cells[6].runs); };
  CHECK(status(0) == "×");
  CHECK(status(1) == "исполнено");   // what is done is done in its parts
  CHECK(status(3) == "запланировано");
  REQUIRE(book.legend.size() == 1);
  // A part may say otherwise.
  w.workspace.plans[0].sections[0].measures[0].measures[1].status = "cancelled";
  w.settle();
  CHECK(w.text("{{ [m.status for m in plan('map').measures where m.level = 2] | list }}\n") == "исполнено и отменено\n");
}

TEST_CASE("columns of a plan are as wide as its words want, the measure the widest") {
  PlanWorld w;
  const auto weights = [&] {
    std::vector<double> all;
    for (const document::Column& column : w.table("of: plan('map')\n").columns) all.push_back(column.weight);
    return all;
  };
  const std::vector<double> before = weights();
  REQUIRE(before.size() == 5);
  CHECK(before[0] == 0);   // numbers are as wide as they are
  for (const std::size_t other : {2, 3, 4}) CHECK(before[1] >= before[other]);
  for (auto& section : w.workspace.plans[0].sections) {
    for (auto& measure : section.measures) {
      measure.responsible = {said("Муниципальный координатор и муниципальный куратор школы – участницы проекта, руководители школ")};
    }
  }
  w.settle();
  const std::vector<double> after = weights();
  CHECK(after[3] > before[3]);
  CHECK(after[1] >= after[3]);
}

TEST_CASE("executors stand with commas, with semicolons where a name has a comma") {
  PlanWorld w;
  w.workspace.plans[0].sections[0].measures[0].responsible = {said("управление образования"),
                                                            said("учителя русского языка, математики")};
  w.settle();
  const document::Table table = w.table("of: plan('map')\n");
  CHECK(text_of(table.rows[1].cells[3].runs) == "Управление образования;\nучителя русского языка, математики");
}

TEST_CASE("years of a programme's measures are figures of a workbook") {
  PlanWorld w;
  using Field = definitions::PlanField;
  w.workspace.plans[0].columns[2].field = Field::start;
  auto& measure = w.workspace.plans[0].sections[1].sections[0].measures[1];
  measure.terms.clear();
  measure.start = said("2022");
  measure.end = said("2024");
  w.settle();
  const document::Table table = w.table("of: plan('map')\n");
  const document::Cell& year = table.rows.back().cells[2];
  REQUIRE(year.number.has_value());
  CHECK(*year.number == Number(2022));
  CHECK_FALSE(year.format.group);
}

TEST_CASE("a term in one piece is not lost where the plan has columns of beginning and end") {
  PlanWorld w;
  w.workspace.plans[0].columns[2].field = definitions::PlanField::start;
  auto& measure = w.workspace.plans[0].sections[1].sections[0].measures[1];
  measure.terms = {said("ежегодно")};
  w.settle();
  CHECK(text_of(w.table("of: plan('map')\n").rows.back().cells[2].runs) == "ежегодно");
}

TEST_CASE("a formula names the first and the last of a repeated column, and texts in a condition") {
  PlanWorld w;
  CHECK(w.text("```table\nrows: i in plan('map').indicators\ncolumns:\n  - {id: name, title: №, value: i.number}\n"
               "  - {group: Годы, id: plan, for: y in plan('map').years, title: \"{{ y | plain }}\", value: \"target(i, y)\"}\n"
               "  - {title: Отношение, formula: \"(plan_last / plan_first) | round(2)\", places: 2}\n"
               "  - {title: Знак, formula: \"if name = '2.' then 1 else 0\"}\n```\n") ==
        "table  [Таблица 1] \nhead: №[1x2] | Годы[2x1] | Отношение[1x2] | Знак[1x2]\nhead: 2022 | 2023\n"
        "1. | 56,3 | 75 | 1,33=row | 0=row\n2. | 1,32 | 1,19 | 0,90=row | 1=row\n");
  CHECK(w.codes().empty());
}

TEST_CASE("targets, facts, the ratio of the last year to the first, the degree of achievement") {
  PlanWorld w;
  CHECK(w.text("```table\nrows: i in plan('map').indicators\ncolumns:\n"
               "  - {title: №, value: i.number}\n  - {title: План, value: \"target(i, 2022)\"}\n  - {title: Факт, value: \"fact(i, 2022)\"}\n"
               "  - {title: Степень, value: \"achievement(i, 2022) * 100\", percent: true, places: 1}\n"
               "  - {title: Отношение, value: target_ratio(i), places: 2}\n```\n\n"
               "Средняя {{ mean([achievement(i, 2022) for i in plan('map').indicators]) * 100 | percent(2) }}.\n") ==
        "table  [Таблица 1] \nhead: № | План | Факт | Степень | Отношение\n"
        "1. | 56,3 | 58,1 | 100,0 | 1,33\n"
        "2. | 1,32 | 1,50 | 88,0 | 0,90\n"
        "Средняя 94,00~%.\n");
}

TEST_CASE("a template takes a plan as its parameter; an unknown one is an error before any data") {
  PlanWorld w;
  w.body("{{ plan.title }}\n", "title: Проба\nparameters:\n  plan: {title: План, type: plan, required: true}\n");
  w.order("План");
  w.workspace.documents[0].parameters["plan"] = "map";
  auto documents = w.compose();
  CHECK(w.codes().empty());
  CHECK(lines(documents.at(0).blocks) == "Дорожная карта на 2022~год\n");
  w.workspace.documents[0].parameters["plan"] = "mab";
  w.load();
  REQUIRE(w.codes() == "C116 10:5");
  CHECK(w.found.begin()->hint.find("map") != std::string::npos);
  // It may stand in a file that could not be read, whose own faults are told.
  w.found = {};
  w.workspace.sources["plans/mab.yaml"] = "0";
  w.load();
  CHECK(w.codes().empty());
}

TEST_CASE("a block of a plan wants a plan, and words that it knows") {
  PlanWorld w;
  w.text("```measures\nof: schools\n```\n\n```measures\nof: plan('map')\ninherited: often\n```\n\n```clauses\nof: plan('map')\n```\n");
  CHECK(w.codes() == "C106 5:5, C106 10:12, C106 14:5");
}

TEST_CASE("progress counts the rows of a table that is there") {
  PlanWorld w;
  w.body("```measures\nof: plan('map')\nid: all\n```\n\n```progress\nof: plan('map')\nover: all\n```\n\n```progress\nof: plan('map')\nover: al\n```\n");
  w.order("План");
  const auto documents = w.compose();
  CHECK(w.codes() == "C220 15:1");
  const auto& counted = std::get<document::Table>(documents.at(0).blocks.at(1).content);
  const document::Formula& formula = counted.rows[0].cells[2].formula;
  CHECK(formula.table == "all");
  CHECK(formula.where == std::vector<std::pair<std::string, std::string>>{{"section", "1.\u00A0Подготовка"}, {"status", "запланировано"}});
}
