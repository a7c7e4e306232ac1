#include <random>

#include "catch.h"
#include "drawn.h"
#include "tables/codes.h"
#include "tables/find.h"

using namespace svod;
using namespace svod::tables;

namespace {

Sought sought(bool wide) {
  Sought made;
  made.columns = {{"district", "Район", {}, false, true, false}, {"school", "Школа", {}, true, true, false},
                  {"count", "Участников", {}, true, false, true}, {"mean", "Средний балл", {}, false, false, true}};
  made.totals = {"итого"};
  made.ignored = {"№"};
  made.group = "district";
  if (wide) made.across = {"subject", ""};
  return made;
}

}  // namespace

TEST_CASE("whatever stands in a sheet, tables lie within it and rows go down") {
  std::mt19937 random(11);
  const auto pick = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  const std::vector<std::string> texts{
      "Школа", "Участников",  "Средний балл", "Район",       "Итого",       "Химия", "№", "1", "2", "3.5",
      "А",     "Продолжение", "'2",           "Средний бал", "Школа Школа", "#REF!", "~", " ", "-", "«»"};
  for (int round = 0; round < 100; ++round) {
    workbook::Workbook book;
    workbook::Sheet& sheet = book.sheets.emplace_back();
    std::uint32_t row = 0;
    for (std::uint32_t r = 0; r < 3 + pick(12); ++r) {
      row += pick(9) == 0 ? 1 + pick(500'000) : 1;
      if (row > 1'048'575) break;
      std::uint32_t column = 0;
      for (std::uint32_t c = 0; c < pick(8); ++c) {
        column += pick(20) == 0 ? 1 + pick(3000) : 1;
        drawn::put(book, sheet, {row, column}, texts[pick(texts.size())]);
      }
    }
    for (std::uint32_t m = 0; m < pick(5); ++m) {
      const CellRef first{pick(8), pick(8)};
      sheet.merged.push_back({first, {first.row + pick(3) * pick(400'000), first.column + pick(3) * pick(5000)}});
    }
    const Grid grid(sheet);
    for (const bool wide : {false, true}) {
      const Search found = find(grid, "a.xlsx", sought(wide));
      for (const Table& table : found.tables) {
        REQUIRE(table.head.first.row <= table.head.last.row);
        std::uint32_t last = table.head.last.row;
        for (const TableRow& data : table.rows) {
          REQUIRE(data.row > last);
          last = data.row;
        }
        for (const Total& total : table.totals) {
          for (const std::size_t covered : total.covers) REQUIRE(table.rows.at(covered).kind == RowKind::data);
        }
      }
    }
  }
}

TEST_CASE("a sheet full of half heads is given up with a word, not searched for ever") {
  std::string rows = "Школа | Участников | Средний балл\nА | 1 | 2\n";
  for (int i = 0; i < 30'000; ++i) rows += "Школа | Средний балл | Школа\n";
  const workbook::Workbook book = drawn::book_of(rows);
  const Grid grid(book.sheets[0]);
  const Search found = find(grid, "a.xlsx", sought(false));
  REQUIRE_FALSE(found.tables.empty());
  CHECK(drawn::count(found.tables.back().diagnostics, codes::tangled_sheet) == 1);
}
