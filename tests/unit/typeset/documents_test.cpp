#include "base/text.h"
#include "catch.h"
#include "laid_out.h"
#include "typeset/profile.h"

using namespace svod;
using namespace samples;
using typeset::Length;
using typeset::mm;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t page_with(const typeset::Pages& pages, std::string_view part) {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    if (has(body_text(pages, i), part)) return i;
  }
  return std::size_t(-1);
}

const typeset::GlyphRun& run_with(const typeset::Pages& pages, std::string_view part) {
  for (const auto& page : pages.pages) {
    for (const auto& run : page.runs) {
      if (has(typeset::text(pages, run), part)) return run;
    }
  }
  throw std::runtime_error("no run with " + std::string(part));
}

}  // namespace

TEST_CASE("the sample report and order stay inside their margins and lose nothing") {
  for (const Document& document : {report(), order()}) {
    const auto pages = pages_of(document);
    CHECK(outside(pages) == "");
    CHECK(has(letters(body_text(pages)), letters("на 1,4 балла ниже регионального значения")));
  }
}

TEST_CASE("a title page: title at the optical middle, imprint at the foot, nothing of the text") {
  const auto pages = pages_of(report());
  const std::string first = body_text(pages, 0);
  CHECK(has(first, "Администрация"));
  CHECK(has(first, "Кемерово, 2021"));
  CHECK_FALSE(has(first, "Содержание"));
  const auto& page = pages.pages[0];
  const Length title = run_with(pages, "государственной").baseline;
  CHECK(title > page.height / 3);
  CHECK(title < page.height / 2);
  CHECK(run_with(pages, "Кемерово, 2021").baseline > page.bottom - mm(8));
}

TEST_CASE("contents name the pages of the headings and lead there") {
  const auto pages = pages_of(report());
  CHECK(page_with(pages, "Содержание") == 1);
  std::size_t recommendations = 0;
  for (std::size_t i = 2; i < pages.pages.size(); ++i) {
    if (has(body_text(pages, i), "Рекомендации\n")) recommendations = i;
  }
  REQUIRE(recommendations > 2);
  CHECK(has(all_text(pages, 1), "\n" + std::to_string(recommendations + 1) + "\n"));
  bool led = false;
  for (const auto& link : pages.pages[1].links)
    led = led || pages.destinations[link.destination].page == recommendations;
  CHECK(led);
  REQUIRE(pages.outline.size() == 5);
  CHECK(pages.outline[1].title == "1.1 Единый государственный экзамен");
  CHECK(pages.destinations[pages.outline[3].destination].page == recommendations);
}

TEST_CASE("a link of the text leads to its table") {
  const auto pages = pages_of(report());
  bool found = false;
  for (const auto& link : pages.pages[2].links) {
    found = found || (pages.destinations[link.destination].page == 2 && link.width > mm(10));
  }
  CHECK(found);
}

TEST_CASE("a link that leads nowhere is a warning and plain text") {
  Document document = empty();
  document.blocks = {paragraph(Runs{linked("таблица 7", "table-7")})};
  const auto out = typeset::lay_out(document, fonts(), profiles());
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].code->id == "L106");
  CHECK(out.product.pages[0].links.empty());
  CHECK(has(body_text(out.product), "таблица"));
}

TEST_CASE("the mark stands on every page, outside the text") {
  for (const Document& document : {report(), order()}) {
    const auto pages = pages_of(document);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      CHECK(has(all_text(pages, i), "Учебные данные"));
      CHECK_FALSE(has(body_text(pages, i), "Учебные данные"));
    }
  }
}

TEST_CASE("a long mark makes the bottom margin grow") {
  Document document = order();
  for (int i = 0; i < 12; ++i) document.mark += " НЕ ДЛЯ ПОДПИСИ: нет данных 3 школ из 18;";
  const auto pages = pages_of(document);
  CHECK(outside(pages) == "");
  CHECK(pages.pages[0].bottom < pages_of(order()).pages[0].bottom);
}

