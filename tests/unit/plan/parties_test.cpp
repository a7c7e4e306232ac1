#include "catch.h"
#include "plan/codes.h"
#include "plan/parties.h"

using namespace svod;
using namespace svod::plan;

namespace {

definitions::Workspace belomorsk() {
  definitions::Workspace w;
  w.department.name = "Отдел образования администрации муниципального образования «Беломорский муниципальный район»";
  w.department.short_name.nominative = "Отдел образования";
  const auto school = [&](std::string id, std::string name, std::string brief, std::vector<std::string> aliases) {
    definitions::School made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.short_name = std::move(brief);
    made.aliases = std::move(aliases);
    w.schools.push_back(made);
  };
  school("letnerechenskaya", "МОУ «Летнереченская СОШ»", "Летнереченская СОШ", {});
  school("belomorskaya-3", "МОУ «Беломорская СОШ № 3»", "Беломорская СОШ № 3", {"школа на Солунина"});
  w.schools[0].groups = {"rural"};
  definitions::Body centre;
  centre.id = "centre";
  centre.name = "МОУ ДПО «Беломорский информационно-методический центр образования»";
  centre.short_name.nominative = "МОУ «Беломорский ИМЦО»";
  w.bodies.push_back(centre);
  const auto person = [&](std::string id, std::string surname, std::string given, std::string patronymic,
                          std::string gender, std::string post) {
    definitions::Person made;
    made.id = std::move(id);
    made.surname = std::move(surname);
    made.given = std::move(given);
    made.patronymic = std::move(patronymic);
    made.gender = std::move(gender);
    made.post.nominative = std::move(post);
    w.people.push_back(made);
  };
  person("krivosheeva", "Кривошеева", "Елена", "Васильевна", "f", "заместитель начальника отдела");
  person("vashchenko-p", "Ващенко", "П.", "А.", "", "директор");
  person("vashchenko-s", "Ващенко", "С.", "В.", "f", "директор");
  w.abbreviations = {{"ММС", "муниципальная методическая служба"},
                     {"ИМЦО", "информационно-методический центр образования"},
                     {"ОО", "образовательная организация"}};
  return w;
}

/// «school letnerechenskaya (администрация)» of each, parted by «; ».
std::string parties(const std::string& text, Diagnostics* told = nullptr) {
  static const definitions::Workspace w = belomorsk();
  Parties reader(w);
  Diagnostics found;
  std::string out;
  for (const Party& one : reader.read({{text, {}}}, found)) {
    static const char* const kKinds[] = {"person", "body", "school", "schools", "role", "unknown"};
    out += (out.empty() ? "" : "; ") + std::string(kKinds[static_cast<std::size_t>(one.kind)]) + " " + one.id +
           (one.part.empty() ? "" : " (" + one.part + ")");
  }
  if (told != nullptr) *told = found;
  return out;
}

}  // namespace

TEST_CASE("ids of the register are parties") {
  CHECK(parties("centre") == "body centre");
  CHECK(parties("department") == "body department");
  CHECK(parties("heads") == "role heads");
  CHECK(parties("schools") == "schools schools");
  CHECK(parties("rural") == "schools rural");
  CHECK(parties("letnerechenskaya") == "school letnerechenskaya");
  CHECK(parties("krivosheeva") == "person krivosheeva");
}

TEST_CASE("one administration before several names is the administration of each") {
  const std::string both = "school letnerechenskaya (администрация); school belomorskaya-3 (администрация)";
  CHECK(parties("Администрация МОУ \"Летнереченская СОШ\", \"Беломорская СОШ №3\"") == both);
  CHECK(parties("Администрация МОУ\n\"Летнереченская СОШ\", \"Беломорская СОШ №3\"") == both);
  CHECK(parties("администрация МОУ Летнереченская СОШ, Беломорская СОШ № 3") == both);
  CHECK(parties("Администрации МОУ \"Летнереченская СОШ\", \"Беломорская СОШ №3\"") == both);
  CHECK(parties("Администрация МОУ «Летнереченская СОШ», \"Беломорская СОШ №3\"") == both);
  CHECK(parties("Администрация МОУ \"Летнереченская СОШ\", \"Беломорская СОШ №3\" \"Беломорский ИМЦО\"") ==
        both + "; body centre (администрация)");
  CHECK(parties("МОУ \"Беломорский ИМЦО\",\nадминистрация МОУ \"Летнереченская СОШ\"") ==
        "body centre; school letnerechenskaya (администрация)");
}

