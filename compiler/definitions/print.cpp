#include "definitions/print.h"

#include <array>
#include <string_view>

namespace svod::definitions {
namespace {

template <class Enum, std::size_t size>
std::string_view name_of(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 4> kPlans{"plan", "plan-graph", "roadmap", "programme"};
constexpr std::array<std::string_view, 3> kSections{"section", "goal", "task"};
constexpr std::array<std::string_view, 11> kFields{"number", "text",   "term",        "start", "end",     "responsible",
                                                   "result", "report", "consequence", "link",  "document"};
constexpr std::array<std::string_view, 6> kRegulations{"regulation",  "catalogue",  "model",
                                                       "composition", "assignment", "list"};
constexpr std::array<std::string_view, 5> kPapers{"order", "resolution", "minutes", "letter", "note"};
constexpr std::array<std::string_view, 8> kPurposes{"other", "plan",        "regulation", "results",
                                                    "event", "composition", "amendment",  "repeal"};

class Printer {
 public:
  std::string out;

  void plan(const Plan& plan) {
    begin("plan", {plan.id, name_of(kPlans, plan.type), plan.title.text});
    more("period", iso(plan.from) + ".." + iso(plan.to));
    act("approved_by", plan.approved_by);
    act("part_of", plan.part_of);
    more("table", plan.table);
    end();
    deeper([&] {
      for (const PlanColumn& column : plan.columns) {
        begin("column", {name_of(kFields, column.field), column.title});
        if (column.required) more("required", "yes");
        end();
      }
      clauses("before", plan.before);
      for (const PlanSection& one : plan.sections) section(one);
      clauses("after", plan.after);
      for (const PlanIndicator& one : plan.indicators) indicator(one);
      programme(plan.programme);
    });
  }

  void regulation(const Regulation& regulation) {
    begin("regulation", {regulation.id, name_of(kRegulations, regulation.type), regulation.title.text});
    act("approved_by", regulation.approved_by);
    list("appendices", regulation.appendices);
    end();
    deeper([&] {
      clauses("clause", regulation.clauses);
      for (const Regulation::Row& one : regulation.rows) row(one);
      for (const Regulation::Member& one : regulation.members) {
        begin("member", {one.role.text, one.person, one.name.text, one.post.text});
        texts("duties", one.duties);
        end();
      }
      tables(regulation.tables);
    });
  }

  void paper(const Paper& paper) {
    begin("paper", {paper.id, name_of(kPapers, paper.type), paper.subject.text});
    more("purpose", paper.purpose == Paper::Purpose::other ? "" : name_of(kPurposes, paper.purpose));
    more("issuer", paper.issuer);
    more("date", paper.date ? iso(*paper.date) : std::string());
    more("number", paper.number.text);
    act("changes", paper.changes);
    texts("preamble", paper.preamble);
    list("appendices", paper.appendices);
    if (paper.control) more("control", paper.control->self ? "self" : std::string_view(paper.control->person));
    list("agreed_by", paper.agreed_by);
    list("acquainted", paper.acquainted);
    more("signatory", paper.signatory);
    more("executor", paper.executor);
    texts("addressees", paper.addressees);
    more("reference", paper.reference.text);
    more("chair", paper.chair);
    more("secretary", paper.secretary);
    texts("present", paper.present);
    end();
    deeper([&] {
      items("item", paper.items);
      items("amendment", paper.amendments);
      for (const Paper::Question& one : paper.agenda) {
        begin("question", {one.question.text});
        end();
        deeper([&] {
          for (const Paper::Question::Speech& speech : one.heard) {
            begin("heard", {speech.who.text, speech.text.text});
            end();
          }
          items("decided", one.decided);
        });
      }
      clauses("clause", paper.body);
    });
  }

 private:
  /// A text on one line, so that the line's parts stay apart.
  void put(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') out += "\\n";
      else if (c == '\t') out += "\\t";
      else out += c;
    }
  }
  void begin(std::string_view what, std::initializer_list<std::string_view> parts) {
    out.append(depth_ * 2, ' ');
    out += what;
    for (const std::string_view part : parts) {
      out += '\t';
      put(part);
    }
  }
  void end() { out += '\n'; }
  void more(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += '\t';
    out += key;
    out += '=';
    put(value);
  }
  void texts(std::string_view key, const std::vector<Written>& values) {
    for (const Written& one : values) more(key, one.text);
  }
  void list(std::string_view key, const std::vector<std::string>& values) {
    for (const std::string& one : values) more(key, one);
  }
  void act(std::string_view key, const ActReference& act) {
    if (!act.given()) return;
    std::string said = act.paper;
    for (const std::string& part : {act.kind.text, act.issuer.text, act.date ? iso(*act.date) : std::string(),
                                    act.number.empty() ? std::string() : "№ " + act.number.text, act.title.text}) {
      if (!part.empty()) said += (said.empty() ? "" : " ") + part;
    }
    more(key, said);
  }
  template <class Print>
  void deeper(Print print) {
    ++depth_;
    print();
    --depth_;
  }

  void clauses(std::string_view what, const std::vector<Clause>& clauses) {
    for (const Clause& one : clauses) {
      begin(what, {one.role, one.number.text, one.title.text});
      texts("text", one.text);
      texts("item", one.items);
      list("indicator", one.indicators);
      end();
      deeper([&] {
        tables(one.tables);
        this->clauses("clause", one.clauses);
      });
    }
  }

  void tables(const std::vector<WrittenTable>& tables) {
    for (const WrittenTable& one : tables) {
      begin("table", {one.caption.text});
      texts("head", one.head);
      end();
      deeper([&] {
        for (const std::vector<Written>& cells : one.rows) {
          begin("row", {});
          for (const Written& cell : cells) {
            out += '\t';
            put(cell.text);
          }
          end();
        }
      });
    }
  }

  void section(const PlanSection& section) {
    begin(name_of(kSections, section.kind), {section.number.text, section.title.text});
    more("curator", section.curator.text);
    end();
    deeper([&] {
      clauses("before", section.before);
      for (const PlanMeasure& one : section.measures) measure(one);
      for (const PlanSection& one : section.sections) this->section(one);
      clauses("after", section.after);
    });
  }

  void measure(const PlanMeasure& measure) {
    begin("measure", {measure.number.text, measure.text.text});
    texts("term", measure.terms);
    more("start", measure.start.text);
    more("end", measure.end.text);
    texts("responsible", measure.responsible);
    texts("result", measure.results);
    texts("report", measure.reports);
    more("consequence", measure.consequence.text);
    texts("link", measure.links);
    more("document", measure.document.text);
    list("indicator", measure.indicators);
    more("status", measure.status);
    end();
    deeper([&] {
      for (const PlanMeasure& one : measure.measures) this->measure(one);
    });
  }

  void years(std::string_view key, const std::map<int, PlanIndicator::Value>& values) {
    for (const auto& [year, value] : values) more(std::string(key) + "." + std::to_string(year), value.text.text);
  }

  void indicator(const PlanIndicator& indicator) {
    begin("indicator", {indicator.id, indicator.number.text, indicator.name.text});
    more("unit", indicator.unit.text);
    if (indicator.less_is_better) more("better", "less");
    more("indicator", indicator.indicator);
    years("target", indicator.targets);
    years("fact", indicator.facts);
    more("ratio", indicator.ratio.text.text);
    end();
    deeper([&] {
      for (const PlanIndicator& one : indicator.parts) this->indicator(one);
    });
  }

  void programme(const Programme& programme) {
    clauses("passport", programme.passport);
    for (const Programme::Stage& one : programme.stages) {
      begin("stage", {one.title.text, one.term.text, one.text.text});
      end();
    }
    for (const Programme::Participant& one : programme.participants) {
      begin("participant", {one.who.text});
      texts("function", one.functions);
      end();
    }
    for (const Written& one : programme.principles) {
      begin("principle", {one.text});
      end();
    }
    for (const Programme::Financing& one : programme.financing) {
      begin("financing", {one.source.text});
      more("unit", one.unit.text);
      years("year", one.years);
      end();
    }
  }

  void row(const Regulation::Row& row) {
    begin("row", {row.number.text, row.name.text});
    more("unit", row.unit.text);
    texts("subject", row.subjects);
    more("indicator", row.indicator);
    end();
    deeper([&] {
      for (const Regulation::Row& one : row.rows) this->row(one);
    });
  }

  void items(std::string_view what, const std::vector<PaperItem>& items) {
    for (const PaperItem& one : items) {
      begin(what, {one.number.text, one.text.text});
      texts("to", one.to);
      more("manner", one.manner);
      texts("term", one.terms);
      more("approves", one.approves);
      more("done", one.done ? iso(*one.done) : std::string());
      end();
      deeper([&] {
        tables(one.tables);
        this->items("item", one.items);
      });
    }
  }

  std::size_t depth_ = 0;
};

}  // namespace

std::string print_written(const Workspace& workspace) {
  Printer printer;
  for (const Plan& plan : workspace.plans) printer.plan(plan);
  for (const Regulation& regulation : workspace.regulations) printer.regulation(regulation);
  for (const Paper& paper : workspace.papers) printer.paper(paper);
  return std::move(printer.out);
}

}  // namespace svod::definitions
