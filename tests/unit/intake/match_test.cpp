#include "tables/codes.h"
#include "world.h"

using namespace svod;
using drawn::add_sheet;
using drawn::book_of;
namespace codes = svod::intake::codes;

namespace {

const char* const kExam = R"(kind: form
name: exam
version: 1
title: Отметки экзамена
fields:
  - {name: school, title: Школа, type: school}
  - {name: level, title: Уровень, type: text}
  - {name: subject, title: Предмет, type: text}
  - {name: participants, title: Участников, type: integer}
  - {name: mark_2, title: Отметка «2», headers: ["2"], type: integer}
  - {name: mark_3, title: Отметка «3», headers: ["3"], type: integer}
keys: [school, level, subject]
)";
const char* const kTwin = R"(kind: form
name: twin
version: 1
title: Контрольная работа
fields:
  - {name: school, title: Школа, type: school}
  - {name: subject, title: Предмет, type: text}
  - {name: participants, title: Участников, type: integer}
  - {name: mark_2, title: Отметка «2», headers: ["2"], type: integer}
  - {name: mark_3, title: Отметка «3», headers: ["3"], type: integer}
keys: [school, subject]
)";
const char* const kRows = "Школа | Предмет | Участников | 2 | 3\nЛесная СОШ | Химия | 1 | 0 | 1";

}  // namespace

TEST_CASE("the form with most of its columns in the head is taken; tables of several forms in one file") {
  World world("forms/exam.yaml", kExam);
  workbook::Workbook book = book_of(kRows);
  add_sheet(book, "ГВЭ", "Школа | Уровень | Предмет | Участников | 2 | 3\nЛесная СОШ | ГВЭ-9 | Химия | 1 | 0 | 1");
  add_sheet(book, "Пояснения", "Просим вернуть до пятницы");
  const auto tables = world.take(book);
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].form->name == "marks");
  CHECK(tables[1].form->name == "exam");
  CHECK(drawn::lines(world.diagnostics) == "F104  на листе нет таблицы известной формы\n");
}

TEST_CASE("two forms that fit alike are told apart by their titles, else an error") {
  World world("forms/twin.yaml", kTwin);
  CHECK(world.said(kRows) == "F103 A1:E1 таблица одинаково подходит к формам «Отметки», «Контрольная работа»\n");
  CHECK(world.said(std::string("Контрольная работа за год\n") + kRows).empty());
}

TEST_CASE("a blank's mark says the form; a mark that nobody knows is an error, an old one a warning") {
  World world("forms/twin.yaml", kTwin);
  workbook::Workbook marked = book_of(kRows);
  marked.names.push_back({"svod_form", "\"svod:marks:1\"", std::nullopt});
  CHECK(world.take(marked).size() == 1);
  CHECK(world.diagnostics.empty());

  workbook::Workbook hidden = book_of(kRows);
  add_sheet(hidden, "служебный", "svod:marks:1").hidden = true;
  REQUIRE(world.take(hidden).size() == 1);
  CHECK(world.diagnostics.empty());

  workbook::Workbook old = book_of(kRows);
  old.names.push_back({"svod_form", "=\"svod:marks:0\"", std::size_t{0}});
  CHECK(world.take(old).size() == 1);
  CHECK(drawn::count(world.diagnostics, codes::foreign_marker) == 1);
  CHECK_FALSE(world.diagnostics.has_errors());

  workbook::Workbook foreign = book_of(kRows);
  add_sheet(foreign, "служебный", "svod:other:1").hidden = true;
  CHECK(world.take(foreign).empty());
  CHECK(world.diagnostics.has_errors());
}

TEST_CASE("a file of no form names the nearest and what it lacks") {
  World world;
  CHECK(world.said("Школа | Предмет | Участников | 2\nЛесная СОШ | Химия | 1 | 0") ==
        "T101 A1:D1 нет столбца «Отметка «3»» формы «Отметки»; есть «Школа», «Предмет», «Участников», «2»\n");
  CHECK(world.said("Школа | Телефон\nЛесная СОШ | 12") ==
        "F102 A1:B1 файл не подошёл ни к одной форме; ближайшая – «Отметки», в шапке нет столбцов «Предмет», "
        "«Участников», "
        "«Отметка «2»», «Отметка «3»»\n");
  CHECK(world.said("Привет") == "F102  файл не подошёл ни к одной форме: знакомых заголовков нет\n");
}

TEST_CASE("a hidden sheet is not read and not passed over in silence") {
  World world;
  workbook::Workbook book = book_of(kRows);
  add_sheet(book, "Старое", kRows).hidden = true;
  CHECK(world.take(book).size() == 1);
  CHECK(drawn::lines(world.diagnostics) == "F104  на скрытом листе есть таблица формы «Отметки»; она не прочитана\n");
}

TEST_CASE("the school stands in a column, above the table, or in the file's name") {
  World world;
  const std::string rows = "Предмет | Участников | 2 | 3\nХимия | 1 | 0 | 1";
  const auto schools = [&](const std::string& text, const std::string& file) {
    workbook::Workbook book = book_of(text);
    const auto tables = world.take(book, file);
    std::string ids;
    for (const auto& table : tables) {
      for (const std::string& id : table.schools) ids += id + " ";
    }
    return ids + drawn::lines(world.diagnostics);
  };
  CHECK(schools("Отчёт\nМБОУ «Лесная СОШ»\n" + rows, "submissions/a.xlsx") == "lesnaya ");
  CHECK(schools("Школа: | Полевская ООШ\n" + rows, "submissions/a.xlsx") == "polevaya ");
  CHECK(schools(rows, "submissions/Отметки полёвская.xlsx") == "polevaya ");
  CHECK(schools(rows, "submissions/Лесная СОШ/отметки.xlsx") == "lesnaya ");
  CHECK(schools(rows, "submissions/a.xlsx").starts_with("F303 A1:D1 не сказано, о какой школе таблица"));
  CHECK(schools("Лесная СОШ\n" + rows + "\n\nПолёвская ООШ\n" + rows, "submissions/a.xlsx") == "lesnaya polevaya ");
  CHECK(schools("Школа | " + replace_all(rows, "\n", "\nЛесная СШО | "), "submissions/a.xlsx") ==
        "F301 A2 школы «Лесная СШО» нет в реестре\n");
}

TEST_CASE("a name that fits two schools is an error that lists them") {
  World world("register.yaml", R"(kind: register
schools:
  - {id: a, name: Лесная СОШ}
  - {id: b, name: Лесная ООШ}
)");
  CHECK(world.said("Школа | Предмет | Участников | 2 | 3\nЛесная школа | Химия | 1 | 0 | 1") ==
        "F302 A2 название «Лесная школа» подходит к нескольким школам: Лесная ООШ, Лесная СОШ\n");
}

TEST_CASE("a column of names in a form that wants none is not read") {
  World world;
  CHECK(
      world.said("ФИО учителя | Школа | Предмет | Участников | 2 | 3\nИванов Пётр | Лесная СОШ | Химия | 1 | 0 | 1") ==
      "F107 A1 столбец с фамилиями не прочитан и не хранится\n"
      "T104 A1:F1 столбцы, которых нет в форме, не читаются: «ФИО учителя»\n");
}

TEST_CASE("a head without rows is told of") {
  World world;
  CHECK(world.said("Школа | Предмет | Участников | 2 | 3\n").starts_with("F108 A1:E1"));
}
