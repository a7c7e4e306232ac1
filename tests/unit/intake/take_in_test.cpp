#include "base/hash.h"
#include "world.h"

using namespace svod;
using intake::Standing;
namespace codes = svod::intake::codes;

namespace {

const std::string kHead = "Школа;Предмет;Участников;2;3\n";

std::string standings(const intake::Intake& intake) {
  std::string text;
  for (const intake::Duty& duty : intake.duties) {
    constexpr const char* names[] = {"sent", "excused", "absent"};
    text += duty.school + " " + names[static_cast<int>(duty.standing)] + (duty.has_errors ? " errors" : "");
    for (const std::string& file : duty.files) text += " " + file;
    text += "\n";
  }
  return text;
}

std::vector<std::string> stored(const World& world) {
  std::vector<std::string> rows;
  for (const auto& row : world.store->rows(*world.workspace.form("marks"), nullptr, {})) {
    rows.push_back(row.row.cells[0].text + " " + row.row.cells[1].text + " " + row.row.cells[2].number.text() + " " +
                   row.file + " " + a1(row.cells.at("participants")));
  }
  return rows;
}

}  // namespace

TEST_CASE("who has sent, who is excused, who is absent") {
  World world("submissions/a.csv", kHead + "Лесная СОШ;Химия;5;1;5\n");
  const auto outcome = world.take_in();
  CHECK(standings(outcome.product) ==
        "lesnaya sent errors submissions/a.csv\n"
        "polevaya absent\n"
        "gorodskaya-5 excused\n");
  CHECK(drawn::lines(outcome.diagnostics) == "F306  нет сведений по форме «Отметки»\nF214 C2:E2 сумма 6 вместо 5\n");
  CHECK(outcome.diagnostics[0].where.label == "Полёвская ООШ");
  CHECK(stored(world) == std::vector<std::string>{"lesnaya Химия 5 submissions/a.csv C2"});
  CHECK(outcome.product.files.at("submissions/a.csv") == sha256(kHead + "Лесная СОШ;Химия;5;1;5\n"));
}

TEST_CASE("some files alone: nobody is called absent") {
  World world("submissions/a.csv", kHead + "Лесная СОШ;Химия;5;1;4\n", "submissions/b.csv", "-");
  const auto outcome = world.take_in(1, {"submissions/a.csv"});
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.product.files.size() == 1);
}

TEST_CASE("a row twice in a file is an error that shows the first") {
  World world("submissions/a.csv", kHead + "Лесная СОШ;Химия;5;1;4\nЛесная школа;Химия;6;1;5\n");
  const auto outcome = world.take_in(1, {"submissions/a.csv"});
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].code->id == codes::duplicate_row.id);
  CHECK(outcome.diagnostics[0].related[0].where.cells == CellRange{{1, 0}, {1, 1}});
  CHECK(stored(world).size() == 1);
}

TEST_CASE("the same sent twice: alike is a warning, different is an error, the first file is taken") {
  World world("submissions/a.csv", kHead + "Лесная СОШ;Химия;5;1;4\nЛесная СОШ;Физика;2;0;2\n", "submissions/b.csv",
              kHead + "Лесная СОШ;Химия;5;1;4\nЛесная СОШ;Физика;3;0;3\nЛесная СОШ;Математика;1;0;1\n");
  const auto outcome = world.take_in(1, {"submissions/a.csv", "submissions/b.csv"});
  CHECK(drawn::lines(outcome.diagnostics) ==
        "F217  те же сведения уже есть в файле «submissions/a.csv»: одинаковых строк 1; учтены один раз\n"
        "F218 A3:B3 Лесная СОШ, Физика: в файле «submissions/a.csv» другие значения; взяты они\n");
  CHECK(stored(world).size() == 3);
  CHECK(outcome.product.duties[0].has_errors);
}

TEST_CASE("a school that owes nothing, and one that is closed") {
  World world("register.yaml", R"(kind: register
schools:
  - {id: a, name: Лесная СОШ, closed: 2019-08-31, owes: [marks]}
  - {id: b, name: Полевая СОШ}
)",
              "submissions/a.csv", kHead + "Лесная СОШ;Химия;5;1;4\nПолевая СОШ;Химия;5;1;4\n");
  const auto outcome = world.take_in();
  CHECK(drawn::lines(outcome.diagnostics) ==
        "F304  Полевая СОШ не обязана представлять форму «Отметки», сведения учтены\n"
        "F305  Лесная СОШ закрыта 31.08.2019\n");
  CHECK(stored(world).size() == 2);
}

TEST_CASE("what is no table is told of, what can't be read too") {
  World world("submissions/Приказ.docx", "PK", "submissions/a.xlsx", "PK");
  const auto outcome = world.take_in(1, {"submissions/Приказ.docx", "submissions/a.xlsx", "submissions/нет.xlsx"});
  CHECK(drawn::count(outcome.diagnostics, codes::not_parsed) == 1);
  CHECK(drawn::count(outcome.diagnostics, codes::unreadable) == 1);
  CHECK(outcome.diagnostics.errors() == 2);
}

TEST_CASE("rows and diagnostics do not depend on the number of workers") {
  const auto all = [](int jobs) {
    World world("submissions/a.csv", kHead + "Лесная СОШ;Химия;5;1;5\n", "submissions/b.csv",
                kHead + "Полевская ООШ;Химия;5;x;5\n", "submissions/c.csv", kHead + "Лесная СОШ;Химия;5;1;4\n",
                "submissions/d.csv", kHead + "Лесная;Физика;5;1;4\n", "submissions/e.csv", "пусто");
    const auto outcome = world.take_in(jobs);
    std::string text = drawn::lines(outcome.diagnostics) + standings(outcome.product);
    for (const std::string& row : stored(world)) text += row + "\n";
    return text;
  };
  const std::string once = all(1);
  for (int i = 0; i < 5; ++i) CHECK(all(4) == once);
}
