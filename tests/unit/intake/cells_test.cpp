#include "world.h"

using namespace svod;
using drawn::book_of;

namespace {

const char* const kAll = R"(kind: form
name: all
version: 1
title: Всё
fields:
  - {name: key, title: Код, type: code}
  - {name: count, title: Число, type: integer, unit: чел., minimum: 1, maximum: 100, required: false}
  - {name: mean, title: Среднее, type: number, decimals: 2, required: false}
  - {name: share, title: Доля, type: number, decimals: 1, unit: "%", required: false}
  - {name: day, title: Дата, type: date, required: false}
  - {name: has, title: Есть, type: boolean, required: false}
  - {name: word, title: Индекс, type: text, pattern: "[А-Я]{2}-\\d+", required: false}
  - {name: level, title: Уровень, type: choice, required: false, choices: [высокий, {value: низкий, aliases: [слабый]}]}
keys: [key]
)";

constexpr const char* kHead = "Код | Число | Среднее | Доля | Дата | Есть | Индекс | Уровень\n";

struct Read {
  std::vector<std::string> cells;  ///< values, or «!» where there is none
  std::string said;
};

Read read(const std::string& row) {
  World world("forms/all.yaml", kAll);
  workbook::Workbook book = book_of(kHead + row);
  const auto tables = world.take(book);
  Read result{{}, drawn::lines(world.diagnostics)};
  REQUIRE(tables.size() == 1);
  REQUIRE(tables[0].rows.size() == 1);
  const auto& cells = tables[0].rows[0].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool number = tables[0].form->fields[i].is_number();
    result.cells.push_back(cells[i].state != State::value ? "!" : number ? cells[i].number.text() : cells[i].text);
  }
  return result;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("cells of their own types are read without a word") {
  const Read all = read("007 | 21 | 3.25 | %0.445 | @44377 | да | АБ-12 | Слабый");
  CHECK(all.said.empty());
  CHECK(all.cells == Cells{"7", "21", "3.25", "44.5", "2021-06-30", "1", "АБ-12", "низкий"});
}

TEST_CASE("numbers typed as text are taken with a warning") {
  const Read spaced = read("а | '21 чел. | '1 234,5 | '44,4 % | '30.06.2021 | + | |");
  CHECK(spaced.cells == Cells{"а", "21", "1234.5", "44.4", "2021-06-30", "1", "!", "!"});
  CHECK(spaced.said ==
        "F201 B2 «Число»: число записано текстом: «21 чел.»\n"
        "F201 C2 «Среднее»: число записано текстом: «1 234,5»\n"
        "F201 D2 «Доля»: число записано текстом: «44,4 %»\n");
}

TEST_CASE("every wrong cell of a row is told, each with what is wrong") {
  const Read wrong = read("а | 2.5 | 3.255 | 0.44 | '31.06.2021 | может быть | аб | выскоий");
  CHECK(wrong.said ==
        "F204 B2 «Число»: 2,5 – дробное, а нужно целое\n"
        "F205 C2 «Среднее»: 3,255 – знаков после запятой больше, чем 2\n"
        "F213 D2 «Доля»: 0,44 похоже на долю, а не на проценты\n"
        "F205 D2 «Доля»: 0,44 – знаков после запятой больше, чем 1\n"
        "F209 E2 «Дата»: «31.06.2021» – такого дня нет\n"
        "F210 F2 «Есть»: «может быть» – не «да» и не «нет»\n"
        "F211 G2 «Индекс»: «аб» не соответствует образцу\n"
        "F208 H2 «Уровень»: «выскоий» нет в списке\n");
  const Read others = read("а | %0.5 | ?1 | '5 кг | 12 | | | #DIV/0!");
  CHECK(others.said ==
        "F203 B2 «Число»: значение в процентах, а нужно в единицах «чел.»\n"
        "F202 C2 «Среднее»: в ячейке логическое значение, а нужно число\n"
        "F203 D2 «Доля»: после числа стоит «кг», а поле в единицах «%»\n"
        "F209 E2 «Дата»: число в ячейке – не дата\n"
        "F212 H2 «Уровень»: в ячейке ошибка #DIV/0!\n");
  const Read bounds = read("а | 101 | 1e300 | | | | |");
  CHECK(bounds.said == "F206 B2 «Число»: 101 больше 100\n"
                       "F223 C2 «Среднее»: число не помещается точно\n");
  CHECK(read("а | @44377 | н/д | | | | |").said ==
        "F202 B2 «Число»: в ячейке дата 30.06.2021, а нужно число\nF202 C2 «Среднее»: «н/д» – не число\n");
}

TEST_CASE("an impossible day comes with the likely one, a near word with the meant one") {
  World world("forms/all.yaml", kAll);
  workbook::Workbook book = book_of(std::string(kHead) + "а | | | | '31.06.2021 | | | выскоий");
  world.take(book);
  REQUIRE(world.diagnostics.size() == 2);
  CHECK(world.diagnostics[0].hint == "возможно, имелось в виду 30.06.2021");
  CHECK(world.diagnostics[1].hint == "возможно, имелось в виду «высокий»");
  CHECK(world.diagnostics[0].where.label == "а");
}

TEST_CASE("the noise of doubles is not a fraction; a formula without a value has been told of already") {
  const Read noise = read("а | 20.999999999999996 | ~ | | | | |");
  CHECK(noise.said.empty());
  CHECK(noise.cells[1] == "21");
  CHECK(noise.cells[2] == "!");
}

TEST_CASE("signs mean what the field says; blank is an error where a value is owed") {
  World world("forms/marks.yaml", kMarks);
  CHECK(world.said("Школа | Предмет | Участников | 2 | 3\nЛесная СОШ | Химия | 5 | - | 5").empty());
  CHECK(world.said("Школа | Предмет | Участников | 2 | 3\nЛесная СОШ | Химия | | | 5") ==
        "F207 C2 нет значения: «Участников»\n");
}

TEST_CASE("a person's name never stands in a message") {
  CHECK(read("а | Иванов Пётр | | | | Сидорова А. Б. | |").said ==
        "F202 B2 «Число»: текст, похожий на имя – не число\n"
        "F210 F2 «Есть»: текст, похожий на имя – не «да» и не «нет»\n");
}
