#include <algorithm>
#include <array>
#include <chrono>

#include "definitions/codes.h"
#include "definitions/loading.h"
#include "definitions/written_reader.h"
#include "language/plural.h"

namespace svod::definitions {
namespace {

using Target = Reference::Target;

template <class Value, std::size_t size>
using Words = std::array<std::pair<std::string_view, Value>, size>;

constexpr Words<Plan::Type, 4> kTypes{{{"plan", Plan::Type::plan},
                                       {"plan-graph", Plan::Type::plan_graph},
                                       {"roadmap", Plan::Type::roadmap},
                                       {"programme", Plan::Type::programme}}};
constexpr Words<Plan::Numbering, 3> kNumberings{{{"given", Plan::Numbering::given},
                                                 {"through", Plan::Numbering::through},
                                                 {"by_section", Plan::Numbering::by_section}}};
constexpr Words<PlanSection::Kind, 3> kSections{{{"section", PlanSection::Kind::section},
                                                 {"goal", PlanSection::Kind::goal},
                                                 {"task", PlanSection::Kind::task}}};
constexpr Words<PlanField, 11> kFields{{{"number", PlanField::number},
                                        {"text", PlanField::text},
                                        {"term", PlanField::term},
                                        {"start", PlanField::start},
                                        {"end", PlanField::end},
                                        {"responsible", PlanField::responsible},
                                        {"result", PlanField::result},
                                        {"report", PlanField::report},
                                        {"consequence", PlanField::consequence},
                                        {"link", PlanField::link},
                                        {"document", PlanField::document}}};

/// The value of a word of a closed list; the first for a word that the schema refused.
template <class Value, std::size_t size>
Value of_word(const Words<Value, size>& words, std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& known) { return known.first == word; });
  return found == words.end() ? words.front().second : found->second;
}

PlanMeasure measure_of(const WrittenReader& reader) {
  PlanMeasure measure;
  measure.id = reader.own_id("мероприятие");
  measure.number = reader.written("number");
  measure.text = reader.written("text");
  measure.terms = reader.several("term");
  measure.start = reader.written("start");
  measure.end = reader.written("end");
  measure.responsible = reader.several("responsible");
  measure.results = reader.several("result");
  measure.reports = reader.several("report");
  measure.consequence = reader.written("consequence");
  measure.links = reader.several("link", Target::link);
  measure.document = reader.written("document");
  measure.indicators = reader.ids("indicators", Target::indicator);
  measure.status = reader.word("status");
  measure.measures = reader.each("measures", measure_of);
  measure.at = reader.at();
  return measure;
}

PlanSection section_of(const WrittenReader& reader) {
  PlanSection section;
  section.kind = of_word(kSections, reader.word("kind"));
  section.id = reader.own_id("раздел");
  section.number = reader.written("number");
  section.title = reader.written("title");
  section.curator = reader.written("curator", Target::party);
  section.before = reader.clauses("before");
  section.after = reader.clauses("after");
  section.measures = reader.each("measures", measure_of);
  section.sections = reader.each("sections", section_of);
  section.at = reader.at();
  return section;
}

PlanIndicator indicator_of(const WrittenReader& reader) {
  PlanIndicator indicator;
  indicator.id = reader.own_id("показатель");
  indicator.number = reader.written("number");
  indicator.name = reader.written("name");
  indicator.unit = reader.written("unit");
  indicator.less_is_better = reader.word("better") == "less";
  indicator.indicator = reader.id("indicator", Target::data_indicator);
  const std::string base_year = reader.word("base_year");
  indicator.base_year = base_year.empty() ? 0 : std::stoi(base_year);
  indicator.targets = reader.years("targets");
  indicator.facts = reader.years("facts");
  indicator.ratio = reader.value("ratio");
  indicator.source = reader.written("source").text;
  indicator.parts = reader.each("parts", indicator_of);
  indicator.at = reader.at();
  return indicator;
}

