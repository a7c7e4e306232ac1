// Files that cannot be read: one error, no sheets, and what the file really is.
#include <functional>

#include "archive.h"
#include "catch.h"
#include "workbook/codes.h"
#include "workbook/workbook.h"

using namespace svod;
using namespace svod::workbook;
using namespace std::string_literals;

namespace {

/// «code: message» of a file that must be refused.
std::string refusal(const std::string& bytes, const Budgets& budgets = {}, const std::string& name = "a.xlsx") {
  const auto outcome = read(bytes, name, budgets);
  CHECK(outcome.product.sheets.empty());
  CHECK(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics.errors() == 1);
  CHECK(print_cells(outcome.product).empty());
  if (outcome.diagnostics.empty()) return {};
  const Diagnostic& found = outcome.diagnostics[0];
  CHECK_FALSE(found.hint.empty());
  CHECK(found.where.file == name);
  return std::string(found.code->id) + ": " + found.message;
}

bool has(const std::string& text, const std::string& piece) {
  INFO(text);
  return text.find(piece) != std::string::npos;
}

std::string with_main_type(const std::string& type) {
  Archive archive = with_rows("").archive();
  std::string& types = archive.parts[0].bytes;
  const std::string old = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  types.replace(types.find(old), old.size(), type);
  return archive.bytes();
}

std::string ole_with(const std::string& entry) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(1016, '\0');
  std::string directory(128, '\0');
  for (std::size_t i = 0; i < entry.size(); ++i) directory[2 * i] = entry[i];
  directory[64] = static_cast<char>((entry.size() + 1) * 2);
  directory[66] = 2;
  return bytes + std::string(128, '\0') + directory + std::string(256, '\0');
}

/// The good workbook after a change of its archive.
std::string changed(const std::function<void(Archive&)>& change) {
  Book book = with_rows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)");
  book.strings = "<si><t>текст</t></si>";
  Archive archive = book.archive();
  change(archive);
  return archive.bytes();
}

std::string with_sheet(const std::string& part, const Budgets& budgets = {}) {
  return refusal(changed([&](Archive& archive) { archive.parts[2].bytes = part; }), budgets);
}

}  // namespace

