#include "world.h"

using namespace world;

namespace {

std::string table(World& w, const std::string& yaml) { return w.text("```table\n" + yaml + "```\n"); }

}  // namespace

TEST_CASE("columns, totals and the arithmetic behind them") {
  World w;
  CHECK(table(w,
              "caption: Итоги\nsheet: Итоги\nrows: s in schools\nnumber_rows: true\ncolumns:\n"
              "  - {id: school, title: Школа, value: s.short}\n"
              "  - {id: all, title: Участников, value: n(school = s), total: sum, total_value: n + 0}\n"
              "  - {id: low, title: Не сдали, value: low(school = s), total: sum}\n"
              "  - {id: mean, title: Балл, value: score(school = s), total: {weighted_mean: all}, total_value: score}\n"
              "  - {id: share, title: \"Доля, %\", value: share(school = s), formula: low / all * 100, total: formula, total_value: share}\n"
              "totals:\n  - {title: Итого}\n  - {title: \"%\", share_of: all}\n") ==
        "table 1 [Итоги] Итоги\n"
        "head: № | Школа | Участников | Не~сдали | Балл | Доля, %\n"
        "1 | Школа А | 10 | 1 | 64,5 | 10,0=row\n"
        "2 | Школа Б | 2 | – | 50,0 | 0,0=row\n"
        "3 | Школа В | – | – | – | –\n"
        "total:  | *Итого* | *12*=sum | *1*=sum | *62,0*=mean(all) | *8,3*=row\n"
        "total:  | *%* | *100*=share(all) | *8*=share(all) |  | \n"
        "note: – – явление отсутствует\n");
  CHECK(w.codes().empty());
}

TEST_CASE("grouped and repeated columns make a head of several levels") {
  World w;
  CHECK(table(w,
              "rows: s in schools where n(school = s) > 0\ncolumns:\n"
              "  - {title: Школа, value: s.short}\n"
              "  - group: Предметы\n    for: subject in values('exam', 'subject')\n    title: \"{{ subject }}\"\n"
              "    value: n(school = s, subject = subject)\n    total: sum\n"
              "  - for: subject in values('exam', 'subject')\n    title: Экзамен {{ subject }}\n    if: subject = 'Химия'\n    columns:\n"
              "      - {id: m, title: Балл, value: \"score(school = s, subject = subject)\", places: 2}\n"
              "totals:\n  - {title: Всего}\n") ==
        "table  [Таблица 1] \n"
        "head: Школа[1x2] | Предметы[2x1] | Экзамен Химия\n"
        "head: Физика | Химия | Балл\n"
        "Школа А | 10 | 10 | 64,45\nШкола Б | 2 | 2 | 50,00\n"
        "total: *Всего* | *12*=sum | *12*=sum | \n");
}

TEST_CASE("rows may be grouped and ranked; equal figures share a place") {
  World w;
  w.figures.set("n", "c", 10);
  CHECK(table(w,
              "rows: s in schools\ngroup_by: s.kind\nrank: {by: all, title: Место}\ncolumns:\n  - {title: Школа, value: s.short}\n"
              "  - {id: all, title: Участников, value: n(school = s)}\n") ==
        "table  [Таблица 1] \nhead: Школа | Участников | Место\ngroup: СОШ[3x1]\nШкола А | 10 | 1–2\nШкола Б | 2 | 3\n"
        "group: ООШ[3x1]\nШкола В | 10 | 1–2\n");
}

TEST_CASE("rows may come of several clauses") {
  World w;
  CHECK(table(w,
              "rows:\n  - s in schools where s.kind = 'СОШ'\n  - subject in values('exam', 'subject')\ncolumns:\n"
              "  - {title: Школа, value: s.short}\n  - {title: Предмет, value: subject}\n") ==
        "table  [Таблица 1] \nhead: Школа | Предмет\nШкола А | Физика\nШкола А | Химия\nШкола Б | Физика\nШкола Б | Химия\n");
}

TEST_CASE("a legend explains the signs used and says whose data are not there") {
  World w;
  w.figures.set_state("n", "b", State::missing, 0, 1);
  w.figures.set_state("n", "c", State::not_applicable, 0, 0);
  w.figures.set("n", "", 10, 1, 2);
  w.figures.coverage_["exam"] = {{"a", "b"}, {"a"}, {}};
  CHECK(table(w,
              "rows: s in schools\nnote: Без пересдач.\ncolumns:\n  - {title: Школа, value: s.short}\n"
              "  - {id: all, title: Участников, value: n(school = s), total: sum, total_value: n + 0}\ntotals:\n  - {title: Итого}\n") ==
        "table  [Таблица 1] \nhead: Школа | Участников\nШкола А | 10\nШкола Б | …\nШкола В | ×\ntotal: *Итого* | *10*=sum\n"
        "note: … – нет данных\nnote: × – показатель не применяется\nnote: По 1 из 2~школ; нет данных: Школа Б\nnote: Без пересдач.\n");
}

