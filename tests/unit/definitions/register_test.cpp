#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kForm = "kind: form\nname: marks\ntitle: Отметки ОГЭ\nfields:\n  - {name: school, title: Школа, type: school}\n";

Outcome<Workspace> registered(const std::string& text) {
  return loaded({{"forms/marks.yaml", kForm}, {"register.yaml", "kind: register\n" + text}});
}

}  // namespace

TEST_CASE("a register is read, schools in the order of the alphabet") {
  const auto outcome = registered(R"(municipalities:
  - {id: okrug, name: Округ, genitive: Округа}
people:
  - id: head
    surname: Громова
    given: Анна
    gender: f
    post: начальник управления
    name: {dative: Громовой А. С.}
    from: 2020-01-15
schools:
  - {id: b, name: МБОУ «Ёлкинская СОШ», short_name: Ёлкинская СОШ, municipality: okrug, owes: [marks], excused: {marks: карантин}}
  - {id: c, name: Школа № 10}
  - {id: d, name: Школа № 2, head: head, opened: 2021-09-01, groups: [сельская]}
  - {id: a, name: Жуковская СОШ, aliases: [Жуковка], owes: [отметки огэ]}
bodies:
  - {id: centre, name: МБУ «Методический центр», short_name: Методический центр, head: head}
abbreviations: {ОО: образовательная организация}
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Workspace& workspace = outcome.product;
  REQUIRE(workspace.schools.size() == 4);
  CHECK(workspace.schools[0].id == "b");
  CHECK(workspace.schools[1].id == "a");
  CHECK(workspace.schools[2].id == "d");
  CHECK(workspace.schools[0].excused.at("marks") == "карантин");
  CHECK(workspace.schools[1].owes == std::vector<std::string>{"marks"});
  CHECK(workspace.schools[1].short_name == "Жуковская СОШ");
  CHECK(workspace.person("head")->post.nominative == "начальник управления");
  CHECK(workspace.person("head")->name.dative == "Громовой А. С.");
  CHECK(iso(*workspace.person("head")->from) == "2020-01-15");
  CHECK(workspace.bodies[0].short_name.nominative == "Методический центр");
  CHECK(workspace.abbreviations.at("ОО") == "образовательная организация");
}

TEST_CASE("a register's slips have their place") {
  only(registered("schools:\n  - {id: a, name: А}\n  - {id: a, name: Б}\n"), codes::duplicate_name, "register.yaml:4:10");
  const auto same = registered("schools:\n  - {id: a, name: МБОУ «Берёзовская СОШ», aliases: [Лесная]}\n  - {id: b, name: 'мбоу \"Березовская СОШ\"'}\n");
  CHECK(only(same, codes::ambiguous_school, "register.yaml:4:5").related[0].where.text() == "register.yaml:3:5");
  CHECK(registered("municipalities:\n  - {id: x, name: X}\n  - {id: y, name: Y}\nschools:\n  - {id: a, name: Школа № 1, municipality: x}\n"
                   "  - {id: b, name: Школа № 1, municipality: y}\n").diagnostics.empty());
  only(registered("schools:\n  - {id: a, name: А, municipality: okrug}\n"), codes::unknown_municipality, "register.yaml:3:36");
  only(registered("schools:\n  - {id: a, name: А, head: chief}\n"), codes::unknown_person, "register.yaml:3:28");
  CHECK(only(registered("schools:\n  - {id: a, name: А, owes: [mraks]}\n"), codes::unknown_form, "register.yaml:3:29").hint ==
        "возможно, «marks»");
  only(registered("schools:\n  - {id: a, name: А, opened: 2021-06-31}\n"), codes::bad_date, "register.yaml:3:30");
  only(registered("schools:\n  - {id: a, name: А, opened: 31.06.2021}\n"), codes::bad_pattern, "register.yaml:3:30");
  only(registered("schools:\n  - {id: a, name: А, opened: 2021-09-01, closed: 2020-09-01}\n"), codes::contradiction, "register.yaml:3:50");
}

TEST_CASE("a workspace file is read and its references checked") {
  const std::string head = "kind: workspace\nname: проба\ntitle: Проба\nyear: 2021\ndate: 2021-08-25\ndepartment: {name: Управление, municipality: {nominative: Округ, genitive: Округа}}\n";
  const auto outcome = loaded({{"workspace.yaml", head + "mark: учебные данные\ndocuments:\n  - {name: Отчёт, template: report, formats: [pdf, xlsx], parameters: {number: 17}}\n"},
                               {"submissions/ОГЭ/a.xlsx", "x"}, {"submissions/снимок.jpg", "x"}, {"submissions/~$a.xlsx", "x"}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  CHECK(outcome.product.department.municipality.genitive == "Округа");
  CHECK(outcome.product.documents[0].parameters.at("number") == "17");
  CHECK(iso(outcome.product.date) == "2021-08-25");
  CHECK_FALSE(outcome.product.key.empty());
  CHECK(outcome.product.submissions == std::vector<std::string>{"submissions/ОГЭ/a.xlsx", "submissions/снимок.jpg"});
  CHECK(outcome.product.sources.size() == 2);
  only(loaded({{"workspace.yaml", head + "signatory: chief\n"}}), codes::unknown_person, "workspace.yaml:7:12");
  only(loaded({{"workspace.yaml", head + "documents:\n  - {name: О, template: a, formats: [docx]}\n"}}), codes::not_allowed, "workspace.yaml:8:38");
  only(loaded({{"workspace.yaml", head + "documents:\n  - {name: О, template: a, formats: [pdf]}\n  - {name: О, template: b, formats: [pdf]}\n"}}),
       codes::duplicate_name, "workspace.yaml:9:12");
}

TEST_CASE("a folder that is no workspace, a workspace without a register or with two") {
  CHECK(first(loaded({{"workspace.yaml", "-"}}).diagnostics, codes::no_workspace).message.find("/ws") != std::string::npos);
  only(loaded({{"register.yaml", "-"}}), codes::no_register, "register.yaml");
  const std::string text = "kind: register\nschools:\n  - {id: a, name: А}\n";
  only(loaded({{"register.yaml", text}, {"register.xlsx", "x"}}), codes::two_registers, "register.xlsx");
}

TEST_CASE("a file that cannot be read is named with the reason") {
  MemoryFiles files;
  files.add("/svod/schemas/json/workspace.schema.json", bytes_of(std::string(SVOD_SOURCE_DIR) + "/schemas/json/workspace.schema.json"));
  files.add("/ws/workspace.yaml", std::string(17 << 20, ' '));
  const auto outcome = load("/ws", {"/svod/schemas", ""}, files);
  CHECK(first(outcome.diagnostics, codes::unreadable).where.text() == "workspace.yaml");
}

TEST_CASE("a register in a workbook is the same register") {
  const auto outcome = loaded({{"forms/marks.yaml", kForm}, {"register.xlsx", xlsx_of({
      {"Школы", {{"Реестр школ на 2021 год"},
                 {"Код", "Наименование", "Краткое наименование", "Другие названия", "Формы", "Освобождены", "Открыта", "Примечание"},
                 {"b", "МБОУ Лесная СОШ", "Лесная СОШ", "Лесная; Лесная школа", "Отметки ОГЭ", "marks: карантин", "1.09.2020", "х"},
                 {},
                 {"a", "Горная СОШ"}}},
      {"Люди", {{"Код", "Фамилия", "Имя", "Отчество", "Пол", "Должность", "Должность (дательный падеж)", "Фамилия и инициалы, дательный падеж"},
                {"head", "Громова", "Анна", "Сергеевна", "ж", "начальник", "начальнику", "Громовой А. С."}}},
      {"Сокращения", {{"Сокращение", "Полностью"}, {"ОО", "организация"}}},
      {"Примечания", {{"что угодно"}}}})}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.size() == 2);
  CHECK(outcome.diagnostics[0].code == &codes::unknown_heading);
  CHECK(outcome.diagnostics[0].where.text() == "register.xlsx, лист «Школы», H2");
  CHECK(outcome.diagnostics[1].where.text() == "register.xlsx, лист «Примечания»");
  const Workspace& workspace = outcome.product;
  REQUIRE(workspace.schools.size() == 2);
  const School& school = *workspace.school("b");
  CHECK(school.aliases == std::vector<std::string>{"Лесная", "Лесная школа"});
  CHECK(school.owes == std::vector<std::string>{"marks"});
  CHECK(school.excused.at("marks") == "карантин");
  CHECK(iso(*school.opened) == "2020-09-01");
  CHECK(workspace.person("head")->gender == "f");
  CHECK(workspace.person("head")->post.nominative == "начальник");
  CHECK(workspace.person("head")->post.dative == "начальнику");
  CHECK(workspace.person("head")->name.dative == "Громовой А. С.");
  CHECK(workspace.abbreviations.at("ОО") == "организация");
}

TEST_CASE("faults of a register in a workbook point at cells") {
  const auto with = [](std::vector<std::vector<std::string>> rows) { return loaded({{"register.xlsx", xlsx_of({{"Школы", std::move(rows)}})}}); };
  only(with({{"Код", "Наименование"}, {"Лесная", "Лесная СОШ"}}), codes::bad_pattern, "register.xlsx, лист «Школы», A2");
  only(with({{"Код", "Наименование"}, {"a"}}), codes::missing_key, "register.xlsx, лист «Школы», A2");
  only(with({{"Код", "Наименование", "Открыта"}, {"a", "А", "31.06.2021"}}), codes::bad_date, "register.xlsx, лист «Школы», C2");
  only(with({{"Код", "Наименование", "Вид"}, {"a", "А", "#N/A"}}), codes::wrong_type, "register.xlsx, лист «Школы», C2");
  only(with({{"Код", "Наименование", "Код"}, {"a", "А", "b"}}), codes::duplicate_key, "register.xlsx, лист «Школы», C1");
  CHECK(first(with({{"что", "то"}}).diagnostics, codes::no_table).where.text() == "register.xlsx, лист «Школы», A1");
}

TEST_CASE("what was signed is recorded") {
  const std::string hash(64, 'a');
  const auto outcome =
      loaded({{"issued.yaml", "kind: issued\ndocuments:\n  - {document: Приказ, paper: order-17, number: 17-о, date: "
                              "2021-09-01, files: {txt: " + hash + ", pdf: " + hash + "}, sha256: " + hash +
                                  "}\n  - {document: Проект, state: agreement, files: {txt: " + hash + "}, sha256: " +
                                  hash + "}\n"}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  CHECK(outcome.product.issued[0].number == "17-о");
  CHECK(outcome.product.issued[0].paper == "order-17");
  CHECK(outcome.product.issued[0].files == std::map<std::string, std::string>{{"txt", hash}, {"pdf", hash}});
  CHECK_FALSE(outcome.product.issued[0].agreement);
  CHECK(outcome.product.issued[1].agreement);
  const std::string begin = "kind: issued\ndocuments:\n  - {document: Приказ, files: {txt: ";
  only(loaded({{"issued.yaml", begin + hash + "}, sha256: abc}\n"}}), codes::bad_pattern, "issued.yaml:3:112");
  only(loaded({{"issued.yaml", begin + "abc}, sha256: " + hash + "}\n"}}), codes::bad_pattern, "issued.yaml:3:37");
}

TEST_CASE("a register tells who is subordinate, names roles and what is foreign") {
  const auto outcome = registered(R"(schools:
  - {id: a, name: А}
  - {id: b, name: Б, subordinate: false}
bodies:
  - {id: imc, name: ИМЦ, kind: методический центр, full_name: Муниципальный центр, aliases: [методцентр], place: г. Лесной}
  - {id: iro, name: ИРО, short_name: {nominative: ИРО, prepositional: ИРО}, subordinate: false}
roles:
  - {id: heads, name: руководители школ, aliases: [директора], cases: {dative: руководителям школ}}
  - {id: teachers, name: {nominative: учителя, genitive: учителей}}
foreign: [Ельнинский район, Комитет образования]
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Workspace& workspace = outcome.product;
  CHECK(workspace.school("a")->subordinate);
  CHECK_FALSE(workspace.school("b")->subordinate);
  CHECK(workspace.body("imc")->subordinate);
  CHECK(workspace.body("imc")->kind == "методический центр");
  CHECK(workspace.body("imc")->full_name == "Муниципальный центр");
  CHECK(workspace.body("imc")->aliases == std::vector<std::string>{"методцентр"});
  CHECK_FALSE(workspace.body("iro")->subordinate);
  CHECK(workspace.body("iro")->full_name == "ИРО");
  CHECK(workspace.role("heads")->name.nominative == "руководители школ");
  CHECK(workspace.role("heads")->name.dative == "руководителям школ");
  CHECK(workspace.role("teachers")->name.genitive == "учителей");
  CHECK(workspace.foreign.size() == 2);
}

TEST_CASE("a workbook has the same sheets of bodies, roles and foreign names") {
  const auto outcome = loaded({{"register.xlsx", xlsx_of({
      {"Школы", {{"Код", "Наименование", "Подчинена"}, {"a", "А", "нет"}, {"b", "Б", "да"}}},
      {"Органы", {{"Код", "Наименование", "Вид", "Подчинён", "Место"}, {"iro", "ИРО", "институт", "Нет", "г. Лесной"}}},
      {"Роли", {{"Код", "Наименование", "Наименование, дательный падеж", "Другие названия"},
                {"heads", "руководители", "руководителям", "директора; заведующие"}}},
      {"Чужие названия", {{"Название"}, {"Ельнинский район"}, {"Комитет образования"}}}})}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Workspace& workspace = outcome.product;
  CHECK_FALSE(workspace.school("a")->subordinate);
  CHECK(workspace.school("b")->subordinate);
  CHECK_FALSE(workspace.body("iro")->subordinate);
  CHECK(workspace.body("iro")->place == "г. Лесной");
  CHECK(workspace.role("heads")->name.dative == "руководителям");
  CHECK(workspace.role("heads")->aliases.size() == 2);
  CHECK(workspace.foreign == std::vector<std::string>{"Ельнинский район", "Комитет образования"});
  only(loaded({{"register.xlsx", xlsx_of({{"Школы", {{"Код", "Наименование", "Подчинена"}, {"a", "А", "вроде"}}}})}}),
       codes::wrong_type, "register.xlsx, лист «Школы», C2");
}
