#include <algorithm>
#include <map>
#include <random>

#include "catch.h"
#include "laid_out.h"

// Where the parts of a table stand on its pages.

using namespace svod;
using namespace samples;
using typeset::Length;
using typeset::mm;
using typeset::pt;

namespace {

const std::vector<std::string> kProfiles{"official", "report"};

Document with(Table table, const std::string& profile, int lines = 0) {
  Document document = empty(profile);
  for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
  document.blocks.push_back(block(std::move(table)));
  return document;
}

struct Text {
  std::string text;
  Length x = 0, end = 0, baseline = 0;
};

std::vector<Text> texts_of(const typeset::Pages& pages, std::size_t page) {
  std::vector<Text> made;
  for (const auto& run : pages.pages[page].runs) {
    made.push_back({typeset::text(pages, run), run.x, end_of(pages, run), run.baseline});
  }
  return made;
}

const Text& find(const std::vector<Text>& texts, const std::string& wanted) {
  static const Text none;
  const auto found =
      std::find_if(texts.begin(), texts.end(), [&](const Text& text) { return text.text.starts_with(wanted); });
  INFO(wanted);
  REQUIRE(found != texts.end());
  return found == texts.end() ? none : *found;
}

int times(const std::string& text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::size_t page_with(const typeset::Pages& pages, std::string_view part) {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    if (body_text(pages, i).find(part) != std::string::npos) return i;
  }
  return pages.pages.size();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Table rows_table(int rows, const std::string& number = "1") {
  Table table;
  table.caption = "Ряды";
  table.number = number;
  table.columns = {column("a"), column("b", true), column("c", true)};
  table.head = {row({"Школа", "Число", "Доля"})};
  for (int i = 0; i < rows; ++i) {
    table.rows.push_back(row({"ряд-" + std::to_string(i) + ".", std::to_string(i), std::to_string(i) + ",5"}));
  }
  return table;
}

// Two runs of text that lie over one another; empty if there are none.
std::string overlap(const typeset::Pages& pages) {
  for (std::size_t p = 0; p < pages.pages.size(); ++p) {
    std::vector<Text> texts = texts_of(pages, p);
    std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.baseline < b.baseline; });
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t k = i + 1; k < texts.size() && texts[k].baseline - texts[i].baseline < pt(5); ++k) {
        if (texts[i].x + pt(0.2) < texts[k].end && texts[k].x + pt(0.2) < texts[i].end) {
          return texts[i].text + " | " + texts[k].text;
        }
      }
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a heading with a line below it stays with its table") {
  for (const std::string& profile : kProfiles) {
    for (int lines = 20; lines < 50; ++lines) {
      Document document = empty(profile);
      for (int i = 0; i < lines; ++i) document.blocks.push_back(paragraph("Строка.", Role::plain));
      document.blocks.push_back(heading(2, "", "Направление", "direction"));
      document.blocks.push_back(paragraph("Куратор назначен."));
      document.blocks.push_back(block(long_table(12)));
      const typeset::Pages pages = pages_of(document);
      INFO(profile << ", " << lines);
      CHECK(page_with(pages, "Направление") == page_with(pages, "Участников"));
    }
  }
}

TEST_CASE("signs stand in the place of the units, per cent and minus beside the figure") {
  Table table;
  table.columns = {column("a"), column("b", true)};
  table.head = {row({"Показатель", "Значение"})};
  for (const char* value : {"65,3", "7", "–", "×", "12\u00a0%", "1\u202f234,5", "−8,4"}) {
    table.rows.push_back(row({"ряд", value}));
  }
  for (const std::string& profile : kProfiles) {
    const auto pages = pages_of(with(table, profile));
    const auto texts = texts_of(pages, 0);
    const Text &seven = find(texts, "7"), &dash = find(texts, "–"), &cross = find(texts, "×");
    const Text &percent = find(texts, "12"), &whole = find(texts, "65,3"), &minus = find(texts, "−8,4");
    const auto middle = [](const Text& text) { return (text.x + text.end) / 2; };
    CHECK(std::llabs(middle(seven) - middle(dash)) < pt(0.3));
    CHECK(std::llabs(middle(seven) - middle(cross)) < pt(0.3));
    CHECK(percent.x < seven.x);  // the tens stand before the units
    CHECK(whole.x < seven.x);
    CHECK(minus.end == whole.end);  // one figure after the comma
    CHECK(overlap(pages) == "");
  }
}

