#include "xlsx/write.h"

#include <sys/resource.h>

#include <algorithm>
#include <set>
#include <thread>

#include "catch.h"
#include "documents.h"
#include "workbook/workbook.h"
#include "xlsx/codes.h"

using namespace svod;
using namespace svod::xlsx;

namespace {

workbook::Workbook read_back(const std::string& bytes) {
  Outcome<workbook::Workbook> outcome = workbook::read(bytes, "report.xlsx");
  CHECK(outcome.diagnostics.empty());
  return std::move(outcome.product);
}

const workbook::Cell* cell(const workbook::Sheet& sheet, const char* column, std::uint32_t row) {
  return sheet.find({row - 1, static_cast<std::uint32_t>(column[0] - 'A')});
}

std::string text(const workbook::Sheet& sheet, const char* column, std::uint32_t row) {
  const workbook::Cell* found = cell(sheet, column, row);
  return found == nullptr ? std::string() : std::string(found->text);
}

std::set<std::string> codes_of(const Diagnostics& diagnostics) {
  std::set<std::string> result;
  for (const Diagnostic& d : diagnostics) result.emplace(d.code->id);
  return result;
}

document::Document with(document::Table table) {
  document::Document result = samples::document();
  result.blocks.push_back(samples::block(std::move(table)));
  return result;
}

document::Table two_columns() {
  document::Table table;
  table.caption = "Проба";
  table.sheet = "Проба";
  table.columns = {{"a", false, 0}, {"b", true, 0}};
  table.head = {samples::row(document::Row::Kind::body, {samples::text("А"), samples::text("Б")})};
  return table;
}

}  // namespace

TEST_CASE("contents first, tables in order, sources last") {
  const auto outcome = write(samples::whole_document());
  CHECK(outcome.diagnostics.empty());
  const workbook::Workbook book = read_back(outcome.product);
  std::vector<std::string> names;
  for (const workbook::Sheet& sheet : book.sheets) names.push_back(sheet.name);
  CHECK(names == std::vector<std::string>{"Содержание", "ОГЭ русский язык", "ОГЭ русский язык (2)",
                                          "Предметы все 2021 что где", "Источники"});
  const workbook::Sheet& contents = book.sheets[0];
  CHECK(text(contents, "A", 1) == "Результаты государственной итоговой аттестации");
  CHECK(text(contents, "A", 2).starts_with("Учебные данные"));
  CHECK(text(contents, "A", 7) == "1 Анализ процедур оценки качества");
  CHECK(text(contents, "C", 8) == "ОГЭ русский язык");
  const workbook::Sheet& sources = book.sheets[4];
  CHECK(text(sources, "B", 5) == "submissions/oge.xlsx");
  CHECK(text(sources, "D", 6) == std::string(64, 'b'));
}

TEST_CASE("a table keeps its head, figures, formulas and signs") {
  const auto outcome = write(with(samples::marks_table()));
  CHECK(outcome.diagnostics.empty());
  const workbook::Workbook book = read_back(outcome.product);
  const workbook::Sheet& sheet = book.sheets[1];
  CHECK(text(sheet, "A", 1).starts_with("Таблица 1 – Результаты ОГЭ"));
  CHECK(text(sheet, "A", 3) == "Общеобразовательная организация");
  CHECK(text(sheet, "C", 4) == "«2»");
  // Row 5 is the first school: 0, 7, 11, 3.
  CHECK(cell(sheet, "D", 5)->number == 7);
  CHECK_FALSE(cell(sheet, "D", 5)->is_formula);
  CHECK(cell(sheet, "B", 5)->is_formula);
  CHECK(cell(sheet, "B", 5)->number == 21);
  CHECK(cell(sheet, "H", 5)->percent);
  CHECK(cell(sheet, "H", 5)->number == Approx(14.0 / 21));
  CHECK(text(sheet, "A", 8) == "=СУММ(A1)");
  CHECK_FALSE(cell(sheet, "A", 8)->is_formula);
  CHECK(sheet.formula(*cell(sheet, "D", 9)) == "SUM(D5:D8)");
  CHECK(cell(sheet, "D", 9)->number == 42);
  CHECK(sheet.formula(*cell(sheet, "G", 9)) == "SUMPRODUCT(G5:G8,B5:B8)/SUM(B5:B8)");
  CHECK(sheet.formula(*cell(sheet, "D", 10)) == "D9/B9");
  CHECK(cell(sheet, "D", 10)->number == Approx(42.0 / 101));
  // Merged in the head, nowhere else but the title.
  for (const CellRange& range : sheet.merged) CHECK(range.last.row <= 3);
}

TEST_CASE("subtotals sum their group, the last total all groups, signs stand aside") {
  const workbook::Workbook book = read_back(write(with(samples::groups_table())).product);
  const workbook::Sheet& sheet = book.sheets[1];
  CHECK(text(sheet, "A", 5) == "Городские школы муниципального округа");
  CHECK(text(sheet, "D", 8) == "…");
  CHECK(sheet.formula(*cell(sheet, "D", 9)) == "SUM(D6:D8)");
  CHECK(text(sheet, "D", 13) == "×");
  CHECK(sheet.formula(*cell(sheet, "D", 14)) == "SUM(D11:D13)");
  CHECK(sheet.formula(*cell(sheet, "D", 15)) == "SUM(D6:D8,D11:D13)");
  CHECK(sheet.formula(*cell(sheet, "G", 9)) == "SUMPRODUCT(G6:G8,B6:B8)/SUMIF(G6:G8,\">=-1E+99\",B6:B8)");
  CHECK(text(sheet, "A", 17) == "… – нет данных");
}

