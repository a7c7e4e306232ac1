#include "bench.h"
#include "catch.h"

// Tables of results as a department published them, all of whose figures are right: the rules must not say a word.
// Percents that add up to 99 or 101, means rounded to different places and empty cells are no faults.

using namespace bench;
namespace codes = svod::review::codes;

namespace {

constexpr const char* kGve = R"(№ | ОО | Кол-во | 2 | 3 | 4 | 5 | Средняя отметка
1 | Барановская СОШ | 2 |  | 2 |  |  | 3
2 | Елыкаевская СОШ | 2 |  |  | 2 |  | 4
3 | Звездненская СОШ | 2 |  | 1 | 1 |  | 3,5
4 | Ягуновская СОШ | 2 |  |  | 2 |  | 4
| ИТОГО | 8 | 0 | 3 | 5 | 0 | 3,625
)";

constexpr const char* kEgeRussian =
    R"(№ | ОО | Кол-во уч-ков | 0-23 | 24-39 | 40-49 | 50-59 | 60-69 | 70-79 | 80-89 | 90-99 | 100 | Ср. балл
1 | Арсентьевская СОШ | 5 |  |  |  | 1 | 3 |  | 1 |  |  | 64
2 | Барановская | 3 |  |  |  | 1 | 1 | 1 |  |  |  | 62,3
3 | Береговская СОШ | 4 |  |  |  |  | 2 |  | 1 | 1 |  | 76,8
4 | Березовская СОШ | 10 |  |  | 1 | 2 | 4 | 2 |  | 1 |  | 64,6
5 | Елыкаевская СОШ | 7 |  |  | 2 | 3 | 2 |  |  |  |  | 53,3
6 | Звездненская СОШ | 4 |  |  | 1 |  | 2 | 1 |  |  |  | 60
7 | Мазуровская СОШ | 9 |  | 1 | 1 | 3 | 2 | 1 |  | 1 |  | 60,1
8 | Новостроевская СОШ | 11 |  |  |  | 1 | 5 | 4 | 1 |  |  | 68,6
9 | Ягуновская СОШ | 3 |  |  |  |  |  | 1 | 1 | 1 |  | 82,7
10 | Ясногорская СОШ | 13 |  |  |  |  | 2 | 1 | 5 | 5 |  | 83,5
| ИТОГО | 69 | 0 | 1 | 5 | 11 | 23 | 11 | 9 | 9 | 0 | 68,1
| % |  | 0 | 1 | 7 | 16 | 33 | 16 | 13 | 13 | 0 |
)";

constexpr const char* kEgeSociety =
    R"(№ | ОО | Кол-во уч-ов | 0-41 | 42-49 | 50-59 | 60-69 | 70-79 | 80-89 | 90-99 | 100 | Ср. балл
1 | Арсентьевская СОШ | 4 |  | 1 | 3 |  |  |  |  |  | 55
2 | Барановская СОШ | 1 |  |  | 1 |  |  |  |  |  | 52
3 | Береговская СОШ | 2 |  |  | 2 |  |  |  |  |  | 55
4 | Березовская СОШ | 2 | 1 |  | 1 |  |  |  |  |  | 44
5 | Елыкаевская СОШ | 3 | 2 | 1 |  |  |  |  |  |  | 35
6 | Звездненская СОШ | 2 | 2 |  |  |  |  |  |  |  | 39
7 | Мазуровская СОШ | 4 | 1 | 1 | 1 | 1 |  |  |  |  | 49
8 | Новостроевская СОШ | 5 |  |  | 1 | 4 |  |  |  |  | 63
9 | Ягуновская СОШ | 1 |  |  |  | 1 |  |  |  |  | 68
10 | Ясногорская СОШ | 6 |  |  |  | 1 | 3 | 2 |  |  | 77
| ИТОГО | 30 | 6 | 3 | 9 | 7 | 3 | 2 | 0 | 0 | 57
| % |  | 20 | 10 | 30 | 23 | 10 | 7 | 0 | 0 |
)";

constexpr const char* kOge = R"(№ | ОО | Кол-во уч-ков | 2 | 3 | 4 | 5 | Средняя отметка
1 | Арсентьевская СОШ | 21 |  | 9 | 7 | 5 | 3,81
2 | Барановская СОШ | 21 |  | 8 | 11 | 2 | 3,71
3 | Береговская СОШ | 29 |  | 16 | 8 | 5 | 3,62
4 | Березовская СОШ | 34 |  | 10 | 12 | 12 | 4,06
5 | Верхотомская ООШ | 7 |  | 3 | 3 | 1 | 3,71
6 | Елыкаевская СОШ | 50 |  | 16 | 18 | 16 | 4,00
7 | Звездненская СОШ | 16 |  | 8 | 4 | 4 | 3,75
8 | Кузбасская СОШ | 21 |  | 6 | 5 | 10 | 4,19
9 | Мазуровская СОШ | 17 |  | 6 | 6 | 5 | 3,94
10 | Металлплощадская СОШ | 38 |  | 8 | 19 | 11 | 4,08
11 | Мозжухинская ООШ | 18 |  | 6 | 7 | 5 | 3,94
12 | Новостроевская СОШ | 35 |  | 10 | 13 | 12 | 4,06
13 | Пригородная ООШ | 16 |  | 6 | 4 | 6 | 4,00
14 | Старочервовская ООШ | 6 |  | 1 | 3 | 2 | 4,17
15 | Успенская ООШ | 1 |  |  |  | 1 | 5,00
16 | Усть-Хмелевская ООШ | 2 |  |  | 2 |  | 4,00
17 | Ягуновская СОШ | 29 |  | 9 | 13 | 7 | 3,93
18 | Ясногорская СОШ | 37 |  | 6 | 11 | 20 | 4,38
| ИТОГО | 398 | 0 | 128 | 146 | 124 | 3,99
)";

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all(1);
  for (const char c : line) {
    if (c == '|') {
      all.emplace_back();
    } else {
      all.back() += c;
    }
  }
  for (std::string& one : all) {
    const std::size_t begin = one.find_first_not_of(' '), end = one.find_last_not_of(' ');
    one = begin == std::string::npos ? "" : one.substr(begin, end - begin + 1);
  }
  return all;
}

std::string faults(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
    rows.push_back(cells(text.substr(begin, end - begin)));
  }
  const std::vector<std::string> head = rows.front();
  rows.erase(rows.begin());
  Workspace workspace;
  Paper note;
  note.id = "note";
  note.type = Paper::Type::note;
  Clause results = clause("Результаты", {});
  results.tables = {table(head, rows)};
  note.body = {results};
  workspace.papers.push_back(note);
  return review(workspace).text();
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("published tables whose figures are right are left alone") {
  for (const char* text : {kGve, kEgeRussian, kEgeSociety, kOge}) {
    INFO(text);
    CHECK(faults(text) == std::string());
  }
}

TEST_CASE("one figure changed in a published table is found") {
  CHECK(faults(changed(kOge, "| 398 |", "| 399 |")).find("V010") != std::string::npos);
  CHECK(faults(changed(kOge, "3,81", "3,82")).find("V012") != std::string::npos);
  CHECK(faults(changed(kOge, "3,99", "4,12")).find("V012") != std::string::npos);
  CHECK(faults(changed(kEgeRussian, "| 33 |", "| 34 |")).find("V011") != std::string::npos);
  CHECK(faults(changed(kEgeSociety, "| 77", "| 88")).find("V012") != std::string::npos);
}
