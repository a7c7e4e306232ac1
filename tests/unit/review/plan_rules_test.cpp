#include "bench.h"
#include "catch.h"

using namespace bench;
namespace codes = svod::review::codes;
using svod::definitions::PlanField;
using Told = std::vector<std::string>;

TEST_CASE("V08: required cells are filled, and an empty column is told once") {
  Workspace workspace;
  Plan one = plan({measure("1", "Совещание директоров", "март 2022", "Директора"),
                   measure("2", "Семинар учителей", "", "Директора")});
  one.columns = {column(PlanField::term, "Сроки"), column(PlanField::responsible, "Ответственные"),
                 column(PlanField::result, "Результат")};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::empty_cell) == Told{"error: не заполнена графа «Сроки»: № 2 «Семинар учителей»",
                                                        "error: графа «Результат» пуста во всех строках"});
}

TEST_CASE("V08: a part takes what its measure says") {
  Workspace workspace;
  PlanMeasure main = measure("1", "Комплекс мер", "март 2022", "Директора");
  main.measures = {measure("1.1", "Семинары"), measure("1.2", "Консультации")};
  Plan one = plan({main});
  one.columns = {column(PlanField::term, "Сроки"), column(PlanField::responsible, "Ответственные")};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::empty_cell) == Told{});
}

TEST_CASE("V08: every indicator has a unit") {
  Workspace workspace;
  Plan one = plan({});
  one.indicators = {indicator("Доля участников", "", {{2022, "10"}}), indicator("Число курсов", "", {{2022, "4"}})};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::empty_cell) ==
        Told{"error: графа «Единица измерения» пуста во всех строках показателей: 2"});
  workspace.plans[0].indicators[0].unit = written("%");
  CHECK(review(workspace).of(codes::empty_cell) ==
        Told{"error: не названа единица измерения показателя «Число курсов»"});
}

TEST_CASE("V15: the ratio of the last year to the first, rounded") {
  const auto ratio = [](const std::string& first, const std::string& last, const std::string& stated) {
    Workspace workspace;
    Plan one = plan({});
    one.indicators = {indicator("Доля участников", "%", {{2022, first}, {2030, last}}, stated)};
    workspace.plans.push_back(one);
    return review(workspace).of(codes::ratio);
  };
  CHECK(ratio("45", "57", "1,26") ==
        Told{"error: отношение 2030 года к 2022 году 1,26, а 57 / 45 = 1,2667: усечено вместо округления"});
  CHECK(ratio("2,3", "3,9", "1,69").size() == 1);
  CHECK(ratio("45", "57", "1,27") == Told{});
  CHECK(ratio("2,3", "3,9", "1,70") == Told{});
  CHECK(ratio("100", "100", "1") == Told{});
  CHECK(ratio("56,3", "75", "1,3") == Told{});
  CHECK(ratio("0", "75", "1,3") ==
        Told{"error: отношение 1,3 взято к нулю: в 2022 году значение 0"});
  CHECK(ratio("0", "75", "–") == Told{});
}

TEST_CASE("V15: what stands for a figure and is none") {
  const auto told = [](const std::string& target, const std::string& stated) {
    Workspace workspace;
    Plan one = plan({});
    one.indicators = {indicator("Доля участников", "%", {{2022, target}}, stated)};
    workspace.plans.push_back(one);
    return review(workspace).of(codes::ratio);
  };
  CHECK(told("abc", "") == Told{"warning: план 2022 года «abc» не читается как число"});
  CHECK(told("1e309", "") == Told{"warning: план 2022 года «1e309» не читается как число"});
  CHECK(told("57", "1,27.") == Told{"warning: отношение «1,27.» не читается как число"});
  for (const char* text : {"57", "57,5 %", "1 250", "–", "-", "х", "не менее 60", "≥ 60", "рост", "да", "50–60"})
    CHECK(told(text, "") == Told{});
}

