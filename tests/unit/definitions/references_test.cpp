#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kRegister = R"(kind: register
people:
  - {id: head, surname: Иванова}
  - {id: deputy, surname: Петрова}
schools:
  - {id: lesnaya, name: Лесная СОШ, head: deputy, groups: [rural]}
bodies:
  - {id: administration, name: Администрация}
roles:
  - {id: teachers, name: учителя}
)";
constexpr const char* kPlan =
    "kind: plan\nid: support\ntype: plan\ntitle: План\nperiod: {from: 2022-01-01, to: 2022-12-31}\nindicators: [{id: low, name: Доля}]\n";
constexpr const char* kRegulation = "kind: regulation\nid: msoko\ntype: regulation\ntitle: Положение\n";
constexpr const char* kPaper = "kind: paper\nid: order\ntype: order\nsubject: О плане\n";

/// One plan, one regulation and one order; each text goes on the file of its kind.
Outcome<Workspace> together(const std::string& plan, const std::string& regulation, const std::string& paper,
                            std::vector<File> more = {}) {
  more.insert(more.end(), {{"register.yaml", kRegister},
                           {"plans/support.yaml", kPlan + plan},
                           {"regulations/msoko.yaml", kRegulation + regulation},
                           {"papers/order.yaml", kPaper + paper}});
  return loaded(more);
}

}  // namespace

TEST_CASE("what exists may be referred to") {
  const auto outcome = together(R"(approved_by: {paper: order}
sections:
  - curator: deputy
    measures: [{text: А, indicators: [low], link: [low, order, 'https://a.ru/b', приказ № 5]}]
programme: {participants: [{who: department}, {who: teachers}, {who: Совет}]}
)",
                                "appendices: [support]\nmembers: [{role: председатель, person: head}]\nclauses: [{indicators: [low]}]\n",
                                "issuer: administration\nitems: [{approves: msoko}, {to: [rural, schools, heads, lesnaya, teachers], text: А}]\n"
                                "agreed_by: [deputy]\nacquainted: [heads]\ncontrol: head\n");
  INFO(lines(outcome.diagnostics));
  CHECK(outcome.diagnostics.empty());
}

TEST_CASE("every reference that leads nowhere has its place and the nearest name") {
  CHECK(only(together("approved_by: {paper: ordr}\n", "", ""), codes::unknown_paper, "plans/support.yaml:7:22").hint == "возможно, «order»");
  CHECK(only(together("part_of: {paper: msoko}\n", "", ""), codes::unknown_paper, "plans/support.yaml:7:18").hint == "с этим кодом есть положение");
  only(together("", "", "changes: {paper: old}\n"), codes::unknown_paper, "papers/order.yaml:5:18");
  CHECK(only(together("", "", "items: [{approves: suport}]\n"), codes::unknown_appendix, "papers/order.yaml:5:20").hint == "возможно, «support»");
  CHECK(only(together("", "", "appendices: [order]\n"), codes::unknown_appendix, "papers/order.yaml:5:14").hint == "с этим кодом есть бумага");
  only(together("measures: [{text: А, indicators: [lo]}]\n", "", ""), codes::unknown_plan_indicator, "plans/support.yaml:7:35");
  only(together("measures: [{text: А, link: lwo}]\n", "", ""), codes::unknown_link, "plans/support.yaml:7:28");
  only(loaded({{"plans/a.yaml", "kind: plan\nid: a\ntype: plan\ntitle: А\nperiod: {from: 2022-01-01, to: 2022-12-31}\nindicators: [{name: Б, indicator: ege.mean}]\n"}}),
       codes::unknown_indicator, "plans/a.yaml:6:35");
  CHECK(only(together("", "", "signatory: hed\n"), codes::unknown_person, "papers/order.yaml:5:12").hint == "возможно, «head»");
  only(together("", "", "control: boss\n"), codes::unknown_person, "papers/order.yaml:5:10");
  only(together("", "", "agreed_by: [schools]\n"), codes::unknown_person, "papers/order.yaml:5:13");
  only(together("", "", "issuer: lesnaya\n"), codes::unknown_body, "papers/order.yaml:5:9");
  only(together("", "", "items: [{to: lesnay, text: А}]\n"), codes::unknown_party, "papers/order.yaml:5:14");
  only(together("sections: [{curator: schools}]\n", "", ""), codes::unknown_party, "plans/support.yaml:7:22");
}

TEST_CASE("references that go round are told once") {
  CHECK(only(together("", "appendices: [msoko]\n", ""), codes::reference_cycle, "regulations/msoko.yaml:5:14").message ==
        "ссылки ходят по кругу: msoko → msoko");
  const auto round = together("", "appendices: [rows]\n", "",
                              {{"regulations/rows.yaml", "kind: regulation\nid: rows\ntype: list\ntitle: Перечень\nappendices: [msoko]\n"}});
  CHECK(only(round, codes::reference_cycle, "regulations/rows.yaml:5:14").message == "ссылки ходят по кругу: msoko → rows → msoko");
  only(together("", "", "changes: {paper: order}\n"), codes::reference_cycle, "papers/order.yaml:5:18");
  only(together("part_of: {paper: support}\n", "", ""), codes::reference_cycle, "plans/support.yaml:7:18");
}

TEST_CASE("a paper approves what says that it approved it") {
  const auto outcome = together("approved_by: {paper: order}\n", "", "items: [{approves: msoko}]\n");
  CHECK(only(outcome, codes::not_approved_there, "plans/support.yaml:7:22").severity == Severity::warning);
  CHECK(together("approved_by: {paper: order}\n", "", "items: [{items: [{approves: support}]}]\n").diagnostics.empty());
}

TEST_CASE("a file that is not read makes no reference to it a second fault") {
  only(together("", "", "appendices: [other]\n", {{"plans/other.yaml", "kind: [\n"}}), codes::yaml_syntax, "plans/other.yaml:2:1");
}

TEST_CASE("ids inside a plan are its own") {
  only(together("measures: [{id: a, text: А}, {id: a, text: Б}]\n", "", ""), codes::duplicate_name, "plans/support.yaml:7:35");
}

TEST_CASE("a hostile plan has a diagnostic") {
  const std::string million(1'000'000, 'a');
  CHECK(only(together("measures: [{text: " + million + "}]\n", "", ""), codes::over_budget, "plans/support.yaml:7:19").excerpt.empty());
  only(together("measures: [{text: \"а\\u0001б\"}]\n", "", ""), codes::control_character, "plans/support.yaml:7:19");
  only(together("measures: [{text: а\xE2\x80\xAEб}]\n", "", ""), codes::control_character, "plans/support.yaml:7:19");
  only(together(std::string("measures: [{text: а\x01}]\n"), "", ""), codes::control_character, "plans/support.yaml:7:20");
  for (const std::string key : {"sections", "measures", "before"}) {
    std::string deep = key + ": ";
    for (int level = 0; level < 5000; ++level) deep += "[{" + (key == "before" ? "clauses" : key) + ": ";
    INFO(key);
    CHECK(first(together(deep, "", "").diagnostics, codes::over_budget).where.file == "plans/support.yaml");
    std::string closed = deep + "[]";
    for (int level = 0; level < 5000; ++level) closed += "}]";
    only(together(closed + "\n", "", ""), codes::over_budget, "plans/support.yaml:7:" + std::to_string(key.size() + 4 + 31 * (key == "before" ? 11 : 12)));
  }
  only(together("measures: &a [{text: А, measures: *a}]\n", "", ""), codes::yaml_syntax, "plans/support.yaml:7:35");
}