TEST_CASE("a group goes on under its title, and its title is never last on a page") {
  for (const std::string& profile : kProfiles) {
    int again = 0;
    for (int lines = 0; lines < 50; lines += 3) {
      Table table = rows_table(0);
      for (int g = 0; g < 4; ++g) {
        Row title;
        title.kind = Row::Kind::group;
        title.cells = {cell("Группа-" + std::to_string(g), 3)};
        table.rows.push_back(title);
        for (int i = 0; i < 18; ++i) table.rows.push_back(row({"ряд-" + std::to_string(g), "1", "2,5"}));
      }
      const auto pages = pages_of(with(table, profile, lines));
      REQUIRE(pages.pages.size() > 1);
      CHECK(outside(pages) == "");
      std::string group;
      for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const std::string text = body_text(pages, p);
        const std::size_t last_group = text.rfind("Группа-"), last_row = text.rfind("ряд-");
        if (last_group == std::string::npos) continue;
        REQUIRE(last_row != std::string::npos);
        CHECK(last_group < last_row);
        // The first row of a page stands under its group's title.
        const std::size_t first = text.find("ряд-"), title = text.find("Группа-");
        CHECK(title < first);
        CHECK(text[first + std::string("ряд-").size()] == text[title + std::string("Группа-").size()]);
      }
      again += times(body_text(pages), "(продолжение)");
    }
    CHECK(again > 10);
  }
}

TEST_CASE("totals stay with the last rows and the legend with the totals") {
  for (const std::string& profile : kProfiles) {
    for (int lines = 0; lines < 45; ++lines) {
      Table table = rows_table(30);
      table.rows.push_back(row({"Итого", "435", "4,5"}, Row::Kind::total));
      table.rows.push_back(row({"В процентах", "100", "9,5"}, Row::Kind::total));
      table.legend = {"Знаки: – явление отсутствует."};
      const auto pages = pages_of(with(table, profile, lines));
      for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const std::string text = body_text(pages, p);
        if (has(text, "Итого")) CHECK(times(text, "ряд-") >= 1);
        CHECK(has(text, "Итого") == has(text, "В процентах"));
        CHECK(has(text, "Итого") == has(text, "Знаки"));
        const int rows = times(text, "ряд-") + times(text, "Итого") + times(text, "В процентах");
        CHECK((rows == 0 || rows >= 3));
      }
    }
  }
}

TEST_CASE("column numbers stand below the head: always where asked, else where a table of a grid runs over") {
  Table short_table = rows_table(4);
  CHECK_FALSE(has(body_text(pages_of(with(short_table, "official"))), "\n123\n"));
  short_table.column_numbers = true;
  for (const std::string& profile : kProfiles) {
    const auto pages = pages_of(with(short_table, profile));
    const auto texts = texts_of(pages, 0);
    const Text &first = find(texts, "1"), &name = find(texts, "ряд-0"), &head = find(texts, "Школа");
    CHECK(first.baseline > head.baseline);
    CHECK(first.baseline < name.baseline);
  }
  const Table long_one = rows_table(80);
  const auto over = pages_of(with(long_one, "official"));
  REQUIRE(over.pages.size() > 1);
  for (std::size_t p = 0; p < over.pages.size(); ++p) CHECK(times(body_text(over, p), "\n123\n") == 1);
  const auto report = pages_of(with(long_one, "report"));
  CHECK(times(body_text(report), "\n123\n") == 0);
}

TEST_CASE("a table that just fits has no column numbers, one row more gives it them on both pages") {
  std::size_t before = 1;
  for (int rows = 30; rows < 50; ++rows) {
    const auto pages = pages_of(with(rows_table(rows), "official"));
    CHECK(outside(pages) == "");
    CHECK(times(body_text(pages), "\n123\n") == (pages.pages.size() == 1 ? 0 : static_cast<int>(pages.pages.size())));
    CHECK(pages.pages.size() >= before);
    before = pages.pages.size();
  }
  CHECK(before == 2);
}

TEST_CASE("rows filled in by hand are at least 9 mm high and ruled on all sides") {
  Table table = rows_table(6);
  table.hand = true;
  for (const std::string& profile : kProfiles) {
    const auto pages = pages_of(with(table, profile));
    const auto texts = texts_of(pages, 0);
    for (int i = 0; i + 1 < 6; ++i) {
      const Text& upper = find(texts, "ряд-" + std::to_string(i));
      const Text& lower = find(texts, "ряд-" + std::to_string(i + 1));
      CHECK(lower.baseline - upper.baseline >= mm(9) - 60);
    }
    const auto& rects = pages.pages[0].rects;
    CHECK(std::any_of(rects.begin(), rects.end(), [](const auto& r) { return r.width < pt(1) && r.height > mm(8); }));
  }
}

