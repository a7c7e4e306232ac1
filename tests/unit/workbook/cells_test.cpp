// What a sheet says, cell by cell: types, formats, texts, formulas.
#include "archive.h"
#include "catch.h"
#include "workbook/codes.h"
#include "workbook/formula.h"
#include "workbook/iso_time.h"
#include "workbook/number_format.h"
#include "workbook/workbook.h"

using namespace svod;
using namespace svod::workbook;

namespace {

Outcome<Workbook> opened(const Book& book) { return read(book.bytes(), "проба.xlsx"); }

std::string cells(const Book& book) {
  const auto outcome = opened(book);
  CHECK(outcome.diagnostics.empty());
  return print_cells(outcome.product);
}

}  // namespace

TEST_CASE("every type of cell prints as the manual says") {
  Book book = with_rows(
      R"(<row r="1"><c r="A1"><v>12</v></c><c r="B1"><v>3.6250000000000000</v></c><c r="C1" t="s"><v>0</v></c>)"
      R"(<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#DIV/0!</v></c>)"
      R"(<c r="F1" t="inlineStr"><is><t>в тексте</t></is></c>)"
      R"(<c r="G1" t="str"><f>A1&amp;"x"</f><v>12x</v></c><c r="H1" t="d"><v>2021-06-30T12:00:00</v></c>)"
      R"(<c r="I1" s="1"><v>44377</v></c><c r="J1" t="n"><v> -0.5 </v></c><c r="K1"><v>+7</v></c>)"
      R"(<c r="L1" s="1"/></row>)");
  book.strings = "<si><t>Русский\tязык\\</t></si>";
  book.styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)";
  CHECK(cells(book) ==
        "Лист\tA1\tn\t12\nЛист\tB1\tn\t3.625\nЛист\tC1\ts\tРусский\\tязык\\\\\nЛист\tD1\tb\t1\nЛист\tE1\te\t#DIV/0!\n"
        "Лист\tF1\ts\tв тексте\nЛист\tG1\ts\t12x\nЛист\tH1\td\t44377.5\nЛист\tI1\td\t44377\nЛист\tJ1\tn\t-0.5\n"
        "Лист\tK1\tn\t7\n");
}

TEST_CASE("numbers print with the fewest digits that read back") {
  CHECK(cells(with_rows(
            R"(<row><c><v>0.1</v></c><c><v>100000</v></c><c><v>1E-4</v></c><c><v>999999999999999</v></c>)"
            R"(<c><v>1e15</v></c><c><v>0.30000000000000004</v></c><c><v>-0</v></c><c><v>1e-7</v></c></row>)")) ==
        "Лист\tA1\tn\t0.1\nЛист\tB1\tn\t100000\nЛист\tC1\tn\t0.0001\nЛист\tD1\tn\t999999999999999\n"
        "Лист\tE1\tn\t1e+15\nЛист\tF1\tn\t0.30000000000000004\nЛист\tG1\tn\t0\nЛист\tH1\tn\t1e-07\n");
}

TEST_CASE("line ends of a text print as one, escapes of the format are undone") {
  Book book =
      with_rows(R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>)");
  book.strings =
      "<si><t>а_x000D_\nб&#13;в</t></si><si><t>_x005F_x0041_ _xD83D__xDE00_ _xD83D_ _x00_</t></si>"
      "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">Обще</t></r><r><t>ство &amp; </t></r><r><t>знание</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>чтение</t></rPh><phoneticPr fontId=\"1\"/></si>"
      "<si><t><![CDATA[<5> ]]>лет<!-- примечание --></t></si>";
  CHECK(cells(book) ==
        "Лист\tA1\ts\tа\\nб\\nв\nЛист\tB1\ts\t_x0041_ \xF0\x9F\x98\x80 _xD83D_ _x00_\n"
        "Лист\tC1\ts\tОбщество & знание\nЛист\tD1\ts\t<5> лет\n");
}

