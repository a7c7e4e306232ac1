#include "tables/find.h"

#include "catch.h"
#include "drawn.h"
#include "tables/codes.h"

using namespace svod;
using namespace svod::tables;
using drawn::book_of;

namespace {

Sought marks() {
  Sought sought;
  sought.columns = {{"school", "Школа", {"Наименование ОО"}, false, true, false},
                    {"subject", "Предмет", {}, true, true, false},
                    {"participants", "Участников", {"Количество участников", "Участников чел."}, true, false, true},
                    {"mark_2", "Отметка «2»", {"2", "«2»"}, true, false, true},
                    {"mark_3", "Отметка «3»", {"3", "«3»"}, true, false, true}};
  sought.ignored = {"№"};
  sought.totals = {"итого", "всего"};
  return sought;
}

Search search(const workbook::Workbook& book, const Sought& sought) {
  const Grid grid(book.sheets[0]);
  return find(grid, book.file, sought);
}

const Table& only(const Search& found) {
  REQUIRE(found.tables.size() == 1);
  return found.tables[0];
}

std::string kinds(const Table& table) {
  std::string text;
  for (const TableRow& row : table.rows) {
    constexpr const char* names[] = {"data", "total", "group", "numbers", "head", "footer", "section"};
    text += std::to_string(row.row + 1) + names[static_cast<int>(row.kind)] + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("titles above, a head of two merged rows, a number row, totals, signatures below") {
  const auto book = book_of(R"(
Отчёт МБОУ «Лесная СОШ»
|
№ | Наименование\nОО | Предмет | Кол-во участ-\nников | Отметки |
  |                  |         |                      | «2» | "3"
1 | 2                | 3       | 4                    | 5   | 6
1 | Лесная СОШ       | Химия   | 10                   | 4   | 6

2 | Лесная СОШ       | Физика  | 3                    | 1   | 2
  | ИТОГО            |         | 13                   | 5   | 8

Директор | | | Иванов И. И.)",
                            {"A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "A1:F1"});
  Sought sought = marks();
  sought.columns[2].headers.push_back("Кол-во участников");
  const Search found = search(book, sought);
  const Table& table = only(found);
  CHECK(table.head == CellRange{{2, 0}, {3, 5}});
  CHECK(table.columns == std::map<std::string, std::uint32_t>{
                             {"school", 1}, {"subject", 2}, {"participants", 3}, {"mark_2", 4}, {"mark_3", 5}});
  CHECK(kinds(table) == "5numbers 6data 8data 9total 11footer ");
  CHECK(table.totals.size() == 1);
  CHECK(table.totals[0].covers.size() == 2);
  CHECK(table.heading.size() == 1);
  CHECK(drawn::count(table.diagnostics, codes::footer_rows) == 1);
}

TEST_CASE("a head that nobody merged, other order, an extra column, columns to the right") {
  const auto book = book_of(R"(
| | Отметки | | Предмет | Участников, чел. | Примечание
| | 2 | 3 | | |
| | 4 | 6 | Химия | 10 | все)");
  const Search found = search(book, marks());
  const Table& table = only(found);
  CHECK(table.columns.at("mark_2") == 2);
  CHECK(table.columns.at("mark_3") == 3);
  CHECK(table.columns.at("participants") == 5);
  CHECK(kinds(table) == "3data ");
  CHECK(drawn::lines(table.diagnostics).find("T104 C1:G2 столбцы, которых нет в форме, не читаются: «Примечание»") ==
        0);
}

TEST_CASE("slips in headers are taken with a warning; «2» is never taken for «3»") {
  const auto book = book_of(R"(
Придмет | Количество участников экзамена | Отметка "2" | Отметка "3"
Химия | 10 | 4 | 6)");
  Sought sought = marks();
  const Search found = search(book, sought);
  const Table& table = only(found);
  CHECK(drawn::lines(table.diagnostics) ==
        "T103 A1 заголовок «Придмет» понят как «Предмет»\n"
        "T103 B1 заголовок «Количество участников экзамена» понят как «Участников»\n");

  const auto lacking = book_of("Предмет | Участников | Отметка «2»\nХимия | 10 | 4");
  const Search none = search(lacking, sought);
  CHECK(none.tables.empty());
  REQUIRE(none.nearest);
  CHECK(none.nearest->missing == std::vector<std::string>{"Отметка «3»"});
  const Diagnostic missing = missing_columns(*none.nearest, "a.xlsx", "Лист1", "Отметки");
  CHECK(missing.code->id == codes::missing_column.id);
  CHECK(missing.message == "нет столбца «Отметка «3»» формы «Отметки»; есть «Предмет», «Участников», «Отметка «2»»");
}

TEST_CASE("words cut by dots and hyphens are the words") {
  CHECK(drawn::lines(
            only(search(book_of("Предм. | Кол-во участ-ков | «2» | «3»\nХимия | 1 | 0 | 1"), marks())).diagnostics)
            .empty());
}

TEST_CASE("a column that stands twice is an error") {
  const auto book = book_of("Предмет | Участников | Участников | «2» | «3»\nХимия | 1 | 1 | 0 | 1");
  const Search found = search(book, marks());
  CHECK(only(found).ambiguous);
  CHECK(drawn::lines(only(found).diagnostics) == "T102 C1 поле «Участников» подходит к двум столбцам: B и C\n");
}

TEST_CASE("a head repeated after a page break continues the table; under a heading of its own it begins another") {
  const auto repeated = book_of(R"(
Предмет | Участников | «2» | «3»
Химия | 1 | 0 | 1
Продолжение таблицы
Предмет | Участников | «2» | «3»
Физика | 2 | 1 | 1)");
  CHECK(kinds(only(search(repeated, marks()))) == "2data 4head 5data ");

  const auto two = book_of(R"(
Лесная СОШ
Предмет | Участников | «2» | «3»
Химия | 1 | 0 | 1

Полевая СОШ
Предмет | Участников | «2» | «3»
Физика | 2 | 1 | 1)");
  const Search found = search(two, marks());
  REQUIRE(found.tables.size() == 2);
  CHECK(found.tables[1].heading == std::vector<CellRef>{{4, 0}});
}

TEST_CASE("totals of groups and of everything") {
  const auto book = book_of(R"(
Школа | Предмет | Участников | «2» | «3»
А | Химия | 1 | 0 | 1
А | Физика | 2 | 0 | 2
Итого | | 3 | 0 | 3
Б | Химия | 5 | 0 | 5
Итого | | 5 | 0 | 5
Всего | | 8 | 0 | 8)");
  const Search found = search(book, marks());
  const Table& table = only(found);
  REQUIRE(table.totals.size() == 3);
  CHECK(table.totals[0].covers == std::vector<std::size_t>{0, 1});
  CHECK(table.totals[1].covers == std::vector<std::size_t>{3});
  CHECK(table.totals[2].covers == std::vector<std::size_t>{0, 1, 3});
}

TEST_CASE("group rows and section lines give their text to the rows below") {
  Sought sought = marks();
  sought.columns.insert(sought.columns.begin(), {"district", "Район", {}, false, true, false});
  sought.columns[1].required = true;
  sought.group = "district";
  const auto column = book_of(R"(
Район | Школа | Предмет | Участников | «2» | «3»
Северный | | | 3 | 0 | 3
| А | Химия | 3 | 0 | 3
Южный | Б | Химия | 2 | 0 | 2
| В | Химия | 1 | 0 | 1)");
  const Search found = search(column, sought);
  const Table& table = only(found);
  CHECK(kinds(table) == "2group 3data 4data 5data ");
  CHECK(table.rows[1].group == "Северный");
  CHECK(table.rows[3].group == "Южный");
  CHECK(table.totals.size() == 1);

  const auto lines = book_of(R"(
Школа | Предмет | Участников | «2» | «3»
Северный район
А | Химия | 3 | 0 | 3)",
                             {"A2:E2"});
  CHECK(only(search(lines, sought)).rows[1].group == "Северный район");

  const auto stray = search(book_of(R"(
Школа | Предмет | Участников | «2» | «3»
А | Химия | 3 | 0 | 3
Вечерняя смена
Б | Химия | 3 | 0 | 3)",
                                    {"A3:E3"}),
                            marks());
  CHECK(drawn::count(only(stray).diagnostics, codes::section_rows) == 1);
}

TEST_CASE("a row with its key and no figure is data, not a section") {
  CHECK(kinds(only(search(book_of("Предмет | Участников | «2» | «3»\nХимия\nФизика | 1 | 0 | 1\nИстория"), marks()))) ==
        "2data 3data 4data ");
}

TEST_CASE("hidden rows and columns are read and noted") {
  auto book = book_of("Предмет | Участников | «2» | «3»\nХимия | 1 | 0 | 1\nФизика | 1 | 0 | 1");
  book.sheets[0].hidden_rows = {{2, 2}};
  book.sheets[0].hidden_columns = {{1, 1}};
  const Search found = search(book, marks());
  CHECK(kinds(only(found)) == "2data 3data ");
  CHECK(drawn::lines(only(found).diagnostics) ==
        "T106 B1 прочитан скрытый столбец B\n"
        "T105 A3:D3 прочитаны скрытые строки: 3\n");
}
