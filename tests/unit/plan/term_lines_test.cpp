#include "catch.h"
#include "base/text.h"
#include "plan/term_lines.h"

using namespace svod;

namespace {

std::string lines(const std::string& text) {
  std::string out;
  for (const auto& line : plan::term_lines({text, {}}, {2022, false})) out += (out.empty() ? "" : " + ") + line.text;
  return out;
}

definitions::Plan over(const char* from, const char* to) {
  definitions::Plan plan;
  plan.from = *parse_iso_date(from);
  plan.to = *parse_iso_date(to);
  return plan;
}

}  // namespace

TEST_CASE("lines of a cell of terms are terms of their own, or one that the cell was too narrow for") {
  CHECK(lines("март 2022") == "март 2022");
  CHECK(lines("2022\n2023") == "2022 + 2023");
  CHECK(lines("апрель 2022\n\nоктябрь 2022 года") == "апрель 2022 + октябрь 2022 года");
  CHECK(lines("Апрель\n2022 года") == "Апрель 2022 года");
  CHECK(lines("В течение\nучебного года") == "В течение учебного года");
  CHECK(lines("До 31.03.\n2022\nгода") == "До 31.03. 2022 года");
  CHECK(lines("2021-2024\n(по отдельному плану)") == "2021-2024 (по отдельному плану)");
  CHECK(lines("Август\nсентябрь 2022 года") == "Август + сентябрь 2022 года");
  CHECK(lines("\n \n") == "");
}

TEST_CASE("the year of a plan: calendar, school, the first of several") {
  CHECK(plan::year_context(over("2022-01-01", "2022-12-31")).year == 2022);
  CHECK_FALSE(plan::year_context(over("2022-01-01", "2022-12-31")).school_year);
  CHECK(plan::year_context(over("2021-09-01", "2022-08-31")).school_year);
  CHECK(plan::year_context(over("2021-09-01", "2022-08-31")).year == 2021);
  CHECK(plan::year_context(over("2021-01-01", "2024-12-31")).year == 2021);
  CHECK_FALSE(plan::year_context(over("2021-01-01", "2022-12-31")).school_year);
}
