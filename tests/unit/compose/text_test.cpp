#include "world.h"

using namespace world;

TEST_CASE("figures in text print by their definitions, years without groups, dates in words") {
  World w;
  CHECK(w.text("В {{ year }} году сдавали {{ n }}, средний балл {{ score }}, доля {{ share }}. Год назад – {{ year - 1 }}.\n"
               "{{ workspace.date | date }}, {{ workspace.date | date('short') }}\n") ==
        "В 2021~году сдавали 12, средний балл 62,0, доля 8,3~%. Год назад~– 2020. 25~августа 2021~г., 25.08.2021\n");
  CHECK(w.codes().empty());
}

TEST_CASE("words agree with figures") {
  World w;
  CHECK(w.text("{{ n | plural('участник', 'участника', 'участников') }}; {{ 21 | plural('участник', 'участника', 'участников') }}; "
               "{{ 2 | words('обучающийся', 'обучающихся', 'обучающихся') }}; {{ 1 | agree('сдавал', 'сдавали') }}; "
               "{{ 1234 | form('балл', 'балла', 'баллов') }}; {{ 62.5 | plural('балл', 'балла', 'баллов') }}\n") ==
        "12~участников; 21~участник; два~обучающихся; сдавал; балла; 62,5~балла\n");
}

TEST_CASE("numbers take the places that a filter asks for") {
  World w;
  CHECK(w.text("{{ score | number(2) }} {{ share | percent(0) }} {{ score - 60 | signed(1) }} {{ 12345 }} {{ 12345 | plain }}\n") ==
        "62,04 8~% +2,0 12~345 12345\n");
  CHECK(w.text("{{ score | versus(62, 'выше', 'ниже', 'на уровне') }}, {{ n | versus(13, 'выше', 'ниже', 'наравне') }}\n") ==
        "на уровне, ниже\n");
}

TEST_CASE("texts: capitals, quotes, lists, cases, prepositions") {
  World w;
  CHECK(w.text("{{ 'школа' | cap }}, {{ 'Школа' | uncap }}, {{ 'Физика' | quoted }}, "
               "{{ [s.short for s in schools] | list }}, {{ [s.short for s in schools] | join('; ') }}, "
               "{{ 'директор школы' | dative }}, {{ 'итогах' | preposition('о') }}, {{ '  а   б ' | trim }}, "
               "{{ 2020 | school_year('genitive') }}\n") ==
        "Школа, школа, «Физика», Школа А, Школа Б и Школа В, Школа А; Школа Б; Школа В, директору школы, об итогах, а б, "
        "2020/21~учебного~года\n");
}

TEST_CASE("a value is never markup and keeps its signs, typography is set around it") {
  World w;
  w.workspace.schools[0].short_name = "*Школа* | <b> # 1-2 - \"Юг\"";
  CHECK(w.text("- {{ [s.short for s in schools where s.id = 'a'] | list }} - \"первая\" в 10 - 12 классах\n") ==
        "– *Школа* | <b> # 1-2~- \"Юг\"~– «первая» в 10~– 12~классах\n");
}

TEST_CASE("containers choose and repeat") {
  World w;
  CHECK(w.text("::: for school in schools where n(school = school) > 0 order by n(school = school)\n"
               "{{ school.short }}: {{ n(school = school) }}.\n"
               "::: if low(school = school) > 0\nЕсть риск.\n::: else if n(school = school) > 5\nМного.\n::: else\nВсё хорошо.\n:::\n"
               ":::\n") == "Школа Б: 2.\nВсё хорошо.\nШкола А: 10.\nЕсть риск.\n");
  CHECK(w.text("::: let all = n\nВсего {{ all }}.\n:::\n") == "Всего 12.\n");
  CHECK(w.text("Всего {{ total }}.\n", "title: Проба\ndefine:\n  total: n + 1\n") == "Всего 13.\n");
}

