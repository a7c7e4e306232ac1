#include "../typeset/chart_samples.h"
#include "catch.h"
#include "documents.h"
#include "workbook/workbook.h"
#include "xlsx/chart_native.h"
#include "xlsx/strings.h"
#include "xlsx/write.h"

using namespace svod;
using namespace svod::xlsx;

namespace {

document::Document with(std::vector<document::Chart> charts) {
  document::Document result = xlsx::samples::document();
  for (document::Chart& chart : charts)
    result.blocks.push_back({std::move(chart), Location::in_text("templates/report.md", 1, 1)});
  return result;
}

workbook::Workbook read_back(const document::Document& document) {
  const auto written = write(document);
  CHECK(written.diagnostics.empty());
  auto outcome = workbook::read(written.product, "report.xlsx");
  CHECK(outcome.diagnostics.empty());
  return std::move(outcome.product);
}

std::string text(const workbook::Sheet& sheet, std::uint32_t row, std::uint32_t column) {
  const workbook::Cell* found = sheet.find({row - 1, column});
  return found == nullptr ? std::string() : std::string(found->text);
}

}  // namespace

TEST_CASE("a chart's sheet holds its figures; a value that is not there is an empty cell") {
  const workbook::Workbook book = read_back(with({::samples::years()}));
  REQUIRE(book.sheets.size() == 3);
  const workbook::Sheet& sheet = book.sheets[1];
  CHECK(text(sheet, 1, 0).ends_with(" – Средний балл ЕГЭ по русскому языку"));
  CHECK(text(sheet, 3, 1) == "Округ");
  CHECK(sheet.find({3, 0})->number == 2014);   // a year is a figure
  CHECK(sheet.find({3, 1})->number == 61);
  // The break of comparability is a row of its own, without values.
  CHECK(text(sheet, 5, 0) == "разрыв");
  CHECK(text(sheet, 5, 1).empty());
  CHECK(sheet.find({8, 0})->number == 2018);
  CHECK(text(sheet, 9, 1).empty());
  CHECK(text(sheet, 15, 0) == "Разрыв – изменилась шкала перевода баллов.");
  CHECK(text(book.sheets[0], 6, 1) == text(sheet, 1, 0));
}

TEST_CASE("charts give the same bytes each time") {
  const document::Document document = with(::samples::all_charts());
  CHECK((write(document).product == write(document).product));
}

TEST_CASE("empty and hostile charts are books too") {
  document::Chart empty;
  document::Chart hostile = ::samples::subjects_chart();
  hostile.caption = "=1+1 & <b> \x01";
  hostile.sheet = "[a]:*?/\\'";
  hostile.unit = std::string(400, 'x');
  hostile.panels[0].series[0].name = "a\nb";
  hostile.panels[0].series[0].values.resize(2);
  hostile.panels.push_back({});
  document::Chart pie = ::samples::parts();
  pie.panels[0].categories.push_back("прочие");
  pie.panels[0].series[0].values.push_back({Number(3), State::value, "3", {}});
  CHECK(drawn_as_bar(pie));
  CHECK(read_back(with({empty, hostile, pie})).sheets.size() == 5);
}

TEST_CASE("panels share one axis whose ends hold all values") {
  const auto axis = axis_of(::samples::multiples(), ::samples::multiples().panels);
  REQUIRE(axis);
  CHECK(axis->low == 40);
  CHECK(axis->high == 80);
  CHECK_FALSE(axis_of(::samples::parts(), ::samples::parts().panels));
  CHECK_FALSE(axis_of(::samples::bands(), ::samples::bands().panels));
}

TEST_CASE("the mark of a footnote is raised") {
  document::Run name, mark;
  name.text = "Школа";
  mark.text = "12", mark.note = 0;
  CHECK(plain_text({name, mark}) == "Школа¹²");
}
