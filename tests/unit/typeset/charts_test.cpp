#include <algorithm>
#include <random>

#include "catch.h"
#include "chart_samples.h"
#include "laid_out.h"

using namespace svod;
using namespace samples;
using typeset::Length;

namespace {

Document with(Chart chart) {
  Document document;
  document.profile = "report";
  document.title = "Рисунки";
  document.blocks = {paragraph("Перед рисунком стоит предложение."), block(std::move(chart)), paragraph("После него – ещё одно.")};
  return document;
}

bool warns(const Document& document, std::string_view code) {
  const auto out = typeset::lay_out(document, fonts(), profiles());
  return std::any_of(out.diagnostics.begin(), out.diagnostics.end(), [&](const Diagnostic& d) { return d.code->id == code; });
}

struct Box {
  Length left, top, right, bottom;
  std::string text;
};

// The letters of a run, without the room above and below them.
Box box_of(const typeset::Pages& pages, const typeset::GlyphRun& run) {
  return {run.x, run.baseline - run.size * 65 / 100, end_of(pages, run), run.baseline + run.size * 5 / 100,
          typeset::text(pages, run)};
}

// Two texts of a page that lie upon each other; empty if there are none.
std::string collision(const typeset::Pages& pages) {
  for (const auto& page : pages.pages) {
    std::vector<Box> boxes;
    for (const auto& run : page.runs) boxes.push_back(box_of(pages, run));
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      for (std::size_t b = a + 1; b < boxes.size(); ++b) {
        const Box &x = boxes[a], &y = boxes[b];
        if (x.left + 60 < y.right && y.left + 60 < x.right && x.top < y.bottom && y.top < x.bottom) {
          return x.text + " | " + y.text;
        }
      }
    }
  }
  return {};
}

// The filled areas of the chart, each as its bounds.
std::vector<Box> areas(const typeset::Pages& pages) {
  std::vector<Box> made;
  for (const auto& page : pages.pages) {
    for (const auto& path : page.paths) {
      if (!path.filled) continue;
      Box box{path.points[0].x, path.points[0].y, path.points[0].x, path.points[0].y, ""};
      for (const auto& point : path.points) {
        box.left = std::min(box.left, point.x), box.right = std::max(box.right, point.x);
        box.top = std::min(box.top, point.y), box.bottom = std::max(box.bottom, point.y);
      }
      made.push_back(box);
    }
  }
  return made;
}

std::string number_of(int tenths) { return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10); }

}  // namespace

TEST_CASE("bars begin at zero and are as long as their values") {
  auto made = chart(Chart::Kind::bars, "Средний балл", {"Физика", "История", "Химия"}, {series("2021", {"40", "20", "10"})});
  made.horizontal = true;
  auto bars = areas(pages_of(with(made)));
  REQUIRE(bars.size() == 3);
  const Length unit = (bars[0].right - bars[0].left) / 40;
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(std::llabs(bars[i].left - bars[0].left) < 100);
    const Length wanted = unit * (i == 0 ? 40 : i == 1 ? 20 : 10);
    CHECK(std::llabs(bars[i].right - bars[i].left - wanted) < 200);
  }
  made.horizontal = false;
  bars = areas(pages_of(with(made)));
  REQUIRE(bars.size() == 3);
  CHECK(std::llabs(bars[0].bottom - bars[2].bottom) < 100);
  CHECK(std::llabs((bars[0].bottom - bars[0].top) - 4 * (bars[2].bottom - bars[2].top)) < 400);
}

TEST_CASE("a chart prints its caption with its number, its values and its words for those who do not see it") {
  auto made = subjects_chart();
  made.number = "7";
  const auto pages = pages_of(with(made));
  const std::string text = letters(body_text(pages));
  CHECK(text.find("Рисунок7–Средний") != std::string::npos);
  for (const auto& value : made.panels[0].series[0].values) CHECK(text.find(value.label) != std::string::npos);
  CHECK(text.find(letters(made.reference->label)) != std::string::npos);
  REQUIRE(pages.pages[0].figures.size() == 1);
  CHECK(pages.pages[0].figures[0].alternative == made.alternative);
}

TEST_CASE("what a chart cannot show as it is asked is told") {
  CHECK(warns(with(chart(Chart::Kind::bars, "Пусто", {"А", "Б"}, {series("2021", {"", ""})})), "L140"));
  CHECK(warns(with(chart(Chart::Kind::pie, "Части", {"А", "Б", "В", "Г", "Д"}, {series("2021", {"1", "2", "3", "4", "5"})})),
              "L141"));
  std::vector<std::string> names;
  std::vector<std::string> texts;
  for (int i = 0; i < 200; ++i) names.push_back("Школа № " + std::to_string(i)), texts.push_back(std::to_string(i % 50 + 1));
  Figures figures;
  for (const auto& text : texts) figures.push_back(text.c_str());
  auto many = chart(Chart::Kind::bars, "Школы", names, {series("2021", figures)});
  many.horizontal = true;
  CHECK(warns(with(many), "L142"));
  const auto pages = pages_of(with(many));
  CHECK(pages.pages.size() > 1);
  CHECK(outside(pages) == "");
  CHECK(warns(with(chart(Chart::Kind::bars, "Имена", {std::string(900, 'a'), std::string(900, 'b')}, {series("2021", {"1", "2"})})),
              "L143"));
  CHECK(warns(with(chart(Chart::Kind::dumbbell, "Пары", {"А", "Б"}, {series("2021", {"1", "2"})})), "L144"));
  auto shares = chart(Chart::Kind::bars, "Доли", {"А", "Б"}, {series("2020", {"-5", "20"}), series("2021", {"5", "20"})});
  shares.stack = Chart::Stack::full;
  CHECK(warns(with(shares), "L145"));
  CHECK_FALSE(warns(with(subjects_chart()), "L140"));
}

TEST_CASE("random charts: no label upon another, nothing outside, the same each time") {
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> names;
    const std::size_t count = 1 + below(round % 10 == 0 ? 60 : 14);
    for (std::size_t i = 0; i < count; ++i) {
      names.push_back((below(2) ? "Средняя школа № " : "Физика ") + std::to_string(i) + (below(5) == 0 ? " с углублённым изучением" : ""));
    }
    const auto kind = static_cast<Chart::Kind>(below(4));
    std::vector<Series> all;
    const std::size_t lines = kind == Chart::Kind::dumbbell ? 2 : kind == Chart::Kind::pie ? 1 : 1 + below(4);
    for (std::size_t s = 0; s < lines; ++s) {
      std::vector<std::string> texts;
      for (std::size_t i = 0; i < count; ++i) {
        texts.push_back(below(12) == 0 ? "" : (below(20) == 0 && kind != Chart::Kind::pie ? "-" : "") + number_of(static_cast<int>(below(1000))));
      }
      Figures figures;
      for (const auto& text : texts) figures.push_back(text.c_str());
      all.push_back(series("Ряд " + std::to_string(s + 1), figures));
    }
    auto made = chart(kind, "Проба", names, all);
    made.horizontal = below(2) == 0;
    if (kind == Chart::Kind::bars) made.stack = static_cast<Chart::Stack>(below(3));
    made.ordered = below(3) == 0;
    if (below(3) == 0) made.reference = Chart::Reference{*Number::parse("52.4"), "регион 52,4", {}};
    if (below(2) == 0) made.unit = "балл";
    const auto pages = pages_of(with(made));
    INFO("round " << round << " kind " << static_cast<int>(kind) << " categories " << count << " series " << lines);
    CHECK(outside(pages) == "");
    CHECK(collision(pages) == "");
  }
}
