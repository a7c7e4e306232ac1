#include "catch.h"
#include "drawn.h"
#include "tables/codes.h"
#include "tables/find.h"

using namespace svod;
using namespace svod::tables;
using drawn::book_of;

namespace {

Sought wide() {
  Sought sought;
  sought.columns = {{"district", "Район", {}, false, true, false},
                    {"school", "Школа", {}, true, true, false},
                    {"profile", "Профиль", {}, false, false, false},
                    {"participants", "приняло участие", {}, true, false, true},
                    {"mean", "средний балл", {}, true, false, true}};
  sought.totals = {"всего"};
  sought.group = "district";
  sought.across = {"subject", ""};
  return sought;
}

Search search(const workbook::Workbook& book, const Sought& sought) {
  const Grid grid(book.sheets[0]);
  return find(grid, book.file, sought);
}

std::string columns(const ColumnGroup& group) {
  std::string text = group.levels.at("subject") + ":";
  for (const auto& [name, column] : group.columns) text += " " + name + "=" + column_letters(column);
  return text;
}

}  // namespace

TEST_CASE("a three-level merged head is unpivoted; groups may differ in width") {
  const auto book = book_of(R"(
Район | Школа | Профиль | Всего | из них |
 | | | | Русский язык , чел. | | Химия | | |
 | | | | приняло участие | средний балл | приняло участие | прочее | средний балл
1 | 2 | 3 | 4 | 5 | 6 | 5 | 6 | 7
ВСЕГО | | х | 9 | 9 | 61.5 | 2 | | 50
Север | | | 9 | 9 | | 2 | |
| Школа № 1 | | 9 | 9 | 61.5 | 2 | | 50)",
                            {"A1:A3", "B1:B3", "C1:C3", "D1:D3", "E1:I1", "E2:F2", "G2:I2"});
  const Search found = search(book, wide());
  REQUIRE(found.tables.size() == 1);
  const Table& table = found.tables[0];
  CHECK(table.columns == std::map<std::string, std::uint32_t>{{"district", 0}, {"school", 1}, {"profile", 2}});
  REQUIRE(table.groups.size() == 2);
  CHECK(columns(table.groups[0]) == "Русский язык, чел.: mean=F participants=E");
  CHECK(columns(table.groups[1]) == "Химия: mean=I participants=G");
  CHECK(table.groups[1].places.at("subject") == CellRef{1, 6});
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[0].kind == RowKind::numbers);
  CHECK(table.rows[1].kind == RowKind::total);
  CHECK(table.rows[2].kind == RowKind::group);
  CHECK(table.rows[3].group == "Север");
  CHECK(table.totals.size() == 2);
}

TEST_CASE("the same head without a single merged cell, as csv has it") {
  const auto book = book_of(R"(
Школа | Химия | | Физика |
 | приняло участие | средний балл | приняло участие | средний балл
Школа № 1 | 2 | 50 | 3 | 60)");
  const Search found = search(book, wide());
  REQUIRE(found.tables.size() == 1);
  REQUIRE(found.tables[0].groups.size() == 2);
  CHECK(columns(found.tables[0].groups[1]) == "Физика: mean=E participants=D");
}

TEST_CASE("a group that lacks a measure is noted, a measure under no group is an error") {
  const auto book = book_of(R"(
Школа | средний балл | Химия | | Физика
 | | приняло участие | средний балл | приняло участие
Школа № 1 | 1 | 2 | 50 | 3)",
                            {"A1:A2", "B1:B2", "C1:D1"});
  const Search found = search(book, wide());
  REQUIRE(found.tables.size() == 1);
  CHECK(
      drawn::lines(found.tables[0].diagnostics).find("T107 E1 под заголовком «Физика» нет столбцов: «средний балл»") !=
      std::string::npos);
  CHECK(drawn::lines(found.tables[0].diagnostics).find("T110 B1 над столбцом «средний балл» нет заголовка группы") !=
        std::string::npos);
}

TEST_CASE("a measure twice under one header is an error") {
  const auto book = book_of(R"(
Школа | Химия | |
 | приняло участие | средний балл | средний балл
Школа № 1 | 2 | 50 | 3)",
                            {"A1:A2", "B1:D1"});
  const Search found = search(book, wide());
  REQUIRE(found.tables.size() == 1);
  CHECK(found.tables[0].ambiguous);
  CHECK(drawn::count(found.tables[0].diagnostics, codes::ambiguous_column) == 1);
}

TEST_CASE("levels alone, when the table holds one measure") {
  Sought sought = wide();
  sought.columns = {{"school", "Школа", {}, true, true, false}, {"count", "Подано заявлений", {}, true, false, true}};
  sought.across = {"subject"};
  const auto book = book_of(R"(
Школа | Всего | из них |
 | | Химия | Физика
Школа № 1 | 5 | 2 | 3)",
                            {"A1:A2", "B1:B2", "C1:D1"});
  const Search found = search(book, sought);
  REQUIRE(found.tables.size() == 1);
  REQUIRE(found.tables[0].groups.size() == 2);
  CHECK(columns(found.tables[0].groups[0]) == "Химия: count=C");
}
