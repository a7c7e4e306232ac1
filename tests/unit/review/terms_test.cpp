#include "bench.h"
#include "catch.h"

using namespace bench;
namespace codes = svod::review::codes;
using Told = std::vector<std::string>;

namespace {

Reviewed term(const std::string& text) {
  Workspace workspace;
  workspace.plans.push_back(plan({measure("1", "Совещание с директорами школ", text)}));
  return review(workspace);
}

}  // namespace

TEST_CASE("V01: a term that is no day is told once") {
  const Reviewed reviewed = term("до 31 июня 2022 года");
  CHECK(reviewed.of(codes::no_such_date).size() == 1);
  CHECK(reviewed.of(codes::term_form) == Told{});
}

TEST_CASE("V02: the year of a term") {
  CHECK(term("01.03.22").of(codes::term_year).size() == 1);
  CHECK(term("01.01-01.03.2022").of(codes::term_year).size() == 1);
  CHECK(term("Март").of(codes::term_year) == Told{});
  CHECK(term("март 2022 г.").of(codes::term_year) == Told{});
}

TEST_CASE("V03: a term lies within the period of its plan") {
  CHECK(term("март 2021 г.").of(codes::term_outside) ==
        Told{"warning: срок «март 2021 г.» лежит вне периода плана 01.01.2022–31.12.2022"});
  CHECK(term("18–19 февраля 2022 г.").of(codes::term_outside) == Told{});
  CHECK(term("до 15 декабря 2022 года").of(codes::term_outside) == Told{});
  CHECK(term("в течение года").of(codes::term_outside) == Told{});
}

TEST_CASE("V03: nothing is due before the order was signed") {
  Workspace workspace;
  Plan one = plan({measure("1", "Сбор сведений", "01.01.2022–01.03.2022"), measure("2", "Конкурс", "16.02.2022"),
                   measure("3", "Педсовет", "январь 2022 г."), measure("4", "Консультации", "I квартал 2022 года")});
  one.approved_by.paper = "order";
  workspace.plans.push_back(one);
  workspace.papers.push_back(order({}));
  workspace.papers[0].date = day(2022, 2, 1);
  const Told told = review(workspace).of(codes::term_outside);
  REQUIRE(told.size() == 2);
  CHECK(told[0].find("начинается раньше даты бумаги 01.02.2022") != std::string::npos);
  CHECK(told[1].find("истёк до даты бумаги 01.02.2022") != std::string::npos);
}

TEST_CASE("V03: a draft sets nothing for the past, nor for a century ahead") {
  Workspace workspace;
  workspace.date = day(2022, 2, 1);
  workspace.year = 2022;
  const auto told = [&](const char* term) {
    PaperItem one = item("провести семинар");
    one.terms = {written(term)};
    workspace.papers = {order({one})};
    return review(workspace).of(codes::term_outside);
  };
  CHECK(told("до 15.03.2021") == Told{"warning: срок «до 15.03.2021» уже истёк, а бумага ещё не подписана: сегодня "
                                      "01.02.2022"});
  CHECK(told("до 15.03.2062") == Told{"warning: срок «до 15.03.2062» дальше чем через 10 лет"});
  CHECK(told("до 15.03.2022") == Told{});
  CHECK(told("2022–2030 годы") == Told{});
  CHECK(told("постоянно") == Told{});
}

TEST_CASE("V03: a year of the past in a measure's words") {
  Workspace workspace;
  workspace.plans.push_back(plan({measure("1", "Разъяснение порядка ГИА-2021"),
                                  measure("2", "Анализ результатов ГИА-2021"), measure("3", "Подготовка к ГИА-2022")}));
  CHECK(review(workspace).of(codes::term_outside) == Told{"warning: «ГИА-2021» в плане на 2022 год"});
}

TEST_CASE("V03: the title's year is the plan's") {
  Workspace workspace;
  Plan one = plan({});
  one.title = written("План работы на 2021 год");
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::term_outside).size() == 1);
  workspace.plans[0].title = written("План работы на 2022 год");
  CHECK(review(workspace).of(codes::term_outside) == Told{});
}

TEST_CASE("V04: how a term is written") {
  CHECK(term("01. 03.2022").of(codes::term_form).size() == 1);
  CHECK(term("10.03.2022–01.03.2022").of(codes::term_form).size() == 1);
  CHECK(term("???").of(codes::term_form).size() == 1);
  CHECK(term("с 1 по 10 марта 2022 г.").of(codes::term_form) == Told{});
  CHECK(term("ежегодно, август").of(codes::term_form) == Told{});
}

TEST_CASE("V05: somebody else's plan needs its preposition") {
  CHECK(term("плану УО").of(codes::term_plan).size() == 1);
  CHECK(term("по плану").of(codes::term_plan) == Told{"warning: срок «по плану»: не сказано, чей это план"});
  CHECK(term("по плану УО").of(codes::term_plan) == Told{});
  CHECK(term("по отдельному плану").of(codes::term_plan) == Told{});
}

TEST_CASE("V05: whose plan it is, the register knows") {
  const auto told = [](const std::string& text) {
    Workspace workspace;
    workspace.bodies = {{"centre",
                         "МБУ «Методический центр»",
                         {"Методический центр", "Методического центра", "", "", "", ""},
                         "",
                         {},
                         true}};
    workspace.plans.push_back(plan({measure("1", "Совещание с директорами школ", text)}));
    return review(workspace).of(codes::term_plan);
  };
  CHECK(told("по плану ЦРОКО") ==
        Told{"warning: срок «по плану ЦРОКО»: такого органа нет в реестре"});
  CHECK(told("по плану деятельности Комитета по молодёжи").size() == 1);
  CHECK(told("по плану Методического центра") == Told{});
  CHECK(told("по плану МБУ «Методический центр»") == Told{});
  CHECK(told("по отдельному плану") == Told{});
  CHECK(told("по плану внеурочной работы") == Told{});
}

TEST_CASE("V41: a plan-graph goes by time") {
  Workspace workspace;
  Plan one = plan({measure("1", "А", "16.02.2022"), measure("2", "Б", "март 2022"), measure("3", "В", "апрель 2022"),
                   measure("4", "Г", "ноябрь 2022"), measure("5", "Д", "июнь 2022"), measure("6", "Е", "август 2022")});
  one.type = Plan::Type::plan_graph;
  workspace.plans.push_back(one);
  CHECK(review(workspace).of(codes::order_of_terms).size() == 1);
  workspace.plans[0].type = Plan::Type::plan;
  CHECK(review(workspace).of(codes::order_of_terms) == Told{});
}
