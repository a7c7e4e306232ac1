#include "plans_world.h"

using namespace world;

TEST_CASE("expressions know plans, their sections and measures") {
  PlanWorld w;
  CHECK(w.text("{{ plan('map').title }} ({{ plan('map').period }}): разделов {{ count(plan('map').sections) }}.\n\n"
               "::: for m in plan('map').measures\n"
               "- {{ m.number }} {{ m.text }}: {{ m.term }} ({{ m.responsible }}), {{ m.status }};\n:::\n") ==
        "Дорожная карта на 2022~год (2022~год): разделов 3.\n"
        "– 1.1. Семинары: март 2022~года (Управление образования, руководители школ), исполнено;\n"
        "– 1.1.1. для директоров: март 2022~года (Управление образования, руководители школ), запланировано;\n"
        "– 1.1.2. для учителей:~– начальных классов;~– математики: апрель 2022~года (Управление образования, руководители школ), запланировано;\n"
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
        "1.1. | Семинары | март 2022~года[1x2] | Управление образования/руководители школ[1x3] | семинары проведены[1x3]\n"
        "1.1.1. | для директоров\n"
        "1.1.2. | для учителей:/–~начальных классов;/–~математики | апрель 2022~года\n"
        "group: 2.~Итоги[5x1]\n"
        "group: Задача~– подвести итоги[5x1]\n"
        "2.1. | Отчёты школ | до 20~июня 2022~года;/до 10~декабря 2022~года | руководители школ | отчёты;/справка\n"
        "2.2. | Проверка | февраль, октябрь | Управление образования | \n");
  CHECK(w.codes().empty());
  CHECK(w.table("of: plan('map')\n").column_numbers);
}

TEST_CASE("a section's table has no title of its own; without measures there is the phrase") {
  PlanWorld w;
  CHECK(w.text("::: for s in plan('map').sections where s.level = 1\n## {{ s.heading }}\n\n```measures\nof: s\nempty: Мероприятий нет.\nnested: false\n```\n:::\n") ==
        "## 1.~Подготовка\n"
        "table  [1. Подготовка] \n"
        "head: №~п/п | Мероприятие | Срок | Ответственные | Результат\n"
        "1.1. | Семинары | март 2022~года[1x2] | Управление образования/руководители школ[1x3] | семинары проведены[1x3]\n"
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
        "1.~Подготовка | 3 | 2 | 0 | 1 | 0 | 33,3~%=row\n"
        "2.~Итоги | 2 | 1 | 0 | 0 | 1 | 0,0~%=row\n"
        "total: *Всего* | 5 | 3 | 0 | 1 | 1 | 20,0~%=row\n");
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