TEST_CASE("V15: one column, one number of places") {
  Workspace workspace;
  Plan one = plan({});
  one.indicators = {indicator("Доля первых", "%", {{2022, "56,3"}, {2030, "75"}}, "1,3"),
                    indicator("Доля вторых", "%", {{2022, "45"}, {2030, "57"}}, "1,27"),
                    indicator("Отношение", "раз", {{2022, "1,30"}, {2023, "1,2"}})};
  workspace.plans.push_back(one);
  const Told told = review(workspace).of(codes::ratio);
  REQUIRE(told.size() == 2);
  CHECK(told[0].starts_with("note: отношение 1,3 дано с точностью меньше"));
  CHECK(told[1].starts_with("note: в ряду показателя разное число знаков: 1,2"));
}

TEST_CASE("V25: the unit goes with what is measured") {
  const auto told = [](const std::string& name, const std::string& unit) {
    Workspace workspace;
    Plan one = plan({});
    one.indicators = {indicator(name, unit, {})};
    workspace.plans.push_back(one);
    return review(workspace).of(codes::unit).size();
  };
  CHECK(told("Доля учителей с категорией", "чел.") == 1);
  CHECK(told("Количество сотрудников", "процент") == 1);
  CHECK(told("Выполнение показателя (проценты)", "") == 1);
  CHECK(told("Доля учителей с категорией", "%") == 0);
  CHECK(told("Количество сотрудников", "чел.") == 0);
  CHECK(told("Количество (доля) сотрудников", "%") == 0);
  CHECK(told("Отношение среднего балла", "раз") == 0);
  CHECK(told("Доля учителей", "% / чел.") == 0);
}

TEST_CASE("V26: indicators of the passport and of the table are the same") {
  Workspace workspace;
  Plan one = plan({});
  Clause row =
      clause("Целевые показатели", {}, {"доля участников ниже нижней границы", "количество поступивших по профилю"});
  one.programme.passport = {row};
  one.indicators = {indicator("Доля участников ниже нижней границы баллов", "%", {{2022, "10"}}),
                    indicator("Отношение средних баллов лучших школ", "раз", {{2022, "1,3"}})};
  workspace.plans.push_back(one);
  const Told told = review(workspace).of(codes::passport);
  REQUIRE(told.size() == 2);
  CHECK(told[0].starts_with("warning: показателя паспорта нет в таблице значений: «количество поступивших"));
  CHECK(told[1].starts_with("warning: показателя таблицы нет в паспорте: «Отношение средних баллов"));
}

TEST_CASE("V23: a measure stands once in its direction") {
  Workspace workspace;
  const std::string seminar =
      "семинар для школьных команд \"Управление качеством образования – фактор системы оценки\"";
  workspace.plans.push_back(plan(
      {measure("7", "Муниципальный " + seminar), measure("8", "Проведение диагностики по русскому языку в школах"),
       measure("9",
               "Семинар для школьных команд \"Управление качеством образования – фактор системы оценки\" в Центре"),
       measure("10", "Проведение диагностики по математике в школах"),
       measure("11", "Проведение диагностики по русскому языку в школах")}));
  const Told told = review(workspace).of(codes::duplicate);
  REQUIRE(told.size() == 2);
  CHECK(told[0].starts_with("warning: мероприятие почти повторяет № 7"));
  CHECK(told[1].starts_with("warning: мероприятие повторяет № 8"));
}

TEST_CASE("V23: the same measure in another direction is another measure") {
  Workspace workspace;
  Plan one = plan({});
  one.sections = {section("1", "Оценка качества", {measure("1", "Совещание с директорами школ района")}),
                  section("2", "Воспитание", {measure("1", "Совещание с директорами школ района")})};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::duplicate) == Told{});
}

