#include "base/text.h"
#include "catch.h"
#include "laid_out.h"

// What stands on which page: footnotes, turned pages, the executor's mark, lists in lists, ends of pages.

using namespace svod;
using namespace samples;
using typeset::Length;
using typeset::mm;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::size_t kNowhere = std::size_t(-1);

std::size_t page_with(const typeset::Pages& pages, std::string_view part) {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    if (has(body_text(pages, i), part)) return i;
  }
  return kNowhere;
}

const typeset::GlyphRun* run_on(const typeset::Pages& pages, std::size_t page, std::string_view part) {
  for (const auto& run : pages.pages[page].runs) {
    if (has(typeset::text(pages, run), part)) return &run;
  }
  return nullptr;
}

Run mark(std::int32_t note) {
  Run run = text(std::to_string(note + 1));
  run.position = Run::Position::above;
  run.note = note;
  return run;
}

void add_lines(Document& document, int count) {
  for (int i = 0; i < count; ++i) {
    document.blocks.push_back(paragraph("Строка " + std::to_string(i) + ".", Role::plain));
  }
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

bool is_turned(const typeset::Page& page) { return page.width > page.height; }

Table wide(int rows) {
  Table table;
  table.caption = "Широкая таблица";
  table.number = "9";
  Row head, body;
  for (int c = 0; c < 16; ++c) {
    table.columns.push_back(column("c" + std::to_string(c), c > 0));
    head.cells.push_back(cell(c == 0 ? "Школа" : "Участие" + std::to_string(c)));
    body.cells.push_back(cell(c == 0 ? "Ясногорская" : std::to_string(c) + ",5"));
  }
  table.head = {head};
  table.rows.assign(static_cast<std::size_t>(rows), body);
  return table;
}

}  // namespace

TEST_CASE("a footnote stands at the foot of the page with its mark, below the text, wherever the mark falls") {
  for (const std::string profile : {"official", "report"}) {
    for (int before = 0; before < 60; before += 1) {
      Document document = empty(profile);
      add_lines(document, before);
      document.blocks.push_back(paragraph(Runs{text("Слово со знаком"), mark(0), text(" и дальше.")}));
      add_lines(document, 50);
      document.notes = {{text("Текст сноски.")}};
      const auto pages = pages_of(document);
      const std::size_t page = page_with(pages, "Слово со");
      REQUIRE(page != kNowhere);
      CHECK(page_with(pages, "Текст сноски") == page);
      const auto* note = run_on(pages, page, "Текст сноски");
      REQUIRE(note);
      CHECK(note->baseline > pages.pages[page].bottom - mm(6));
      for (const auto& run : pages.pages[page].runs) {
        if (has(typeset::text(pages, run), "Строка")) CHECK(run.baseline < note->baseline - note->size);
      }
      bool rule = false;
      for (const auto& rect : pages.pages[page].rects) {
        const bool above = rect.y < note->baseline - note->size && rect.y > note->baseline - mm(12);
        rule = rule || (above && rect.width == mm(40));
      }
      CHECK(rule);
      CHECK(outside(pages) == "");
    }
  }
}

TEST_CASE("marks and footnotes lead to each other; the note begins with its mark") {
  Document document = empty("official");
  document.blocks = {paragraph(Runs{text("Слово"), mark(0)})};
  document.notes = {{text("Текст.")}};
  const auto pages = pages_of(document);
  REQUIRE(pages.pages[0].links.size() == 2);
  const auto &to = pages.pages[0].links[0], &back = pages.pages[0].links[1];
  CHECK(pages.destinations[to.destination].y > pages.destinations[back.destination].y);
  CHECK(has(letters(body_text(pages)), "1Текст."));
}

TEST_CASE("a long footnote goes on at the foot of the next page, two lines at least on either side") {
  for (int before = 30; before < 48; ++before) {
    Document document = empty("official");
    add_lines(document, before);
    document.blocks.push_back(paragraph(Runs{text("Слово со знаком"), mark(0)}));
    add_lines(document, 60);
    Runs note{text("Начало-сноски. ")};
    for (int i = 0; i < 40; ++i) note.push_back(text(prose()));
    note.push_back(text(" Конец-сноски."));
    document.notes = {note};
    const auto pages = pages_of(document);
    const std::size_t begins = page_with(pages, "Начало"), ends = page_with(pages, "Конец");
    CHECK(begins == page_with(pages, "Слово со"));
    REQUIRE(ends != kNowhere);
    CHECK(ends > begins);
    const std::string first = body_text(pages, begins);
    CHECK(lines_of(first.substr(first.find("Начало"))) >= 2);
    CHECK(outside(pages) == "");
    const std::string all = letters(body_text(pages));
    for (int i = 0; i < 60; ++i) CHECK(has(all, "Строка" + std::to_string(i) + "."));
  }
}

