#include "expression/codes.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kForm = R"(kind: form
name: results
title: Результаты
fields:
  - {name: school, title: Школа, type: school}
  - {name: participant, title: Код, type: code}
  - {name: person, title: Имя, type: person, required: false}
  - {name: subject, title: Предмет, type: text}
  - {name: score, title: Балл, type: integer, unit: балл}
)";
constexpr const char* kTable = "kind: reference\nname: means\ncolumns: [year, subject, mean]\nrows:\n  - [2021, Физика, 3.4]\n";

Outcome<Workspace> indicators(const std::string& list) {
  return loaded({{"forms/results.yaml", kForm}, {"reference/means.yaml", kTable},
                 {"indicators/a.yaml", "kind: indicators\nindicators:\n" + list}});
}

}  // namespace

TEST_CASE("indicators of every kind are read") {
  const auto outcome = indicators(R"(  - {name: r.count, title: А, form: results, kind: count, distinct: [school, participant], where: known(score), by: [subject, school]}
  - {name: r.sum, title: Сумма, form: results, kind: sum, of: score, having: rows = 2, by: [school, participant], unit: балл}
  - {name: r.best, title: Лучшая, kind: maximum, of_indicator: r.sum, by: [school], unit: балл}
  - {name: r.part, title: Доля, kind: share, of_indicator: r.count, over: subject, by: [subject], unit: "%"}
  - {name: r.low, title: Ниже, form: results, kind: share, of: score < 36, by: [subject, municipality], unit: "%", round: 1, better: less}
  - {name: r.mean, title: Средний, form: results, kind: mean, of: score, by: [subject, school], unit: балл}
  - {name: r.region, title: Регион, kind: reference, table: means, value: mean, by: [subject, year], unit: балл}
  - name: r.gap
    title: Отклонение
    kind: formula
    of: r.mean - r.region
    by: [subject]
    uses: [{use: ranking, permitted: false, act: письмо, from: 2021-01-01}]
listings:
  - {name: r.rows, title: Строки, form: results, where: score >= 80}
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Workspace& workspace = outcome.product;
  CHECK(workspace.indicators.size() == 8);
  CHECK(workspace.indicator("r.low")->better == Better::less);
  CHECK(workspace.indicator("r.low")->of->type.kind == expression::Kind::boolean);
  CHECK(workspace.indicator("r.sum")->having);
  CHECK(workspace.indicator("r.gap")->of);
  CHECK_FALSE(workspace.indicator("r.gap")->uses[0].permitted);
  CHECK(workspace.listings.size() == 1);
  CHECK(dimensions(*workspace.indicator("r.count")) == std::vector<std::string>{"subject", "school", "municipality", "year"});
  CHECK(dimensions(*workspace.indicator("r.region")) == std::vector<std::string>{"subject", "year"});
}

TEST_CASE("names of rules and templates: indicators are functions of their dimensions") {
  const auto outcome = indicators(R"(  - {name: r.mean, title: Средний, form: results, kind: mean, of: score, by: [subject, school], unit: балл}
listings:
  - {name: r.rows, title: Строки, form: results}
)");
  const expression::NameTable names = report_names(outcome.product);
  const auto check = [&](const std::string& source, const std::string& type) {
    const auto tree = expression::compile(source, {}, names);
    INFO(source << "\n" << lines(tree.diagnostics));
    REQUIRE(tree.product);
    CHECK(tree.product->type.text_for_people() == type);
  };
  check("[r.mean(subject = 'Физика', school = school, year = year - 1) for school in schools]", "список: число, балл");
  check("r.mean", "число, балл");
  check("[r.mean(municipality = place) for place in municipalities]", "список: число, балл");
  check("[row.school.short for row in r.rows where row.score > 80 order by row.subject]", "список: текст");
  check("signatory.post_dative", "текст");
  check("department.municipality_genitive", "текст");
  check("workspace.date", "дата");
  check("coverage('results').absent", "список: школа");
  check("[s.head.surname_first for s in schools where owes(s, 'results')]", "список: текст");
  check("[s.municipality.genitive for s in schools where 'центр' in s.groups]", "список: текст");
  check("bands('results', 'band', 36)", "список: текст");
  check("[f.title for f in forms]", "список: текст");
  CHECK_FALSE(expression::compile("[row.person for row in r.rows]", {}, names).product);
  CHECK_FALSE(expression::compile("r.mean(school = 'Лесная')", {}, names).product);
}

TEST_CASE("an indicator's slips have their place and the nearest name") {
  const auto one = [](const std::string& rest) { return indicators("  - {name: a.b, title: А, " + rest + "}\n"); };
  CHECK(only(one("form: result, kind: count"), codes::unknown_form, "indicators/a.yaml:3:33").hint == "возможно, «results»");
  CHECK(only(one("form: results, kind: count, by: [subjct]"), codes::unknown_dimension, "indicators/a.yaml:3:60").hint ==
        "возможно, «subject»");
  only(one("form: results, kind: count, distinct: [pupil]"), codes::unknown_field, "indicators/a.yaml:3:66");
  only(one("form: results, kind: count, by: [person]"), codes::unsuitable_field, "indicators/a.yaml:3:60");
  only(one("form: results, kind: count, by: [school, school]"), codes::duplicate_name, "indicators/a.yaml:3:68");
  only(one("form: results, kind: share, of: score < 3, over: school, by: [subject]"), codes::unknown_dimension,
       "indicators/a.yaml:3:76");
  only(one("form: results, kind: share, of: subject"), codes::unsuitable_field, "indicators/a.yaml:3:59");
  only(one("form: results, kind: sum"), codes::incomplete_indicator, "indicators/a.yaml:3:5");
  only(one("form: results, kind: count, of: score"), codes::superfluous_key, "indicators/a.yaml:3:55");
  only(one("form: results, kind: mean, of: subject"), expression::codes::result_type, "indicators/a.yaml:3:58");
  only(one("form: results, kind: mean, of: skore"), expression::codes::unknown_name, "indicators/a.yaml:3:58");
  only(one("kind: reference, table: mean, value: mean"), codes::unknown_table, "indicators/a.yaml:3:51");
  only(one("kind: reference, table: means, value: average"), codes::unknown_column, "indicators/a.yaml:3:65");
  only(one("kind: reference, table: means, value: mean, by: [school]"), codes::unknown_column, "indicators/a.yaml:3:76");
  only(one("kind: maximum, of_indicator: a.c"), codes::unknown_indicator, "indicators/a.yaml:3:56");
  only(one("form: results, kind: share, of: score, per: score, over: school, by: [school]"), codes::contradiction,
       "indicators/a.yaml:3:84");
  only(one("form: results, kind: count, uses: [{use: report, act: А, from: 2021-02-01, to: 2021-01-01}]"), codes::contradiction,
       "indicators/a.yaml:3:106");
  only(one("form: results, kind: count, uses: [{use: report, act: А, from: 2021-06-31}]"), codes::bad_date,
       "indicators/a.yaml:3:90");
  only(one("form: results, kind: cuont"), codes::not_allowed, "indicators/a.yaml:3:48");
}

TEST_CASE("an indicator over another keeps to its dimensions") {
  const auto outcome = indicators(R"(  - {name: r.sum, title: Сумма, form: results, kind: sum, of: score, by: [school]}
  - {name: r.best, title: Лучшая, kind: maximum, of_indicator: r.sum, by: [subject]}
)");
  only(outcome, codes::unknown_dimension, "indicators/a.yaml:4:76");
}

TEST_CASE("two indicators or listings of one name are a fault") {
  const auto outcome = indicators(R"(  - {name: r.a, title: А, form: results, kind: count}
  - {name: r.a, title: Б, form: results, kind: count}
listings:
  - {name: r.a, title: В, form: results}
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.size() == 2);
  CHECK(outcome.diagnostics[0].code == &codes::duplicate_name);
  CHECK(outcome.diagnostics[0].where.text() == "indicators/a.yaml:4:12");
  CHECK(outcome.diagnostics[1].where.text() == "indicators/a.yaml:6:12");
}

TEST_CASE("formulas in a circle are one fault that names the circle") {
  const auto outcome = indicators(R"(  - {name: a.x, title: А, kind: formula, of: a.y + 1}
  - {name: a.y, title: Б, kind: formula, of: a.z * 2}
  - {name: a.z, title: В, kind: formula, of: a.x - 1}
  - {name: a.w, title: Г, form: results, kind: count}
)");
  CHECK(only(outcome, codes::cycle, "indicators/a.yaml:3:5").message ==
        "показатели определены друг через друга: a.x → a.y → a.z → a.x");
  CHECK(outcome.product.indicators.size() == 1);
}

TEST_CASE("a broken indicator makes no second fault where it is named") {
  const auto outcome = loaded({{"forms/results.yaml", kForm},
                               {"indicators/a.yaml", "kind: indicators\nindicators:\n  - {name: r.a, title: А, form: results, kind: sum, of: skore}\n"
                                                     "  - {name: r.b, title: Б, kind: formula, of: r.a + 1}\n"},
                               {"rules/a.yaml", "kind: rules\nrules:\n  - {name: a, title: А, severity: risk, when: r.a > 1, finding: вывод}\n"}});
  only(outcome, expression::codes::unknown_name, "indicators/a.yaml:3:57");
}

TEST_CASE("rules bind their variables, and their texts are checked with the filters of print") {
  const auto rule = [](const std::string& text) {
    return loaded({{"forms/results.yaml", kForm},
                   {"indicators/a.yaml", "kind: indicators\nindicators:\n  - {name: r.low, title: Ниже, form: results, kind: count, where: score < 36, by: [subject, school], unit: чел.}\n"},
                   {"rules/a.yaml", "kind: rules\nrules:\n" + text}});
  };
  const auto good = rule(R"(  - name: low
    title: Ниже
    severity: risk
    for: school in schools
    also:
      - subject in values('results', 'subject')
    when: r.low(subject = subject, school = school) > 0
    finding: "{{ school.short }}: {{ r.low(subject = subject, school = school) | plural('выпускник', 'выпускника', 'выпускников') }}"
    advice:
      - {to: руководителю, text: "разобрать {{ subject }}", term: до 1 октября, evidence: протокол}
)");
  INFO(lines(good.diagnostics));
  REQUIRE(good.diagnostics.empty());
  CHECK(good.product.rules[0].also.size() == 1);
  CHECK(good.product.rules[0].advice[0].text.parts.size() == 2);
  const std::string head = "  - name: low\n    title: Ниже\n    severity: risk\n";
  only(rule(head + "    for: school in shcools\n    when: true\n    finding: вывод\n"), expression::codes::unknown_name, "rules/a.yaml:6:20");
  only(rule(head + "    for: school in schools\n    when: r.low(school = school)\n    finding: вывод\n"),
       expression::codes::result_type, "rules/a.yaml:7:11");
  only(rule(head + "    when: true\n    finding: \"{{ year | plurall('а', 'б', 'в') }}\"\n"), expression::codes::unknown_filter,
       "rules/a.yaml:7:25");
  only(rule(head + "    when: true\n    finding: вывод\n" + head + "    when: true\n    finding: вывод\n"), codes::duplicate_name,
       "rules/a.yaml:8:11");
}