TEST_CASE("items are numbered through loops and by depth") {
  World w;
  CHECK(w.text("1. Утвердить итоги.\n2. Руководителям школ:\n\n"
               "   ::: for s in schools\n   1. {{ s.short }}: принять меры.\n   :::\n\n"
               "::: for s in schools where s.kind = 'ООШ'\n1. {{ s.short }}: доложить.\n:::\n\n"
               "Текст между пунктами.\n\n5. Контроль оставляю за собой.\n\n- раз\n- два\n") ==
        "1. Утвердить итоги.\n2. Руководителям школ:\n2.1. Школа А: принять меры.\n2.2. Школа Б: принять меры.\n"
        "2.3. Школа В: принять меры.\n3. Школа В: доложить.\nТекст между пунктами.\n4. Контроль оставляю за собой.\n"
        "– раз\n– два\n");
}

TEST_CASE("roles keep the lines of an official paper; empty lines and paragraphs leave no trace") {
  World w;
  CHECK(w.text("::: letterhead\nУправление образования\nадминистрации округа\n:::\n\n::: kind\nПРИКАЗ\n:::\n\n"
               "```date-number\nnumber: paper_number\ndate: paper_date\nplace: \"{{ department.place }}\"\n```\n\n"
               "::: command\nприказываю:\n:::\n\n{{ if n > 100 then 'Много.' else '' }}\n\n"
               "::: addressee\n{{ signatory.post_dative | cap }}\n{{ '' }}\n{{ signatory.name_dative }}\n:::\n\n"
               "```signature\nperson: signatory\n```\n\n```page-break\n```\n\n"
               "```appendix\nnumber: \"1\"\nto: к приказу Управления\ndate: paper_date\nreference: paper_number\n```\n",
               "title: Приказ\nprofile: official\nparameters:\n  paper_number: {title: Номер}\n  paper_date: {title: Дата, type: date}\n") ==
        "letterhead: Управление образования/администрации округа\nkind: ПРИКАЗ\ndate:  |  | г.~Кемерово\n"
        "command: приказываю:\naddressee: Начальнику управления образования/А.~С.~Громовой\n"
        "signature: Начальник управления образования | А.~С.~Громова\npage-break\n"
        "appendix: Приложение~1 / к приказу Управления / от _______________ №~______\n");
  CHECK(w.codes().empty());
  w.workspace.documents[0].parameters = {{"paper_number", "132"}, {"paper_date", "2021-08-30"}};
  const std::string text = lines(w.compose()[0].blocks);
  CHECK(text.find("date: 30~августа 2021~г. | №~132 | г.~Кемерово") != std::string::npos);
  CHECK(text.find("от 30~августа 2021~г. №~132") != std::string::npos);
}

TEST_CASE("headings are numbered, named and linked to") {
  World w;
  CHECK(w.text("# Введение {-}\n\n# Итоги {#results}\n\n## По школам\n\n# Меры\n\nСм. раздел [](#results) и [таблицу](#t).\n\n"
               "```contents\ntitle: Содержание\n```\n\n"
               "```table\nid: t\ncaption: Школы\nrows: s in schools\ncolumns:\n  - {title: Школа, value: s.short}\n```\n",
               "title: Отчёт\nnumbered: true\n") ==
        "# Введение\n# 1 Итоги\n## 1.1 По~школам\n# 2 Меры\nСм. раздел~1->results и таблицу->t.\ncontents: Содержание 2\n"
        "table 1 [Школы] Школы\nhead: Школа\nШкола А\nШкола Б\nШкола В\n");
}

TEST_CASE("a table typed by hand is a table too") {
  World w;
  CHECK(w.text("Таблица: Меры\n\n| Мера | Срок |\n|---|---|\n| Совет {{ n | plain }} | **1 октября** |\n") ==
        "table 1 [Меры] Меры\nhead: Мера | Срок\nСовет 12 | *1~октября*\n");
}

TEST_CASE("a figure in prose says when it does not rest on every school") {
  World w;
  w.figures.set("n", "", 12, 2, 3);
  CHECK(w.text("Сдавали {{ n | plural('человек', 'человека', 'человек') }}, всего {{ n }}.\n") ==
        "Сдавали 12~человек~(по 2 из 3~школ), всего 12.\n");
  CHECK(w.text("Экзамен {{ n | agree('сдавал', 'сдавали') }} {{ n }} человек.\n") ==
        "Экзамен сдавали 12~(по 2 из 3~школ) человек.\n");
}

