#include "plan/calendar.h"

#include "catch.h"
#include "plan/codes.h"
#include "plan/paper_term.h"
#include "plan/recurrence.h"
#include "plan/working_days.h"

using namespace svod;
using namespace svod::plan;

namespace {

Date day(const char* text) { return *parse_iso_date(text); }

/// «2022-03-01..2022-03-31», «2022-05-09» for one day, «?» before what has no date of its own.
std::string falls(const char* text, const char* from, const char* to, YearContext context) {
  std::string out;
  for (const Fall& fall : falls_of(read_term(text, context), {day(from), day(to)})) {
    if (!out.empty()) out += " ";
    if (!fall.dated) out += "?";
    out += iso(fall.span.from) + (fall.span.from == fall.span.to ? "" : ".." + iso(fall.span.to));
  }
  return out;
}

std::string in_2022(const char* text) { return falls(text, "2022-01-01", "2022-12-31", {2022, false}); }
std::string in_2021_2024(const char* text) { return falls(text, "2021-01-01", "2024-12-31", {2021, false}); }

Party party(const char* id) {
  Party one;
  one.kind = Party::Kind::body;
  one.id = one.name = id;
  return one;
}

struct Made {
  definitions::Workspace workspace;
  Plans plans;

  explicit Made(const char* from = "2022-01-01", const char* to = "2022-12-31") {
    auto written = std::make_shared<definitions::Plan>();
    written->id = "plan";
    written->from = day(from);
    written->to = day(to);
    Plan plan;
    plan.written = written;
    plans.plans.push_back(plan);
  }
  void add(const char* text, const char* term, const char* who) {
    Measure measure;
    measure.written.text.text = text;
    measure.terms.push_back(read_term(term, {2022, false}));
    measure.parties.push_back(party(who));
    plans.plans[0].measures.push_back(measure);
  }
  void table(std::vector<std::vector<std::string>> rows) {
    definitions::ReferenceTable table;
    table.name = "production_calendar";
    table.columns = {"date", "kind", "source"};
    for (auto& row : rows) {
      row.emplace_back("акт");
      table.rows.push_back(row);
      table.places.emplace_back();
    }
    workspace.tables.push_back(table);
  }
};

}  // namespace

TEST_CASE("terms with dates fall once; without a year, in each year of the plan") {
  CHECK(in_2022("18-19 февраля 2022") == "2022-02-18..2022-02-19");
  CHECK(in_2022("до 25 марта") == "2022-03-25");
  CHECK(in_2022("Февраль, апрель 2022") == "2022-02-01..2022-02-28 2022-04-01..2022-04-30");
  CHECK(in_2021_2024("август") ==
        "2021-08-01..2021-08-31 2022-08-01..2022-08-31 2023-08-01..2023-08-31 2024-08-01..2024-08-31");
  CHECK(in_2021_2024("август 2023") == "2023-08-01..2023-08-31");
  CHECK(in_2021_2024("2022-2030") == "?2022-01-01..2024-12-31");
  CHECK(in_2022("декабрь 2021").empty());
  CHECK(in_2022("31 июня").empty());
  CHECK(falls("сентябрь", "2021-09-01", "2022-08-31", {2021, true}) == "2021-09-01..2021-09-30");
}

TEST_CASE("terms without dates stand undated over the plan") {
  for (const char* text : {"постоянно", "весь период", "при необходимости", "по плану УО", "по результатам четверти"}) {
    INFO(text);
    CHECK(in_2022(text) == "?2022-01-01..2022-12-31");
  }
  CHECK(in_2022("с 1 сентября 2022 г.") == "?2022-09-01..2022-12-31");
}

