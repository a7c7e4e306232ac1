// Faults of single cells: a diagnostic with the cell, and the rest of the sheet is read.
#include "archive.h"
#include "catch.h"
#include "diagnostics/render.h"
#include "workbook/codes.h"
#include "workbook/workbook.h"

using namespace svod;
using namespace svod::workbook;

namespace {

/// «code place: message» of each diagnostic, a line each.
std::string faults(const Book& book, const Budgets& budgets = {}) {
  const auto outcome = read(book.bytes(), "a.xlsx", budgets);
  CHECK(outcome.product.sheets.size() == book.sheets.size());
  std::string out;
  for (const Diagnostic& found : outcome.diagnostics) {
    CHECK_FALSE(found.hint.empty());
    out += std::string(found.code->id) + " " + (found.where.cells ? a1(*found.where.cells) : found.where.sheet) + ": " +
           found.message + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a formula without a value is a diagnostic and prints nothing") {
  const Book book = with_rows(R"(<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v></v></c>)"
                              R"(<c r="C1" t="str"><f>"x"</f></c><c r="D1"><v>5</v></c></row>)");
  CHECK(faults(book) ==
        "W201 A1: у формулы нет посчитанного значения\nW201 B1: у формулы нет посчитанного значения\n"
        "W201 C1: у формулы нет посчитанного значения\n");
  const auto outcome = read(book.bytes(), "a.xlsx");
  CHECK(outcome.diagnostics.errors() == 3);
  CHECK(print_cells(outcome.product) == "Лист\tD1\tn\t5\n");
  CHECK(outcome.product.sheets[0].cells[0].no_cached_value);
  CHECK(outcome.product.sheets[0].formula(outcome.product.sheets[0].cells[0]) == "B1*2");
  CHECK(render_text(outcome.diagnostics, false).find("(3 раза)") != std::string::npos);
}

TEST_CASE("addresses that are none, or contradict the row") {
  CHECK(faults(
            with_rows(R"(<row r="1"><c r="A0"><v>1</v></c><c r="XFE1"><v>2</v></c><c r="b1"><v>3</v></c>)"
                      R"(<c r="A1048577"><v>4</v></c><c r="C7"><v>5</v></c></row><row r="0"><c><v>6</v></c></row>)")) ==
        "W202 Лист: неверный адрес ячейки «A0» в строке 1\nW202 Лист: неверный адрес ячейки «XFE1» в строке 1\n"
        "W202 Лист: неверный адрес ячейки «b1» в строке 1\nW202 Лист: неверный адрес ячейки «A1048577» в строке 1\n"
        "W202 C7: ячейка C7 записана в строке 1\nW202 Лист: неверный номер строки «0»\n");
  Book book = with_rows("");
  book.sheets[0].second =
      R"(<cols><col min="0" max="3"/></cols><sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells>)";
  CHECK(faults(book) ==
        "W202 Лист: неверные номера столбцов: от «0» до «3»\n"
        "W202 Лист: неверный адрес объединённых ячеек «A1:»\n");
  CHECK(faults(with_rows(
            R"(<row r="1048576"/><row><c><v>1</v></c></row><row r="1"><c r="XFD1"/><c><v>2</v></c></row>)")) ==
        "W202 Лист: ячейка за краем листа\nW202 Лист: ячейка за краем листа\n");
}

TEST_CASE("styles, strings and values that are not there or do not read") {
  Book book = with_rows(
      R"(<row r="1"><c r="A1" s="9"><v>1</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>-1</v></c>)"
      R"(<c r="D1"><v>12,5</v></c><c r="E1" t="b"><v>да</v></c><c r="F1" t="d"><v>30.06.2021</v></c>)"
      R"(<c r="G1" t="zz"><v>1</v></c><c r="H1"><v>1e999</v></c><c r="I1"><v>NaN</v></c><c r="J1" s="9"/></row>)");
  book.strings = "<si><t>а</t></si>";
  CHECK(faults(book) ==
        "W203 A1: формата «9» ячейки в файле нет\n"
        "W204 B1: строки «1» нет в таблице строк файла, в ней их 1\nW204 C1: строки «-1» нет в таблице строк файла, в "
        "ней их 1\n"
        "W205 D1: вместо числа записано: «12,5»\nW205 E1: вместо логического значения записано: «да»\n"
        "W205 F1: вместо даты записано: «30.06.2021»\nW205 G1: у ячейки незнакомый тип «zz» и значение: «1»\n"
        "W205 H1: вместо числа записано: «1e999»\nW205 I1: вместо числа записано: «NaN»\n");
}

TEST_CASE("twins, orphans of shared formulas, strange elements, equal names of sheets") {
  const Book book =
      with_rows(R"(<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row>)"
                R"(<row r="2"><c r="A2"><f t="shared" si="7"/><v>4</v></c><x/></row><y><c/></y><extLst><z/></extLst>)");
  CHECK(faults(book) ==
        "W208 A2: среди ячеек листа стоит незнакомый элемент «x», он пропущен\n"
        "W208 A2: среди строк листа стоит незнакомый элемент «y», он пропущен\n"
        "W207 A2: общей формулы «7» на листе нет\n"
        "W206 B1: ячейка записана в файле дважды, взято первое значение\n");
  CHECK(print_cells(read(book.bytes(), "a.xlsx").product) == "Лист\tA1\tn\t2\nЛист\tB1\tn\t1\nЛист\tA2\tn\t4\n");
  Book twins;
  twins.sheets = {{"ОГЭ", "<sheetData/>"}, {"огэ", "<sheetData/>"}};
  CHECK(faults(twins) == "W209 огэ: в файле два листа с именем «огэ»\n");
}

TEST_CASE("many faults of one kind are listed up to a limit and counted truly") {
  std::string row = "<row r=\"1\">";
  for (int i = 0; i < 30; ++i) row += "<c><f>A1</f></c>";
  Budgets budgets;
  budgets.listed_faults = 2;
  CHECK(faults(with_rows(row + "</row>"), budgets) ==
        "W201 A1: у формулы нет посчитанного значения\nW201 B1: у формулы нет посчитанного значения\n"
        "W201 Лист: таких ячеек на листе всего 30, по одной названы первые 2, последняя – AD1\n");
}