Programme programme_of(const WrittenReader& reader) {
  Programme programme;
  programme.passport = reader.clauses("passport");
  programme.stages = reader.each("stages", [](const WrittenReader& stage) {
    return Programme::Stage{stage.written("title"), stage.written("term"), stage.written("text"), stage.at()};
  });
  programme.participants = reader.each("participants", [](const WrittenReader& one) {
    return Programme::Participant{one.written("who", Target::party), one.several("functions")};
  });
  programme.principles = reader.several("principles");
  programme.financing = reader.each("financing", [](const WrittenReader& one) {
    return Programme::Financing{one.written("source"), one.years("years"), one.written("unit")};
  });
  return programme;
}

/// Longer than any plan; what is longer than half a century has no calendar.
void check_length(const WrittenReader& period, Plan& plan) {
  constexpr std::chrono::years kLong{20}, kAbsurd{50};
  if (!plan.from.ok() || !plan.to.ok() || plan.to.year() - plan.from.year() < kLong) return;
  const auto length = std::chrono::sys_days(plan.to) - std::chrono::sys_days(plan.from) + std::chrono::days(1);
  const auto count = std::chrono::round<std::chrono::years>(length).count();
  const std::string message = "план на " + std::to_string(count) + " " +
                              std::string(language::plural(count, "год", "года", "лет")) + ": с " + iso(plan.from) +
                              " по " + iso(plan.to);
  const std::string hint = "проверьте год начала и год конца";
  if (length > kAbsurd) {
    period.reader().error(codes::long_period, "to", message, hint);
    plan.to = Date{};
  } else if (plan.to >= plan.from + kLong) {
    period.reader().document().warning(period.reader().out(), codes::long_period, period.reader().place("to"), message,
                                       hint);
  }
}

void read_period(const WrittenReader& reader, Plan& plan) {
  const Node* period = reader.map("period");
  if (!period) return;
  const WrittenReader inside = reader.inside(*period);
  const std::optional<Date> from = inside.date("from");
  const std::optional<Date> to = inside.date("to");
  if (from) plan.from = *from;
  if (to) plan.to = *to;
  if (from && to && *to < *from) {
    inside.reader().error(codes::contradiction, "to", "срок плана кончается " + iso(*to) + ", раньше начала " + iso(*from));
    return;
  }
  check_length(inside, plan);
}

Plan plan_of(const WrittenReader& reader) {
  Plan plan;
  plan.id = reader.word("id");
  plan.type = of_word(kTypes, reader.word("type"));
  plan.title = reader.written("title");
  plan.title_genitive = reader.written("title_genitive");
  plan.short_title = reader.written("short_title");
  plan.gender = reader.word("gender", "m");
  read_period(reader, plan);
  plan.approved_by = reader.act("approved_by", Target::paper);
  plan.part_of = reader.act("part_of", Target::programme);
  plan.numbering = of_word(kNumberings, reader.word("numbering"));
  plan.columns = reader.each("columns", [](const WrittenReader& column) {
    return PlanColumn{of_word(kFields, column.word("field", "text")), column.word("title"),
                      column.word("required") == "true", column.at()};
  });
  plan.column_numbers = reader.word("column_numbers") == "true";
  plan.before = reader.clauses("before");
  plan.after = reader.clauses("after");
  plan.sections = reader.each("sections", section_of);
  // A short plan needs no sections: its measures stand in one that has no name.
  if (reader.list("measures")) {
    PlanSection only;
    only.measures = reader.each("measures", measure_of);
    only.at = reader.at();
    plan.sections.insert(plan.sections.begin(), std::move(only));
  }
  plan.indicators = reader.each("indicators", indicator_of);
  if (const Node* programme = reader.map("programme")) plan.programme = programme_of(reader.inside(*programme));
  plan.table = reader.word("table");
  plan.public_edition = reader.word("public") == "true" ? "yes" : "";
  plan.at = reader.at();
  return plan;
}

}  // namespace

void load_plans(const CheckedFiles& files, Loading& loading) {
  for (const auto& file : files) {
    const WrittenReader reader(*file, file->document.root, loading);
    if (loading.take_id(reader.reader(), "план")) loading.workspace.plans.push_back(plan_of(reader));
  }
}

}  // namespace svod::definitions
