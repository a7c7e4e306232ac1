#include "catch.h"
#include "names.h"

using namespace testing;

TEST_CASE("functions of the language") {
  CHECK(value_of("abs(2 - 5)") == "3");
  CHECK(value_of("2 - 5 | abs") == "3");
  CHECK(value_of("min(3, 1.5, 2)") == "1.5");
  CHECK(value_of("max(3, 1.5)") == "3");
  CHECK(value_of("max([s.pupils for s in schools where known(s.pupils)])") == "120");
  CHECK(value_of("max(day, date('2021-07-01'))") == "2021-07-01");
  CHECK(value_of("round(2.5)") == "3");
  CHECK(value_of("round(2 / 3, 2)") == "0.67");
  CHECK(value_of("round(value = 2 / 3, places = 1)") == "0.7");
  CHECK(value_of("date('2021-06-30') = day") == "true");
  CHECK(value_of("date(no_text)") == "missing");
  CHECK(value_of("date(subject)") == "missing");
  CHECK(value_of("contains(subject, 'изи')") == "true");
  CHECK(value_of("starts_with(lower(subject), 'физ')") == "true");
  CHECK(value_of("length(subject)") == "6");
  CHECK(value_of("contains(subject, no_text)") == "missing");
}

TEST_CASE("lists") {
  CHECK(value_of("count(schools)") == "4");
  CHECK(value_of("[s.name for s in schools where s.pupils > 100]") == "[Берёзовская, Звёздненская]");
  CHECK(value_of("[s.name for s in schools order by s.pupils desc, s.name limit 3]") ==
        "[Берёзовская, Звёздненская, Арсентьевская]");
  CHECK(value_of("[s for s in schools order by s.pupils]") == "[#2, #1, #4, #3]");
  CHECK(value_of("[s for s in schools order by s.pupils desc]") == "[#1, #4, #2, #3]");
  CHECK(value_of("[s for s in schools limit absent]") == "missing");
  CHECK(value_of("[s for s in schools limit -1]") == "[]");
  CHECK(value_of("sum([s.pupils for s in schools])") == "missing");
  CHECK(value_of("sum([s.pupils for s in schools where known(s.pupils)])") == "320");
  CHECK(value_of("mean([s.pupils for s in schools where known(s.pupils)]) | round(1)") == "106.7");
  CHECK(value_of("mean([s.pupils for s in schools where false])") == "zero");
  CHECK(value_of("sum([s.pupils for s in schools where false])") == "0");
  CHECK(value_of("school in schools") == "true");
  CHECK(value_of("school in [s for s in schools where s.pupils < 100]") == "false");
  CHECK(value_of("school.name in [s.name for s in schools]") == "true");
  CHECK(value_of("[count([t for t in schools where t.pupils = s.pupils]) for s in schools]") == "[2, 1, 0, 2]");
}

TEST_CASE("functions of a host get their arguments in the order of the parameters") {
  CHECK(value_of("ege.mean") == "0");
  CHECK(value_of("ege.mean()") == "0");
  CHECK(value_of("ege.mean('Физика')") == "10");
  CHECK(value_of("ege.mean(school = school)") == "1");
  CHECK(value_of("ege.mean(school = school, subject = 'Физика')") == "11");
  CHECK(value_of("[ege.mean(school = s) for s in schools limit 1]") == "[1]");
  CHECK(value_of("best.name") == "Берёзовская");
  CHECK(value_of("best().name") == "Берёзовская");
  CHECK(value_of("a + b | figure") == "<0.3>");
}

TEST_CASE("a clause stands alone") {
  const auto clause = compile_clause("s in schools where s.pupils > 0 order by s.name limit 2",
                                     Location::in_text("a.md", 3, 7), names());
  REQUIRE(clause.product);
  CHECK(clause.product->name == "s");
  CHECK(clause.product->element.text_for_people() == "школа");
  CHECK(print(*clause.product) == "s in schools where s.pupils > 0 order by s.name limit 2");
  std::string found;
  for (const Value& value : select(*clause.product, Row())) found += shown(value);
  CHECK(found == "#2#1");
}

TEST_CASE("text with expressions") {
  const auto text = compile_text("Школ: {{ count(schools) }}, {{ '}}' }}{{ subject }}.", Location::in_text("a.md", 1, 1),
                                 names());
  REQUIRE_FALSE(text.diagnostics.has_errors());
  std::string out;
  for (const Text::Part& part : text.product.parts) {
    out += part.expression ? "<" + shown(evaluate(part.expression, Row())) + ">" : part.literal;
  }
  CHECK(out == "Школ: <4>, <}}><Физика>.");
}
