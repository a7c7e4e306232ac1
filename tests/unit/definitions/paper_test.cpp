#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kRegister = R"(kind: register
people:
  - {id: head, surname: Иванова}
  - {id: deputy, surname: Петрова}
schools:
  - {id: lesnaya, name: Лесная СОШ, head: deputy, groups: [сельские]}
bodies:
  - {id: administration, name: Администрация}
)";
constexpr const char* kHead = "kind: paper\nid: order\ntype: order\nsubject: Об утверждении\n";
constexpr const char* kRegulation = "kind: regulation\nid: msoko\ntype: regulation\ntitle: Положение\n";

Outcome<Workspace> issued(const std::string& text, const std::string& regulation = {}) {
  return loaded({{"register.yaml", kRegister},
                 {"papers/order.yaml", kHead + text},
                 {"regulations/msoko.yaml", kRegulation + regulation}});
}

}  // namespace

TEST_CASE("an order is read with its items to any depth") {
  const auto outcome = issued(R"(purpose: regulation
issuer: administration
preamble: >
  В целях развития

  и на основании письма
items:
  - {approves: msoko}
  - to: [lesnaya, Директору]
    manner: recommend
    text: обеспечить
    items:
      - {text: участие, term: до 20 июня 2022 года, number: а)}
control: deputy
appendices: [msoko]
agreed_by: [deputy]
acquainted: [heads]
signatory: head
date: 2022-02-01
number: "17"
changes: {kind: приказ, number: "5", title: О плане}
amendments: [{text: в пункте 2, items: [{text: новое}]}]
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Paper& paper = outcome.product.papers.at(0);
  CHECK(paper.purpose == Paper::Purpose::regulation);
  CHECK(paper.issuer == "administration");
  REQUIRE(paper.preamble.size() == 2);
  CHECK(paper.preamble[1].text == "и на основании письма");
  CHECK(paper.preamble[1].at.text() == "papers/order.yaml:10:3");
  CHECK(paper.items.at(0).approves == "msoko");
  CHECK(paper.items.at(1).to.at(1).text == "Директору");
  CHECK(paper.items.at(1).manner == "recommend");
  CHECK(paper.items.at(1).items.at(0).terms.at(0).at.text() == "papers/order.yaml:17:31");
  REQUIRE(paper.control);
  CHECK(paper.control->person == "deputy");
  CHECK(iso(*paper.date) == "2022-02-01");
  CHECK(paper.changes.number.text == "5");
  CHECK(paper.amendments.at(0).items.at(0).text.text == "новое");
  CHECK(issued("control: self\n").product.papers.at(0).control->self);
}

TEST_CASE("minutes and letters are read") {
  const auto outcome = loaded({{"register.yaml", kRegister},
                               {"papers/m.yaml", "kind: paper\nid: m\ntype: minutes\nsubject: заседания\nchair: head\nsecretary: deputy\n"
                                                 "present: [head, Сидорова А. А.]\nagenda:\n  - question: О плане\n"
                                                 "    heard: [{who: deputy, text: о ходе}]\n"
                                                 "    decided: [{text: принять, to: lesnaya, term: до 1 марта}]\n"},
                               {"papers/l.yaml", "kind: paper\nid: l\ntype: letter\nsubject: О направлении\naddressees: heads\n"
                                                 "reference: На № 5\nbody: [{text: Направляем}, Просим ответить]\n"}});
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Paper& minutes = outcome.product.papers.at(1);
  CHECK(minutes.type == Paper::Type::minutes);
  CHECK(minutes.present.size() == 2);
  CHECK(minutes.agenda.at(0).heard.at(0).who.text == "deputy");
  CHECK(minutes.agenda.at(0).decided.at(0).terms.at(0).text == "до 1 марта");
  CHECK(outcome.product.papers.at(0).addressees.at(0).text == "heads");
  CHECK(outcome.product.papers.at(0).body.at(0).text.at(0).text == "Направляем");
  CHECK(outcome.product.papers.at(0).body.at(1).text.at(0).text == "Просим ответить");
}

TEST_CASE("a regulation is read: clauses, rows of a catalogue, members, tables") {
  const auto outcome = issued("", R"(numbering: given
gender: n
clauses:
  - title: Общие положения
    number: "1."
    clauses:
      - {text: Настоящее Положение, items: [первое, второе], clauses: [{text: глубже}]}
rows:
  - {number: "1.", name: Критерий, rows: [{number: "1.1.", name: Доля, unit: "%", subjects: [русский язык, математика]}]}
members:
  - {role: председатель, person: head}
  - {role: члены, name: Сидорова А. А., post: методист, duties: [сбор]}
tables: [{caption: Уровни, head: [Уровень, Значение], rows: [[высокий, 90], [низкий, ]]}]
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const Regulation& regulation = outcome.product.regulations.at(0);
  CHECK_FALSE(regulation.numbered_by_rule);
  CHECK(regulation.clauses.at(0).clauses.at(0).items.size() == 2);
  CHECK(regulation.clauses[0].clauses[0].clauses.at(0).text.at(0).text == "глубже");
  CHECK(regulation.rows.at(0).rows.at(0).subjects.at(1).text == "математика");
  CHECK(regulation.members.at(0).person == "head");
  CHECK(regulation.members.at(1).duties.size() == 1);
  CHECK(regulation.tables.at(0).rows.at(0).at(1).text == "90");
}

TEST_CASE("what a paper approves is approved by it, and by no other act") {
  const auto approved = [](const std::string& regulation) {
    return issued("items: [{approves: msoko}]\ndate: 2023-02-01\nnumber: \"5\"\n", regulation);
  };
  const auto paper_of = [&](const std::string& regulation) {
    return approved(regulation).product.regulations.at(0).approved_by.paper;
  };
  CHECK(paper_of("") == "order");
  CHECK(paper_of("approved_by: {kind: приказ, date: 2023-02-01, number: \"5\"}\n") == "order");
  CHECK(approved("approved_by: {kind: приказ}\n").diagnostics.empty());
  const auto other = approved("approved_by: {kind: приказ, date: 2022-01-10, number: \"3\"}\n");
  CHECK(lines(other.diagnostics).find("D340") != std::string::npos);
  // Two papers that approve one thing: which of the marks is meant, its author says.
  const auto two = loaded({{"register.yaml", kRegister},
                           {"papers/order.yaml", std::string(kHead) + "items: [{approves: msoko}]\n"},
                           {"papers/other.yaml", "kind: paper\nid: other\ntype: order\nsubject: О другом\n"},
                           {"regulations/msoko.yaml", std::string(kRegulation) + "approved_by: {paper: other}\n"}});
  CHECK(lines(two.diagnostics).find("D340") != std::string::npos);
}
