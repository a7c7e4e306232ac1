#include "catch.h"
#include "random_expressions.h"
#include "xlsx/formula.h"

using namespace random_expressions;

namespace {

/// The formula over cells named as the fields are, in capitals: n1 stands in cell N1.
std::string formula(const std::string& source) {
  const auto compiled = compile(source, Location::in_file("a"), names());
  if (!compiled.product) return "error: " + compiled.diagnostics[0].message;
  return svod::xlsx::excel_formula(compiled.product,
                                   [](std::string_view name) {
                                     std::string cell(name);
                                     cell[0] = static_cast<char>(cell[0] - 'a' + 'A');
                                     return std::optional(cell);
                                   })
      .value_or("not translated");
}

}  // namespace

TEST_CASE("a control relation is a formula that a person can read") {
  CHECK(formula("n1 + n2 = n3") == "IF(COUNT(N1,N2,N3)=3,ROUND(N1+N2-N3,9)=0,\"\")");
  CHECK(formula("n1 <= n2") == "IF(COUNT(N1,N2)=2,N1<=N2,\"\")");
  CHECK(formula("n1 between 2 and 5") == "IF(ISNUMBER(N1),AND(N1>=2,N1<=5),\"\")");
  CHECK(formula("t1 in ('Физика', 'Хи\"мия')") == "IF(T1<>\"\",OR(EXACT(T1,\"Физика\"),EXACT(T1,\"Хи\"\"мия\")),\"\")");
  CHECK(formula("n1 / n2 * 100 | round(1)") ==
        "IFERROR(IF(COUNT(N1,N2)=2,ROUND(ROUND(N1/N2*100,9),1),\"\"),\"\")");
  CHECK(formula("n1 | default(0)") == "IF(ISNUMBER(N1),N1,0)");
  CHECK(formula("d1 < date('2021-06-30')") == "IF(ISNUMBER(D1),D1<DATE(2021,6,30),\"\")");
}

TEST_CASE("a condition over several facts that may be absent is graded") {
  CHECK(formula("n1 > 0 and n2 > 0") ==
        "CHOOSE(MIN(IF(ISNUMBER(N1),IF(N1>0,2,0),1),IF(ISNUMBER(N2),IF(N2>0,2,0),1))+1,FALSE,\"\",TRUE)");
  CHECK(formula("known(n1) and known(n2)") == "AND(ISNUMBER(N1),ISNUMBER(N2))");
}

TEST_CASE("what Excel cannot say is not translated") {
  CHECK(formula("t1 < t2") == "not translated");
  CHECK(formula("t1 = ''") == "not translated");
  CHECK(formula("n1 > 1234567890.1234567") == "not translated");
  CHECK(formula("t1 = '" + std::string(300, 'a') + "'") == "not translated");
  CHECK(formula("lower(t1) = 'а'") == "not translated");
  std::string deep = "n1";
  for (int i = 0; i < 70; ++i) deep = "abs(" + deep + ")";
  CHECK(formula(deep) == "not translated");
  std::string lengthy = "n1";
  for (int i = 0; i < 990; ++i) lengthy += " + 12345678";
  CHECK(formula(lengthy) == "not translated");
}

TEST_CASE("a variable without a cell is not translated") {
  const auto tree = compile("n1 + n2", Location::in_file("a"), names()).product;
  CHECK_FALSE(svod::xlsx::excel_formula(tree, [](std::string_view name) {
    return name == "n1" ? std::optional<std::string>("A1") : std::nullopt;
  }));
}
