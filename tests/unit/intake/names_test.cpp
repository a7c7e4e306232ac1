#include "definitions/school_names.h"
#include "intake/dates.h"
#include "intake/kinds.h"
#include "intake/written_number.h"
#include "world.h"

using namespace svod;
using namespace svod::intake;
using namespace svod::definitions;

namespace {

const char* const kRegister = R"(kind: register
municipalities: [{id: a, name: Район}]
schools:
  - {id: berezovskaya, name: "МБОУ «Березовская СОШ»", short_name: Березовская СОШ, full_name: "Муниципальное бюджетное общеобразовательное учреждение «Березовская средняя общеобразовательная школа»"}
  - {id: zvezdnaya, name: "МБОУ «Звёздная СОШ»", short_name: Звёздная СОШ, aliases: [Школа посёлка Звёздный]}
  - {id: zvezdnaya-osn, name: "МБОУ «Звёздная ООШ»", short_name: Звёздная ООШ}
  - {id: lyceum-1, name: "МАОУ «Лицей № 1»", short_name: Лицей № 1}
  - {id: school-1, name: "МАОУ «СОШ № 1»", short_name: СОШ № 1}
)";

}  // namespace

TEST_CASE("one school by the many names that people give it") {
  World world("register.yaml", kRegister);
  const SchoolNames names(world.workspace);
  const auto id = [&](const char* text) {
    const FoundSchool found = names.find(text);
    return found.school != nullptr ? found.school->id : found.rivals.empty() ? "?" + found.nearest : "!";
  };
  for (const char* text : {"berezovskaya", "МБОУ \"Березовская СОШ\"", "Берёзовская  школа", "БЕРЕЗОВСКАЯ СОШ",
                           "Муниципальное казённое общеобразовательное учреждение «Берёзовская средняя школа»",
                           "МБОУ «Березовская СОШ» Кемеровского муниципального округа", "Школа: Березовская СОШ"}) {
    CAPTURE(text);
    CHECK(id(text) == "berezovskaya");
  }
  CHECK(id("Звездная ООШ") == "zvezdnaya-osn");
  CHECK(id("Звездная школа") == "!");
  CHECK(id("школа поселка Звездный") == "zvezdnaya");
  CHECK(id("лицей №1") == "lyceum-1");
  CHECK(id("СОШ №1") == "school-1");
  CHECK(id("Березовская ООШ") == "?Березовская СОШ");
  CHECK(id("Березовкая СОШ") == "?Березовская СОШ");
  CHECK(id("Совсем другая гимназия") == "?");
}

TEST_CASE("a school mentioned in a heading or a file's name") {
  World world("register.yaml", kRegister);
  const SchoolNames names(world.workspace);
  const auto id = [&](const char* text) {
    const FoundSchool found = names.mentioned(text);
    return found.school != nullptr ? found.school->id : found.rivals.empty() ? std::string("?") : "!";
  };
  CHECK(id("Сведения о педагогах: Березовская СОШ, 2021 год") == "berezovskaya");
  CHECK(id("березовская_егэ_2021") == "berezovskaya");
  CHECK(id("ЕГЭ Звёздная ООШ (исправленный)") == "zvezdnaya-osn");
  CHECK(id("ЕГЭ Звёздная") == "!");
  CHECK(id("Отчёт № 1 за год") == "?");
  CHECK(id("Результаты ЕГЭ") == "?");
}

TEST_CASE("numbers as people type them") {
  const auto read = [](const char* text) {
    const auto number = written_number(text);
    return number ? number->value.text() + (number->unit.empty() ? "" : " " + number->unit) : std::string("?");
  };
  CHECK(read("21") == "21");
  CHECK(read("1\u00A0234\u202F567,5") == "1234567.5");
  CHECK(read("−2.5") == "-2.5");
  CHECK(read("+3") == "3");
  CHECK(read("21 чел.") == "21 чел.");
  CHECK(read("44,4%") == "44.4 %");
  for (const char* wrong : {"1 23", "12 345 6", "3/4", "12.05.2021", "2-3", "н/д", "5 из 10", ""}) {
    CAPTURE(wrong);
    CHECK(read(wrong) == "?");
  }
  CHECK(same_unit("человек", "чел."));
  CHECK(same_unit("баллов", "балл"));
  CHECK_FALSE(same_unit("%", "чел."));
  CHECK_FALSE(same_unit("", "чел."));
}

TEST_CASE("dates as people type them") {
  const auto read = [](const char* text) {
    const WrittenDate date = written_date(text);
    return date.date ? iso(*date.date) : date.likely ? "?" + iso(*date.likely) : std::string("?");
  };
  CHECK(read("30.06.2021") == "2021-06-30");
  CHECK(read("1.6.21") == "2021-06-01");
  CHECK(read("2021-06-30") == "2021-06-30");
  CHECK(read("30 июня 2021 г.") == "2021-06-30");
  CHECK(read("9 мая 2021 года") == "2021-05-09");
  CHECK(read("30.02.2021") == "?2021-02-28");
  for (const char* wrong : {"32.01.2021", "июнь", "30.06", "13.13.2021", "1.1.1", ""}) CHECK(read(wrong) == "?");
}

TEST_CASE("names of people are known by their look") {
  for (const char* name : {"Иванов Иван", "Иванов Иван Иванович", "Петрова-Водкина А. Б.", "Сидоров А.Б."}) {
    CAPTURE(name);
    CHECK(looks_like_person(name));
  }
  for (const char* other : {"Русский язык", "Иванов", "МБОУ «Лесная СОШ»", "Лесная СОШ", "н/д", ""}) {
    CAPTURE(other);
    CHECK_FALSE(looks_like_person(other));
  }
}

TEST_CASE("files that are no tables are named for what they are") {
  CHECK(foreign_kind("a/Приказ.docx", "PK") == "документ Word");
  CHECK(foreign_kind("a/фото.JPG", "") == "рисунок");
  CHECK(foreign_kind("a/b.xlsx", "").empty());
  CHECK(foreign_kind("без имени", "PK\x03\x04").empty());
  CHECK(foreign_kind("a.b/без имени", "что-то") == "файл неизвестного вида");
}