TEST_CASE("marks in tables, headings and items have their notes on the same page, in their order") {
  Document document = empty("report");
  Block head = heading(1, "1", "Раздел", "a");
  std::get<Heading>(head.content).runs.push_back(mark(0));
  document.blocks = {head};
  Table table = long_table(8);
  table.rows[3].cells[1].runs.push_back(mark(1));
  document.blocks.push_back(block(table));
  List list;
  list.items = {item("–", "пункт")};
  std::get<Paragraph>(list.items[0].blocks[0].content).runs.push_back(mark(2));
  document.blocks.push_back(block(list));
  document.notes = {{text("Первая.")}, {text("Вторая.")}, {text("Третья.")}};
  const auto pages = pages_of(document);
  const std::string text_of_page = body_text(pages, 0);
  CHECK(text_of_page.find("Первая.") < text_of_page.find("Вторая."));
  CHECK(text_of_page.find("Вторая.") < text_of_page.find("Третья."));
  CHECK(has(text_of_page, "Третья."));
  CHECK(pages.outline.at(0).title == "1 Раздел");  // without its mark
}

TEST_CASE("blocks that should be turned are set on turned pages as wide as these") {
  for (const std::string profile : {"official", "report"}) {
    Document document = empty(profile);
    document.blocks = {paragraph("До."), paragraph(prose()), paragraph("После.")};
    document.blocks[1].landscape = true;
    const auto pages = pages_of(document);
    REQUIRE(pages.pages.size() == 3);
    CHECK_FALSE(is_turned(pages.pages[0]));
    CHECK(is_turned(pages.pages[1]));
    CHECK_FALSE(is_turned(pages.pages[2]));
    CHECK(outside(pages) == "");
    Length end = 0;
    for (const auto& run : pages.pages[1].runs) end = std::max(end, end_of(pages, run));
    CHECK(std::llabs(end - pages.pages[1].right) < mm(1));
    CHECK(has(all_text(pages, 1), "2\n"));
    CHECK(has(all_text(pages, 2), "3\n"));
  }
}

TEST_CASE("a heading, and a short page before it, turn with a table that turned by itself") {
  Document document = empty("report");
  add_lines(document, 40);
  document.blocks.push_back(heading(1, "2", "Раздел с таблицей", "h"));
  document.blocks.push_back(block(wide(5)));
  document.blocks.push_back(paragraph("После таблицы."));
  auto pages = pages_of(document);
  const std::size_t page = page_with(pages, "Раздел с таблицей");
  CHECK(is_turned(pages.pages[page]));
  CHECK(page == page_with(pages, "Таблица 9"));
  CHECK_FALSE(is_turned(pages.pages[page_with(pages, "Строка 39")]));  // a full page stays upright
  CHECK_FALSE(is_turned(pages.pages[page_with(pages, "После таблицы")]));

  document = empty("report");
  document.blocks = {paragraph("Приказ."), block(AppendixMark{{"Приложение 1"}}), paragraph("План", Role::title),
                     paragraph("Вводное предложение."), block(wide(5))};
  pages = pages_of(document);
  REQUIRE(pages.pages.size() == 2);
  CHECK_FALSE(is_turned(pages.pages[0]));
  CHECK(is_turned(pages.pages[1]));
  CHECK(has(body_text(pages, 1), "Приложение 1"));
}

TEST_CASE("the executor stands at the foot of the page where the paper ends, and opens no page for itself") {
  for (const bool written_last : {false, true}) {
    for (int lines = 0; lines < 60; ++lines) {
      Document document = empty("official");
      add_lines(document, lines);
      document.blocks.push_back(block(Signature{"Начальник управления", "И.\u00a0И.\u00a0Иванова"}));
      const Block executor =
          paragraph(Runs{text("Исп. Петрова А. А."), line_end(), text("8 (3842) 00-00-00")}, Role::executor);
      if (!written_last) document.blocks.push_back(executor);
      document.blocks.push_back(block(AppendixMark{{"Приложение", "к приказу"}}));
      document.blocks.push_back(paragraph("Перечень.", Role::plain));
      if (written_last) document.blocks.push_back(executor);
      const auto pages = pages_of(document);
      const std::size_t page = page_with(pages, "Исп. Петрова");
      REQUIRE(page != kNowhere);
      CHECK(page == page_with(pages, "Иванова"));
      CHECK(page + 1 == page_with(pages, "Перечень"));
      const auto* phone = run_on(pages, page, "00-00-00");
      REQUIRE(phone);
      CHECK(phone->baseline > pages.pages[page].bottom - mm(3));
      CHECK(phone->x == pages.pages[page].left);
      if (lines >= 2) {
        CHECK(has(body_text(pages, page), "Строка " + std::to_string(lines - 1)));
        CHECK(has(body_text(pages, page), "Строка " + std::to_string(lines - 2)));
      }
      CHECK(outside(pages) == "");
    }
  }
}

