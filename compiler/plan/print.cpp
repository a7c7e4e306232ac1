#include "plan/plans.h"

namespace svod::plan {
namespace {

std::string_view type_name(definitions::Plan::Type type) {
  switch (type) {
    case definitions::Plan::Type::plan: return "plan";
    case definitions::Plan::Type::plan_graph: return "plan-graph";
    case definitions::Plan::Type::roadmap: return "roadmap";
    case definitions::Plan::Type::programme: return "programme";
  }
  return "";
}

std::string_view section_name(definitions::PlanSection::Kind kind) {
  switch (kind) {
    case definitions::PlanSection::Kind::section: return "section";
    case definitions::PlanSection::Kind::goal: return "goal";
    case definitions::PlanSection::Kind::task: return "task";
  }
  return "";
}

std::string_view party_name(Party::Kind kind) {
  switch (kind) {
    case Party::Kind::person: return "person";
    case Party::Kind::body: return "body";
    case Party::Kind::school: return "school";
    case Party::Kind::schools: return "schools";
    case Party::Kind::role: return "role";
    case Party::Kind::unknown: return "unknown";
  }
  return "";
}

/// One line whatever stands in it.
std::string line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\\\";
    else if (c == '\t') out += "\\t";
    else if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out;
}

std::string day(Date date) { return date.ok() ? iso(date) : std::string("…"); }

std::string meaning(const Term& term) {
  std::string out(kind_name(term.kind));
  if (!term.every.empty()) out += " every=" + term.every;
  for (std::size_t i = 0; i < term.within.size(); ++i)
    out += (i == 0 ? " within=" : ",") + std::to_string(term.within[i]);
  if (!term.parts.empty()) {
    out += " parts=";
    for (std::size_t i = 0; i < term.parts.size(); ++i) {
      out += (i == 0 ? "" : ",") + iso(term.parts[i].from) + "/" + iso(term.parts[i].to);
    }
  }
  if ((term.parts.empty() || term.kind == Term::Kind::recurring) && (term.from || term.to)) {
    out += " " + (term.from ? iso(*term.from) : std::string("…")) + "/" + (term.to ? iso(*term.to) : std::string("…"));
  }
  return out;
}

void add(std::string& out, std::string_view name, const std::vector<definitions::Written>& texts) {
  for (const definitions::Written& one : texts) out += "\t" + std::string(name) + "=" + line(one.text);
}

void print_measure(const Measure& measure, std::string& out) {
  out += "measure\t" + line(measure.number) + "\t" + std::to_string(measure.level) + "\t" +
         line(measure.written.text.text);
  for (const Term& term : measure.terms) {
    out += std::string("\tterm") + (measure.inherited_term ? "^" : "") + "=" + line(term.text) + " (" + meaning(term) +
           ")";
  }
  for (const Party& party : measure.parties) {
    out += std::string("\tparty") + (measure.inherited_parties ? "^" : "") + "=" + std::string(party_name(party.kind)) +
           " " + line(party.id) + (party.part.empty() ? "" : " (" + line(party.part) + ")");
  }
  add(out, "result", measure.written.results);
  add(out, "report", measure.written.reports);
  if (!measure.written.consequence.empty()) out += "\tconsequence=" + line(measure.written.consequence.text);
  if (measure.availability) out += "\tavailability=" + line(measure.written.document.text);
  if (!measure.written.status.empty()) out += "\tstatus=" + measure.written.status;
  if (measure.joined != 0) out += "\tjoined=" + std::to_string(measure.joined);
  out += "\t@ " + measure.written.at.text() + "\n";
}

void print_clauses(std::string_view name, const std::vector<definitions::Clause>& clauses, std::string& out) {
  for (const definitions::Clause& one : clauses) {
    out += std::string(name) + "\t" + one.role + "\t" + line(one.title.text);
    for (const definitions::Written& text : one.text) out += "\t" + line(text.text);
    for (const definitions::Written& item : one.items) out += "\t- " + line(item.text);
    out += "\n";
  }
}

}  // namespace

std::string print(const Plans& plans) {
  std::string out;
  for (const Plan& plan : plans.plans) {
    const definitions::Plan& written = *plan.written;
    out += "plan\t" + written.id + "\t" + std::string(type_name(written.type)) + "\t" + day(written.from) + "/" +
           day(written.to) + "\t" + line(written.title.text) + "\n";
    print_clauses("before", written.before, out);
    for (std::size_t i = 0; i < plan.sections.size(); ++i) {
      const Section& section = plan.sections[i];
      out += std::string(section_name(section.written->kind)) + "\t" + line(section.number) + "\t" +
             std::to_string(section.level) + "\t" + line(section.written->title.text) + "\t@ " +
             section.written->at.text() + "\n";
      print_clauses("before", section.written->before, out);
      for (std::size_t m = section.first; m < section.end; ++m) print_measure(plan.measures[m], out);
      print_clauses("after", section.written->after, out);
    }
    print_clauses("after", written.after, out);
  }
  return out;
}

}  // namespace svod::plan
