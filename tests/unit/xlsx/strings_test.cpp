#include "xlsx/strings.h"

#include "base/text.h"
#include "catch.h"
#include "xlsx/grid.h"
#include "documents.h"
#include "xlsx/measure.h"
#include "xlsx/sheet_names.h"

using namespace svod;
using namespace svod::xlsx;

TEST_CASE("names of sheets are short, allowed and different") {
  SheetNames names;
  CHECK(names.take("ОГЭ") == "ОГЭ");
  CHECK(names.take("огэ") == "огэ (2)");
  CHECK(names.take("Содержание") == "Содержание (2)");
  CHECK(names.take("'Итоги [2021]: 9/11?*'") == "Итоги 2021 9 11");
  CHECK(names.take("") == "Таблица");
  CHECK(names.take("History") == "History (2)");
  const std::string cut = names.take("Средний балл по обязательным предметам и по выбору");
  CHECK(length(cut) == 31);
  const std::string again = names.take("Средний балл по обязательным предметам и по выбору");
  CHECK(length(again) <= 31);
  CHECK(again.ends_with(" (2)"));
}

TEST_CASE("headers double their ampersands and keep to the limit") {
  CHECK(print_header("&C", "А & Б") == "&CА && Б");
  std::string endless;
  for (int i = 0; i < 400; ++i) endless += "&";
  CHECK(length(print_header("&C", endless)) <= 255);
}

TEST_CASE("widths tell whether a text fits") {
  CHECK(text_width("1234567890") == Approx(10));
  CHECK(text_width("абв", true) > text_width("абв"));
  CHECK(text_width("один\nочень длинный") == Approx(text_width("очень длинный")));
  CHECK(longest_word("по общеобразовательным школам") == Approx(text_width("общеобразовательным")));
  CHECK(wrapped_lines("короткий", 20) == 1);
  CHECK(wrapped_lines("слово слово слово", 8) == 3);
  CHECK(wrapped_lines("две\nстроки", 20) == 2);
  CHECK(wrapped_lines("12345678901234567890", 8) == 3);
  CHECK(wrapped_lines("", 8) == 1);
}

TEST_CASE("spans put cells where HTML would") {
  document::Table table;
  using samples::text;
  table.head = {samples::row(document::Row::Kind::body, {text("а", 1, 2), text("б", 2), text("в", 1, 2)}),
                samples::row(document::Row::Kind::body, {text("г"), text("д")})};
  CHECK(column_count(table) == 4);
  const auto grid = place(table.head, 4);
  REQUIRE(grid[1].cells.size() == 2);
  CHECK(grid[0].cells[2].column == 3);
  CHECK(grid[1].cells[0].column == 1);
  CHECK(grid[1].cells[1].column == 2);
  CHECK(grid[1].at(0) == nullptr);
}
