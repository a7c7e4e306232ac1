#include "world.h"

using namespace world;

namespace {

const std::string kReport =
    "---\ntitle: Отчёт\nnumbered: true\nparameters:\n  who: {title: Кто, default: округ}\n  least: {title: Сколько, "
    "type: number}\n"
    "define:\n  many: \"[s for s in schools where n(school = s) > least]\"\n---\n"
    "::: letterhead\nУправление\n:::\n\n::: "
    "title\nОтчёт\n:::\n\n```page-break\n```\n\n```contents\n```\n\n```page-break\n```\n\n"
    "# Итоги {#results}\n\n{{ who | cap }}: школ {{ count(many) | plain }}[^n], таблица [](#t), раздел "
    "[](#results).\n\n[^n]: Сноска отчёта.\n\n"
    "```table\nid: t\ncaption: Школы\nsheet: Школы\nrows: s in many\ncolumns:\n  - {title: Школа, value: "
    "s.short}\n```\n\n"
    "```page-break\n```\n\n## Выводы\n\nВсё.\n\n```signature\nperson: signatory\n```\n";

void add(World& w, const std::string& host) {
  w.body(host, "title: Программа\nnumbered: true\n");
  w.files.add("/shipped/report.md", kReport);
  w.order("Программа");
}

}  // namespace

TEST_CASE("a template stands in another as its section") {
  World w;
  add(w,
      "# Введение {#results}\n\nТекст[^h].\n\n[^h]: Сноска программы.\n\n```table\nid: own\nsheet: Школы\ncaption: "
      "Своя\nrows: s in schools where s.id = "
      "'a'\ncolumns:\n  - {title: Школа, value: s.short}\n```\n\n# Аналитическая часть\n\n"
      "```include\ntemplate: report\nparameters: {who: \"'район'\", least: n - 3}\nlevel: 1\n```\n\n# Меры\n\nСм. "
      "[](#results), [](#t).\n");
  const auto documents = w.compose();
  CHECK(w.codes().empty());
  CHECK(lines(documents.at(0).blocks) ==
        "# 1 Введение\nТекст[note 1].\ntable 1 [Школы] Своя\nhead: Школа\nШкола А\n# 2 Аналитическая часть\n"
        "## 2.1 Итоги\nРайон: школ 1[note 2], таблица~2->t, раздел~2.1->report-results.\n"
        "table 2 [Школы 2] Школы\nhead: Школа\nШкола А\npage-break\n### 2.1.1 Выводы\nВсё.\n# 3 "
        "Меры\nСм.~1->results,~2->t.\n");
  CHECK(documents[0].notes.size() == 2);
  CHECK(documents[0].profile == "report");
}

TEST_CASE("a section may be included twice") {
  World w;
  add(w,
      "```include\ntemplate: report\nparameters: {least: 1}\nlevel: 0\n```\n\n```include\ntemplate: "
      "report\nparameters: {least: 5}\nlevel: 3\n```\n");
  const auto documents = w.compose();
  const std::string text = lines(documents.at(0).blocks);
  CHECK(text.find("# 1 Итоги\nОкруг: школ 2[note 1], таблица~1->t, раздел~1->results.") == 0);
  CHECK(text.find("школ 1[note 2], таблица~2->report-t, раздел~1.1.1.1->report-results.") != std::string::npos);
  CHECK(w.codes() == "C211 45:1");
}

TEST_CASE("faults of what is included") {
  World w;
  add(w,
      "```include\ntemplate: reprot\n```\n\n```include\ntemplate: report\nparameters: {whom: year, least: "
      "\"'три'\"}\n```\n");
  w.load();
  CHECK(w.codes() == "C101 6:11, C116 11:14, C116 11:33");
  CHECK(w.found[0].hint == "может быть, «report»?");
  CHECK(w.found[0].excerpt == "template: reprot");
}

TEST_CASE("templates that include each other never end") {
  World w;
  w.body("```include\ntemplate: other\n```\n");
  w.files.add("/shipped/other.md", "---\ntitle: Другой\n---\n```include\ntemplate: t\n```\n");
  w.order("А");
  w.load();
  CHECK(w.codes() == "C119 5:11");
  CHECK(w.found[0].where.file == "templates/other.md");
  CHECK(w.found[0].message == "шаблон вставляет сам себя: t → other → t");
}

TEST_CASE("what is wrong in an included template is told once, where it is") {
  World w;
  w.body("```include\ntemplate: other\n```\n");
  w.files.add("/shipped/other.md", "---\ntitle: Другой\n---\n{{ scroe }}\n");
  w.order("А");
  w.order("Б", "other");
  CHECK(w.load().size() == 2);
  CHECK(w.codes() == "E201 4:4");
  CHECK(w.found[0].where.file == "templates/other.md");
}
