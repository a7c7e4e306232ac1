#include <set>

#include "compose/codes.h"
#include "world.h"

using namespace world;

namespace {

/// The codes that a template with this body gives, with their places.
std::string faults(const std::string& body, const std::string& front = "title: Проба\n") {
  World w;
  w.text(body, front);
  return w.codes();
}

std::string first_hint(const std::string& body) {
  World w;
  w.text(body);
  return w.found.empty() ? "" : w.found[0].hint;
}

}  // namespace

// The body begins at line 4.

TEST_CASE("a misspelt name is found before any data, with its place, line and nearest name") {
  World w;
  w.text("Текст.\n\nБалл {{ scroe | number(1) }} и {{ score | nubmer }}.\n");
  CHECK(w.codes() == "E201 6:9, E204 6:43");
  CHECK(w.found[0].excerpt == "Балл {{ scroe | number(1) }} и {{ score | nubmer }}.");
  CHECK(w.found[0].where.file == "templates/t.md");
  CHECK(w.found[0].hint.find("score") != std::string::npos);
}

TEST_CASE("faults in containers and blocks") {
  CHECK(faults("::: fro s in schools\n{{ s.short }}\n:::\n") == "C107 4:1");
  CHECK(first_hint("::: fro s in schools\n:::\n") == "может быть, «for»?");
  CHECK(faults("::: let x\n:::\n") == "C107 4:9");
  CHECK(faults("```tabel\n```\n") == "C108 4:4");
  CHECK(first_hint("```tabel\n```\n") == "может быть, «table»?");
  CHECK(faults("::: if n > 1\nТекст\n") == "C109 4:1");
  CHECK(faults("Текст\n:::\n\n::: else\n") == "C110 5:1, C110 7:1");
  CHECK(faults("::: for s in schools\n::: else\n:::\n") == "C110 5:1, C110 6:1");
  CHECK(faults("```contents\ntitle: А\n") == "C111 4:1");
  CHECK(faults("::: if n\nТекст\n:::\n").starts_with("E2"));
  CHECK(faults("Балл {{ score \n\n") == "E110 4:6");
}

TEST_CASE("every fault of a template is reported in one run") {
  CHECK(faults("{{ scroe }}\n\n::: fro\n:::\n\n```tabel\n```\n\n```contents\ndeep: 3\n```\n") ==
        "E201 4:4, C107 6:1, C108 9:4, C104 13:1");
}

TEST_CASE("faults in front matter") {
  World w;
  w.files.add("/w/templates/t.md", "Текст без описания\n");
  w.order("Отчёт");
  w.compose();
  CHECK(w.codes() == "C103 1:1");
  CHECK(faults("Текст\n", "titel: Проба\n") == "C104 2:1, C105 2:1");
  CHECK(faults("Текст\n", "title: Проба\nprofile: repotr\n") == "C106 3:10");
  CHECK(faults("Текст\n", "title: Проба\nnumbered: да\n") == "C106 3:11");
  CHECK(faults("Текст {{ a }}\n", "title: Проба\ndefine:\n  a: \"{{ n }}\"\n").starts_with("C117 4:6"));
  CHECK(faults("Текст\n", "title: Проба\nparameters:\n  a: {type: money}\n") == "C106 4:13");
}

TEST_CASE("faults in tables") {
  const std::string rows = "```table\nrows: s in schools\n";
  CHECK(faults("```table\ncolumns:\n  - {title: А, value: 1}\n```\n") == "C105 5:1");
  CHECK(faults(rows + "colums:\n  - {title: А, value: 1}\n```\n") == "C104 6:1, C105 5:1");
  CHECK(faults(rows + "columns:\n  - {id: a, title: А, value: s.short}\n  - {id: a, title: Б, value: s.short}\n```\n") == "C114 8:10");
  CHECK(faults(rows + "columns:\n  - {id: a, title: А, value: \"n(school = s)\", total: {weighted_mean: b}}\n```\n") == "C115 7:70");
  CHECK(faults(rows + "columns:\n  - {title: А, value: s}\n```\n") == "C113 7:23");
  CHECK(faults(rows + "columns:\n  - {title: А, value: \"{{ s.short }}\"}\n```\n") == "C117 7:23");
  CHECK(faults(rows + "columns:\n  - {title: А, value: s.shrot}\n```\n").starts_with("E202 7:"));
  CHECK(faults(rows + "columns:\n  - {title: А, value: s.short, total: mean}\n```\n") == "C106 7:39");
  CHECK(faults(rows + "columns:\n  - title: Школа {{ s.short }}\n    value: s.short\n```\n") == "E201 7:21");
}