TEST_CASE("every kind of recurrence") {
  CHECK(in_2021_2024("ежегодно") ==
        "?2021-01-01..2021-12-31 ?2022-01-01..2022-12-31 ?2023-01-01..2023-12-31 ?2024-01-01..2024-12-31");
  CHECK(in_2021_2024("ежегодно, август") == in_2021_2024("август"));
  CHECK(in_2021_2024("2022-2023 (март-апрель)") == "2022-03-01..2022-04-30 2023-03-01..2023-04-30");
  CHECK(in_2021_2024("ежегодно, до 1 сентября") == "2021-09-01 2022-09-01 2023-09-01 2024-09-01");
  CHECK(in_2022("ежегодно, 29 февраля") == "2022-02-28");
  // Cut at both ends of the plan, and over the end of the year inside it.
  CHECK(falls("Сентябрь-май (ежегодно)", "2021-01-01", "2022-12-31", {2021, false}) ==
        "2021-01-01..2021-05-31 2021-09-01..2022-05-31 2022-09-01..2022-12-31");
  CHECK(in_2022("ежеквартально") ==
        "2022-01-01..2022-03-31 2022-04-01..2022-06-30 2022-07-01..2022-09-30 2022-10-01..2022-12-31");
  CHECK(in_2022("ежеквартально, до 10 числа") == "2022-03-10 2022-06-10 2022-09-10 2022-12-10");
  CHECK(in_2022("ежеквартально до 10 числа месяца, следующего за отчётным кварталом") ==
        "2022-04-10 2022-07-10 2022-10-10");
  CHECK(in_2022("1 раз в полугодие") == "2022-01-01..2022-06-30 2022-07-01..2022-12-31");
  CHECK(in_2022("октябрь 2022 (далее – ежемесячно)") ==
        "2022-10-01..2022-10-31 2022-11-01..2022-11-30 2022-12-01..2022-12-31");
  // The first time is as it is named; the recurrence goes on after it.
  CHECK(in_2022("сентябрь – октябрь, далее – ежемесячно") ==
        "2022-09-01..2022-10-31 2022-11-01..2022-11-30 2022-12-01..2022-12-31");
  CHECK(in_2022("январь, далее – ежеквартально") ==
        "2022-01-01..2022-01-31 2022-04-01..2022-06-30 2022-07-01..2022-09-30 2022-10-01..2022-12-31");
  CHECK(in_2022("до 20 октября, далее – ежемесячно") == "2022-10-20 2022-11-01..2022-11-30 2022-12-01..2022-12-31");
  CHECK(in_2021_2024("IV квартал 2023 г., далее – раз в полугодие") ==
        "2023-10-01..2023-12-31 2024-01-01..2024-06-30 2024-07-01..2024-12-31");
  CHECK(in_2021_2024("до 1 марта, далее – ежегодно") == "2021-03-01 2022-03-01 2023-03-01 2024-03-01");
  CHECK(in_2021_2024("до 1 октября 2022 г., далее – ежегодно") == "2022-10-01 2023-10-01 2024-10-01");
  CHECK(in_2022("20 декабря 2022 г., далее – ежедневно") == "2022-12-20 ?2022-12-21..2022-12-31");
  CHECK(falls("до 5 числа каждого месяца", "2022-01-01", "2022-03-31", {2022, false}) ==
        "2022-01-05 2022-02-05 2022-03-05");
  CHECK(falls("по пятницам", "2022-03-01", "2022-03-15", {2022, false}) == "2022-03-04 2022-03-11");
  CHECK(falls("еженедельно", "2022-03-01", "2022-03-15", {2022, false}) ==
        "2022-03-01..2022-03-06 2022-03-07..2022-03-13 2022-03-14..2022-03-15");
  CHECK(in_2022("1 раз в четверть") ==
        "2022-01-01..2022-03-31 2022-04-01..2022-05-31 2022-09-01..2022-10-31 2022-11-01..2022-12-31");
  CHECK(in_2022("В течение учебного года (ежегодно)") == "?2022-01-01..2022-05-31 ?2022-09-01..2022-12-31");
  CHECK(in_2022("2 раза в год (октябрь, апрель)") == "2022-04-01..2022-04-30 2022-10-01..2022-10-31");
  CHECK(in_2021_2024("1 раз в 3 года для каждой ОО") == "?2021-01-01..2023-12-31 ?2024-01-01..2024-12-31");
  CHECK(in_2022("1 раз в 4 месяца") == "2022-01-01..2022-04-30 2022-05-01..2022-08-31 2022-09-01..2022-12-31");
  CHECK(in_2022("ежедневно") == "?2022-01-01..2022-12-31");
}