TEST_CASE("files of other kinds under a table's name are named") {
  CHECK(refusal("") == "W101: файл пуст: в нём 0 байт");
  CHECK(refusal("\xEF\xBB\xBF") == "W101: файл пуст: в нём нет ни одной ячейки");
  CHECK(refusal("\xFF\xFE", {}, "a.csv") == "W101: файл пуст: в нём нет ни одной ячейки");
  CHECK(refusal(" \r\n\r\n", {}, "a.csv") == "W101: файл пуст: в нём нет ни одной ячейки");
  CHECK(refusal("P") == "W105: файл xlsx оборван: в нём 1 байт");
  CHECK(refusal("%PDF-1.7\n...") == "W102: это не таблица, а документ PDF");
  CHECK(refusal("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s) == "W102: это не таблица, а снимок (PNG)");
  CHECK(refusal("\xFF\xD8\xFF\xE0\0\x10JFIF"s) == "W102: это не таблица, а снимок (JPEG)");
  CHECK(refusal("{\\rtf1\\ansi") == "W102: это не таблица, а документ RTF");
  CHECK(refusal("\n<!DOCTYPE HTML><table><tr><td>1</table>") == "W102: это страница HTML под видом таблицы");
  CHECK(refusal("<?xml version=\"1.0\"?><html xmlns=\"x\"></html>") == "W102: это страница HTML под видом таблицы");
  CHECK(refusal("<?xml version=\"1.0\"?><a/>") == "W102: это не таблица, а файл XML");
  CHECK(refusal("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>") ==
        "W103: это таблица в формате XML 2003, а не xlsx");
  CHECK(refusal("MIME-Version: 1.0\nX: y") == "W102: это веб-архив (MHTML) под видом таблицы");
  CHECK(refusal("ID;PWXL;N;E\r\n") == "W103: это таблица в формате SYLK, а не xlsx");
  CHECK(refusal("\x09\x08\x10\0\0\6\5\0"s) == "W103: это таблица в формате xls старых выпусков Excel, а не xlsx");
  CHECK(has(refusal("\x7F"
                    "ELF\1\1\0\0\2"s),
            "двоичные данные"));
  CHECK(refusal(ole_with("Workbook")) == "W103: это таблица в формате xls (Excel 97–2003), а не xlsx");
  CHECK(refusal(ole_with("EncryptedPackage")) == "W104: книга Excel защищена паролем и зашифрована");
  CHECK(refusal(ole_with("WordDocument")) == "W102: это не таблица, а документ Word (doc)");
  CHECK(has(refusal("\xD0\xCF\x11\xE0"), "составной файл Office"));
}

TEST_CASE("archives that are no workbook are named") {
  const auto archive = [](const std::string& name, const std::string& bytes) {
    return Archive{{{.name = name, .bytes = bytes, .deflate = false}}, false, ""}.bytes();
  };
  CHECK(has(refusal(archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
            "W103: это таблица в формате ods"));
  CHECK(has(refusal(archive("mimetype", "application/vnd.oasis.opendocument.text")), "odt"));
  CHECK(has(refusal(archive("Index/Document.iwa", "x")), "Apple Numbers"));
  CHECK(refusal(archive("readme.txt", "x")) == "W102: это архив ZIP, а не книга Excel");
  CHECK(has(refusal(with_main_type("application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
            "W103: это таблица в формате xlsb"));
  CHECK(has(refusal(with_main_type("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
            "docx"));
  CHECK(
      has(refusal(with_main_type("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
          "pptx"));
  CHECK(has(refusal(with_main_type("text/plain")), "W108"));
  const auto macros = read(with_main_type("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "a.xlsm");
  CHECK(macros.diagnostics.empty());
}

TEST_CASE("honest containers of every make are read") {
  const std::string expected = "Лист\tA1\ts\tтекст\n";
  const auto reads = [&](const std::function<void(Archive&)>& change) {
    const auto outcome = read(changed(change), "a.xlsx");
    return outcome.diagnostics.empty() && print_cells(outcome.product) == expected;
  };
  CHECK(reads([](Archive&) {}));
  CHECK(reads([](Archive& a) {
    for (auto& part : a.parts) part.deflate = false;
  }));
  CHECK(reads([](Archive& a) {
    for (auto& part : a.parts) part.descriptor = true;
  }));
  CHECK(reads([](Archive& a) {
    for (auto& part : a.parts) part.zip64 = true;
    a.zip64_end = true;
  }));
  CHECK(reads([](Archive& a) { a.comment = "примечание PK\5\6"; }));
}

TEST_CASE("containers that contradict themselves are refused") {
  const auto of = [](const std::function<void(ArchivePart&)>& change) {
    return refusal(changed([&](Archive& archive) { change(archive.parts[2]); }));
  };
  CHECK(has(of([](auto& part) { part.crc_shift = 1; }),
            "W105: файл xlsx повреждён: контрольная сумма части «xl/worksheets/sheet1.xml»"));
  CHECK(has(of([](auto& part) { part.size_shift = -1; }), "не распаковывается"));
  CHECK(has(of([](auto& part) { part.size_shift = 500'000; }), "невозможна"));
  CHECK(has(of([](auto& part) { part.local_name = "xl/worksheets/sheet9.xml"; }), "подписана иначе"));
  CHECK(has(of([](auto& part) { part.method = 12; }), "неизвестным способом 12"));
  CHECK(has(of([](auto& part) {
              part.deflate = false;
              part.size_shift = 1;
            }),
            "две разные длины"));
  CHECK(has(of([](auto& part) { part.flags = 1; }), "W104: содержимое архива зашифровано"));
  CHECK(has(of([](auto& part) { part.name = "XL/workbook.xml"; }), "две части с одним именем"));
  CHECK(has(refusal(changed([](Archive& a) {
              a.parts[3].name = a.parts[3].local_name = "xl/worksheets/sheet1.xm2";
              a.parts[3].local_name = a.parts[2].name, a.parts[3].offset_of_part = 2;
            })),
            "подписана иначе"));
  CHECK(has(refusal(changed([](Archive& a) {
              a.parts.push_back(a.parts[2]);
              a.parts.back().name = "b";
              a.parts.back().local_name = a.parts[2].name;
              a.parts.back().offset_of_part = 2;
            })),
            "W105"));
}

TEST_CASE("two entries over one another are refused") {
  Archive archive;
  std::string inner;
  {
    Archive small{{{.name = "b", .bytes = "x", .deflate = false}}, false, ""};
    inner = small.bytes().substr(0, 32);
  }
  archive.parts = {{.name = "a", .bytes = inner, .deflate = false}, {.name = "b", .bytes = "x", .deflate = false}};
  std::string bytes = archive.bytes();
  // The second entry of the directory points into the data of the first, where a true header stands.
  const std::size_t second = bytes.find("PK\1\2", bytes.find("PK\1\2") + 4);
  bytes[second + 42] = 31;
  CHECK(has(refusal(bytes), "лежат одна на другой"));
}

TEST_CASE("packages with parts missing are refused with the part's name") {
  const auto without = [](const std::string& name) {
    return refusal(changed([&](Archive& archive) {
      std::erase_if(archive.parts, [&](const ArchivePart& part) { return part.name == name; });
    }));
  };
  CHECK(has(without("xl/worksheets/sheet1.xml"),
            "W108: в файле xlsx нет части «xl/worksheets/sheet1.xml»: это лист «Лист»"));
  CHECK(has(without("xl/sharedStrings.xml"), "в ней тексты ячеек"));
  CHECK(has(without("xl/workbook.xml"), "W108"));
  CHECK(has(without("_rels/.rels"), "не указано, где лежит книга"));
  CHECK(has(without("xl/_rels/workbook.xml.rels"), "не указано, где лежит лист «Лист»"));
  CHECK(has(without("[Content_Types].xml"), "W108"));
  CHECK(has(refusal(Book{}.bytes()), "нет ни одного листа"));
}

TEST_CASE("broken XML names the part and the byte") {
  const std::string part = "W107: xl/worksheets/sheet1.xml, байт ";
  CHECK(with_sheet("<worksheet><sheetData></worksheet>") ==
        part + "22: закрыт элемент «worksheet», а открыт «sheetData»");
  CHECK(with_sheet("<worksheet><sheetData>") == part + "22: часть оборвана, не закрыт элемент «sheetData»");
  CHECK(with_sheet("") == part + "0: нет ни одного элемента");
  CHECK(with_sheet("<worksheet a=\"1\" a='2'/>") == part + "17: атрибут «a» указан дважды");
  CHECK(with_sheet("<worksheet a=1/>") == part + "13: значение атрибута не в кавычках");
  CHECK(with_sheet("<worksheet a=\"<\"/>") == part + "14: значение атрибута не закрыто");
  CHECK(with_sheet("<worksheet/><b/>") == part + "12: второй корневой элемент");
  CHECK(with_sheet("<worksheet>\xC3\x28</worksheet>") == part + "11: байт не в кодировке UTF-8");
  CHECK(with_sheet("<worksheet>\1</worksheet>") == part + "11: недопустимый управляющий знак");
  CHECK(with_sheet("<worksheet>5</worksheet>") == part + "11: текст вне ячеек");
  CHECK(with_sheet("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>") == part + "0: объявление DOCTYPE запрещено");
  CHECK(with_sheet("<styleSheet/>") == part + "13: ожидался элемент «worksheet», а стоит «styleSheet»");
  CHECK(has(with_sheet("<?xml version='1.0' encoding='windows-1251'?><worksheet/>"),
            "кодировка «windows-1251» не поддерживается"));
  CHECK(has(with_sheet("\xFE\xFF\0<\xD8"s), "неверный знак UTF-16"));
  CHECK(with_sheet("\xFF\xFE<\0w\0>\0\x05\xD8"s) == part + "8: неверный знак UTF-16");
  const auto text = [&](const std::string& inside) {
    return with_sheet("<worksheet><sheetData><row><c t=\"str\"><v>" + inside +
                      "</v></c></row></sheetData></worksheet>");
  };
  CHECK(text("&nbsp;") == part + "41: неизвестное имя «&nbsp;»");
  CHECK(text("&#0;") == part + "41: недопустимый знак «&#0;»");
  CHECK(text("&#xD800;") == part + "41: недопустимый знак «&#xD800;»");
  CHECK(text("& ") == part + "41: знак «&» без имени");
  CHECK(text("<b/>") == part + "41: элемент внутри текста");
  CHECK(text("<![CDATA[") == part + "41: раздел CDATA не закрыт");
  CHECK(text("<!-- ") == part + "41: примечание не закрыто");
}

TEST_CASE("a cell that is too long is named, whether its text stands in it or in the table of strings") {
  Book book = with_rows(R"(<row r="3"><c r="B3" t="inlineStr"><is><t>четыре</t></is></c></row>)");
  Budgets budgets;
  budgets.text_bytes = 8;
  const auto where = [&] {
    const auto outcome = read(book.bytes(), "a.xlsx", budgets);
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(has(outcome.diagnostics[0].message, "(text_bytes)"));
    return outcome.diagnostics[0].where;
  };
  const std::string sheet = book.sheets[0].first;
  CHECK(where() == Location::in_cell("a.xlsx", sheet, {2, 1}));
  book = with_rows(R"(<row r="3"><c r="C3" t="s"><v>1</v></c></row>)");
  book.strings = "<si><t>раз</t></si><si><t>четыре</t></si>";
  CHECK(where() == Location::in_cell("a.xlsx", sheet, {2, 2}));
  // Nobody shows it: nothing is lost.
  book = with_rows(R"(<row r="3"><c r="C3" t="s"><v>0</v></c></row>)");
  book.strings = "<si><t>раз</t></si><si><t>четыре</t></si>";
  CHECK(read(book.bytes(), "a.xlsx", budgets).diagnostics.empty());
}

TEST_CASE("every budget is kept and named") {
  const Book book = [] {
    Book made = with_rows(
        R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>вторая</t></is></c></row>)");
    made.sheets[0].second += R"(<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>)";
    made.sheets.emplace_back("Б", "<sheetData/>");
    made.strings = "<si><t>раз</t></si><si><t>два</t></si>";
    made.styles = R"(<cellXfs><xf/><xf/></cellXfs>)";
    made.after_sheets =
        R"(<definedNames><definedName name="a">1</definedName><definedName name="b">1</definedName></definedNames>)";
    return made;
  }();
  const std::string bytes = book.bytes();
  REQUIRE(read(bytes, "a.xlsx").diagnostics.empty());
  const std::vector<std::pair<std::size_t Budgets::*, std::string>> limits{
      {&Budgets::file_bytes, "file_bytes"}, {&Budgets::inflated_bytes, "inflated_bytes"},
      {&Budgets::part_bytes, "part_bytes"}, {&Budgets::entries, "entries"},
      {&Budgets::cells, "cells"},           {&Budgets::string_bytes, "string_bytes"},
      {&Budgets::text_bytes, "text_bytes"}, {&Budgets::depth, "depth"},
      {&Budgets::sheets, "sheets"},         {&Budgets::merged, "merged"},
      {&Budgets::names, "names"},           {&Budgets::strings, "strings"},
      {&Budgets::styles, "styles"}};
  for (const auto& [limit, name] : limits) {
    Budgets budgets;
    budgets.*limit = 1;
    INFO(name);
    CHECK(has(refusal(bytes, budgets), "W106: "));
    CHECK(has(refusal(bytes, budgets), "(" + name + ")"));
  }
  Budgets budgets;
  budgets.cells = 3;
  CHECK(has(refusal("1;2\n3;4\n", budgets, "a.csv"), "(cells)"));
  budgets.text_bytes = 3;
  CHECK(has(refusal("1234\n", budgets, "a.csv"), "(text_bytes)"));
  budgets.string_bytes = 3;
  CHECK(has(refusal("1234\n", budgets, "a.csv"), "(string_bytes)"));
}

TEST_CASE("a bomb of depth, of attributes and of one sheet listed a thousand times stops early") {
  std::string deep = "<worksheet>";
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  CHECK(has(with_sheet(deep), "(depth)"));
  std::string wide = "<worksheet";
  for (int i = 0; i < 300; ++i) wide += " a" + std::to_string(i) + "=\"\"";
  CHECK(has(with_sheet(wide + "/>"), "слишком много атрибутов"));
  Archive archive = with_rows(std::string(100'000, ' ')).archive();
  for (ArchivePart& part : archive.parts) {
    const std::size_t at = part.bytes.find("<sheets>");
    if (at == std::string::npos) continue;
    std::string tabs;
    for (int i = 0; i < 900; ++i) tabs += "<sheet name=\"л" + std::to_string(i) + "\" r:id=\"rId1\"/>";
    part.bytes.insert(at + 8, tabs);
  }
  Budgets budgets;
  budgets.inflated_bytes = 5'000'000;
  CHECK(has(refusal(archive.bytes(), budgets), "(inflated_bytes)"));
}

TEST_CASE("a workbook cut anywhere is one error") {
  const std::string whole = changed([](Archive&) {});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto outcome = read(std::string_view(whole).substr(0, size), "a.xlsx");
    if (outcome.diagnostics.size() != 1 || !outcome.product.sheets.empty()) FAIL("cut at " << size);
  }
}