TEST_CASE("a table without rows is its sentence, or nothing") {
  World w;
  const std::string rest = "columns:\n  - {title: Школа, value: s.short}\n";
  CHECK(table(w, "rows: s in schools where n(school = s) > 99\nempty: Таких школ нет.\n" + rest) == "Таких школ нет.\n");
  CHECK(table(w, "rows: s in schools where n(school = s) > 99\n" + rest).empty());
}

TEST_CASE("differences carry their sign, dates are short, sheets have names of their own") {
  World w;
  const std::string one =
      "```table\ncaption: \"Очень длинное название: таблица [с] запретными знаками\"\nrows: s in schools where s.id = 'a'\n"
      "columns:\n  - {title: Отличие, value: score(school = s) - 70, sign: true, places: 1}\n"
      "  - {title: Срок, value: \"on(1, 9, year)\"}\n```\n\n";
  const std::string row = "head: Отличие | Срок\n−5,6 | 01.09.2021\n";
  CHECK(w.text(one + one) ==
        "table 1 [Очень длинное название таблица] Очень длинное название: таблица [с] запретными знаками\n" + row +
            "table 2 [Очень длинное название 2] Очень длинное название: таблица [с] запретными знаками\n" + row);
}

TEST_CASE("what a table states must agree with its arithmetic") {
  World w;
  table(w,
        "rows: s in schools\ncolumns:\n  - {title: Школа, value: s.short}\n"
        "  - {id: all, title: Участников, value: n(school = s), total: sum, total_value: n + 1}\n"
        "  - {id: low, title: Сдали, value: low(school = s), formula: all * 2}\ntotals:\n  - {title: Итого}\n");
  CHECK(w.codes() == "C202 9:62, C202 9:62, C203 8:81");
  CHECK(w.found[0].message == "столбец «low», строка «Школа А»: по формуле 20, а по показателю 1");
  CHECK(w.found[2].message == "итог столбца «all» по строкам таблицы 12, а по показателю 13");
}

TEST_CASE("schools are not ranked where an act forbids it") {
  World w;
  w.workspace.indicators[0].uses.push_back({"ranking", false, "письмо № 1", {}, {}});
  table(w, "rows: s in schools\nrank: all\ncolumns:\n  - {title: Школа, value: s.short}\n  - {id: all, title: Участников, value: n(school = s)}\n");
  CHECK(w.codes() == "C209 5:1");
}

TEST_CASE("a column may be centred, and columns numbered") {
  World w;
  w.body("```table\nrows: s in schools\ncolumn_numbers: true\nnumber_rows: true\ncolumns:\n"
         "  - {title: Вид, value: s.kind, align: centre}\n  - {title: Участников, value: n(school = s)}\n```\n");
  w.order("Отчёт");
  const auto documents = w.compose();
  const auto& made = std::get<document::Table>(documents.at(0).blocks.at(0).content);
  CHECK(made.column_numbers);
  CHECK(made.columns.at(0).centred);
  CHECK(made.columns.at(1).centred);
  CHECK(made.columns.at(2).numeric);
  table(w, "rows: s in schools\ncolumns:\n  - {title: Вид, value: s.kind, align: middle}\n");
  CHECK(w.codes() == "C106 7:40");
}

TEST_CASE("rows of several kinds stand in one table") {
  World w;
  CHECK(table(w,
              "columns:\n  - {id: what, title: Показатель}\n  - {id: own, title: Значение}\n  - {id: all, title: Всего}\n"
              "parts:\n  - title: Участники\n    rows: s in schools where n(school = s) > 0\n"
              "    values: {what: s.short, own: n(school = s), all: n}\n"
              "  - if: n > 99\n    values: {what: \"'Нет'\", own: n}\n"
              "  - title: Балл\n    values: {what: \"'Средний'\", own: score}\n") ==
        "table  [Таблица 1] \nhead: Показатель | Значение | Всего\ngroup: Участники[3x1]\nШкола А | 10 | 12\nШкола Б | 2 | 12\n"
        "group: Балл[3x1]\nСредний | 62,0 | …\nnote: … – нет данных\n");
  CHECK(w.codes().empty());
  table(w, "rows: s in schools\ncolumns:\n  - {id: a, title: А}\nparts:\n  - values: {b: n}\n");
  CHECK(w.codes() == "C106 9:3, C115 9:14");
}
