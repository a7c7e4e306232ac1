#include "plan/flatten.h"

#include <algorithm>

namespace svod::plan {
namespace {

using definitions::PlanMeasure;
using definitions::PlanSection;

/// Numbers by rule: «3.», «2.3.», «2.3.1.».
std::string numbered(const std::vector<std::size_t>& path) {
  std::string out;
  for (const std::size_t part : path) out += std::to_string(part) + ".";
  return out;
}

/// Walks without recursion on measures deeper than a person would write: the depth is the source's, whose reader has
/// a budget of its own.
class Flattener {
 public:
  explicit Flattener(Plan& plan) : plan_(plan), numbering_(plan.written->numbering) {}

  void sections(const std::vector<PlanSection>& sections, int level, const std::vector<std::size_t>& path) {
    std::size_t ordinal = 0;
    for (const PlanSection& written : sections) {
      // A goal or a task that stands alone in its row takes no number from the sections.
      const bool counted = written.kind == PlanSection::Kind::section;
      std::vector<std::size_t> own = path;
      if (counted) own.push_back(++ordinal);
      section(written, level, own, counted);
    }
  }

 private:
  bool by_rule() const { return numbering_ != definitions::Plan::Numbering::given; }

  void section(const PlanSection& written, int level, const std::vector<std::size_t>& path, bool counted) {
    Section section;
    section.written = &written;
    section.level = level;
    // Where measures are counted through the plan, a section's own count would stand beside theirs: it keeps what it has.
    const bool by_section = numbering_ == definitions::Plan::Numbering::by_section;
    section.number = by_section ? (counted ? numbered(path) : std::string()) : written.number.text;
    section.first = plan_.measures.size();
    const std::size_t index = plan_.sections.size();
    plan_.sections.push_back(section);
    std::size_t ordinal = 0;
    for (const PlanMeasure& one : written.measures) {
      std::vector<std::size_t> own = by_section ? path : std::vector<std::size_t>();
      own.push_back(by_section ? ++ordinal : ++through_);
      measure(one, index, Measure::npos, 1, own);
    }
    plan_.sections[index].end = plan_.measures.size();
    sections(written.sections, level + 1, path);
  }

  void measure(const PlanMeasure& written, std::size_t section, std::size_t parent, int level,
               const std::vector<std::size_t>& path) {
    Measure made;
    made.written = shallow(written);
    made.number = by_rule() ? numbered(path) : written.number.text;
    made.level = level;
    made.section = section;
    made.parent = parent;
    made.joined = written.joined;
    note_merged(made);
    if (parent != Measure::npos) inherit(made, plan_.measures[parent]);
    const std::size_t index = plan_.measures.size();
    plan_.measures.push_back(std::move(made));
    std::vector<std::size_t> own = path;
    own.push_back(0);
    for (const PlanMeasure& child : written.measures) {
      ++own.back();
      measure(child, section, index, level + 1, own);
    }
  }

  /// Without its children: they are measures of their own.
  static PlanMeasure shallow(const PlanMeasure& written) {
    PlanMeasure copy;
    copy.id = written.id;
    copy.number = written.number;
    copy.text = written.text;
    copy.terms = written.terms;
    copy.start = written.start;
    copy.end = written.end;
    copy.responsible = written.responsible;
    copy.results = written.results;
    copy.reports = written.reports;
    copy.consequence = written.consequence;
    copy.links = written.links;
    copy.document = written.document;
    copy.indicators = written.indicators;
    copy.status = written.status;
    copy.continues = written.continues;
    copy.joined = written.joined;
    copy.at = written.at;
    return copy;
  }

  /// A cell of a table that is merged over rows above this one too.
  static bool from_above(const definitions::Written& text, const Location& measure) {
    return text.at.cells && measure.cells && text.at.cells->first.row < measure.cells->first.row;
  }
  static bool from_above(const std::vector<definitions::Written>& texts, const Location& measure) {
    return !texts.empty() && from_above(texts.front(), measure);
  }
  static void note_merged(Measure& made) {
    const PlanMeasure& own = made.written;
    made.inherited_term = from_above(own.terms, own.at) || from_above(own.start, own.at) || from_above(own.end, own.at);
    made.inherited_parties = from_above(own.responsible, own.at);
    made.inherited_results = from_above(own.results, own.at);
    made.inherited_reports = from_above(own.reports, own.at);
    made.inherited_consequence = from_above(own.consequence, own.at);
  }

  static void inherit(Measure& child, const Measure& parent) {
    PlanMeasure& own = child.written;
    if (own.terms.empty() && own.start.empty() && own.end.empty()) {
      own.terms = parent.written.terms;
      own.start = parent.written.start;
      own.end = parent.written.end;
      child.inherited_term = !own.terms.empty() || !own.start.empty() || !own.end.empty();
    }
    if (own.responsible.empty()) {
      own.responsible = parent.written.responsible;
      child.inherited_parties = !own.responsible.empty();
    }
    if (own.results.empty()) {
      own.results = parent.written.results;
      child.inherited_results = !own.results.empty();
    }
    if (own.reports.empty()) {
      own.reports = parent.written.reports;
      child.inherited_reports = !own.reports.empty();
    }
    if (own.consequence.empty()) {
      own.consequence = parent.written.consequence;
      child.inherited_consequence = !own.consequence.empty();
    }
    // What is done or cancelled is so in all its parts.
    if (own.status.empty() && (parent.written.status == "done" || parent.written.status == "cancelled")) {
      own.status = parent.written.status;
    }
  }

  Plan& plan_;
  definitions::Plan::Numbering numbering_;
  std::size_t through_ = 0;
};

}  // namespace

Plan flatten(std::shared_ptr<const definitions::Plan> written) {
  Plan plan;
  plan.written = std::move(written);
  Flattener(plan).sections(plan.written->sections, 1, {});
  return plan;
}

}  // namespace svod::plan