TEST_CASE("V24: a text that was left from another direction") {
  Workspace workspace;
  Plan one = plan({});
  one.sections = {section("1", "Система поддержки школ с низкими результатами", {measure("1", "Семинар")}),
                  section("2", "Система профориентации и самоопределения обучающихся", {measure("1", "Экскурсия")})};
  one.sections[0].before = {
      clause("Мониторинг", {"Ведётся учёт самоопределения и профориентации обучающихся, изучается их выбор"})};
  one.sections[1].before = {
      clause("Мониторинг", {"Ведётся учёт самоопределения и профориентации обучающихся, изучается их выбор"})};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::copied).size() == 1);
  workspace.plans[0].sections[0].before = {
      clause("Мониторинг", {"Ведётся учёт поддержки школ с низкими результатами"})};
  CHECK(review(workspace).of(codes::copied) == Told{});
}

TEST_CASE("V24: two directions do not have one goal") {
  Workspace workspace;
  Plan one = plan({});
  one.sections = {section("1", "Поддержка школ", {measure("1", "Семинар")}),
                  section("2", "Профориентация", {measure("1", "Экскурсия")})};
  for (PlanSection& direction : one.sections) {
    direction.before = {clause("Цель", {"Создать условия, при которых растёт качество образования."}),
                        clause("Методы", {"Сведения собираются с сайтов школ и из их отчётов."})};
    direction.before[0].role = "goal";
  }
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::copied).size() == 1);
  workspace.plans[0].sections[1].before[0].text = list({"Помочь каждому выпускнику выбрать профессию."});
  CHECK(review(workspace).of(codes::copied) == Told{});
}

TEST_CASE("V29: every direction has somebody who answers") {
  Workspace workspace;
  Plan one = plan({});
  one.sections = {section("1", "Оценка качества подготовки", {}), section("2", "Работа со школами", {}),
                  section("3", "Профориентация", {})};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::unassigned) == Told{});
  workspace.plans[0].sections[0].curator = written("deputy");
  workspace.plans[0].sections[1].curator = written("deputy");
  CHECK(review(workspace).of(codes::unassigned) == Told{"warning: за направление никто не отвечает: «Профориентация»"});
  for (auto& section : workspace.plans[0].sections) section.curator = {};
  Regulation duties;
  duties.id = "duties";
  duties.type = Regulation::Type::assignment;
  duties.members.resize(1);
  duties.members[0].duties = list({"оценка качества подготовки", "профориентация"});
  workspace.regulations.push_back(duties);
  CHECK(review(workspace).of(codes::unassigned) ==
        Told{"warning: за направление никто не отвечает: «Работа со школами»"});
}

TEST_CASE("V28: what is published names no pupil and shows no small group") {
  Workspace workspace;
  Plan one = plan(
      {measure("1", "Награждение победителя олимпиады Сидорова И. П."), measure("2", "Совещание ведёт Петров И. И.")});
  Clause results = clause("Результаты", {});
  results.tables = {table({"Школа", "Количество участников"}, {{"Первая СОШ", "2"}, {"Вторая СОШ", "12"}})};
  one.before = {results};
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::privacy) == Told{});
  workspace.plans[0].public_edition = "yes";
  CHECK(review(workspace).of(codes::privacy).size() == 2);
  // A department may want larger groups.
  svod::definitions::ReferenceTable table;
  table.name = "privacy";
  table.columns = {"what", "smallest"};
  table.rows = {{"group", "15"}};
  workspace.tables.push_back(table);
  CHECK(review(workspace).of(codes::privacy).size() == 3);
}

TEST_CASE("V28: a document that prints a published plan is published") {
  Workspace workspace;
  Plan one = plan({measure("1", "Семинар")});
  one.title = written("План работы с одарёнными детьми");
  workspace.plans.push_back(one);
  svod::document::Document document;
  document.name = "План";
  svod::document::Heading heading;
  heading.runs.emplace_back();
  heading.runs.back().text = "План работы с одарёнными детьми";
  document.blocks = {{heading, {}},
                     paragraph("Победитель олимпиады – ученик Сидоров И. П.", svod::document::Role::body)};
  CHECK(review(workspace, {&document}).of(codes::privacy) == Told{});
  workspace.plans[0].public_edition = "yes";
  CHECK(review(workspace, {&document}).of(codes::privacy).size() == 1);
}
