#include "base/text.h"
#include "catch.h"
#include "laid_out.h"
#include "typeset/table_widths.h"

using namespace svod;
using namespace samples;
using typeset::Length;
using typeset::mm;
using typeset::pt;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

int times(const std::string& text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Document with(Table table, std::string profile = "official") {
  Document document = empty(std::move(profile));
  document.blocks = {paragraph("Вводный текст."), block(std::move(table))};
  return document;
}

Table wide(int columns, const std::string& word, int rows = 4) {
  Table table;
  table.caption = "Широкая таблица";
  table.number = "9";
  Row head, body;
  for (int c = 0; c < columns; ++c) {
    table.columns.push_back(column("c" + std::to_string(c), c > 0));
    head.cells.push_back(cell(c == 0 ? "Школа" : word + std::to_string(c)));
    body.cells.push_back(cell(c == 0 ? "Ясногорская" : std::to_string(c) + ",5"));
  }
  table.head = {head};
  table.rows.assign(static_cast<std::size_t>(rows), body);
  return table;
}

// Where the comma of each figure stands.
std::vector<Length> commas(const typeset::Pages& pages, const std::vector<std::string>& figures) {
  std::vector<Length> places;
  for (const auto& run : pages.pages[0].runs) {
    const std::string text = typeset::text(pages, run);
    if (std::find(figures.begin(), figures.end(), text) == figures.end()) continue;
    Length x = run.x;
    for (std::uint32_t i = run.first; i < run.first + run.count; ++i) {
      if (pages.faces[run.face].characters[pages.glyphs[i].code].text == ",") places.push_back(x);
      x += pages.glyphs[i].advance;
    }
  }
  return places;
}

}  // namespace

TEST_CASE("a table over pages repeats its head under «Продолжение таблицы»") {
  const auto pages = pages_of(with(long_table(120)));
  REQUIRE(pages.pages.size() > 2);
  CHECK(outside(pages) == "");
  for (std::size_t i = 1; i < pages.pages.size(); ++i) {
    const std::string text = body_text(pages, i);
    CHECK(text.rfind("Продолжение таблицы 2\n", 0) == 0);
    CHECK(has(text, "Примечание"));
  }
  CHECK(times(body_text(pages), "Таблица 2") == 1);
  const std::string letters_of_all = letters(body_text(pages));
  for (int i = 1; i <= 120; ++i) CHECK(has(letters_of_all, "№" + std::to_string(i) + "»"));
}

TEST_CASE("fewer than three rows never stand alone at either end") {
  for (int lines = 0; lines < 45; ++lines) {
    Document document = empty("report");
    for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
    Table table;
    table.columns = {column("a"), column("b", true)};
    table.head = {row({"Школа", "Число"})};
    table.caption = "Таблица";
    table.number = "1";
    for (int i = 0; i < 12; ++i) table.rows.push_back(row({"ряд-" + std::to_string(i), std::to_string(i)}));
    document.blocks.push_back(block(table));
    const auto pages = pages_of(document);
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
      const int rows = times(body_text(pages, p), "ряд-");
      CHECK((rows == 0 || rows >= 3));
      CHECK((rows > 0) == has(body_text(pages, p), "Школа"));
    }
  }
}

TEST_CASE("one high row may begin a table at the foot of a page") {
  std::string high;
  for (int i = 0; i < 150; ++i) high += (i == 0 ? "" : " ") + std::string("слово");
  bool one = false;
  for (int lines = 0; lines < 45; ++lines) {
    Document document = empty("report");
    for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
    Table table;
    table.columns = {column("a"), column("b", true)};
    table.head = {row({"Школа", "Число"})};
    table.caption = "Таблица";
    table.number = "1";
    for (int i = 0; i < 8; ++i) table.rows.push_back(row({"ряд-" + std::to_string(i) + " " + high, std::to_string(i)}));
    document.blocks.push_back(block(table));
    const auto pages = pages_of(document);
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
      const std::string text = body_text(pages, p);
      CHECK((times(text, "ряд-") > 0) == has(text, "Школа"));
      one = one || (p == 0 && lines > 0 && times(text, "ряд-") == 1);
    }
  }
  CHECK(one);
}

TEST_CASE("figures of a column are aligned on the comma") {
  Table table;
  table.columns = {column("a"), column("b", true)};
  table.head = {row({"Предмет", "Средний балл"})};
  table.rows = {row({"Физика", "48,2"}), row({"Русский язык", "1\u202f165,35"}), row({"История", "5,1"}),
                row({"Химия", "–"})};
  const auto places = commas(pages_of(with(table, "report")), {"48,2", "1\u202f165,35", "5,1"});
  REQUIRE(places.size() == 3);
  CHECK(std::llabs(places[0] - places[1]) < 60);
  CHECK(std::llabs(places[0] - places[2]) < 60);
}

