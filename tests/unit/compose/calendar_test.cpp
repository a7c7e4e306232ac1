#include <sstream>

#include "base/text.h"
#include "compose/party_members.h"
#include "compose/whole_text.h"
#include "plans_world.h"

using namespace world;

namespace {

/// The calendar of the world's plans, which stand as they do in a build.
struct CalendarWorld : PlanWorld {
  CalendarWorld() {
    definitions::ReferenceTable days;
    days.name = "production_calendar";
    days.columns = {"date", "kind"};
    days.rows = {{"2022-06-20", "праздник"}};
    days.places.emplace_back();
    workspace.tables.push_back(days);
    calendar = plan::calendar(workspace, plans, 8).product;
  }
  document::Document made(const std::string& text) {
    body(text);
    order("Проба");
    const auto documents = compose();
    REQUIRE(documents.size() == 1);
    return documents[0];
  }
};

}  // namespace

TEST_CASE("occurrences: by party, by month, by plan, by year") {
  CalendarWorld w;
  CHECK(w.text("::: for o in occurrences() where o.dated\n- {{ o.when }}: {{ o.measure.text }};\n:::\n") ==
        "– март 2022~г.: для директоров;\n"
        "– апрель 2022~г.: для учителей:~– начальных классов;~– математики;\n"
        "– до 20~июня 2022~г.: Отчёты школ;\n"
        "– до 10~декабря 2022~г.: Отчёты школ.\n");
  CHECK(w.text("{{ count(occurrences(month = date('2022-06-01'))) }} {{ count(occurrences(year = 2023)) }} "
               "{{ count(occurrences(plan = plan('map'))) }}\n") == "1 0 4\n");
  CHECK(w.text("::: for o in occurrences() where o.non_working\n{{ o.to | date('short') }} {{ o.working | "
               "date('short') }}\n:::\n") == "20.06.2022 17.06.2022\n10.12.2022 09.12.2022\n");
  CHECK(w.text("{{ month_title(month_start(date('2022-12-31'), 1)) }}\n") == "январь~2023~г.\n");
}

TEST_CASE("the block events fills the calendar file and prints nothing") {
  CalendarWorld w;
  const document::Document document =
      w.made("```events\nof: o in occurrences()\nsummary: \"{{ o.measure.text }}!\"\n```\n\nТекст\n");
  CHECK(document.blocks.size() == 1);
  REQUIRE(document.events.size() == 4);
  CHECK(document.events[0].summary == "для директоров!");
  CHECK(iso(document.events[0].from) == "2022-03-01");
  CHECK(iso(document.events[0].to) == "2022-03-31");
  CHECK(document.events[2].description == "Последний день – нерабочий; рабочий день перед ним – 17.06.2022");
  CHECK(document.events[2].id != document.events[3].id);
}

TEST_CASE("a part of a measure is told with what it is a part of") {
  CalendarWorld w;
  CHECK(w.text("::: for o in occurrences(month = date('2022-03-01'))\n{{ o.text }}; {{ o.source }}\n:::\n") ==
        "Семинары: для директоров; Дорожная карта, п.~1.1.1\n");
  CHECK(compose::with_text_above("Провести семинары:", "а) для учителей") == "Провести семинары: для учителей");
  CHECK(compose::with_text_above("", "для учителей") == "для учителей");
  plan::Plan two;
  two.measures.resize(2);
  two.measures[0].number = "4.";
  two.measures[0].written.text.text = "Методическая помощь школам «группы риска» и тем, кто просит о ней сам, весь год";
  two.measures[1].written.text.text = "Семинар для учителей.";
  two.measures[1].parent = 0;
  CHECK(replace_all(compose::whole_text(two, two.measures[1]), "\u00A0", "~") ==
        "Семинар для учителей (к п.~4 «Методическая помощь школам „группы риска“ и тем, кто просит…»)");
}

TEST_CASE("a stretch stands in the months where it begins and ends, and is seen in between") {
  CalendarWorld w;
  w.workspace.plans[0].sections[0].measures[0].measures[1].terms = said({"февраль – апрель 2022 года"});
  w.settle();
  w.calendar = plan::calendar(w.workspace, w.plans, 8).product;
  const std::string list = "::: for m in calendar_months(year = 2022)\n::: for o in occurrences(month = m) where o.stage != "
                           "'all'\n{{ o.when_noted }}; {{ o.day | date('short') }}\n:::\n:::\n";
  CHECK(w.text(list) ==
        "февраль~– апрель 2022~г. (начало); 01.02.2022\n"
        "февраль~– апрель 2022~г. (продолжается); 30.04.2022\n"
        "февраль~– апрель 2022~г. (завершение); 30.04.2022\n");
  CHECK(w.text("{{ count(calendar_months()) }} {{ count(occurrences(month = date('2022-03-15'))) }}\n") == "11 2\n");
}

