#include "base/text.h"
#include "review/signs.h"
#include "review/subject.h"

namespace svod::review {
namespace {

using definitions::Clause;
using definitions::PaperItem;
using definitions::Written;

/// Walks one host.
class Walk {
 public:
  Walk(Subject& subject, std::size_t host) : subject_(subject), host_(host) {}

  void section(int index) { section_ = index; }

  void add(What what, const Written& written) {
    if (written.empty()) return;
    subject_.passages.push_back({what, wide(written.text), &written.at, host_, section_, false});
  }
  void add(What what, const std::vector<Written>& texts) {
    for (const Written& one : texts) add(what, one);
  }
  void add(What what, const std::string& text, const Location& at) {
    if (!text.empty()) subject_.passages.push_back({what, wide(text), &at, host_, section_, false});
  }

  void table(const definitions::WrittenTable& table) {
    add(What::caption, table.caption);
    add(What::head, table.head);
    Grid grid;
    grid.caption = table.caption.text;
    grid.host = host_;
    for (const Written& head : table.head) grid.head.push_back(wide(head.text));
    for (const std::vector<Written>& row : table.rows) {
      add(What::cell, row);
      Grid::Row& to = grid.rows.emplace_back();
      for (const Written& cell : row) to.cells.push_back({wide(cell.text), &cell.at});
      const std::u32string first = to.cells.empty() ? std::u32string() : skeleton(to.cells.front().text);
      to.total = first.starts_with(U"итог") || first.starts_with(U"всего");
    }
    grid.at = !table.caption.empty() ? &table.caption.at : !table.head.empty() ? &table.head.front().at : nullptr;
    if (grid.at == nullptr && !grid.rows.empty() && !grid.rows[0].cells.empty()) grid.at = grid.rows[0].cells[0].at;
    if (grid.at != nullptr) subject_.grids.push_back(std::move(grid));
  }
  void tables(const std::vector<definitions::WrittenTable>& all) {
    for (const definitions::WrittenTable& one : all) table(one);
  }

  void clauses(const std::vector<Clause>& all) {
    for (const Clause& clause : all) {
      add(What::heading, clause.title);
      add(What::text, clause.text);
      add(What::text, clause.items);
      tables(clause.tables);
      clauses(clause.clauses);
    }
  }

  void act(const definitions::ActReference& act) { add(What::title, act.title); }

  void indicators(const std::vector<definitions::PlanIndicator>& all) {
    for (const definitions::PlanIndicator& one : all) {
      add(What::indicator, one.name);
      add(What::unit, one.unit);
      add(What::text, one.source, one.at);
      indicators(one.parts);
    }
  }

  void rows(const std::vector<definitions::Regulation::Row>& all) {
    for (const definitions::Regulation::Row& row : all) {
      add(What::indicator, row.name);
      add(What::unit, row.unit);
      rows(row.rows);
    }
  }

  void items(const std::vector<PaperItem>& all) {
    for (const PaperItem& item : all) {
      add(What::text, item.text);
      add(What::term, item.terms);
      tables(item.tables);
      items(item.items);
    }
  }

