#include <set>

#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

const std::string kBase = R"(kind: layout
name: base
title: Основа
source: решение управления
page:
  width: 210 mm
  margins:
    source: ГОСТ
    left: 30 mm
    right: {value: 12.5 mm, source: инструкция}
texts:
  body: {size: 14 pt, leading: 19 pt, hyphenate: true}
  plain: {like: body, first_indent: 0 mm}
  note: {like: plain, size: 10.5 pt}
fonts: {fallback: [A.ttf, B.ttf]}
charts: {highest: 60}
)";

Outcome<Workspace> with(const std::string& own, const std::string& workspace = {}) {
  std::vector<File> files{{"schemas/layout/base.yaml", kBase}};
  if (!own.empty()) files.emplace_back("layout/own.yaml", own);
  if (!workspace.empty()) {
    files.emplace_back("workspace.yaml",
                       "kind: workspace\nname: проба\ntitle: Проба\nyear: 2021\ndate: 2021-08-25\n"
                       "department: {name: Управление образования}\n" +
                           workspace);
  }
  return loaded(files);
}

std::string own(const std::string& rest, const std::string& name = "own") {
  return "kind: layout\nname: " + name + "\ntitle: Своё\nsource: приказ управления\n" + rest;
}

}  // namespace

TEST_CASE("lengths of a layout profile are exact thousandths of a point with their source and place") {
  const auto outcome = with({});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const LayoutProfile& base = *outcome.product.layout("base");
  CHECK(base.find("page.width")->amount == 595276);
  CHECK(base.find("page.width")->source == "решение управления");
  CHECK(base.find("page.margins.left")->source == "ГОСТ");
  CHECK(base.find("page.margins.right")->amount == 35433);
  CHECK(base.find("page.margins.right")->source == "инструкция");
  CHECK(base.find("page.margins.right")->where.line == 10);
  CHECK(base.find("texts.note.size")->amount == 10500);
  CHECK(base.find("texts.body.hyphenate")->amount == 1);
  CHECK(base.find("fonts.fallback")->items == std::vector<std::string>{"A.ttf", "B.ttf"});
  CHECK(base.find("charts.highest")->amount == 60000);
}

TEST_CASE("a text takes what it does not say from the text that it is like") {
  const auto outcome = with({});
  const LayoutProfile& base = *outcome.product.layout("base");
  CHECK(base.find("texts.note.leading")->amount == 19000);
  CHECK(base.find("texts.note.first_indent")->amount == 0);
  CHECK(base.find("texts.note.hyphenate")->amount == 1);
  CHECK(base.find("texts.note.like") == nullptr);
}

TEST_CASE("a profile that extends another differs only in what it names") {
  const auto outcome = with(own("extends: base\npage: {margins: {left: 20 mm}}\ntexts: {body: {size: 13 pt}}\n"));
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const LayoutProfile& base = *outcome.product.layout("base");
  const LayoutProfile& own = *outcome.product.layout("own");
  CHECK(own.is("base"));
  CHECK_FALSE(base.is("own"));
  CHECK(own.find("page.margins.left")->where.file == "layout/own.yaml");
  // What is like the changed text changes with it.
  CHECK(own.find("texts.plain.size")->amount == 13000);
  std::set<std::string> differs;
  for (const auto& [path, value] : own.values) {
    const LayoutValue* before = base.find(path);
    if (!before || before->text != value.text) differs.insert(path);
  }
  CHECK(differs == std::set<std::string>{"page.margins.left", "texts.body.size", "texts.plain.size"});
}

TEST_CASE("a workspace's profile of a shipped name replaces it and may extend it") {
  const auto outcome = with(own("extends: base\npage: {margins: {left: 20 mm}}\n", "base"));
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  REQUIRE(outcome.product.layouts.size() == 1);
  CHECK(outcome.product.layouts[0].find("page.margins.left")->amount == 56693);
  CHECK(outcome.product.layouts[0].find("page.margins.right")->amount == 35433);
}

TEST_CASE("faults of profiles have their place and the nearest name") {
  CHECK(only(with(own("extends: bse\n")), codes::unknown_layout, "layout/own.yaml:5:10").hint == "возможно, «base»");
  CHECK(only(with(own("page: {margins: {lft: 20 mm}}\n")), codes::unknown_key, "layout/own.yaml:5:18").hint ==
        "возможно, «left»");
  only(with(own("page: {margins: {left: 20}}\n")), codes::wrong_type, "layout/own.yaml:5:24");
  CHECK(only(with(own("page: {margins: {left: '12,5 mm'}}\n")), codes::bad_pattern, "layout/own.yaml:5:24").hint ==
        "длина пишется с точкой и единицей: 12.5 mm или 14 pt");
  CHECK(only(with(own("texts: {boddy: {size: 12 pt}}\n")), codes::unknown_key, "layout/own.yaml:5:9").hint ==
        "возможно, «body»");
  only(with("kind: layout\nname: own\ntitle: Своё\n"), codes::missing_key, "layout/own.yaml:1:1");
}

TEST_CASE("what is described by itself is an error, once") {
  only(with(own("texts: {body: {like: plain}, plain: {like: note}, note: {like: body}}\n")), codes::layout_cycle,
       "layout/own.yaml:5:22");
  const auto outcome = loaded({{"layout/a.yaml", own("extends: b\n", "a")}, {"layout/b.yaml", own("extends: a\n", "b")}});
  only(outcome, codes::layout_cycle, "layout/b.yaml:5:10");
  only(with(own("extends: own\n")), codes::unknown_layout, "layout/own.yaml:5:10");
}

TEST_CASE("a workspace says by which profile documents are set") {
  const auto outcome = with(own("extends: base\n"), "layout: {base: own}\n");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  CHECK(outcome.product.layout_instead.at("base") == "own");
  CHECK(only(with(own("extends: base\n"), "layout: {base: owm}\n"), codes::unknown_layout, "workspace.yaml:7:16").hint ==
        "возможно, «own»");
}

TEST_CASE("every value of the shipped profiles has a source, and they hold nothing but known names") {
  const std::string schemas = std::string(SVOD_SOURCE_DIR) + "/schemas";
  const auto outcome = shipped_layouts({schemas, {}}, disk());
  INFO(lines(outcome.diagnostics));
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.product.size() == 2);
  for (const LayoutProfile& layout : outcome.product) {
    CHECK(layout.values.size() > 200);
    for (const auto& [path, value] : layout.values) {
      INFO(path);
      CHECK_FALSE(value.source.empty());
    }
  }
  // What the standard says is told apart from what the department chose.
  const LayoutProfile& official = outcome.product[0];
  CHECK(official.find("texts.subject.width")->source.find("ГОСТ Р 7.0.97-2025") != std::string::npos);
  CHECK(official.find("tables.padding.down")->source == "решение органа управления образованием");
}
