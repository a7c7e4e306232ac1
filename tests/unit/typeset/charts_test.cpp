#include <random>
#include <set>

#include "catch.h"
#include "chart_samples.h"
#include "laid_out.h"
#include "typeset/chart_boxes.h"
#include "typeset/chart_scale.h"

using namespace svod;
using namespace svod::typeset;
using namespace samples;

namespace {

Pages pages_with(const Chart& chart, std::set<std::string>* codes = nullptr, bool landscape = false) {
  Document document = empty();
  document.blocks.push_back(block(chart));
  document.blocks.back().landscape = landscape;
  auto out = lay_out(document, fonts(), profiles());
  if (codes) {
    for (const Diagnostic& d : out.diagnostics) codes->emplace(d.code->id);
  }
  return std::move(out.product);
}

struct Extents {
  Length left = 0, top = 0, right = 0, bottom = 0;
};

Extents extents(const typeset::Path& path) {
  Extents e{path.points[0].x, path.points[0].y, path.points[0].x, path.points[0].y};
  for (const Point& p : path.points) {
    e.left = std::min(e.left, p.x), e.right = std::max(e.right, p.x);
    e.top = std::min(e.top, p.y), e.bottom = std::max(e.bottom, p.y);
  }
  return e;
}

// Filled rectangles in the accent colour: the bars of the first series.
std::vector<Extents> accent_bars(const Page& page) {
  std::vector<Extents> bars;
  for (const typeset::Path& path : page.paths) {
    if (path.filled && path.points.size() == 4 && path.fill == Colour{27, 58, 107}) bars.push_back(extents(path));
  }
  return bars;
}

// The first text that meets another one of the body, or leaves the frame; empty if all is well.
std::string collision(const Pages& pages) {
  for (const Page& page : pages.pages) {
    struct Placed {
      Box box;
      std::string text;
    };
    std::vector<Placed> placed;
    for (const GlyphRun& run : page.runs) {
      if (run.baseline < page.top || run.baseline > page.bottom) continue;
      const Box box{run.x, run.baseline - run.size * 7 / 10, end_of(pages, run) - run.x, run.size * 8 / 10};
      placed.push_back({box, text(pages, run)});
      if (box.x < page.left - 60 || box.right() > page.right + 60) return "outside: " + placed.back().text;
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
      for (std::size_t k = i + 1; k < placed.size(); ++k) {
        Box inner = placed[k].box;
        inner.x += 20, inner.width -= 40;
        if (placed[i].box.meets(inner)) return placed[i].text + " meets " + placed[k].text;
      }
    }
    for (const typeset::Path& path : page.paths) {
      const Extents e = extents(path);
      if (e.left < page.left - pt(4) || e.right > page.right + pt(4) || e.top < page.top - pt(4) ||
          e.bottom > page.bottom + pt(4)) {
        return "a line outside the frame";
      }
    }
  }
  return {};
}

}  // namespace

TEST_CASE("bars begin at nought and are as long as their values") {
  Chart chart = subjects_chart();
  const Pages pages = pages_with(chart);
  const auto bars = accent_bars(pages.pages[0]);
  REQUIRE(bars.size() == 8);
  const auto& values = chart.panels[0].series[0].values;
  const double unit = static_cast<double>(bars[7].right - bars[7].left) / values[7].number->to_double();
  for (std::size_t i = 0; i < bars.size(); ++i) {
    CHECK(bars[i].left == bars[0].left);
    CHECK(std::abs(static_cast<double>(bars[i].right - bars[i].left) - unit * values[i].number->to_double()) < 2);
  }
}

TEST_CASE("negative bars go the other way from the same line") {
  const auto bars = accent_bars(pages_with(changes()).pages[0]);
  REQUIRE(bars.size() == 5);  // nought has no bar
  CHECK(bars[1].right == bars[0].left);
  CHECK(bars[3].right == bars[2].left);
}

TEST_CASE("a line has a gap where a value is missing and where years cannot be compared") {
  const Pages pages = pages_with(one_line());
  std::size_t pieces = 0;
  for (const typeset::Path& path : pages.pages[0].paths) {
    if (path.stroked && !path.filled && path.stroke == Colour{27, 58, 107}) ++pieces;
  }
  CHECK(pieces == 2);
  const Pages broken = pages_with(years());
  CHECK(body_text(broken).find("шкала") != std::string::npos);
}

