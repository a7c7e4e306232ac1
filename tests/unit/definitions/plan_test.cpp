#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kHead = "kind: plan\nid: support\ntype: plan-graph\ntitle: План-график\nperiod: {from: 2022-01-01, to: 2022-12-31}\n";

Outcome<Workspace> planned(const std::string& text) { return loaded({{"plans/support.yaml", kHead + text}}); }

}  // namespace

TEST_CASE("a plan is read with the place of every text") {
  const auto outcome = planned(R"(title_genitive: плана-графика
short_title: план-график
gender: m
numbering: by_section
column_numbers: true
public: true
columns:
  - {field: number, title: № п/п}
  - {field: responsible, title: Ответственные, required: true}
before:
  - {role: goal, title: Цель, text: Поднять результаты}
  - {role: tasks, title: Задачи, items: [обучить, 2022]}
sections:
  - title: Работа с учителями
    number: "1."
    measures:
      - number: 1
        text: Семинар
        term: [18-19 февраля 2022, март]
        responsible: методист
        result: |
          программа
        indicators: [low]
        status: done
        measures:
          - {text: Первый день}
    sections:
      - {kind: task, title: Задача, curator: Мельникова Е. В.}
indicators:
  - id: low
    name: Доля
    unit: "%"
    better: less
    base_year: 2021
    targets: {2022: "57", 2030: 45.5}
    facts: {2022: "58,1"}
    ratio: рост
    parts: [{name: Часть}]
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  REQUIRE(outcome.product.plans.size() == 1);
  const Plan& plan = outcome.product.plans[0];
  CHECK(plan.type == Plan::Type::plan_graph);
  CHECK(plan.numbering == Plan::Numbering::by_section);
  CHECK(iso(plan.to) == "2022-12-31");
  CHECK(plan.public_edition == "yes");
  CHECK(plan.column_numbers);
  REQUIRE(plan.columns.size() == 2);
  CHECK(plan.columns[1].field == PlanField::responsible);
  CHECK(plan.columns[1].required);
  REQUIRE(plan.before.size() == 2);
  CHECK(plan.before[0].role == "goal");
  CHECK(plan.before[1].items[1].text == "2022");
  CHECK(plan.before[1].items[1].at.text() == "plans/support.yaml:17:51");
  REQUIRE(plan.sections.size() == 1);
  CHECK(plan.sections[0].sections[0].kind == PlanSection::Kind::task);
  const PlanMeasure& measure = plan.sections[0].measures.at(0);
  CHECK(measure.number.text == "1");
  CHECK(measure.terms.at(1).text == "март");
  CHECK(measure.terms.at(1).at.text() == "plans/support.yaml:24:36");
  CHECK(measure.responsible.at(0).at.text() == "plans/support.yaml:25:22");
  CHECK(measure.results.at(0).text == "программа");
  CHECK(measure.measures.at(0).text.text == "Первый день");
  const PlanIndicator& low = plan.indicators.at(0);
  CHECK(low.less_is_better);
  CHECK(low.base_year == 2021);
  CHECK(low.targets.at(2030).number == Number::parse("45.5"));
  CHECK(low.facts.at(2022).text.text == "58,1");
  CHECK(low.facts.at(2022).number == Number::parse("58.1"));
  CHECK_FALSE(low.ratio.number);
  CHECK(low.ratio.text.text == "рост");
  CHECK(low.parts.at(0).name.text == "Часть");
  CHECK(outcome.product.sources.count("plans/support.yaml") == 1);
}

TEST_CASE("a short plan has its measures without sections, a programme has more than a plan") {
  const auto outcome = planned(R"(measures:
  - {text: Одно, start: 2022, end: 2030}
approved_by: {kind: приказ, issuer: Отдела образования, date: 2020-12-28, number: "232", title: Об утверждении}
programme:
  passport: [{title: Цель, text: "Раз\nДва"}]
  stages: [{title: Первый, term: 1 квартал 2022 года, text: сбор}]
  participants: [{who: Отдел, functions: [ведёт, считает]}]
  principles: [открытость]
  financing: [{source: местный бюджет, unit: тыс. руб., years: {2022: "1 100,5"}}]
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Plan& plan = outcome.product.plans.at(0);
  CHECK(plan.sections.at(0).title.empty());
  CHECK(plan.sections[0].measures.at(0).end.text == "2030");
  CHECK(plan.approved_by.number.text == "232");
  CHECK(iso(*plan.approved_by.date) == "2020-12-28");
  CHECK(plan.programme.passport.at(0).text.size() == 2);
  CHECK(plan.programme.stages.at(0).term.text == "1 квартал 2022 года");
  CHECK(plan.programme.participants.at(0).functions.size() == 2);
  CHECK(plan.programme.financing.at(0).years.at(2022).number == Number::parse("1100.5"));
}

TEST_CASE("a plan's slips have their place, and the rest of the plan is read") {
  const auto outcome = planned("measures:\n  - {text: Одно, respnsible: методист}\n  - {text: Два}\n");
  CHECK(only(outcome, codes::unknown_key, "plans/support.yaml:7:18").hint == "возможно, «responsible»");
  CHECK(outcome.product.plans.at(0).sections.at(0).measures.size() == 2);
  only(planned("columns: [{field: term, title: Срок, required: да}]\n"), codes::wrong_type, "plans/support.yaml:6:48");
  only(planned("indicators: [{name: А, targets: {22: 5}}]\n"), codes::bad_pattern, "plans/support.yaml:6:34");
  only(planned("approved_by: {kind: приказ, date: 2022-02-30}\n"), codes::bad_date, "plans/support.yaml:6:35");
  only(planned("approved_by: {kind: приказ, date: 30.01.2022}\n"), codes::bad_pattern, "plans/support.yaml:6:35");
  only(loaded({{"plans/a.yaml", "kind: plan\nid: a\ntype: plan\ntitle: А\nperiod: {from: 2022-02-01, to: 2022-01-01}\n"}}),
       codes::contradiction, "plans/a.yaml:5:32");
  only(loaded({{"plans/a.yaml", "kind: regulation\nid: a\ntype: plan\ntitle: А\nperiod: {from: 2022-02-01, to: 2022-12-01}\n"}}),
       codes::not_allowed, "plans/a.yaml:1:7");
}

TEST_CASE("workbooks of plans are sources and no strays") {
  CHECK(loaded({{"plans/m.xlsx", "x"}}).diagnostics.empty());
  CHECK(loaded({{"plans/m.xlsx", "x"}}).product.sources.count("plans/m.xlsx") == 1);
  only(loaded({{"plans/m.doc", "x"}}), codes::stray_file, "plans/m.doc");
  only(loaded({{"papers/m.xlsx", "x"}}), codes::stray_file, "papers/m.xlsx");
}

TEST_CASE("plans, regulations and papers share their ids") {
  const auto outcome = loaded({{"plans/support.yaml", kHead},
                               {"regulations/support.yaml", "kind: regulation\nid: support\ntype: model\ntitle: Модель\n"}});
  CHECK(only(outcome, codes::taken_id, "regulations/support.yaml:2:5").related.at(0).where.text() == "plans/support.yaml:1:1");
}

TEST_CASE("a plan of more years than people plan for is told, one of many more has no end") {
  const auto period = [](const std::string& to) {
    return loaded({{"plans/a.yaml",
                    "kind: plan\nid: a\ntype: plan\ntitle: План\nperiod: {from: 2022-01-01, to: " + to + "}\n"}});
  };
  CHECK(lines(period("2041-12-31").diagnostics).empty());
  const auto longer = period("2042-06-30");
  CHECK(only(longer, codes::long_period, "plans/a.yaml:5:32").message == "план на 20 лет: с 2022-01-01 по 2042-06-30");
  CHECK_FALSE(longer.diagnostics.has_errors());
  CHECK(iso(longer.product.plans[0].to) == "2042-06-30");
  const auto absurd = period("9998-12-31");
  CHECK(only(absurd, codes::long_period, "plans/a.yaml:5:32").message == "план на 7977 лет: с 2022-01-01 по 9998-12-31");
  CHECK(absurd.diagnostics.has_errors());
  CHECK_FALSE(absurd.product.plans[0].to.ok());
}

TEST_CASE("a title of spaces and marks that nobody sees is empty") {
  for (const std::string& title : {std::string("\u00A0"), std::string(" \u2003 "), std::string("\u00A0 \u3000")}) {
    const auto outcome = loaded({{"plans/a.yaml", "kind: plan\nid: a\ntype: plan\ntitle: \"" + title +
                                                      "\"\nperiod: {from: 2022-01-01, to: 2022-12-31}\n"}});
    INFO(lines(outcome.diagnostics));
    CHECK(first(outcome.diagnostics, codes::too_few).where.line == 4);
  }
}

TEST_CASE("да and нет where YAML wants true and false are told how to write") {
  const auto outcome = planned("column_numbers: да\n");
  const Diagnostic& told = only(outcome, codes::wrong_type, "plans/support.yaml:6:17");
  CHECK(told.message.find("ожидается да (true) или нет (false), а стоит текст «да»") != std::string::npos);
  CHECK(told.hint == "в YAML «да» пишется true");
}

TEST_CASE("a number that no message can hold is shown by its beginning") {
  const auto outcome = loaded({{"plans/a.yaml", "kind: plan\nid: a\ntype: plan\ntitle: План\nperiod: {from: 2022-01-01, "
                                                "to: 2022-12-31}\ncolumn_numbers: " + std::string(5000, '9') + "\n"}});
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].message.size() < 300);
}