TEST_CASE("a plan of many years with a daily term stays within its budget") {
  CHECK(falls_of(read_term("по понедельникам", {2022, false}), {day("1000-01-01"), day("9999-12-31")}).size() ==
        kMostFalls);
}

TEST_CASE("whose times they are is known without looking at all of them") {
  Made made;
  made.add("второе", "май 2022", "a");
  made.add("первое", "март 2022", "b");
  made.add("третье", "июнь 2022", "a");
  made.plans.plans[0].measures[0].parties.push_back(made.plans.plans[0].measures[0].parties[0]);
  const Calendar all = calendar(made.workspace, made.plans, 5).product;
  CHECK(all.by_party.at("a") == std::vector<std::uint32_t>{1, 2});
  CHECK(all.by_party.at("b") == std::vector<std::uint32_t>{0});
}

TEST_CASE("occurrences stand by their first day, then by plan and measure") {
  Made made;
  made.add("второе", "май 2022", "a");
  made.add("первое", "март 2022", "a");
  made.add("третье", "1 мая 2022", "b");
  const auto all = calendar(made.workspace, made.plans, 5).product.occurrences;
  REQUIRE(all.size() == 3);
  CHECK(all[0].measure->written.text.text == "первое");
  CHECK(all[1].measure->written.text.text == "второе");
  CHECK(all[2].measure->written.text.text == "третье");
}

TEST_CASE("a heading whose term its children take is no measure of the calendar; a cancelled one neither") {
  Made made;
  made.add("направление", "март 2022", "a");
  made.add("часть", "март 2022", "a");
  made.add("отменено", "март 2022", "a");
  auto& measures = made.plans.plans[0].measures;
  measures[1].parent = 0;
  measures[1].inherited_term = true;
  measures[2].written.status = "cancelled";
  const auto all = calendar(made.workspace, made.plans, 5).product.occurrences;
  REQUIRE(all.size() == 1);
  CHECK(all[0].measure->written.text.text == "часть");
}

TEST_CASE("a term on a day off has the working day before it") {
  Made made;
  made.table({{"2022-03-05", "рабочий"}, {"2022-03-07", "перенос"}, {"2022-03-08", "праздник"}});
  made.add("в праздник", "до 8 марта 2022", "a");
  made.add("в рабочую субботу", "до 5 марта 2022", "a");
  made.add("месяц", "апрель 2022", "a");   // ends on a Saturday: nobody named the day
  const auto outcome = calendar(made.workspace, made.plans, 5);
  const auto& all = outcome.product.occurrences;
  REQUIRE(all.size() == 3);
  CHECK_FALSE(all[0].non_working);
  CHECK(all[1].non_working);
  CHECK(all[1].working == day("2022-03-05"));
  CHECK_FALSE(all[2].non_working);
  CHECK(outcome.diagnostics.empty());
}

TEST_CASE("without a table of the year the Labour Code says what is off, and a note says so once") {
  Made made;
  made.table({{"2021-01-01", "праздник"}, {"не дата", "праздник"}, {"2021-02-20", "пятница"}});
  made.add("в праздник", "до 12 июня 2022", "a");
  made.add("в понедельник после него", "до 13 июня 2022", "a");
  const auto outcome = calendar(made.workspace, made.plans, 5);
  CHECK(outcome.product.occurrences[0].working == day("2022-06-10"));
  CHECK(outcome.product.occurrences[1].working == day("2022-06-10"));
  std::size_t notes = 0, rows = 0;
  for (const Diagnostic& item : outcome.diagnostics) {
    notes += item.code == &codes::no_production_calendar ? 1 : 0;
    rows += item.code == &codes::unread_calendar_row ? 1 : 0;
  }
  CHECK(notes == 1);
  CHECK(rows == 2);
}