TEST_CASE("cells without addresses follow one another; rows out of order are put in order") {
  CHECK(cells(with_rows(R"(<row r="3"><c><v>31</v></c><c r="D3"><v>34</v></c><c><v>35</v></c></row>)"
                        R"(<row r="1"><c><v>11</v></c></row><row><c><v>21</v></c></row>)")) ==
        "Лист\tA1\tn\t11\nЛист\tA2\tn\t21\nЛист\tA3\tn\t31\nЛист\tD3\tn\t34\nЛист\tE3\tn\t35\n");
}

TEST_CASE("a formula keeps its text beside the cached value, a filled-down one shifts") {
  const auto outcome = opened(with_rows(
      R"(<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1*LOG10(A$1)</f><v>1</v></c></row>)"
      R"(<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c>)"
      R"(<c r="D2"><f t="array" ref="D2:D3">A1:A2*2</f><v>4</v></c></row>)"
      R"(<row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c><c r="E3" t="str"><f>""</f><v></v></c></row>)"));
  REQUIRE(outcome.diagnostics.empty());
  const Sheet& sheet = outcome.product.sheets.at(0);
  const auto formula = [&](CellRef at) { return sheet.formula(*sheet.find(at)); };
  CHECK(formula({0, 2}) == "A1+$B$1*LOG10(A$1)");
  CHECK(formula({1, 2}) == "A2+$B$1*LOG10(A$1)");
  CHECK(formula({2, 2}) == "A3+$B$1*LOG10(A$1)");
  CHECK(formula({1, 3}) == "A1:A2*2");
  CHECK(sheet.find({2, 4})->is_formula);
  CHECK(sheet.find({5, 5}) == nullptr);
  // Empty text of a formula is a value, and prints nothing.
  CHECK(print_cells(outcome.product).find("E3") == std::string::npos);
}

TEST_CASE("references move, everything else in a formula stays") {
  CHECK(shifted_formula("SUM(A1:B2)", 1, 1) == "SUM(B2:C3)");
  CHECK(shifted_formula("$A1+A$1+$A$1", 2, 3) == "$A3+D$1+$A$1");
  CHECK(shifted_formula("\"A1\"&'Лист A1'!B2&A1", 1, 0) == "\"A1\"&'Лист A1'!B3&A2");
  CHECK(shifted_formula("A:A+1:1+Tab1[A1]+ATAN2(A1,1)", 1, 1) == "B:B+2:2+Tab1[A1]+ATAN2(B2,1)");
  CHECK(shifted_formula("S1:S3!A1", 1, 0) == "S1:S3!A2");
  CHECK(shifted_formula("A1", -1, 0) == "#REF!");
  CHECK(shifted_formula("XFD1+1E5", 0, 1) == "#REF!+1E5");
  CHECK(shifted_formula("\"не закрыта A1", 1, 1) == "\"не закрыта A1");
}

TEST_CASE("a number format is a date, a percentage or neither") {
  for (const char* code :
       {"dd\\.mm\\.yyyy", "[$-419]d mmm", "[h]:mm", "h:mm AM/PM", "mm:ss", "[Red]yyyy", "[ss]", "D.M.YY;@"}) {
    INFO(code);
    CHECK(kind_of_format(code).date);
  }
  for (const char* code : {"0.00", "#,##0\\ \"руб. за дом\"", "[Red]0", "[Black][>5]0", "0;dd.mm", "General", "\\d0",
                           "_d0", "0.00E+00", "@", "\"д", "[$-419]0", "#,##0.00\\ _₽_-"}) {
    INFO(code);
    CHECK_FALSE(kind_of_format(code).date);
  }
  CHECK(kind_of_format("0.0%").percent);
  CHECK_FALSE(kind_of_format("0\"%\"").percent);
  CHECK_FALSE(kind_of_format("0\\%").percent);
  CHECK(kind_of_builtin(14).date);
  CHECK(kind_of_builtin(47).date);
  CHECK(kind_of_builtin(10).percent);
  CHECK_FALSE(kind_of_builtin(3).date);
}