TEST_CASE("wide tables first get smaller letters, then turn, then are split by columns") {
  const auto fitting = pages_of(with(wide(6, "Графа")));
  CHECK(fitting.pages.size() == 1);
  const auto few = pages_of(with(wide(18, "Участие")));  // a few rows alone on a turned page would look lost
  CHECK(few.pages.size() == 1);
  CHECK(outside(few) == "");
  const auto turned = pages_of(with(wide(18, "Участие", 12)));
  REQUIRE(turned.pages.size() == 2);
  CHECK(turned.pages[1].width > turned.pages[1].height);
  CHECK(outside(turned) == "");
  const auto out = typeset::lay_out(with(wide(40, "Обществознание")), fonts(), profiles());
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].code->id == "L108");
  CHECK(outside(out.product) == "");
  const std::string text = letters(body_text(out.product));
  for (int c = 1; c < 40; ++c) CHECK(has(text, std::to_string(c) + ",5"));
  CHECK(times(text, "Ясногорская") > 4);  // repeated in every part
  CHECK(has(text, "Продолжениетаблицы9"));
}

TEST_CASE("text after a turned table stands upright again") {
  Document document = with(wide(18, "Участие", 12));
  document.blocks.push_back(paragraph("После таблицы."));
  const auto pages = pages_of(document);
  REQUIRE(pages.pages.size() == 3);
  CHECK(pages.pages[1].width > pages.pages[1].height);
  CHECK(pages.pages[2].width < pages.pages[2].height);
}

TEST_CASE("a row higher than a page goes on over pages, line by line") {
  Table table;
  table.columns = {column("a"), column("b")};
  table.head = {row({"Мероприятие", "Содержание"})};
  std::string longest;
  for (int i = 0; i < 60; ++i) longest += prose();
  longest += " Конец ячейки.";
  table.rows = {row({"Первое", "коротко"}), row({"Второе", longest}), row({"Третье", "коротко"})};
  for (const std::string profile : {"official", "report"}) {
    const auto pages = pages_of(with(table, profile));
    CHECK(pages.pages.size() > 3);
    CHECK(outside(pages) == "");
    CHECK(has(letters(body_text(pages)), letters("Конец ячейки.")));
    CHECK(has(letters(body_text(pages)), "Третье"));
  }
}

TEST_CASE("spans: heads over columns, cells over rows, spans that run out of the table") {
  Table table = subjects_table();
  table.rows[1].cells[0].rows = 2;
  table.rows[2].cells.erase(table.rows[2].cells.begin());
  table.rows[4].cells[0].columns = 99;
  table.rows[5].cells[0].rows = 99;
  for (const std::string profile : {"official", "report"}) {
    const auto pages = pages_of(with(table, profile));
    CHECK(outside(pages) == "");
    CHECK(has(letters(body_text(pages)), "Средний"));
  }
}

TEST_CASE("rows spanned by a cell higher than half a page may be divided") {
  Table table;
  table.columns = {column("a"), column("b")};
  table.head = {row({"Раздел", "Мероприятие"})};
  Row first;
  first.cells = {cell("Общий раздел", 1, 100), cell("мера-0")};
  table.rows = {first};
  for (int i = 1; i < 100; ++i) table.rows.push_back(row({"мера-" + std::to_string(i)}));
  const auto pages = pages_of(with(table));
  CHECK(pages.pages.size() > 1);
  CHECK(outside(pages) == "");
  CHECK(times(body_text(pages), "мера-") == 100);
}

TEST_CASE("a table without rows says so, on the page and in a warning") {
  Table table = subjects_table();
  table.rows.clear();
  const auto out = typeset::lay_out(with(table), fonts(), profiles());
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].code->id == "L107");
  CHECK(has(letters(body_text(out.product)), "Нетданных"));
  Table nothing;
  CHECK(pages_of(with(nothing)).pages.size() == 1);
}

TEST_CASE("the legend stands under its table, on the same page as its last rows") {
  for (int lines = 0; lines < 40; ++lines) {
    Document document = empty("report");
    for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
    document.blocks.push_back(block(subjects_table()));
    const auto pages = pages_of(document);
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
      const std::string text = body_text(pages, p);
      if (has(text, "Источники")) CHECK(has(text, "Всего"));
    }
  }
}

TEST_CASE("widths: declared weights share the free room, minima hold, the sum is exact") {
  using typeset::ColumnNeed;
  const typeset::Wraps plain;
  const auto need = [](double min, double max, double weight = 0) {
    ColumnNeed made;
    made.narrow = made.min = pt(min), made.max = pt(max), made.weight = weight;
    return made;
  };
  const auto sum = [](const std::vector<Length>& widths) {
    Length all = 0;
    for (const Length width : widths) all += width;
    return all;
  };
  const auto shared = typeset::share_width({need(20, 40, 1), need(20, 40, 3)}, pt(480), plain);
  CHECK(shared[0] == pt(140));
  CHECK(shared[1] == pt(340));
  const std::vector<ColumnNeed> tight{need(50, 900), need(60, 70), need(30, 300)};
  const auto widths = typeset::share_width(tight, pt(400), plain);
  CHECK(sum(widths) == pt(400));
  for (std::size_t i = 0; i < 3; ++i) CHECK(widths[i] >= tight[i].min);
  const auto weighed = typeset::share_width({need(20, 400, 1), need(20, 400, 3)}, pt(480), plain);
  CHECK(sum(weighed) == pt(480));
  CHECK(weighed[1] > 2 * weighed[0]);
  CHECK(sum(typeset::share_width({need(300, 300), need(300, 300)}, pt(400), plain)) <= pt(400));
}