TEST_CASE("days off by the Labour Code alone") {
  const definitions::Workspace empty;
  const WorkingDays days(empty);
  CHECK(days.off(day("2023-01-05")));
  CHECK(days.off(day("2023-11-06")));         // 4 November is a Saturday
  CHECK_FALSE(days.off(day("2023-11-07")));
  CHECK_FALSE(days.off(day("2022-01-10")));   // the Saturday and Sunday of January are the government's to move
  CHECK(days.working_before(day("2023-01-08")) == day("2022-12-30"));
}

TEST_CASE("how much one has due in a month") {
  Made made;
  for (int i = 0; i < 4; ++i) made.add("много", "март 2022", "центр");
  made.add("еженедельно", "по пятницам", "отдел");
  made.add("апрель", "апрель 2022", "центр");
  const Calendar made_of_plans = calendar(made.workspace, made.plans, 3).product;
  const auto& loads = made_of_plans.loads;
  REQUIRE(loads.size() == 14);   // a Friday is in every month
  CHECK(made_of_plans.limit == 3);
  CHECK(loads[3].party.id == "центр");
  CHECK(loads[3].month == day("2022-03-01"));
  CHECK(loads[3].due == 4);
  CHECK(loads[2].party.id == "отдел");
  CHECK(loads[2].due == 1);
  CHECK(print(made_of_plans).find("overload\t2022-03\tцентр\t4\n") != std::string::npos);
  CHECK(print(made_of_plans).find("overload\t2022-04") == std::string::npos);
}

TEST_CASE("items of papers fall due beside measures; what binds nobody is no load") {
  Made made;
  made.add("мера", "март 2022", "центр");
  definitions::Paper paper;
  paper.id = "order";
  definitions::PaperItem items[3];
  std::vector<Duty> duties(3);
  for (std::size_t i = 0; i < 3; ++i) {
    duties[i].paper = &paper;
    duties[i].item = &items[i];
    duties[i].number = std::to_string(i + 1);
    duties[i].text = "пункт";
    duties[i].parties = {party("центр")};
    duties[i].falls = {{{day("2022-03-06"), day("2022-03-06")}, true, true, true}};
  }
  duties[1].recommended = true;
  duties[2].draft = true;
  const Calendar both = calendar(made.workspace, made.plans, 1, duties).product;
  REQUIRE(both.occurrences.size() == 4);
  CHECK(both.occurrences[0].measure != nullptr);
  CHECK(both.occurrences[1].duty == &duties[0]);
  CHECK(both.occurrences[1].by);
  CHECK(both.occurrences[1].working == day("2022-03-04"));
  REQUIRE(both.loads.size() == 1);
  CHECK(both.loads[0].due == 2);
  CHECK(print(both).find("due\t2022-03-06/2022-03-06\torder\t2\tпункт\trecommended\toff, working 2022-03-04\n") !=
        std::string::npos);
}

TEST_CASE("a deadline says no beginning") {
  const auto by = [](const char* text) {
    return falls_of(read_term(text, {2022, false}), {day("2022-01-01"), day("2022-12-31")}).at(0).by;
  };
  CHECK(by("до 25 марта"));
  CHECK(by("ежегодно, до 1 сентября"));
  CHECK(by("до 5 числа каждого месяца"));
  CHECK_FALSE(by("25 марта"));
  CHECK_FALSE(by("сентябрь – октябрь"));
}

