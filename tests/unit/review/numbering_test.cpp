#include "bench.h"
#include "catch.h"

using namespace bench;
namespace codes = svod::review::codes;

namespace {

std::vector<std::string> items(const std::vector<std::string>& numbers) {
  Workspace workspace;
  std::vector<PaperItem> all;
  for (const std::string& number : numbers) all.push_back(item("Провести совещание", number));
  workspace.papers.push_back(order(all));
  return review(workspace).of(codes::numbering);
}

std::vector<std::string> measures(const std::vector<std::vector<std::string>>& sections) {
  Workspace workspace;
  Plan one = plan({});
  one.sections.clear();
  for (const std::vector<std::string>& numbers : sections) {
    std::vector<PlanMeasure> rows;
    for (const std::string& number : numbers) rows.push_back(measure(number, "Мероприятие " + number));
    one.sections.push_back(section("", "", rows));
  }
  workspace.plans.push_back(one);
  return review(workspace).of(codes::numbering);
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("V06: numbers of items neither repeat nor leave gaps") {
  CHECK(items({"1.", "2.", "3.", "2.", "4."}) == Told{"error: номер 2 повторяется: 1, 2, 3, 2"});
  CHECK(items({"1.1", "1.2", "1.4"}) == Told{"warning: пропущен номер 1.3: 1.1, 1.2, 1.4"});
  CHECK(items({"1", "2", "6"}) == Told{"warning: пропущены номера 3–5: 1, 2, 6"});
  CHECK(items({"2.", "3."}) == Told{"warning: нумерация начинается с 2, нет 1"});
  CHECK(items({"1", "3", "2"}) ==
        Told{"warning: пропущен номер 2: 1, 3", "warning: номер 2 стоит не на месте: 1, 3, 2"});
  CHECK(items({"1.", "1.1.", "1.2.", "2.", "2.1.", "2.1.1.", "2.1.2.", "3."}) == Told{});
  CHECK(items({"а)", "б)", "в)", "г)", "д)", "е)", "ж)", "и)", "к)"}) == Told{});
  CHECK(items({"а)", "в)"}) == Told{"warning: пропущен номер б): а), в)"});
  CHECK(items({"", "", ""}) == Told{});
}

TEST_CASE("V06: a repeat shows where the number stood first") {
  Workspace workspace;
  workspace.department.place = "г. Сосновск";
  workspace.papers.push_back(order({item("Первый", "1."), item("Второй", "1.")}));
  const Reviewed reviewed = review(workspace);
  REQUIRE(reviewed.found.size() == 1);
  CHECK(reviewed.found[0].severity == svod::Severity::error);
  CHECK(reviewed.found[0].related.size() == 1);
  CHECK(reviewed.verdict.faulty == std::set<std::string>{"order"});
}

TEST_CASE("V06: numbers at the beginning of titles are read too") {
  Workspace workspace;
  Plan programme = plan({});
  Clause systems;
  systems.items = list({"1.1. Система оценки", "1.2. Система поддержки", "1.4.Система профориентации"});
  programme.programme.passport = {systems};
  workspace.plans.push_back(programme);
  CHECK(review(workspace).of(codes::numbering) == Told{"warning: пропущен номер 1.3: 1.1, 1.2, 1.4"});
}

TEST_CASE("V06: measures begin anew in a section or go on through the plan") {
  CHECK(measures({{"1", "2", "3"}, {"1", "2"}}) == Told{});
  CHECK(measures({{"1", "2", "3"}, {"4", "5"}}) == Told{});
  CHECK(measures({{"1.1", "1.2"}, {"2.1", "2.2"}}) == Told{});
  CHECK(measures({{"1", "1.1", "1.2", "2", "2.1"}}) == Told{});
  CHECK(measures({{"1", "2", "3"}, {"5", "6"}}) == Told{"warning: нумерация начинается с 5, нет 1–4"});
}

TEST_CASE("V07: a number that a spreadsheet took for a date") {
  Workspace workspace;
  workspace.papers.push_back(order({item("Первый", "1."), item("Второй", "01.02.21"), item("Третий", "2.")}));
  CHECK(review(workspace).of(codes::number_is_date) == Told{"warning: номер «01.02.21» похож на дату"});
  workspace.papers = {order({item("Первый", "1."), item("Второй", "1.10.2")})};
  CHECK(review(workspace).of(codes::number_is_date) == Told{});
}