TEST_CASE("text never becomes a formula or an escape") {
  document::Table table = two_columns();
  for (const char* hostile : {"=1+1", "+7 384", "-5", "@СУММ", "_x0041_", "а\u0001б\r\nв", "{=A1}"}) {
    table.rows.push_back(samples::row(document::Row::Kind::body, {samples::text(hostile), samples::figure(1)}));
  }
  const workbook::Workbook book = read_back(write(with(table)).product);
  const workbook::Sheet& sheet = book.sheets[1];
  for (const workbook::Cell& c : sheet.cells) CHECK_FALSE(c.is_formula);
  CHECK(text(sheet, "A", 4) == "=1+1");
  CHECK(text(sheet, "A", 5) == "+7 384");
  CHECK(text(sheet, "A", 6) == "-5");
  CHECK(text(sheet, "A", 7) == "@СУММ");
  CHECK(text(sheet, "A", 8) == "_x0041_");
  CHECK(text(sheet, "A", 9) == "а б\nв");
  CHECK(text(sheet, "A", 10) == "{=A1}");
}

TEST_CASE("a text too long or broken is mended and reported") {
  document::Table table = two_columns();
  std::string endless;
  for (int i = 0; i < 40'000; ++i) endless += "я";
  table.rows.push_back(samples::row(document::Row::Kind::body, {samples::text(endless), samples::figure(1)}));
  table.rows.push_back(samples::row(document::Row::Kind::body, {samples::text("бай\xFFт"), samples::figure(1)}));
  const auto outcome = write(with(table));
  CHECK(codes_of(outcome.diagnostics) == std::set<std::string>{"X101", "X102"});
  CHECK(outcome.diagnostics[0].where.file == "templates/report.md");
  const workbook::Workbook book = read_back(outcome.product);
  CHECK(text(book.sheets[1], "A", 4).size() == 2 * 32'767);
  CHECK(text(book.sheets[1], "A", 5) == "бай\uFFFDт");
}

TEST_CASE("a formula that would change its cell is not written") {
  document::Table table = two_columns();
  table.rows.push_back(samples::row(document::Row::Kind::body, {samples::text("а"), samples::figure(1)}));
  table.rows.push_back(samples::row(document::Row::Kind::body, {samples::text("б"), samples::figure(2)}));
  const auto sum = [](int value) { return samples::calculated(samples::figure(value), document::Formula::Kind::sum); };
  table.rows.push_back(samples::row(document::Row::Kind::total, {samples::text("Итого"), sum(4)}));
  auto outcome = write(with(table));
  CHECK(codes_of(outcome.diagnostics) == std::set<std::string>{"X103"});
  CHECK(outcome.diagnostics[0].message ==
        "формула ячейки B6 листа «Проба» не даёт напечатанного значения 4");
  CHECK_FALSE(cell(read_back(outcome.product).sheets[1], "B", 6)->is_formula);

  // A withheld figure is in the total but not in the table: the value stands, and nobody is to blame.
  table.rows[1].cells[1] = samples::sign(State::suppressed);
  outcome = write(with(table));
  CHECK(outcome.diagnostics.empty());
  const workbook::Workbook book = read_back(outcome.product);
  CHECK_FALSE(cell(book.sheets[1], "B", 6)->is_formula);
  CHECK(cell(book.sheets[1], "B", 6)->number == 4);
  CHECK(text(book.sheets[1], "B", 5) == "*");
}

TEST_CASE("a table larger than a sheet is reported") {
  document::Table table = two_columns();
  table.rows.resize(1'048'576);
  const auto outcome = write(with(std::move(table)));
  CHECK(codes_of(outcome.diagnostics) == std::set<std::string>{"X105"});
  CHECK(outcome.diagnostics.has_errors());
  CHECK(read_back(outcome.product).sheets.size() == 3);
}

TEST_CASE("without files to open the book is not written, and says so") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  rlimit none = before;
  none.rlim_cur = 0;
  REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
  const auto outcome = write(samples::document());
  REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
  CHECK(outcome.product.empty());
  CHECK(codes_of(outcome.diagnostics) == std::set<std::string>{"X104"});
}

TEST_CASE("long tables are written row by row and read back whole") {
  const int rows = 20'001;
  const workbook::Workbook book = read_back(write(samples::long_document(rows)).product);
  const workbook::Sheet& sheet = book.sheets[1];
  const std::uint32_t first = 5;
  CHECK(text(sheet, "A", first) == "Арсентьевская СОШ");
  CHECK(text(sheet, "A", 3) == "Общеобразовательная организация");
  CHECK(sheet.formula(*cell(sheet, "D", first + rows)) == "SUM(D5:D20005)");
}

TEST_CASE("the same document gives the same bytes, from any thread") {
  const document::Document document = samples::whole_document();
  const std::string expected = write(document).product;
  std::vector<std::string> results(6);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) threads.emplace_back([&] { result = write(document).product; });
  }
  for (const std::string& result : results) CHECK((result == expected));
}

TEST_CASE("a document without tables is a book with contents and sources") {
  const workbook::Workbook book = read_back(write(samples::document()).product);
  REQUIRE(book.sheets.size() == 2);
  CHECK(text(book.sheets[1], "B", 4) == "Источники не указаны");
}