TEST_CASE("page numbers: from the second page, at the top of official papers, at the outer foot of reports") {
  const auto paper = pages_of(order());
  CHECK_FALSE(has("\n" + all_text(paper, 0), "\n1\n"));
  bool top = false;
  for (const auto& run : paper.pages[1].runs)
    top = top || (typeset::text(paper, run) == "2" && run.baseline < paper.pages[1].top);
  CHECK(top);
  const auto book = pages_of(report());
  for (const std::size_t i : {std::size_t{2}, std::size_t{3}}) {
    const auto& page = book.pages[i];
    for (const auto& run : page.runs) {
      if (run.baseline <= page.bottom || typeset::text(book, run) != std::to_string(i + 1)) continue;
      CHECK((run.x > page.width / 2) == (i % 2 == 0));
    }
  }
}

TEST_CASE("items of an order: first line indented, the rest at the margin") {
  Document document = empty("official");
  List list;
  list.numbered = true;
  list.items = {item("1.", prose())};
  document.blocks = {block(list)};
  const auto pages = pages_of(document);
  const auto& page = pages.pages[0];
  CHECK(page.runs[0].x == page.left + mm(12.5));
  CHECK(page.runs[1].x == page.left);
}

TEST_CASE("a bulleted list hangs, and hangs deeper inside another") {
  Document document = empty("report");
  List inner, list;
  inner.items = {item("–", prose())};
  list.items = {item("–", prose())};
  list.items[0].blocks.push_back(block(inner));
  document.blocks = {block(list)};
  const auto pages = pages_of(document);
  std::vector<Length> starts;
  for (const auto& run : pages.pages[0].runs) {
    if (starts.empty() || run.x != starts.back()) starts.push_back(run.x);
  }
  REQUIRE(starts.size() >= 3);
  CHECK(starts[1] > starts[0]);   // text hangs behind the dash
  CHECK(starts[2] >= starts[1]);  // the inner dash stands under the text
  CHECK(outside(pages) == "");
}

TEST_CASE("signature: the name at the right margin on the level of the post's last line") {
  const auto pages = pages_of(order());
  const auto& name = run_with(pages, "Иванова");
  const auto& post = run_with(pages, "муниципального округа");
  std::size_t on = page_with(pages, "Иванова");
  const auto& page = pages.pages[on];
  CHECK(std::llabs(end_of(pages, name) - page.right) < 60);
  for (const auto& run : page.runs) {
    if (run.baseline == name.baseline && &run != &name) CHECK(end_of(pages, run) <= page.left + mm(80) + 60);
  }
  CHECK(post.baseline <= name.baseline);
}

TEST_CASE("a signature never comes to a page without two lines of text") {
  // Whatever the length of the text before it.
  for (int lines = 30; lines < 60; ++lines) {
    Document document = empty("official");
    for (int i = 0; i < lines; ++i)
      document.blocks.push_back(paragraph("Строка " + std::to_string(i) + ".", Role::plain));
    document.blocks.push_back(block(Signature{"Начальник управления", "И.\u00a0И.\u00a0Иванова"}));
    const auto pages = pages_of(document);
    const std::string last = body_text(pages, pages.pages.size() - 1);
    CHECK(has(last, "Строка " + std::to_string(lines - 1)));
    CHECK(has(last, "Строка " + std::to_string(lines - 2)));
  }
}

TEST_CASE("a heading is never last on a page, nor one line of a paragraph alone") {
  for (int lines = 20; lines < 50; ++lines) {
    Document document = empty("report");
    for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
    document.blocks.push_back(heading(1, "1", "Раздел", "a"));
    document.blocks.push_back(heading(2, "1.1", "Подраздел", "b"));
    document.blocks.push_back(paragraph(prose()));
    const auto pages = pages_of(document);
    const std::size_t at = page_with(pages, "Раздел");
    const std::string text = body_text(pages, at);
    CHECK(has(text, "Подраздел"));
    const std::string after = text.substr(text.find("Подраздел"));
    CHECK(std::count(after.begin(), after.end(), '\n') >= 2);
    if (at + 1 < pages.pages.size()) {
      const std::string rest = body_text(pages, at + 1);
      CHECK(std::count(rest.begin(), rest.end(), '\n') >= 1);
    }
  }
}