TEST_CASE("labels, names, key and caption are text; the figure says what it shows") {
  const Pages pages = pages_with(bands());
  const std::string all = letters(body_text(pages));
  for (const char* part : {"Русскийязык", "81–100баллов", "33,3", "Распределение", "100%"})
    CHECK(all.find(part) != std::string::npos);
  REQUIRE(pages.pages[0].figures.size() == 1);
  CHECK(pages.pages[0].figures[0].alternative == "Диаграмма: Распределение участников по диапазонам баллов");
  CHECK(pages.pages[0].figures[0].path_last == pages.pages[0].paths.size());
}

TEST_CASE("charts that cannot be drawn as asked say so") {
  const auto codes_of = [](const Chart& chart) {
    std::set<std::string> codes;
    pages_with(chart, &codes);
    return codes;
  };
  Chart nothing = subjects_chart();
  for (auto& value : nothing.panels[0].series[0].values) value.number.reset();
  CHECK(codes_of(nothing) == std::set<std::string>{"L140"});
  CHECK(letters(body_text(pages_with(nothing))).find("Нетданных") != std::string::npos);
  Chart pie = parts();
  pie.panels[0].categories.push_back("прочие");
  pie.panels[0].series[0].values.push_back({Number(7), State::value, "7", {}});
  CHECK(codes_of(pie) == std::set<std::string>{"L141"});
  Chart cut = parts();
  for (int i = 0; i < 200; ++i) cut.panels[0].categories[0] += " и ещё по одному предмету";
  CHECK(codes_of(cut) == std::set<std::string>{"L143"});
  Chart three = pairs();
  three.panels[0].series.push_back(three.panels[0].series[0]);
  CHECK(codes_of(three) == std::set<std::string>{"L144"});
  Chart negative = bands();
  negative.panels[0].series[0].values[0].number = Number(-3);
  CHECK(codes_of(negative) == std::set<std::string>{"L145"});
}

TEST_CASE("more bars than a page holds are divided into parts of one scale") {
  std::set<std::string> codes;
  const Pages pages = pages_with(many_schools(150), &codes);
  CHECK(codes == std::set<std::string>{"L142"});
  CHECK(pages.pages.size() == 4);
  CHECK(collision(pages).empty());
  std::size_t bars = 0;
  Length left = accent_bars(pages.pages[0])[0].left;
  for (const Page& page : pages.pages) {
    for (const Extents& bar : accent_bars(page)) CHECK(bar.left == left);
    bars += accent_bars(page).size();
  }
  CHECK(bars == 150);
  const std::string all = body_text(pages);
  CHECK(all.find("начало") != std::string::npos);
  CHECK(all.find("окончание") != std::string::npos);
}

TEST_CASE("bars with long names lie down") {
  Chart chart = many_schools(12);
  chart.horizontal = false;
  const auto bars = accent_bars(pages_with(chart).pages[0]);
  REQUIRE(bars.size() == 12);
  CHECK(bars[1].left == bars[0].left);
  CHECK(bars[1].top > bars[0].bottom);
}

TEST_CASE("turned pages hold charts as wide as they are") {
  const Pages pages = pages_with(multiples(), nullptr, true);
  REQUIRE(pages.pages.size() == 1);
  CHECK(pages.pages[0].width > pages.pages[0].height);
  CHECK(collision(pages).empty());
}

TEST_CASE("panels without a unit in common have scales of their own") {
  Chart chart = samples::chart(Chart::Kind::lines, "Показатели", {}, {});
  chart.panels.clear();
  for (const int high : {3, 900}) {
    Panel panel;
    panel.title = high == 3 ? "Доля, %" : "Число, чел.";
    panel.categories = {"2021", "2022", "2023"};
    panel.series.emplace_back();
    for (const int part : {1, 2, 3}) {
      ChartValue value;
      value.number = Number(high * part / 3);
      panel.series.back().values.push_back(value);
    }
    chart.panels.push_back(panel);
  }
  const auto figures = [](const Pages& pages) {
    std::multiset<std::string> all;
    for (const GlyphRun& run : pages.pages.at(0).runs) all.insert(text(pages, run));
    return all;
  };
  chart.unit = "";
  const Pages own = pages_with(chart);
  CHECK(collision(own).empty());
  CHECK(figures(own).count("0") == 2);   // an axis for each
  chart.unit = "балл";
  const Pages common = pages_with(chart);
  CHECK(figures(common).count("0") == 1);
}

TEST_CASE("every sample keeps its labels apart and inside") {
  for (const Chart& chart : all_charts()) {
    INFO(chart.caption);
    CHECK(collision(pages_with(chart)) == "");
  }
}