TEST_CASE("signed papers fall due in the calendar; drafts where they are asked for; recommendations say so") {
  CalendarWorld w;
  w.workspace.schools[0].head = "";
  definitions::Paper order;
  order.id = "order";
  order.subject = said("О конкурсе");
  order.date = parse_iso_date("2022-02-01");
  order.number = said("7");
  definitions::PaperItem own;
  own.to = said({w.workspace.schools[0].id.c_str()});
  own.text = said("подготовить:");
  own.items.resize(2);
  own.items[0].text = said("зал");
  own.items[0].terms = said({"в течение недели"});
  own.items[1].text = said("программу");
  own.items[1].terms = said({"до 1 марта 2022 года"});
  own.items[1].manner = "recommend";
  definitions::PaperItem all;
  all.to = said({"schools"});
  all.text = said("подать заявки");
  all.terms = said({"до 15 мая 2022 года"});
  order.items = {own, all};
  definitions::Paper draft = order;
  draft.id = "draft";
  draft.date.reset();
  draft.number = {};
  w.workspace.papers = {order, draft};
  const auto duties = compose::duties_of(w.workspace);
  REQUIRE(duties.size() == 6);
  w.calendar = plan::calendar(w.workspace, w.plans, 8, duties).product;
  CHECK(w.text("::: for o in occurrences() where known(o.paper)\n{{ o.when }}; {{ o.text }}; {{ o.source }}; {{ o.status "
               "}}\n:::\n") ==
        "до 8~февраля 2022~г.; Подготовить: зал; приказ Управления образования от 1~февраля 2022~г. №~7, п.~1~(1); на контроле\n"
        "до 1~марта 2022~г.; Подготовить: программу (рекомендовано); приказ Управления образования от 1~февраля 2022~г. №~7, п.~1~(2); "
        "рекомендовано\n"
        "до 15~мая 2022~г.; Подать заявки; приказ Управления образования от 1~февраля 2022~г. №~7, п.~2; на контроле\n");
  CHECK(w.text("::: for p in parties where p.kind = 'school' and known(load(p, date('2022-02-20')))\n{{ p.id }} {{ load(p, "
               "date('2022-02-20')) }}\n:::\n") == w.workspace.schools[0].id + " 1\n");
  CHECK(w.text("{{ count([o for o in occurrences(drafts = true) where o.draft]) }}\n") == "3\n");
  CHECK(w.text("::: for o in occurrences(drafts = true) where o.draft\n{{ o.source }}\n:::\n").starts_with(
      "проект приказа «О конкурсе», п.~1~(1)\n"));
  // The items of all schools are in the calendar of each; whom a text names itself is asked with `exact`.
  CHECK(w.text("::: for p in parties where p.kind = 'school'\n{{ p.id }} {{ count(occurrences(party = p)) }} {{ "
               "count(occurrences(party = p, exact = true)) }}\n:::\n")
            .starts_with(w.workspace.schools[0].id));
  CHECK(w.text("::: for d in duties() order by d.due\n{{ d.number }} {{ d.to }} {{ d.status }}\n:::\n").ends_with("на контроле\n"));
}

TEST_CASE("whom a group of the register holds") {
  World w;
  for (definitions::School& school : w.workspace.schools) school.head.clear();
  w.workspace.schools[0].head = "head";
  w.workspace.schools[0].groups.clear();
  w.workspace.schools[2].groups.clear();
  w.workspace.schools[1].groups = {"small"};
  w.workspace.schools[2].closed = parse_iso_date("2000-01-01");
  const compose::PartyMembers members(w.workspace);
  const std::string first = w.workspace.schools[0].id, second = w.workspace.schools[1].id;
  CHECK(members.names_of("head") == std::set<std::string>{"head", first, "schools", "heads"});
  CHECK(members.names_of(second) == std::set<std::string>{second, "small", "schools", "heads"});
  CHECK(members.names_of("centre") == std::set<std::string>{"centre"});
  plan::Party group;
  group.kind = plan::Party::Kind::schools;
  group.id = "small";
  REQUIRE(members.schools_of(group).size() == 1);
  CHECK(members.schools_of(group)[0]->id == second);
  group.id = "schools";
  CHECK(members.schools_of(group).size() == w.workspace.schools.size() - 1);
  group.kind = plan::Party::Kind::role;
  group.id = "teachers";
  CHECK(members.schools_of(group).empty());
}

TEST_CASE("a document that is a calendar file alone has no tables made") {
  CalendarWorld w;
  w.body("```events\nof: o in occurrences()\n```\n\n```table\nrows: o in occurrences()\ncolumns:\n"
         "  - {id: when, title: Срок, value: o.when}\n```\n");
  w.order("Проба");
  const auto blocks_as = [&](std::vector<std::string> formats) {
    w.workspace.documents[0].formats = std::move(formats);
    const auto documents = w.compose();
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].events.size() == 4);
    return documents[0].blocks.size();
  };
  CHECK(blocks_as({"ics"}) == 0);
  CHECK(blocks_as({"ics", "pdf"}) == 1);
}

TEST_CASE("occurrences of one party are those of its measures, in the calendar's order") {
  CalendarWorld w;
  const std::string all = w.text("::: for p in parties\n{{ p.id }}: {{ count(occurrences(party = p, exact = true)) }} "
                                 "{{ count([o for o in occurrences() where p.id in [q.id for q in o.measure.parties]]) "
                                 "}}\n\n:::\n");
  std::istringstream lines(all);
  std::size_t count = 0;
  for (std::string id, own, same; lines >> id >> own >> same; ++count) CHECK(own == same);
  CHECK(count > 1);
}

TEST_CASE("the block events takes occurrences alone") {
  CalendarWorld w;
  w.text("```events\nof: m in plan('map').measures\n```\n");
  CHECK(w.codes().starts_with("C106"));
}