TEST_CASE("terms that run from the signature") {
  using Unit = RelativeTerm::Unit;
  const std::vector<std::pair<const char*, RelativeTerm>> all{
      {"в течение недели", {1, Unit::week}},
      {"В течение двух недель со дня подписания приказа", {2, Unit::week}},
      {"в течение 10 дней", {10, Unit::day}},
      {"в течение 10 (десяти) календарных дней", {10, Unit::day}},
      {"в течение 5 рабочих дней со дня издания настоящего приказа", {5, Unit::working_day}},
      {"в течение одного рабочего дня", {1, Unit::working_day}},
      {"в недельный срок", {1, Unit::week}},
      {"в трёхдневный срок", {3, Unit::day}},
      {"в 10-дневный срок", {10, Unit::day}},
      {"в двухмесячный срок.", {2, Unit::month}},
      {"не позднее чем через месяц", {1, Unit::month}},
      {"не позднее трех дней после подписания", {3, Unit::day}},
      {"через неделю", {1, Unit::week}},
      {"в течение двух лет", {2, Unit::year}}};
  for (const auto& [text, term] : all) {
    INFO(text);
    CHECK(read_relative_term(text) == term);
  }
  for (const char* text : {"в течение года", "в течение 2022 года", "в течение 3 дней со дня получения запроса",
                           "в течение учебного года", "в дневный срок", "до 5 дней", "в срок", "в течение",
                           "через 5 рабочих недель", "не позднее чем за 3 дня до начала", "в течение 0 дней", ""}) {
    INFO(text);
    CHECK_FALSE(read_relative_term(text));
  }
}

TEST_CASE("the last day of a term is counted from the day after the signature") {
  const definitions::Workspace empty;
  const WorkingDays days(empty);
  const auto last = [&](const char* signature, const char* text) {
    return iso(last_day_after(day(signature), *read_relative_term(text), days));
  };
  CHECK(last("2023-09-11", "в течение недели") == "2023-09-18");
  CHECK(last("2023-09-14", "в течение 3 рабочих дней") == "2023-09-19");   // over a weekend
  CHECK(last("2023-12-29", "в течение 1 рабочего дня") == "2024-01-09");
  CHECK(last("2023-01-31", "в течение месяца") == "2023-02-28");
  CHECK(last("2023-12-15", "в двухмесячный срок") == "2024-02-15");
}

TEST_CASE("a term of a paper: after its signature, without a year, recurring") {
  const definitions::Workspace empty;
  const WorkingDays days(empty);
  const auto read = [&](const char* text, const char* signature) {
    const auto signed_on = *signature == 0 ? std::nullopt : std::optional(day(signature));
    const PaperTerm term = read_paper_term(text, signed_on, day("2023-12-31"), day("2023-11-20"), days);
    std::string told = term.due ? iso(*term.due) : "?";
    for (const Fall& fall : term.falls) told += " " + iso(fall.span.from) + (fall.dated ? "" : "?");
    return told;
  };
  CHECK(read("в течение недели", "2023-09-11") == "2023-09-18 2023-09-18");
  CHECK(read("в течение недели", "") == "? 2023-01-01?");
  CHECK(read("до 20 июня", "2023-09-11") == "2024-06-20 2024-06-20");
  CHECK(read("до 20 июня 2023 г.", "2023-09-11") == "2023-06-20 2023-06-20");
  CHECK(read("до 31 мая 2024 года", "2023-09-11") == "2024-05-31 2024-05-31");
  CHECK(read("постоянно", "2023-09-11") == "? 2023-09-11?");
  CHECK(read("чушь", "2023-09-11") == "? 2023-09-11?");
  // Of a term that recurs the next one; a year is over on its last day.
  CHECK(read("до 5 числа каждого месяца", "2023-09-11") == "2023-12-05 2023-10-05 2023-11-05 2023-12-05");
  CHECK(read("до 25 числа каждого месяца", "2023-09-11") == "2023-11-25 2023-09-25 2023-10-25 2023-11-25 2023-12-25");
  CHECK(read("в течение 2023 года", "2023-09-11").starts_with("2023-12-31 "));
}
