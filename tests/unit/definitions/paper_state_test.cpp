#include "definitions/paper_state.h"

#include "fixture.h"

using namespace svod;
using namespace svod::definitions;
using Kind = PaperState::Kind;

namespace {

Paper paper(std::string id, Paper::Purpose purpose = Paper::Purpose::other, std::string changes = {}) {
  Paper made;
  made.id = std::move(id);
  made.purpose = purpose;
  made.changes.paper = std::move(changes);
  return made;
}

Issued signed_as(std::string id, std::string number, const char* date) {
  Issued made;
  made.document = "Приказ " + id;
  made.paper = std::move(id);
  made.number = std::move(number);
  made.date = parse_iso_date(date);
  return made;
}

}  // namespace

TEST_CASE("a paper is a draft until it is signed, and issued.yaml gives its date and number") {
  Workspace w;
  w.papers = {paper("a")};
  CHECK(state_of(w, w.papers[0]).kind == Kind::draft);
  w.papers[0].date = parse_iso_date("2022-02-01");
  CHECK(state_of(w, w.papers[0]).kind == Kind::draft);
  CHECK_FALSE(state_of(w, w.papers[0]).date);
  w.issued = {signed_as("a", "17", "2022-02-03")};
  w.issued[0].agreement = true;
  CHECK(state_of(w, w.papers[0]).kind == Kind::agreement);
  CHECK(state_of(w, w.papers[0]).number.empty());
  // Of two documents of one paper the signed one tells, in whatever order they stand.
  w.issued.push_back(signed_as("a", "18", "2022-02-04"));
  CHECK(state_of(w, w.papers[0]).number == "18");
  std::swap(w.issued[0], w.issued[1]);
  CHECK(state_of(w, w.papers[0]).number == "18");
  w.issued = {signed_as("a", "17", "2022-02-03")};
  const PaperState state = state_of(w, w.papers[0]);
  CHECK(state.kind == Kind::in_force);
  CHECK(state.number == "17");
  CHECK(iso(*state.date) == "2022-02-03");
}

TEST_CASE("a paper of the past says its date and number itself") {
  Workspace w;
  w.papers = {paper("a")};
  w.papers[0].date = parse_iso_date("2020-12-28");
  w.papers[0].number.text = "232";
  CHECK(state_of(w, w.papers[0]).kind == Kind::in_force);
  CHECK(state_of(w, w.papers[0]).number == "232");
}

TEST_CASE("signed amendments and repeals change the state of the paper that they name") {
  Workspace w;
  w.papers = {paper("a"), paper("b", Paper::Purpose::amendment, "a"), paper("c", Paper::Purpose::repeal, "a")};
  w.issued = {signed_as("a", "17", "2022-02-01")};
  CHECK(state_of(w, w.papers[0]).kind == Kind::in_force);
  w.issued.push_back(signed_as("b", "30", "2022-03-01"));
  CHECK(state_of(w, w.papers[0]).kind == Kind::amended);
  w.issued.push_back(signed_as("c", "44", "2022-04-01"));
  const PaperState state = state_of(w, w.papers[0]);
  CHECK(state.kind == Kind::no_longer);
  REQUIRE(state.changed_by.size() == 2);
  CHECK(state.changed_by[1]->id == "c");
  CHECK(state_name(state.kind) == "void");
  // A draft that somebody would repeal is a draft still.
  w.issued.erase(w.issued.begin());
  CHECK(state_of(w, w.papers[0]).kind == Kind::draft);
}

TEST_CASE("what is carried out cannot lie ahead of the build") {
  Workspace workspace;
  Paper paper;
  PaperItem item, inner;
  inner.done = parse_iso_date("2023-09-21");
  inner.at = Location::in_text("papers/a.yaml", 7, 3);
  item.done = parse_iso_date("2023-09-20");
  item.items.push_back(inner);
  paper.items.push_back(item);
  workspace.papers.push_back(paper);
  const Diagnostics told = executions_after(workspace, *parse_iso_date("2023-09-20"));
  CHECK(lines(told) ==
        "D342 papers/a.yaml:7:3 исполнено 2023-09-21, позже дня сборки 2023-09-20 | исправьте done или дату сборки\n");
  CHECK(executions_after(workspace, *parse_iso_date("2023-09-21")).empty());
}