TEST_CASE("an absent value in prose is a sign and a warning, unless it was asked about") {
  World w;
  w.figures.set_state("score", "", State::missing, 2, 3);
  CHECK(w.text("Средний балл {{ score }}.\n") == "Средний балл …~(по 2 из 3~школ).\n");
  CHECK(w.codes() == "C201 4:17");
  w.found = {};
  CHECK(w.text("{{ if known(score) then 'есть' else 'нет данных' }}, {{ score | sign }}\n") ==
        "нет данных, …~(по 2 из 3~школ)\n");
  CHECK(w.codes().empty());
}

TEST_CASE("the document carries its marks, author and sources, and every figure its reference") {
  World w;
  w.body("Сдавали {{ n }}.\n", "title: Отчёт за {{ year }} год\n");
  w.order("Отчёт {{ year }}");
  const auto documents = w.compose();
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].name == "Отчёт 2021");
  CHECK(documents[0].title == "Отчёт за\u00A02021\u00A0год");
  CHECK(documents[0].author == "Управление образования");
  CHECK(documents[0].mark == "учебные данные");
  CHECK(documents[0].sources.at(0).file == "submissions/a.xlsx");
  const auto& runs = std::get<document::Paragraph>(documents[0].blocks.at(0).content).runs;
  CHECK(runs.at(1).ref == "n@year=2021");
}

TEST_CASE("a sentence that ends with an abbreviated year has one full stop, the last chosen item too") {
  World w;
  CHECK(w.text("Срок – {{ workspace.date | date }}. {{ [y | plain for y in years(2019, year)] | list }}.\n\n"
               "::: for s in schools\n- {{ s.short }};\n:::\n") ==
        "Срок~– 25~августа 2021~г. 2019, 2020 и 2021.\n– Школа А;\n– Школа Б;\n– Школа В.\n");
}

TEST_CASE("terms are computed from dates") {
  World w;
  CHECK(w.text("{{ after(workspace.date, 10) | date }}; {{ workday(on(4, 9, year)) | date('short') }}\n") ==
        "4~сентября 2021~г.; 06.09.2021\n");
}

TEST_CASE("phrases that conditions choose may stand in one paragraph") {
  World w;
  CHECK(w.text("::: paragraph\nСдавали {{ n }}.\n\n::: if n > 100\nМного.\n::: else\nНемного.\n:::\n"
               "::: for s in schools where n(school = s) > 0\n{{ s.short }} есть.\n:::\n:::\n\nДальше.\n") ==
        "Сдавали 12. Немного. Школа А есть. Школа Б есть.\nДальше.\n");
  w.text("::: paragraph\nТекст\n```page-break\n```\n:::\n");
  CHECK(w.codes() == "C107 6:1");
}

TEST_CASE("a share may be said in a word") {
  World w;
  CHECK(w.text("{{ 33.3 | portion }}, {{ 24 | portion }}, {{ 46.4 | portion }}, {{ 50 | portion }}, {{ 52.5 | portion }}, "
               "{{ 37.5 | portion }}, {{ 99.7 | portion }}, {{ 100 | portion }}\n") ==
        "треть, примерно четверть, почти половина, половина, чуть больше половины, 37,5~%, почти все, все\n");
}

TEST_CASE("a template may be set by a profile of the workspace's own") {
  World w;
  const std::string table = "```table\ncaption: Школы\nrows: s in schools where s.id = 'a'\ncolumns:\n  - {title: Школа, value: s.short}\n```\n";
  definitions::LayoutProfile report, house;
  report.name = "report";
  house.name = "house";
  house.lineage = {"report"};
  w.workspace.layouts = {report, house};
  CHECK(w.text(table, "title: Проба\nprofile: house\n").starts_with("table 1 [Школы]"));
  w.text(table, "title: Проба\nprofile: hause\n");
  CHECK(w.codes() == "C106 3:10");
  CHECK(w.found[0].hint == "может быть, «house»?");
}