TEST_CASE("items of six levels: the indent, then the margin; further paragraphs begin as the item does") {
  Document document = empty("official");
  List list;
  list.numbered = true;
  std::string label = "1.";
  list.items = {item(label, prose())};
  std::vector<List> levels{list};
  for (int level = 1; level < 6; ++level) {
    label += "1.";
    List inner;
    inner.numbered = true;
    inner.items = {item(level == 4 ? "а)" : level == 5 ? "1)" : label, prose())};
    levels.push_back(inner);
  }
  for (std::size_t level = 5; level > 0; --level) {
    levels[level - 1].items[0].blocks.push_back(block(levels[level]));
    levels[level - 1].items[0].blocks.push_back(
        paragraph("Продолжение пункта " + std::to_string(level) + ".", Role::plain));
  }
  document.blocks = {block(levels[0])};
  const auto pages = pages_of(document);
  CHECK(outside(pages) == "");
  Length baseline = -1;
  std::size_t indented = 0;
  for (const auto& page : pages.pages) {
    for (const auto& run : page.runs) {
      if (run.baseline <= page.top || run.baseline > page.bottom || run.baseline == baseline) continue;
      baseline = run.baseline;
      CHECK((run.x == page.left || run.x == page.left + mm(12.5)));
      if (run.x != page.left) ++indented;
    }
  }
  CHECK(indented == 6 + 5);
}

TEST_CASE("a table in an item stands between its paragraphs") {
  Document document = empty("official");
  List list;
  list.numbered = true;
  list.items = {item("1.", "Утвердить план:"), item("2.", "Контроль оставляю за собой.")};
  list.items[0].blocks.push_back(block(subjects_table()));
  list.items[0].blocks.push_back(paragraph("После таблицы.", Role::plain));
  document.blocks = {block(list)};
  const auto pages = pages_of(document);
  const std::string all = body_text(pages);
  CHECK(all.find("Утвердить") < all.find("Обществознание"));
  CHECK(all.find("Обществознание") < all.find("После таблицы"));
  CHECK(all.find("После таблицы") < all.find("Контроль"));
  CHECK(run_on(pages, page_with(pages, "После таблицы"), "После")->x == pages.pages[0].left + mm(12.5));
}

TEST_CASE("items, appendices and charts are places that links lead to; appendices stand in the outline") {
  Document document = empty("official");
  document.blocks.push_back(block(Contents{"Содержание", 2}));
  List list;
  list.numbered = true;
  list.items = {item("1.", "Утвердить план.")};
  list.items[0].anchor = "item-1";
  document.blocks.push_back(block(list));
  document.blocks.push_back(paragraph(Runs{linked("пункт 1", "item-1"), text(", "), linked("приложение 1", "app-1")}));
  AppendixMark mark{{"Приложение 1", "к приказу"}};
  mark.anchor = "app-1";
  document.blocks.push_back(block(mark));
  document.blocks.push_back(paragraph("План мероприятий", Role::title));
  document.blocks.push_back(block(AppendixMark{{"Приложение 2", "к приказу"}}));
  document.blocks.push_back(paragraph("Перечень."));
  const auto out = typeset::lay_out(document, fonts(), profiles());
  CHECK(out.diagnostics.empty());
  const auto& pages = out.product;
  REQUIRE(pages.outline.size() == 2);
  CHECK(pages.outline[0].title == "Приложение 1. План мероприятий");
  CHECK(pages.outline[1].title == "Приложение 2");
  CHECK(pages.destinations[pages.outline[0].destination].page == 1);
  CHECK(pages.destinations[pages.outline[1].destination].page == 2);
  // The contents list the one with a title, with its page.
  CHECK(has(body_text(pages, 0), "Приложение 1. План мероприятий"));
  CHECK_FALSE(has(body_text(pages, 0), "Приложение 2"));
  CHECK(has(all_text(pages, 0), "\n2\n"));
}

TEST_CASE("pages end with whole words") {
  for (const std::string profile : {"official", "report"}) {
    Document document = empty(profile);
    for (int i = 0; i < 90; ++i) document.blocks.push_back(paragraph(prose()));
    const auto pages = pages_of(document);
    REQUIRE(pages.pages.size() > 10);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      const std::string text_of_page = body_text(pages, i);
      CHECK_FALSE(text_of_page.ends_with("\u00ad"));
      CHECK_FALSE(text_of_page.ends_with("-"));
    }
  }
}
