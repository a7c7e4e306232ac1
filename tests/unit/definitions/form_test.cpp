#include "expression/codes.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

const std::string kHead = R"(kind: form
name: marks
title: Отметки
fields:
  - {name: school, title: Школа, type: school}
  - {name: subject, title: Предмет, type: choice, choices: [Физика, {value: Химия, aliases: [хим.]}]}
  - {name: participants, title: Участников, type: integer, minimum: 0}
  - {name: score, title: Балл, type: integer, unit: балл}
)";

Outcome<Workspace> form(const std::string& rest) { return loaded({{"forms/marks.yaml", kHead + rest}}); }

constexpr const char* kThresholds = R"(kind: reference
name: thresholds
columns: [year, subject, minimum]
rows:
  - [2021, Физика, 36]
  - [2021, Химия, 36]
)";

}  // namespace

TEST_CASE("a form is read with everything that it says") {
  const auto outcome = loaded({{"reference/thresholds.yaml", kThresholds}, {"forms/marks.yaml", kHead + R"(  - name: minimum
    title: Минимум
    type: integer
    unit: балл
    lookup: {table: thresholds, keys: {year: year, subject: subject}, value: minimum}
  - name: band
    title: Диапазон
    type: text
    banding: {of: score, minimum: minimum, edges: [40, 50, 100], from: 0, to: 100}
  - name: passed
    title: Преодолён
    type: boolean
    signs: {"": missing, Н/Д: missing, "-": zero}
    derived: score >= minimum
keys: [school, subject]
relations:
  - {name: few, rule: participants >= score, severity: warning, tolerance: 0.5, message: "всего {{ participants }}", hint: проверьте}
same_totals:
  - {name: same, field: participants, across: subject}
totals_check: {fields: [participants]}
layout:
  sheets: ["Лист*", 2021]
  totals: [итого]
  school_from: [heading]
  fixed: {subject: [ФИЗИКА, хим.]}
constants: {subject: хим.}
)"}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Form& read = *outcome.product.form("marks");
  CHECK(read.fields.size() == 7);
  CHECK(read.field("minimum")->lookup->keys.size() == 2);
  CHECK(read.field("band")->banding->edges == std::vector<int>{40, 50, 100});
  CHECK_FALSE(read.field("passed")->is_read());
  CHECK(read.field("passed")->signs.at("н/д") == State::missing);
  CHECK(read.field("subject")->choices[1].aliases == std::vector<std::string>{"хим."});
  CHECK(read.relations[0].fields == std::vector<std::string>{"participants", "score"});
  CHECK_FALSE(read.relations[0].is_error);
  CHECK(read.relations[0].tolerance == *Number::parse("0.5"));
  CHECK(read.same_totals[0].per == std::vector<std::string>{"school"});
  CHECK(read.layout.sheets == std::vector<std::string>{"лист*", "2021"});
  CHECK(read.layout.school_from == std::vector<SchoolFrom>{SchoolFrom::heading});
  CHECK(read.layout.fixed.at("subject") == std::vector<std::string>{"Физика", "Химия"});
  CHECK(read.constants.at("subject") == "Химия");
  CHECK(outcome.product.sources.count("forms/marks.yaml") == 1);
}

TEST_CASE("an expression points at its own character, through quotes and folded lines") {
  const auto plain = form("relations:\n  - {name: sum, rule: participants = scroe, message: нет}\n");
  const Diagnostic& fault = only(plain, expression::codes::unknown_name, "forms/marks.yaml:10:38");
  CHECK(fault.hint.find("score") != std::string::npos);
  CHECK(fault.excerpt == "  - {name: sum, rule: participants = scroe, message: нет}");
  only(form("relations:\n  - name: sum\n    rule: \"participants = scroe\"\n    message: нет\n"),
       expression::codes::unknown_name, "forms/marks.yaml:11:27");
  only(form("relations:\n  - name: sum\n    rule: >-\n      participants\n      = scroe\n    message: нет\n"),
       expression::codes::unknown_name, "forms/marks.yaml:13:9");
  only(form("relations:\n  - name: sum\n    rule: score > 0\n    message: всего {{ participants }} из {{ skore }}\n"),
       expression::codes::unknown_name, "forms/marks.yaml:12:45");
  only(form("relations:\n  - {name: sum, rule: participants + score, message: нет}\n"),
       expression::codes::result_type, "forms/marks.yaml:10:23");
}

TEST_CASE("a form's slips have their place and the nearest name") {
  CHECK(only(form("keys: [school, subjekt]\n"), codes::unknown_field, "forms/marks.yaml:9:16").hint == "возможно, «subject»");
  only(form("totals_check: {fields: [subject]}\n"), codes::unsuitable_field, "forms/marks.yaml:9:25");
  only(form("same_totals:\n  - {name: a, field: subject, across: school}\n"), codes::unsuitable_field, "forms/marks.yaml:10:22");
  only(form("  - {name: score, title: Ещё, type: text}\n"), codes::duplicate_name, "forms/marks.yaml:9:12");
  only(form("  - {name: a, title: А, type: integer, minimum: 5, maximum: 1}\n"), codes::contradiction, "forms/marks.yaml:9:49");
  only(form("  - {name: a, title: А, type: text, maximum: 1}\n"), codes::superfluous_key, "forms/marks.yaml:9:46");
  only(form("  - {name: a, title: А, type: choice}\n"), codes::missing_key, "forms/marks.yaml:9:5");
  only(form("  - {name: a, title: А, type: text, pattern: '(x'}\n"), codes::bad_expression_pattern, "forms/marks.yaml:9:46");
  only(form("  - {name: a, title: А, type: choice, choices: [Ёлка, елка]}\n"), codes::duplicate_name, "forms/marks.yaml:9:55");
  only(form("layout: {fixed: {subject: [Физика, Хмия]}}\n"), codes::not_a_choice, "forms/marks.yaml:9:36");
  only(form("  - {name: b, title: Б, type: text, banding: {of: score, edges: [50, 40]}}\n"), codes::contradiction,
       "forms/marks.yaml:9:70");
  only(form("  - {name: b, title: Б, type: text, banding: {of: subject, edges: [50]}}\n"), codes::unsuitable_field,
       "forms/marks.yaml:9:51");
}

TEST_CASE("a lookup names a table and its columns") {
  const auto with = [](const std::string& lookup, const std::string& table) {
    return loaded({{"reference/thresholds.yaml", table}, {"forms/marks.yaml", kHead + "  - {name: m, title: М, type: integer, lookup: " + lookup + "}\n"}});
  };
  CHECK(only(with("{table: treshholds, keys: {year: year}, value: minimum}", kThresholds), codes::unknown_table,
             "forms/marks.yaml:9:56").hint == "возможно, «thresholds»");
  only(with("{table: thresholds, keys: {year: year, subject: subject}, value: minimal}", kThresholds), codes::unknown_column,
       "forms/marks.yaml:9:113");
  const auto repeated = with("{table: thresholds, keys: {year: year, subject: subject}, value: minimum}",
                             std::string(kThresholds) + "  - [2021, Химия, 37]\n");
  CHECK(only(repeated, codes::repeated_row, "reference/thresholds.yaml:7:5").related.size() == 1);
}

TEST_CASE("a reference to a refused form is no second fault") {
  const auto outcome = loaded({{"forms/marks.yaml", "kind: form\nname: marks\ntitle: Отметки\nfields: []\n"},
                               {"indicators/a.yaml", "kind: indicators\nindicators:\n  - {name: a.b, title: А, form: marks, kind: count}\n"}});
  only(outcome, codes::too_few, "forms/marks.yaml:4:9");
}

TEST_CASE("a workspace's form replaces the shipped one, two of one layer are a fault") {
  const auto outcome = loaded({{"schemas/forms/marks.yaml", kHead}, {"forms/own.yaml", kHead + "version: 7\n"}});
  INFO(lines(outcome.diagnostics));
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.product.forms.size() == 1);
  CHECK(outcome.product.forms[0].version == 7);
  const auto twice = loaded({{"forms/a.yaml", kHead}, {"forms/b.yaml", kHead}});
  CHECK(only(twice, codes::duplicate_name, "forms/b.yaml:2:7").related[0].where.file == "forms/a.yaml");
}

TEST_CASE("a file that is no definition is not passed over in silence") {
  const auto outcome = loaded({{"forms/marks.yaml", kHead}, {"forms/старая.docx", "x"}, {"forms/README.md", "x"}});
  CHECK(only(outcome, codes::stray_file, "forms/старая.docx").severity == Severity::warning);
}