TEST_CASE("no two texts meet in any chart") {
  std::mt19937 random(20211105);
  const auto below = [&](unsigned bound) { return static_cast<std::size_t>(random() % bound); };
  const char* words[] = {"школа", "Берёзовская", "основная", "общеобразовательная", "№\u00a05", "имени", "математика"};
  for (int round = 0; round < 500; ++round) {
    Chart chart = samples::chart(static_cast<Chart::Kind>(below(4)), "Случайная", {}, {});
    chart.panels.clear();
    chart.stack = static_cast<Chart::Stack>(below(3));
    chart.horizontal = below(2) == 0;
    chart.ordered = below(3) == 0;
    if (below(2) == 0) chart.unit = "балл";
    const std::size_t panels = below(4) == 0 ? 1 + below(6) : 1, series = 1 + below(5);
    const std::size_t categories = below(10) == 0 ? below(60) : below(9);
    const std::int64_t largest = below(8) == 0 ? 4'000'000'000'000 : 100'000;
    const bool negative = below(4) == 0;
    if (below(3) == 0)
      chart.reference = Chart::Reference{Number::scaled(static_cast<std::int64_t>(below(90000)), 3), "регион", {}};
    for (std::size_t b = below(3); b > 0; --b) chart.breaks.push_back({below(9), "сменилась шкала"});
    for (std::size_t p = 0; p < panels; ++p) {
      Panel panel;
      if (panels > 1) panel.title = "Панель " + std::to_string(p + 1);
      for (std::size_t c = 0; c < categories; ++c) {
        std::string name = words[below(7)];
        for (std::size_t w = below(6); w > 0; --w) name += std::string(" ") + words[below(7)];
        panel.categories.push_back(chart.kind == Chart::Kind::lines ? std::to_string(2000 + c) : name);
      }
      for (std::size_t s = 0; s < series; ++s) {
        Series made;
        made.name = "Ряд " + std::to_string(s + 1);
        for (std::size_t c = 0; c < categories; ++c) {
          ChartValue value;
          if (below(8) != 0) {
            std::int64_t units = below(9) == 0 ? 0 : static_cast<std::int64_t>(random()) % largest;
            if (negative && below(3) == 0) units = -units;
            value.number = Number::scaled(units, 3);
            value.label = language::number(*value.number, 1);
          } else {
            value.state = State::missing;
          }
          made.values.push_back(value);
        }
        panel.series.push_back(made);
      }
      chart.panels.push_back(panel);
    }
    INFO("chart " << round << " kind " << static_cast<int>(chart.kind) << " stack " << static_cast<int>(chart.stack));
    REQUIRE(collision(pages_with(chart)) == "");
  }
}

TEST_CASE("steps of an axis are round and hold all values") {
  Extent extent;
  for (const double value : {44.6, 78.0}) extent.hold(value);
  const Scale scale = stepped_scale(extent, false, 6);
  CHECK(scale.low == 40);
  CHECK(scale.high == 80);
  REQUIRE(scale.ticks.size() == 5);
  CHECK(scale.ticks[1].value == Decimal{50, 0});
  Extent small;
  for (const double value : {0.12, 0.5}) small.hold(value);
  CHECK(stepped_scale(small, true, 5).ticks[1].value == Decimal{1, 1});
  Extent huge;
  for (const double value : {-9e18, 9e18}) huge.hold(value);
  for (const Tick& tick : stepped_scale(huge, true, 6).ticks) CHECK((tick.at < 0) == (tick.value.units < 0));
}

TEST_CASE("pieces that would overlap are spread around their wishes") {
  CHECK(spread({10, 12, 50}, {10, 10, 10}, {0, 100}) == std::vector<Length>{1, 11, 45});
  CHECK(spread({0, 0}, {10, 10}, {0, 100}) == std::vector<Length>{0, 10});
  CHECK(spread({99, 99}, {10, 10}, {0, 100}) == std::vector<Length>{80, 90});
}

TEST_CASE("the same chart gives the same drawing") {
  for (const Chart& chart : all_charts()) {
    const Pages a = pages_with(chart), b = pages_with(chart);
    REQUIRE(a.pages[0].paths.size() == b.pages[0].paths.size());
    for (std::size_t i = 0; i < a.pages[0].paths.size(); ++i) {
      const auto ea = extents(a.pages[0].paths[i]), eb = extents(b.pages[0].paths[i]);
      CHECK((ea.left == eb.left && ea.bottom == eb.bottom));
    }
    CHECK(body_text(a) == body_text(b));
  }
}