TEST_CASE("percentages, dates of both systems, hidden things, merged cells and names") {
  Book book = with_rows(
      R"(<row r="1" hidden="1"><c r="A1" s="1"><v>0.5</v></c></row><row r="2" hidden="1"/>)"
      R"(<row r="4" hidden="true"><c r="A4" s="2"><v>42915</v></c><c r="B4" t="d"><v>2021-06-30</v></c></row>)");
  book.sheets[0].second = R"(<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols>)" +
                          book.sheets[0].second +
                          R"(<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="D5:D4"/></mergeCells>)";
  book.sheets.emplace_back("Служебный", "<sheetData/>");
  book.styles =
      R"(<numFmts><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="d/m/yy"/></numFmts>)"
      R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
      R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>)";
  book.workbook = R"(<workbookPr date1904="1"/>)";
  book.after_sheets =
      R"(<definedNames><definedName name="svod.form" localSheetId="1">"oge_marks"</definedName></definedNames>)";
  auto archive = book.archive();
  for (ArchivePart& part : archive.parts) {
    const std::size_t at = part.bytes.find("name=\"Служебный\"");
    if (at != std::string::npos) part.bytes.insert(at, "state=\"veryHidden\" ");
  }
  const auto outcome = read(archive.bytes(), "a.xlsx");
  REQUIRE(outcome.diagnostics.empty());
  const Workbook& read_book = outcome.product;
  CHECK(read_book.system_1904);
  const Sheet& sheet = read_book.sheets.at(0);
  CHECK(sheet.find({0, 0})->percent);
  CHECK(sheet.find({3, 0})->type == CellType::date);
  CHECK(sheet.find({3, 1})->number == 42915);
  CHECK(sheet.hidden_rows == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {3, 3}});
  CHECK(sheet.hidden_columns == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 2}});
  CHECK(sheet.merged == std::vector<CellRange>{{{0, 0}, {1, 2}}, {{3, 3}, {4, 3}}});
  CHECK_FALSE(sheet.hidden);
  CHECK(read_book.sheets.at(1).hidden);
  REQUIRE(read_book.names.size() == 1);
  CHECK(read_book.names[0].refers_to == "\"oge_marks\"");
  CHECK(read_book.names[0].sheet == 1);
}

TEST_CASE("ISO dates and times become serials") {
  CHECK(serial_of_iso("1900-03-01", false) == 61);
  CHECK(serial_of_iso("06:00:00Z", false) == 0.25);
  CHECK(serial_of_iso("2021-06-30T18:00:00.000", false) == 44377.75);
  for (const char* text :
       {"2021-02-30", "30.06.2021", "2021-06-30T", "25:00", "2021-06-30T12:60:00", "1890-01-01", ""}) {
    INFO(text);
    CHECK_FALSE(serial_of_iso(text, false));
  }
}

TEST_CASE("strict files, prefixes, other part names and UTF-16 parts read the same") {
  Book book = with_rows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)");
  book.strings = "<si><t>школа</t></si>";
  book.strict = true;
  const std::string expected = "Лист\tA1\ts\tшкола\n";
  CHECK(cells(book) == expected);

  Archive odd = book.archive();
  for (ArchivePart& part : odd.parts) {
    if (part.name == "xl/sharedStrings.xml") {
      std::string wide = "\xFF\xFE";
      for (const char16_t unit :
           std::u16string(u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:sst xmlns:x=\"m\"><x:si><x:t>"
                          u"школа</x:t></x:si></x:sst>")) {
        wide += static_cast<char>(unit & 0xFF);
        wide += static_cast<char>(unit >> 8);
      }
      part.bytes = wide;
    }
    if (part.name == "xl/worksheets/sheet1.xml") {
      part.name = "xl\\Worksheets\\SHEET1.xml";
      part.bytes =
          "\xEF\xBB\xBF<x:worksheet xmlns:x='m'>\r\n<x:sheetData ><x:row r='1'><!-- --><x:c t='s' r='A&#49;'>"
          "<?pi x?><x:v >0</x:v ></x:c></x:row></x:sheetData></x:worksheet>\n";
    }
  }
  const auto outcome = read(odd.bytes(), "a.xlsx");
  CHECK(outcome.diagnostics.empty());
  CHECK(print_cells(outcome.product) == expected);
}
