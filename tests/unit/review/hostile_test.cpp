#include "bench.h"
#include "catch.h"

// Cells of a hundred thousand characters that would take hours if a rule looked back over them at every sign.

using namespace bench;

namespace {

std::string times(const std::string& part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("long texts are read in linear time") {
  constexpr std::size_t many = 20000;
  Workspace workspace;
  workspace.department.place = "г. Сосновск";
  workspace.foreign = {"город Смоленск"};
  std::vector<PaperItem> items;
  for (const char* part : {"а.", "(", "далее – ", "\"", "« ", "1 из 2 (", "А.А.А", "слово-", "а- б", "приложение № 9 ",
                           "ВПр ", "31 июня ", "город ", "% (", "а, ", "СОШ» "}) {
    items.push_back(item(times(part, many) + ")"));
  }
  Plan one =
      plan({measure("1", times("Совещание директоров ", many)), measure("2", times("Совещание директоров ", many))});
  one.title = written(times("План работы школ ", many / 10));
  one.title_genitive = written(times("плана работы школы ", many / 10));
  workspace.plans.push_back(one);
  workspace.papers.push_back(order(items));
  CHECK_FALSE(review(workspace).found.empty());
}

TEST_CASE("ten thousand alike measures are compared in linear time") {
  Workspace workspace;
  std::vector<PlanMeasure> measures;
  for (int i = 0; i < 10000; ++i) {
    measures.push_back(measure(std::to_string(i + 1), "Проведение семинара для учителей школы " + std::to_string(i)));
  }
  workspace.plans.push_back(plan(measures));
  CHECK(review(workspace).of(svod::review::codes::numbering).empty());
}