TEST_CASE("a divided row leaves room above the rule that closes the page") {
  Table table = rows_table(2);
  table.columns = {column("a"), column("b")};
  table.head = {row({"Мера", "Содержание"})};
  std::string longest;
  for (int i = 0; i < 40; ++i) longest += prose();
  table.rows = {row({"Первая", "коротко"}), row({"Вторая", longest}), row({"Третья", "коротко"})};
  for (const std::string& profile : kProfiles) {
    const auto pages = pages_of(with(table, profile));
    REQUIRE(pages.pages.size() > 2);
    CHECK(outside(pages) == "");
    for (std::size_t p = 0; p + 1 < pages.pages.size(); ++p) {
      Length last = 0, closing = 0;
      for (const auto& run : pages.pages[p].runs) {
        if (run.baseline < pages.pages[p].bottom) last = std::max(last, run.baseline);
      }
      for (const auto& rect : pages.pages[p].rects) {
        if (rect.width > pages.pages[p].right - pages.pages[p].left - pt(1)) closing = std::max(closing, rect.y);
      }
      CHECK(closing - last > pt(3));  // below the descenders
    }
  }
}

TEST_CASE("names keep their line beside heads of several words; heads take a hyphen only where they must") {
  Table table;
  table.columns.push_back(column("school"));
  Row head = row({"Школа", "Участников ЕГЭ", "Русский язык", "Математика (профильный уровень)", "Обществознание",
                  "История", "Результатов ниже минимального балла", "Результатов в\u00a080 баллов и\u00a0выше"});
  for (std::size_t c = 1; c < head.cells.size(); ++c) table.columns.push_back(column("c" + std::to_string(c), true));
  table.head = {head};
  for (int i = 0; i < 10; ++i) {
    table.rows.push_back(row({"Новостроевская СОШ", "11", "68,6", "54,0", "63,0", "51,0", "2", "–"}));
  }
  const auto pages = pages_of(with(table, "report"));
  REQUIRE(pages.pages.size() == 1);
  CHECK(times(body_text(pages), "Новостроевская СОШ") == 10);
  CHECK(has(body_text(pages), "Обществознание"));
  CHECK_FALSE(has(body_text(pages), "\u00AD"));
}

TEST_CASE("a word of sixty letters and a name of three hundred stay within their columns") {
  Table table = rows_table(3);
  table.rows[0].cells[0] = cell(std::string("Дезоксирибонуклеопротеидоэлектрогидротермоспектрофотометрический"));
  std::string name;
  while (name.size() < 600) name += "Муниципальное бюджетное общеобразовательное учреждение ";
  table.rows[1].cells[0] = cell(name);
  for (const std::string& profile : kProfiles) {
    const auto pages = pages_of(with(table, profile));
    CHECK(outside(pages) == "");
    CHECK(overlap(pages) == "");
  }
}

TEST_CASE("random tables: each cell is there once, inside the margins, upon no other") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    Table table;
    table.number = "1";
    table.caption = "Случайная";
    table.column_numbers = below(3) == 0;
    table.hand = below(5) == 0;
    const int columns = 1 + below(below(4) == 0 ? 30 : 8);
    Row head;
    for (int c = 0; c < columns; ++c) {
      table.columns.push_back(column("c" + std::to_string(c), below(2) == 0));
      head.cells.push_back(cell(below(2) == 0 ? "Доля участников" : "Итог"));
    }
    table.head = {head};
    const int rows = 1 + below(60);
    std::vector<std::string> said;
    for (int r = 0; r < rows; ++r) {
      Row made;
      for (int c = 0; c < columns; ++c) {
        said.push_back("z" + std::to_string(r) + "q" + std::to_string(c) + "z");
        made.cells.push_back(cell(said.back() + (below(6) == 0 ? " несколько слов рядом с первым" : "")));
      }
      table.rows.push_back(made);
    }
    INFO("seed " << seed);
    const auto pages = pages_of(with(table, kProfiles[seed % 2]));
    CHECK(outside(pages) == "");
    CHECK(overlap(pages) == "");
    std::map<std::string, int> found;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
      for (const Text& text : texts_of(pages, p)) ++found[letters(text.text.substr(0, text.text.find(' ')))];
    }
    const bool split = columns > 12;  // the first column may be repeated
    for (std::size_t i = 0; i < said.size(); ++i) {
      const int count = found[said[i]];
      INFO(said[i]);
      CHECK((count == 1 || (split && (i % static_cast<std::size_t>(columns) == 0 || count == 0))));
    }
  }
}