TEST_CASE("a line that ends with a colon stays with what it announces") {
  for (int lines = 30; lines < 60; ++lines) {
    Document document = empty("official");
    for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
    document.blocks.push_back(paragraph("Рекомендуем:", Role::plain));
    List list;
    list.items = {item("–", "первое;"), item("–", "второе.")};
    document.blocks.push_back(block(list));
    const auto pages = pages_of(document);
    CHECK(page_with(pages, "Рекомендуем") == page_with(pages, "первое"));
  }
}

TEST_CASE("the appendix mark begins a page, its lines flush left at the upper right") {
  const auto pages = pages_of(order());
  const std::size_t at = page_with(pages, "Приложение");
  REQUIRE(at > 0);
  const auto& page = pages.pages[at];
  CHECK(has(body_text(pages, at), "Приложение"));
  std::vector<Length> starts;
  for (const auto& run : page.runs) {
    if (run.baseline < page.top + mm(22) && run.baseline > page.top) starts.push_back(run.x);
  }
  REQUIRE(starts.size() >= 3);
  CHECK(starts[0] == starts[1]);
  CHECK(starts[0] == starts[2]);
  CHECK(starts[0] > page.width / 2);
}

TEST_CASE("date and number stand on one line; what is not known yet is a rule") {
  const auto pages = pages_of(order());
  CHECK(run_with(pages, "25\u00a0августа").baseline == run_with(pages, "№\u00a0132").baseline);
  Document document = empty("official");
  document.blocks = {block(DateAndNumber{"", "", "г.\u00a0Кемерово"})};
  const auto blank = pages_of(document);
  CHECK(blank.pages[0].rects.size() == 2);
  CHECK(has(body_text(blank), "№"));
}

TEST_CASE("an empty document is one page and a warning") {
  const auto out = typeset::lay_out(empty(), fonts(), profiles());
  CHECK(out.product.pages.size() == 1);
  REQUIRE(out.diagnostics.size() == 1);
  CHECK(out.diagnostics[0].code->id == "L109");
}

TEST_CASE("an unknown profile is an error, and the pages are there all the same") {
  Document document = report();
  document.profile = "offical";
  const auto out = typeset::lay_out(document, fonts(), profiles());
  CHECK(out.diagnostics.has_errors());
  CHECK(out.diagnostics[0].code->id == "L103");
  CHECK(out.product.pages.size() > 3);
}

TEST_CASE("fonts that are not there are errors") {
  const auto none = typeset::Fonts::load({}, profiles());
  REQUIRE(none.diagnostics.has_errors());
  CHECK(none.diagnostics[0].code->id == "L102");
  const auto out = typeset::lay_out(report(), none.product, profiles());
  CHECK(out.diagnostics.has_errors());
  CHECK(out.product.pages.empty());
  const std::vector<std::filesystem::path> one{"/usr/share/fonts/truetype/liberation2"};
  const auto some = typeset::Fonts::load(one, profiles());
  CHECK(some.diagnostics.errors() == 8);
  CHECK(some.diagnostics[0].code->id == "L101");
  REQUIRE(some.diagnostics.warnings() == 1);  // nor is the dictionary there
  CHECK(some.diagnostics[some.diagnostics.size() - 1].code->id == "L110");
  CHECK(typeset::lay_out(report(), some.product, profiles()).product.pages.size() > 3);
}

TEST_CASE("a page break after which nothing comes makes no blank page") {
  Document document = empty();
  document.blocks = {block(PageBreak{}), paragraph("Текст."), block(PageBreak{}),
                     block(PageBreak{}), paragraph("Ещё."),   block(PageBreak{})};
  CHECK(pages_of(document).pages.size() == 2);
}

TEST_CASE("a mark without its note, and a note without its mark, are errors") {
  Document document;
  document.profile = "report";
  Run mark = text("1");
  mark.position = Run::Position::above;
  mark.note = 3;
  document.blocks = {paragraph({text("Слово"), mark})};
  document.notes = {{text("Сноска без знака.")}};
  const auto out = typeset::lay_out(document, fonts(), profiles());
  std::vector<std::string> said;
  for (const Diagnostic& d : out.diagnostics) {
    if (d.code->id == "L120") said.push_back(d.message);
  }
  REQUIRE(said.size() == 2);
  CHECK(said[1].find("Сноска без знака.") != std::string::npos);
}