TEST_CASE("bodies, schools and the department by the names that people give them") {
  CHECK(parties("Отдел образования АМО «Беломорский муниципальный район», МОУ \"Беломорский ИМЦО\", руководители ОО") ==
        "body department; body centre; role heads");
  CHECK(parties("Отдел образования\nОО") == "body department; schools schools");
  CHECK(parties("Отдел образования,\nММС, руководители образовательных организаций района") ==
        "body department; role ммс; role heads");
  CHECK(parties("школа на Солунина; Летнереченская школа") == "school belomorskaya-3; school letnerechenskaya");
  CHECK(parties("МОУ ДПО «Беломорский информационно-методический центр образования»") == "body centre");
  CHECK(parties("руководители школ и отдел образования") == "role heads; body department");
  CHECK(parties("руководитель Летнереченской школы") == "school letnerechenskaya (руководитель)");
}

TEST_CASE("people by surname and initials in any order and case") {
  for (const char* text : {"Кривошеева Е.В.", "Е. В. Кривошеева", "Е.В.Кривошеева", "Кривошеева Е.В",
                           "Кривошеевой Е.В.", "Кривошееву Е. В.", "Кривошеева Елена Васильевна",
                           "Елена Васильевна Кривошеева", "заместитель начальника отдела Кривошеева Е.В."}) {
    INFO(text);
    CHECK(parties(text) == "person krivosheeva");
  }
  CHECK(parties("П.А. Ващенко, С. В. Ващенко") == "person vashchenko-p; person vashchenko-s");
  CHECK(parties("заместитель начальника отдела") == "person krivosheeva");
  CHECK(parties("Ващенко").starts_with("unknown"));
}

TEST_CASE("roles are parties of their own, the same by the same words") {
  CHECK(parties("Учителя-предметники, педагогические работники") ==
        "role учителя-предметники; role педагогические работники");
  CHECK(parties("кураторы групп, Кураторы групп") == "role кураторы групп");
  for (const char* role :
       {"старшие воспитатели", "педагоги-психологи МБОО ДО ЦДО", "классные руководители", "руководители ММО",
        "Федеральный оператор", "учреждение дополнительного образования детей", "руководители муниципальных м/о",
        "заместители директоров по УВР", "творческая группа педагогов", "родители (законные представители)",
        "специалисты отдела", "муниципальный координатор"}) {
    INFO(role);
    CHECK(parties(role).starts_with("role "));
  }
}

TEST_CASE("a school with a number is one, and who is not in the register is told as written") {
  Diagnostics told;
  for (const char* one : {"Лицей № 5", "школа №3"}) {
    INFO(one);
    CHECK(parties(one, &told).starts_with("unknown"));
    REQUIRE(told.size() == 1);
    CHECK(told[0].code == &codes::unknown_party);
  }
  CHECK(parties("Зуев П.П.", &told).starts_with("unknown"));
  REQUIRE(told.size() == 1);
  CHECK(told[0].message.find("«Зуев П.П.»") != std::string::npos);
}

TEST_CASE("commas in quotes and brackets part nobody") {
  CHECK(parties("Отдел образования (приёмная, кабинет 3), ОО") == "body department; schools schools");
  CHECK(parties("рабочая группа (учителя, методисты)") == "role рабочая группа");
}

TEST_CASE("whom the register does not know is told, with the nearest name") {
  Diagnostics told;
  CHECK(parties("Кривошева Е.В.", &told).starts_with("unknown"));
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == &codes::unknown_party);
  CHECK(told[0].hint.find("возможно, «Кривошеева") != std::string::npos);
  CHECK(parties("МОУ «Летнереченнская СОШ»", &told).starts_with("unknown"));
  REQUIRE(told.size() == 1);
  CHECK(told[0].hint.find("возможно, «МОУ «Летнереченская СОШ»»") != std::string::npos);
  CHECK(parties("Отдел образовани", &told).starts_with("unknown"));
  CHECK(told.size() == 1);
  CHECK(parties("Управление культуры", &told).starts_with("unknown"));
  CHECK(told.size() == 1);
  CHECK(parties("УОиМП", &told).starts_with("unknown"));
  CHECK(told.size() == 1);
}

TEST_CASE("odd texts name somebody or nobody, and nothing breaks") {
  for (const char* text : {"",
                           " ",
                           ",",
                           ";;,",
                           "\"",
                           "«",
                           "((",
                           "))",
                           "-",
                           "–\n–",
                           "«»",
                           "\"\"",
                           "\n\n\n",
                           "и",
                           "и и и",
                           "администрация",
                           "администрация МОУ",
                           "( ( ,",
                           "a,\"b",
                           "\xD0"}) {
    INFO(text);
    CHECK_NOTHROW(parties(text));
  }
  CHECK(parties(std::string(300'000, 'x')).starts_with("unknown"));
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "администрация МОУ «Школа " + std::to_string(i) + "», ";
  CHECK(parties(many).starts_with("unknown"));
}
