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
        "– 20~июня 2022~г.: Отчёты школ;\n"
        "– 10~декабря 2022~г.: Отчёты школ.\n");
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

TEST_CASE("the block events takes occurrences alone") {
  CalendarWorld w;
  w.text("```events\nof: m in plan('map').measures\n```\n");
  CHECK(w.codes().starts_with("C106"));
}
