#include "workbook/csv.h"

#include "catch.h"
#include "workbook/codes.h"
#include "workbook/workbook.h"

using namespace svod;
using namespace svod::workbook;
using namespace std::string_literals;

namespace {

std::string cells(const std::string& bytes, const std::string& file = "т.csv") {
  const auto outcome = read(bytes, file);
  CHECK(outcome.diagnostics.empty());
  return print_cells(outcome.product);
}

std::string fault(const std::string& bytes) {
  const auto outcome = read(bytes, "т.csv");
  CHECK(outcome.diagnostics.size() == 1);
  if (outcome.diagnostics.empty()) return {};
  const Diagnostic& found = outcome.diagnostics[0];
  return std::string(found.code->id) + " " + found.where.text() + ": " + found.message;
}

std::string utf16(const std::u16string& text, bool big) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

const std::string kExpected = "т\tA1\ts\tшкола\nт\tB1\ts\tбалл\nт\tA2\ts\t№ 5\nт\tB2\tn\t3.63\n";

}  // namespace

TEST_CASE("the encodings of a csv are told apart") {
  CHECK(cells("школа;балл\n№ 5;3,63\n") == kExpected);
  CHECK(cells("\xEF\xBB\xBFшкола;балл\n№ 5;3,63\n") == kExpected);
  const std::u16string wide = u"школа;балл\n№ 5;3,63\n";
  CHECK(cells("\xFF\xFE" + utf16(wide, false)) == kExpected);
  CHECK(cells("\xFE\xFF" + utf16(wide, true)) == kExpected);
  CHECK(cells(utf16(wide, false)) == kExpected);
  CHECK(cells(utf16(wide, true)) == kExpected);
  CHECK(cells("\xF8\xEA\xEE\xEB\xE0;\xE1\xE0\xEB\xEB\r\n\xB9 5;3,63\r\n") == kExpected);
}

TEST_CASE("what is no known encoding is refused, not guessed") {
  CHECK(fault("школа;балл\nкласс \xD0;5\n") == "W110 т.csv: в тексте UTF-8 испорчен знак в строке 2, байт 31");
  CHECK(fault("\xEF\xBB\xBF\xF8\xEA") == "W110 т.csv: в тексте UTF-8 испорчен знак в строке 1, байт 3");
  // «Школа Балл» in KOI8-R and in code page 866.
  CHECK(fault("\xFB\xCB\xCF\xCC\xC1;\xE2\xC1\xCC\xCC\n").find("КОИ-8") != std::string::npos);
  CHECK(fault("\x98\xAA\xAE\xAB\xA0;\x81\xA0\xAB\xAB\n").find("DOS (866)") != std::string::npos);
  CHECK(fault("\xF8\xEA\xEE\xEB\xE0;\x98\n").find("нет в Windows-1251") != std::string::npos);
  CHECK(fault("\xFF\xFE" + utf16(u"шк", false) + "x").find("UTF-16 испорчен") != std::string::npos);
  CHECK(fault("\xFF\xFE\0\0a\0\0\0"s).find("UTF-32") != std::string::npos);
}

TEST_CASE("the delimiter is found in spite of decimal commas and punctuation") {
  CHECK(detect_delimiter("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n").character == ';');
  CHECK(detect_delimiter("1,5;2,5\n3,5;4,5\n").character == ';');
  CHECK(detect_delimiter("a,b,c\n1,2,3\n").character == ',');
  CHECK(detect_delimiter("код,балл\n111001,45\n111002,50\nx;y,7\n").character == ',');
  CHECK(detect_delimiter("a\tb\n1,5\t2;5\n").character == '\t');
  CHECK(detect_delimiter("Итоги, 2021\nшкола;балл\nСОШ, лицей;5\nСОШ;4\n").character == ';');
  CHECK(detect_delimiter("\"a;b\",c\n\"d;e\",f\n").character == ',');
  CHECK_FALSE(detect_delimiter("a,b\n1,2\n").unsure);
  CHECK(detect_delimiter("балл\n3,63\n4,5\n").character == ';');
  CHECK(cells("балл\n3,63\n") == "т\tA1\ts\tбалл\nт\tA2\tn\t3.63\n");
  CHECK(cells("sep=,\r\n3,4\n") == "т\tA1\tn\t3\nт\tB1\tn\t4\n");
  CHECK(fault("1,5\n2,5\n") == "W111 т.csv: запятая может быть и границей ячеек, и десятичным знаком; принята граница");
}

TEST_CASE("only what loses nothing becomes a number") {
  for (const auto& [text, value] : std::vector<std::pair<std::string, double>>{{"0", 0},
                                                                               {"12", 12},
                                                                               {"-5", -5},
                                                                               {"3,63", 3.63},
                                                                               {"3.50", 3.5},
                                                                               {"0,05", 0.05},
                                                                               {"123456789012345", 123456789012345}}) {
    INFO(text);
    REQUIRE(csv_number(text));
    CHECK(*csv_number(text) == value);
  }
  for (const char* text : {"001",
                           "+5",
                           "-0",
                           "1 234",
                           "1\xC2\xA0"
                           "234",
                           "5,",
                           ",5",
                           "1,2,3",
                           "1.234,5",
                           "1e5",
                           "0x1",
                           "-",
                           "",
                           " 5",
                           "5 ",
                           "1234567890123456",
                           "0,1234567890123456",
                           "00,5",
                           "12%",
                           "30.06.2021",
                           "inf",
                           "\xE2\x88\x92"
                           "5"}) {
    INFO(text);
    CHECK_FALSE(csv_number(text));
  }
  const auto outcome = read("a;3,50\n", "т.csv");
  CHECK(outcome.product.sheets.at(0).cells.at(1).text == "3,50");
}

TEST_CASE("quotes, line ends and blank records") {
  CHECK(cells("a;\"б\r\nв\";\"\"\"г\"\"\"\r\n\r\nд;МБОУ \"Лицей\";\"5,5\"\r;;е") ==
        "т\tA1\ts\ta\nт\tB1\ts\tб\\nв\nт\tC1\ts\t\"г\"\nт\tA3\ts\tд\nт\tB3\ts\tМБОУ "
        "\"Лицей\"\nт\tC3\tn\t5.5\nт\tC4\ts\tе\n");
  CHECK(cells("a;b", "входящие/школа 5.2021.csv") == "школа 5.2021\tA1\ts\ta\nшкола 5.2021\tB1\ts\tb\n");
}

TEST_CASE("a quote that is not closed is one error with its line") {
  CHECK(fault("a;b\r\n1;\"две\nстроки\"\n3;\"пять;6\n7;8\n") ==
        "W109 т.csv:4:3: кавычка открыта здесь и не закрыта до конца файла");
  CHECK(read("a;\"", "т.csv").product.sheets.empty());
}

TEST_CASE("text after a closing quote stays and is reported") {
  CHECK(fault("\"Гимназия\" №1;5\n") ==
        "W112 т.csv, лист «т», A1: за закрытой кавычкой стоит ещё текст: «Гимназия №1»");
  CHECK(print_cells(read("\"Гимназия\" №1;5\n", "т.csv").product) == "т\tA1\ts\tГимназия №1\nт\tB1\tn\t5\n");
}

TEST_CASE("HTML in UTF-16 is still HTML") {
  CHECK(fault("\xFF\xFE" + utf16(u"<html><table>", false)) == "W102 т.csv: это страница HTML под видом таблицы");
}