 private:
  Subject& subject_;
  std::size_t host_;
  int section_ = -1;
};

// What a measure took from the one above it is told there.
bool own(const std::vector<Written>& mine, const std::vector<Written>& above) {
  return mine.empty() || above.empty() || mine.front().at != above.front().at;
}
bool own(const Written& mine, const Written& above) { return above.empty() || mine.at != above.at; }

void walk_plan(Subject& subject, const plan::Plan& plan) {
  const definitions::Plan& written = *plan.written;
  Host host;
  host.kind = Host::Kind::plan;
  host.id = written.id;
  host.title = "план «" + written.id + "»";
  host.plan = &plan;
  subject.hosts.push_back(std::move(host));
  Walk walk(subject, subject.hosts.size() - 1);
  walk.add(What::title, written.title);
  walk.add(What::title, written.title_genitive);
  walk.act(written.approved_by);
  walk.act(written.part_of);
  for (const definitions::PlanColumn& column : written.columns) walk.add(What::head, column.title, column.at);
  walk.clauses(written.programme.passport);
  walk.clauses(written.before);
  for (std::size_t i = 0; i < plan.sections.size(); ++i) {
    const definitions::PlanSection& section = *plan.sections[i].written;
    walk.section(static_cast<int>(i));
    walk.add(What::heading, section.title);
    walk.clauses(section.before);
    walk.clauses(section.after);
  }
  for (const plan::Measure& measure : plan.measures) {
    const definitions::PlanMeasure none;
    const definitions::PlanMeasure& mine = measure.written;
    const definitions::PlanMeasure& above =
        measure.parent < plan.measures.size() ? plan.measures[measure.parent].written : none;
    walk.section(static_cast<int>(measure.section));
    walk.add(What::measure, mine.text);
    if (own(mine.terms, above.terms)) walk.add(What::term, mine.terms);
    if (own(mine.responsible, above.responsible)) walk.add(What::responsible, mine.responsible);
    if (own(mine.results, above.results)) walk.add(What::result, mine.results);
    if (own(mine.reports, above.reports)) walk.add(What::report, mine.reports);
    if (own(mine.consequence, above.consequence)) walk.add(What::consequence, mine.consequence);
    if (own(mine.document, above.document)) walk.add(What::report, mine.document);
  }
  walk.section(-1);
  walk.clauses(written.after);
  walk.indicators(written.indicators);
  for (const definitions::Programme::Stage& stage : written.programme.stages) {
    walk.add(What::heading, stage.title);
    walk.add(What::term, stage.term);
    walk.add(What::text, stage.text);
  }
  for (const definitions::Programme::Participant& one : written.programme.participants) {
    walk.add(What::text, one.functions);
  }
  walk.add(What::text, written.programme.principles);
}

void walk_regulation(Subject& subject, const definitions::Regulation& regulation) {
  Host host;
  host.kind = Host::Kind::regulation;
  host.id = regulation.id;
  host.title = "документ «" + regulation.id + "»";
  host.regulation = &regulation;
  subject.hosts.push_back(std::move(host));
  Walk walk(subject, subject.hosts.size() - 1);
  walk.add(What::title, regulation.title);
  walk.add(What::title, regulation.title_genitive);
  walk.act(regulation.approved_by);
  walk.clauses(regulation.clauses);
  walk.rows(regulation.rows);
  for (const definitions::Regulation::Member& member : regulation.members) {
    walk.add(What::signature, member.name);
    walk.add(What::post, member.post);
    walk.add(What::text, member.duties);
  }
  walk.tables(regulation.tables);
}

void walk_paper(Subject& subject, const definitions::Paper& paper) {
  Host host;
  host.kind = Host::Kind::paper;
  host.id = paper.id;
  host.title = "документ «" + paper.id + "»";
  host.paper = &paper;
  subject.hosts.push_back(std::move(host));
  Walk walk(subject, subject.hosts.size() - 1);
  walk.add(What::title, paper.subject);
  walk.add(What::text, paper.preamble);
  walk.items(paper.items);
  walk.act(paper.changes);
  walk.items(paper.amendments);
  walk.add(What::text, paper.reference);
  walk.add(What::text, paper.addressees);
  walk.add(What::text, paper.present);
  for (const definitions::Paper::Question& question : paper.agenda) {
    walk.add(What::text, question.question);
    for (const definitions::Paper::Question::Speech& speech : question.heard) walk.add(What::text, speech.text);
    walk.items(question.decided);
  }
  walk.clauses(paper.body);
}

void walk_names(Subject& subject) {
  const definitions::Workspace& workspace = subject.workspace;
  Host host;
  host.title = "реестр";
  subject.hosts.push_back(std::move(host));
  Walk walk(subject, 0);
  for (const definitions::School& school : workspace.schools) {
    walk.add(What::name, school.name, school.defined_at);
    walk.add(What::name, school.short_name, school.defined_at);
    walk.add(What::name, school.full_name, school.defined_at);
  }
  for (const definitions::Body& body : workspace.bodies) {
    walk.add(What::name, body.name, body.defined_at);
    walk.add(What::name, body.short_name.nominative, body.defined_at);
  }
  for (const definitions::Person& person : workspace.people) {
    walk.add(What::signature, person.surname, person.defined_at);
    walk.add(What::signature, person.name.nominative, person.defined_at);
    walk.add(What::post, person.post.nominative, person.defined_at);
  }
}

}  // namespace

void read_definitions(Subject& subject) {
  walk_names(subject);
  for (const plan::Plan& plan : subject.plans.plans) walk_plan(subject, plan);
  for (const definitions::Regulation& one : subject.workspace.regulations) walk_regulation(subject, one);
  for (const definitions::Paper& one : subject.workspace.papers) walk_paper(subject, one);
}

}  // namespace svod::review