TEST_CASE("a place after a substitution on the same line is that of the source") {
  CHECK(faults("```table\nrows: s in schools\ncolumns:\n  - {title: \"{{ year }} год\", value: s.shrot}\n```\n") == "E202 7:40");
}

TEST_CASE("markup that a document has no place for") {
  CHECK(faults("<b>текст</b>\n") == "C112 4:1, C112 4:1");
  CHECK(faults("Текст\n\n    с отступом\n") == "C112 6:1");
  CHECK(faults("> цитата\n") == "C112 4:1");
  CHECK(faults("***\n") == "C112 4:1");
  CHECK(faults("Текст `код`\n") == "C112 4:1");
  CHECK(faults("![рисунок](a.png)\n") == "C112 4:1");
  CHECK(faults("[сайт](http://example.org)\n") == "C112 4:1");
  CHECK(faults("##### Пятый\n") == "C112 4:1");
  CHECK(faults("Школа {{ schools }}\n") == "C113 4:10");
}

TEST_CASE("a template that is no text") {
  CHECK(faults("Текст \xFF\n") == "C102 4:1");
  CHECK(faults("Текст \uE000\n") == "C102 4:7");
}

TEST_CASE("faults of an order of the workspace") {
  World w;
  w.body("Текст\n", "title: Проба\nparameters:\n  place: {title: Место, required: true}\n  day: {type: date}\n");
  w.order("А", "repotr");
  w.files.add("/shipped/report.md", "");
  w.order("Б");
  w.workspace.documents[1].parameters = {{"day", "завтра"}, {"dya", "1"}};
  w.order("../В");
  w.workspace.documents[2].parameters = {{"place", "Кемерово"}};
  w.load();
  CHECK(w.codes() == "C101 10:5, C116 11:5, C116 11:5, C116 11:5, C118 12:5");
  CHECK(w.found[0].hint == "может быть, «report»?");
}

TEST_CASE("a parameter may name a person of the register") {
  World w;
  w.body("{{ boss.name_dative }}\n", "title: Проба\nparameters:\n  boss: {type: person}\n");
  w.order("А");
  w.workspace.documents[0].parameters = {{"boss", "haed"}};
  w.load();
  CHECK(w.codes() == "C116 10:5");
  CHECK(w.found[0].hint == "может быть, «head»?");
  w.workspace.documents[0].parameters = {{"boss", "head"}};
  CHECK(lines(w.compose()[0].blocks) == "А.~С.~Громовой\n");
}

TEST_CASE("faults that data bring out") {
  CHECK(faults("{{ n / 7 }}\n") == "C204 4:4");
  CHECK(faults("```table\nrows: s in schools where s.id = 'a'\ncolumns:\n  - {title: А, value: n(school = s) / 7}\n```\n") ==
        "C204 7:5");
  CHECK(faults("См. [](#нет)\n") == "C205 4:1");
  CHECK(faults("# А {#x}\n\n# Б {#x}\n") == "C206 6:1");
  CHECK(faults("{{ 'тьютор-навигатор' | dative }}\n") == "C208 4:4");
}

TEST_CASE("every code of the room is documented and has its own number") {
  std::set<std::string_view> ids;
  for (const Code* code : compose::codes::all) {
    CHECK(ids.insert(code->id).second);
    CHECK(!code->meaning.empty());
    CHECK(code->mend.ends_with('.'));
  }
}
