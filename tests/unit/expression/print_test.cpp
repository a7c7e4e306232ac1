#include "catch.h"
#include "names.h"

using namespace testing;

namespace {

std::string printed(std::string_view source) {
  const auto compiled = compile(source, Location::in_file("a"), names());
  return compiled.product ? print(compiled.product) : "error: " + compiled.diagnostics[0].message;
}

std::string read_aloud(std::string_view source) {
  const auto compiled = compile(source, Location::in_file("a"), names());
  return compiled.product ? reading(compiled.product, names()) : "error: " + compiled.diagnostics[0].message;
}

}  // namespace

TEST_CASE("a tree prints with the parentheses that it needs, and reads back the same") {
  const char* const sources[] = {
      "a + b * 2",
      "(a + b) * 2",
      "a - (b - 1)",
      "a / (b / 2) / 3",
      "-(a + b)",
      "--a",
      "not (a = 1 and b = 2) or medal",
      "(a = 1 or b = 2) and medal",
      "(a + b | round(1)) + 1",
      "a | default(b | default(0)) | round(1)",
      "if medal then a else b | round(1)",
      "(if medal then a else b) | round(1)",
      "if if medal then unsure else medal then 1 else 2",
      "(if medal then a else b) + 1",
      "subject in ('а', 'it''s')",
      "subject not in ('а')",
      "school in schools",
      "medal = (a = b)",
      "(not medal) = unsure",
      "not a between 1 and b + 1",
      "known((a = b))",
      "known((a = b or medal))",
      "known(1 + a = b)",
      "ege.mean(school = school)",
      "ege.mean('Физика', school)",
      "day < date('2021-06-30')",
      "[s.name for s in schools where s.pupils > 1 order by s.pupils desc, s.name limit 3]",
      "count([s for s in schools])",
  };
  for (const char* source : sources) CHECK(printed(source) == source);
  CHECK(printed("a==1 AND") == "error: «AND» после конца выражения");
  CHECK(printed("ege.mean") == "ege.mean()");
  CHECK(printed("known(a == b)") == "known((a = b))");
  CHECK(printed("ege.mean(school = school, subject = \"it's\")") == "ege.mean('it''s', school)");
}

TEST_CASE("the variables of an expression, without those that a list binds") {
  const auto of = [](const char* source) { return variables(compile(source, Location::in_file("a"), names()).product); };
  CHECK(of("b + a * b") == std::vector<std::string>{"b", "a"});
  CHECK(of("[school.pupils + a for school in schools where school.pupils > b]") ==
        std::vector<std::string>{"schools", "a", "b"});
  CHECK(of("ege.mean(school = school)") == std::vector<std::string>{"school"});
}

TEST_CASE("an expression in Russian words") {
  CHECK(read_aloud("mark2 + mark3 = participants") == "«отметка „2“» + «отметка „3“» равно «число участников»");
  CHECK(read_aloud("mark2 <= participants and not medal") ==
        "«отметка „2“» не больше, чем «число участников» и неверно, что «медаль»");
  CHECK(read_aloud("(mark2 + 3.5) * 2 > 1") == "(«отметка „2“» + 3,5) × 2 больше, чем 1");
  CHECK(read_aloud("subject in ('Физика', 'Химия')") == "«предмет» есть среди: «Физика», «Химия»");
  CHECK(read_aloud("day >= date('2021-06-30')") == "«день экзамена» не раньше, чем 30.06.2021");
  CHECK(read_aloud("mark2 between 1 and 5") == "«отметка „2“» не меньше, чем 1, и не больше, чем 5");
  CHECK(read_aloud("if known(mark2) then mark2 else 0") ==
        "если «отметка „2“» известно, то «отметка „2“», иначе 0");
  CHECK(read_aloud("score | default(0)") == "«балл» (если неизвестно, то 0)");
  CHECK(read_aloud("mark2 / participants * 100 | round(1)") ==
        "(«отметка „2“» ÷ «число участников» × 100) с округлением до десятых");
  CHECK(read_aloud("ege.mean(subject = 'Физика')") == "«средний балл» (предмет – «Физика»)");
  CHECK(read_aloud("sum([s.pupils for s in schools where known(s.pupils)])") ==
        "сумма (перечень («школа» (pupils) по списку «школы», где «школа» (pupils) известно))");
}
