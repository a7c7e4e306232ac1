#include "compose/regulation_tables.h"

#include <algorithm>

#include "base/text.h"
#include "compose/regulation_records.h"
#include "compose/written_runs.h"
#include "compose/written_text.h"
#include "language/collation.h"
#include "language/typography.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using definitions::Regulation;
using document::Row;
using document::Table;

void set_head(Table& table, const std::vector<document::Runs>& given, std::initializer_list<const char*> titles) {
  Row head;
  for (const char* title : titles) head.cells.emplace_back().runs = plain_runs(language::glue_heading(title));
  for (std::size_t i = 0; i < given.size() && i < head.cells.size(); ++i) head.cells[i].runs = given[i];
  table.head.push_back(std::move(head));
}

document::Cell cell(document::Runs runs, int columns = 1, int rows = 1) {
  document::Cell made;
  made.runs = std::move(runs);
  made.columns = columns;
  made.rows = rows;
  return made;
}

/// Rows of a catalogue, to any depth, without recursion.
void add_rows(const std::vector<Regulation::Row>& rows, Table& table) {
  struct Place {
    const Regulation::Row* row;
    std::string number;
  };
  std::vector<Place> rest;
  const auto push = [&](const std::vector<Regulation::Row>& inner, const std::string& above) {
    for (std::size_t i = inner.size(); i-- > 0;) {
      const std::string own = inner[i].number.empty() ? above + std::to_string(i + 1) + "." : said(inner[i].number);
      rest.push_back({&inner[i], own});
    }
  };
  push(rows, "");
  while (!rest.empty()) {
    const Place place = rest.back();
    rest.pop_back();
    const Regulation::Row& row = *place.row;
    Row made;
    if (!row.rows.empty() && row.unit.empty()) {
      made.kind = Row::Kind::group;
      made.cells.push_back(cell(written_runs(place.number + "\u00A0" + row.name.text, true), 3));
    } else {
      std::vector<std::string> lines = lines_of(row.name);
      if (!row.subjects.empty() && !lines.empty() && !lines.back().ends_with(':')) lines.back() += ":";
      for (std::size_t i = 0; i < row.subjects.size(); ++i) {
        lines.push_back("–\u00A0" + said(row.subjects[i]) + (i + 1 < row.subjects.size() ? ";" : ""));
      }
      made.cells.push_back(cell(plain_runs(place.number)));
      made.cells.push_back(cell(runs_of(lines)));
      made.cells.push_back(cell(runs_of(lines_of(row.unit))));
    }
    table.rows.push_back(std::move(made));
    push(row.rows, place.number.ends_with('.') ? place.number : place.number + ".");
  }
}

Table assignment(const Input& input, const Regulation& regulation, const std::vector<document::Runs>& head) {
  Table table;
  table.columns = {{"number", false, 0, true}, {"duty", false, 5}, {"person", false, 3}};
  set_head(table, head, {"№ п/п", "Направление", "Ответственный"});
  std::size_t number = 0;
  for (const Regulation::Member& member : regulation.members) {
    const MemberWords words = words_of(input, member);
    std::vector<std::string> person{words.surname_first};
    if (!words.post.empty()) person.front() += ",", person.push_back(words.post);
    for (std::size_t i = 0; i < member.duties.size(); ++i) {
      Row row;
      row.cells.push_back(cell(plain_runs(std::to_string(++number))));
      row.cells.push_back(cell(runs_of(lines_of(member.duties[i]))));
      if (i == 0) row.cells.push_back(cell(runs_of(person), 1, static_cast<int>(member.duties.size())));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

/// Where a role stands in a composition; members are the last.
int rank_of(std::string_view role) {
  const std::string small = lower(trim(role));
  if (small.starts_with("член")) return 4;
  if (small.find("секретар") != std::string::npos) return 2;
  if (small.starts_with("заместител") || small.starts_with("сопредседател")) return 1;
  if (small.starts_with("председател") || small.starts_with("руководител")) return 0;
  return 3;
}

struct Placed {
  MemberWords words;
  int rank;
};

/// Chair, deputies, secretary, others as they are given, members by the alphabet.
std::vector<Placed> in_order(const Input& input, const Regulation& regulation) {
  std::vector<Placed> placed;
  for (const Regulation::Member& member : regulation.members) {
    MemberWords words = words_of(input, member);
    const int rank = rank_of(words.role);
    placed.push_back({std::move(words), rank});
  }
  const auto has_role = [](const Placed& one) { return !one.words.role.empty(); };
  const bool roles = std::any_of(placed.begin(), placed.end(), has_role);
  if (!roles) return placed;
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    return a.rank == 4 && language::compare(a.words.surname_first, b.words.surname_first) < 0;
  });
  return placed;
}

Table composition(const Input& input, const Regulation& regulation, const std::vector<document::Runs>& head) {
  Table table;
  table.columns = {{"role", false, 3}, {"name", false, 3}, {"post", false, 6}};
  set_head(table, head, {"Роль в составе", "Фамилия, инициалы", "Должность"});
  const std::vector<Placed> members = in_order(input, regulation);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const MemberWords& words = members[i].words;
    Row row;
    const bool same = i > 0 && members[i - 1].words.role == words.role;
    if (!same) {
      std::size_t end = i + 1;
      while (end < members.size() && members[end].words.role == words.role) ++end;
      row.cells.push_back(cell(plain_runs(language::capitalised(words.role)), 1, static_cast<int>(end - i)));
    }
    row.cells.push_back(cell(plain_runs(words.surname_first)));
    row.cells.push_back(cell(plain_runs(words.post)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Table catalogue_table(const Regulation& regulation, const std::vector<document::Runs>& head) {
  Table table;
  table.columns = {{"number", false, 0, true}, {"name", false, 7}, {"unit", false, 2}};
  set_head(table, head, {"№ п/п", "Критерий, показатель", "Единица измерения"});
  add_rows(regulation.rows, table);
  return table;
}

Table members_table(const Input& input, const Regulation& regulation, const std::vector<document::Runs>& head) {
  bool duties = regulation.type == Regulation::Type::assignment;
  for (const Regulation::Member& member : regulation.members) duties = duties && !member.duties.empty();
  return duties ? assignment(input, regulation, head) : composition(input, regulation, head);
}

}  // namespace svod::compose
