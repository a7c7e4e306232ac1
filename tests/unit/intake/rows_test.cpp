#include "world.h"

using namespace svod;
namespace codes = svod::intake::codes;

namespace {

const std::string kHead = "Школа | Предмет | Участников | 2 | 3\n";

const char* const kPeople = R"(kind: form
name: people
version: 1
title: Участники
fields:
  - {name: school, title: Школа, type: school}
  - {name: person, title: Фамилия, headers: [ФИО], type: person}
  - {name: score, title: Балл, type: integer}
  - name: least
    title: Минимум
    type: integer
    lookup: {table: least, keys: {year: year, exam: "'ЕГЭ'"}, value: score}
  - {name: band, title: Диапазон, type: text, banding: {of: score, minimum: least, edges: [40, 60, 100], from: 0, to: 100}}
  - {name: over, title: Сверх минимума, type: integer, derived: score - least}
keys: [school, person]
)";

const char* const kGroups = R"(kind: form
name: groups
version: 1
title: Кадры
fields:
  - {name: school, title: Школа, type: school}
  - {name: kind, title: Группировка, type: choice, choices: [Возраст, Стаж]}
  - {name: name, title: Категория, type: text}
  - {name: people, title: Педагогов, type: integer}
keys: [school, kind, name]
same_totals: [{name: same, field: people, across: kind, per: [school], hint: педагоги одни и те же}]
layout: {fixed: {kind: [Возраст, Стаж]}}
)";

std::string least(const char* rows) {
  return std::string("kind: reference\nname: least\ntitle: Минимумы\ncolumns: [exam, year, score]\nrows:\n") + rows;
}

}  // namespace

TEST_CASE("a relation that is broken says so with its values and its cells") {
  World world;
  CHECK(world.said(kHead + "Лесная СОШ | Химия | 5 | 1 | 5") == "F214 C2:E2 сумма 6 вместо 5\n");
  CHECK(world.said(kHead + "Лесная СОШ | Химия | 5 | - | 5").empty());
}

TEST_CASE("a relation over a missing value is neither kept nor broken") {
  World world;
  CHECK(world.said(kHead + "Лесная СОШ | Химия | 5 | 1 | н/д") ==
        "F215 C2:E2 правило нельзя проверить: нет значения «Отметка «3»»\n");
  // The missing value has been told of: no second word.
  CHECK(world.said(kHead + "Лесная СОШ | Химия | | 1 | 5") == "F207 C2 нет значения: «Участников»\n");
}

TEST_CASE("an equality is kept within its tolerance") {
  World world("forms/marks.yaml", replace_all(kMarks, "    rule: mark_2", "    tolerance: 1\n    rule: mark_2"));
  CHECK(world.said(kHead + "Лесная СОШ | Химия | 5 | 1 | 5").empty());
  CHECK(world.said(kHead + "Лесная СОШ | Химия | 5 | 2 | 5") == "F214 C2:E2 сумма 7 вместо 5\n");
}

TEST_CASE("a totals row is compared with the rows that it covers") {
  World world;
  const std::string rows = kHead + "Лесная СОШ | Химия | 5 | 1 | 4\nПолёвская ООШ | Химия | 3 | 0 | 3\n";
  CHECK(world.said(rows + "Итого | | 8 | 1 | 7").empty());
  CHECK(world.said(rows + "Итого | | 9 | 1 | х") == "F219 C4 «Участников»: в итоге 9, а сумма строк 8\n");
  // The last of two totals may be of its own rows alone, when all its figures say so.
  CHECK(world.said(rows + "Итого | | 8 | 1 | 7\nЛесная СОШ | Физика | 2 | 0 | 2\nИтого | | 2 | 0 | 2").empty());
}

TEST_CASE("rows that must be there, and sums that must agree") {
  World world("forms/groups.yaml", kGroups);
  CHECK(world.said("Школа | Группировка | Категория | Педагогов\nЛесная СОШ | Возраст | до 30 | 5") ==
        "F220 B1 нет строки «Стаж» в поле «Группировка»\n");
  CHECK(world.said("Школа | Группировка | Категория | Педагогов\nЛесная СОШ | Возраст | до 30 | 5\n"
                   "Лесная СОШ | Возраст | старше | 2\nЛесная СОШ | Стаж | до 3 лет | 6") ==
        "F221 D2:D4 суммы поля «Педагогов» расходятся: «Возраст» – 7, «Стаж» – 6\n");
}

TEST_CASE("a name is replaced by a code that is the same for the same person") {
  World world("forms/people.yaml", kPeople, "reference/least.yaml", least("  - [ЕГЭ, 2021, 24]\n"));
  workbook::Workbook book = drawn::book_of(
      "Школа | ФИО | Балл\nЛесная СОШ | Сёмин Пётр | 50\nПолёвская ООШ | Семин  Петр | 20\nЛесная СОШ | Ильина Анна | "
      "100");
  const auto tables = world.take(book);
  REQUIRE(tables.size() == 1);
  REQUIRE(tables[0].rows.size() == 3);
  const std::string code = tables[0].rows[0].cells[1].text;
  CHECK(code.starts_with("p-"));
  CHECK(code.size() == 12);
  CHECK(code == tables[0].rows[1].cells[1].text);
  CHECK(code != tables[0].rows[2].cells[1].text);
  CHECK(tables[0].rows[0].label == "Лесная СОШ");

  SECTION("reference values, bands and derived fields are filled in") {
    const auto& cells = tables[0].rows[0].cells;
    CHECK(cells[3].number == Number(24));
    CHECK(cells[4].text == "40–59");
    CHECK(cells[5].number == Number(26));
    CHECK(tables[0].rows[1].cells[4].text == "0–23");
    CHECK(tables[0].rows[2].cells[4].text == "100");
  }
}

TEST_CASE("what the reference table lacks is told of once for all rows") {
  World world("forms/people.yaml", kPeople, "reference/least.yaml", least("  - [ЕГЭ, 2020, 24]\n"));
  CHECK(world.said("Школа | ФИО | Балл\nЛесная СОШ | Сёмин Пётр | 50") ==
        "F222 A2 в справочнике «Минимумы» нет записи: 2021, ЕГЭ\n");
}

TEST_CASE("one row's errors hide nothing of its own or of others") {
  World world;
  CHECK(world.said(kHead + "Лесная СОШ | Хамия | 2.5 | -1 | много\nПолёвская ООШ | Физика | 1 | 1 | 0") ==
        "F208 B2 «Предмет»: «Хамия» нет в списке\n"
        "F204 C2 «Участников»: 2,5 – дробное, а нужно целое\n"
        "F206 D2 «Отметка «2»»: −1 меньше 0\n"
        "F202 E2 «Отметка «3»»: «много» – не число\n");
}
