#include "compose/file_names.h"
#include "indicators/scope.h"
#include "world.h"

using namespace world;

TEST_CASE("an order makes one document for each element that its clause selects") {
  World w;
  w.body("{{ school.short }}: {{ n(school = school) }}\n", "title: \"{{ school.short }}\"\n");
  w.order("Рекомендации/{{ school.short }}", "t", "school in schools where n(school = school) > 0");
  const auto documents = w.compose();
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].name == "Рекомендации/Школа А");
  CHECK(documents[1].title == "Школа Б");
  CHECK(lines(documents[1].blocks) == "Школа Б: 2\n");
  CHECK(w.codes().empty());
}

TEST_CASE("two documents never share a file") {
  World w;
  w.body("Текст\n");
  w.order("Школы/{{ school.kind }}", "t", "school in schools");
  CHECK(w.jobs().size() == 2);
  CHECK(w.codes() == "C207 10:5");
}

TEST_CASE("a name from data cannot leave its folder") {
  CHECK(compose::safe_piece("a/b\\c:d") == "a-b-c-d");
  CHECK(compose::safe_path("Школы/" + compose::safe_piece("../../etc")) == "Школы/etc");
  CHECK(compose::safe_path("а/" + compose::safe_piece("..")) == "а/Документ");
  CHECK(compose::safe_path("con") == "con_");
  CHECK(compose::safe_path(" .скрытый. ") == "скрытый");
  CHECK(compose::safe_path(std::string(500, 'x')).size() == 180);
}

TEST_CASE("what rules found is at hand with its texts filled") {
  World w;
  definitions::Rule rule;
  rule.name = "low";
  rule.title = "Не сдали";
  rule.severity = "risk";
  expression::NameTable names = definitions::report_names(w.workspace);
  names.add("school", *names.variable("schools")->element);
  const auto text = [&](const char* source) { return expression::compile_text(source, {}, names).product; };
  rule.finding = text("не сдали {{ low(school = school) }} из {{ n(school = school) }}");
  rule.advice.push_back({text("руководителю"), text("разобрать итоги {{ year }} года"), text("до 1 октября"), text("протокол")});
  w.findings.push_back({&rule, "a", {}});
  w.findings[0].bound.emplace_back("school", indicators::school_record(w.figures, "a"));
  CHECK(w.text("::: for f in findings(severity = 'risk')\n{{ f.school.short }}: {{ f.text | cap }}.\n\n"
               "::: for a in f.advice\n- {{ a.to }} – {{ a.text }}, {{ a.term }} ({{ a.evidence }})\n:::\n:::\n"
               "{{ addressees | list }}: {{ count(findings(rule = 'other')) }}, {{ count([s for s in schools where count(findings(school = s)) > 0]) }}\n") ==
        "Школа А: Не сдали 1 из 10.\n– руководителю~– разобрать итоги 2021~года, до 1~октября (протокол)\nруководителю: 0, 1\n");
}
