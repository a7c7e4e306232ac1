#include "compose/plan_records.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "compose/acts.h"
#include "compose/plan_dates.h"
#include "compose/plan_figures.h"
#include "compose/written_text.h"
#include "indicators/records.h"
#include "language/dates.h"
#include "language/posts.h"
#include "plan/register_names.h"

namespace svod::compose {
namespace {

using expression::List;
using expression::Record;
using expression::Value;

Value record(std::shared_ptr<const Record> made) { return Value::of(std::move(made)); }

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kStatus{
    {{"planned", "запланировано"}, {"started", "начато"}, {"done", "исполнено"}, {"cancelled", "отменено"}}};

std::string_view kind_of(plan::Party::Kind kind) {
  switch (kind) {
    case plan::Party::Kind::person: return "person";
    case plan::Party::Kind::body: return "body";
    case plan::Party::Kind::school: return "school";
    case plan::Party::Kind::schools: return "schools";
    case plan::Party::Kind::role: return "role";
    case plan::Party::Kind::unknown: break;
  }
  return "unknown";
}

Value date_value(const std::optional<Date>& date) { return date ? Value::of(*date) : Value(); }

class MeasureRecord final : public Record {
 public:
  MeasureRecord(const plan::Plan& plan, const plan::Measure& measure) : plan_(plan), measure_(measure) {}

  Value field(std::string_view name) const override {
    const definitions::PlanMeasure& written = measure_.written;
    if (name == "id") return text_value(written.id);
    if (name == "number") return text_value(measure_.number);
    if (name == "text") return text_value(written.text);
    if (name == "term") return text_value(term_of(measure_));
    if (name == "start") return text_value(written.start);
    if (name == "end") return text_value(written.end);
    if (name == "from") return date_value(days_of(plan_, measure_).from);
    if (name == "to") return date_value(days_of(plan_, measure_).to);
    if (name == "responsible") return text_value(join(responsible_of(measure_), ", "));
    if (name == "result") return text_value(said(written.results, "; "));
    if (name == "results") return text_values(written.results);
    if (name == "report") return text_value(said(written.reports, "; "));
    if (name == "reports") return text_values(written.reports);
    if (name == "consequence") return text_value(written.consequence);
    if (name == "document") return text_value(written.document);
    if (name == "links") return text_values(written.links);
    if (name == "status") return Value::of(status_of(measure_));
    if (name == "done") return Value::of(written.status == "done");
    if (name == "divided") return Value::of(divided(plan_, measure_));
    if (name == "availability") return Value::of(measure_.availability);
    if (name == "inherited_term") return Value::of(measure_.inherited_term);
    if (name == "level") return number_value(measure_.level);
    if (name == "section" && measure_.section < plan_.sections.size()) {
      return text_value(plan_.sections[measure_.section].written->title);
    }
    if (name == "heading" && measure_.section < plan_.sections.size()) {
      return text_value(heading_of(plan_.sections[measure_.section]));
    }
    if (name == "chapter") {
      const plan::Section* chapter = chapter_of(plan_, measure_);
      return chapter == nullptr ? Value() : text_value(heading_of(*chapter));
    }
    List list;
    if (name == "parties") {
      for (const plan::Party& party : measure_.parties) list.push_back(party_value(party));
      return Value::of(std::move(list));
    }
    if (name == "indicators") {
      for (const std::string& id : written.indicators) list.push_back(Value::of(id));
      return Value::of(std::move(list));
    }
    return {};
  }
  std::string key() const override {
    return plan_.written->id + "/" + std::to_string(&measure_ - plan_.measures.data());
  }

 private:
  const plan::Plan& plan_;
  const plan::Measure& measure_;
};

bool framed(const plan::Section& section) {
  return !section.written->before.empty() || !section.written->after.empty();
}

/// A roadmap without texts of its own stands on turned pages whole; else its tables alone do.
bool turned(const plan::Plan& plan) {
  const bool texts = !plan.written->before.empty() || std::any_of(plan.sections.begin(), plan.sections.end(), framed);
  return plan.written->type == definitions::Plan::Type::roadmap && !texts;
}

std::size_t end_of(const plan::Plan& plan, std::size_t index) {
  std::size_t end = index + 1;
  while (end < plan.sections.size() && plan.sections[end].level > plan.sections[index].level) ++end;
  return end;
}

bool holds_framed(const plan::Plan& plan, std::size_t index) {
  const auto first = plan.sections.begin();
  return std::any_of(first + static_cast<std::ptrdiff_t>(index) + 1,
                     first + static_cast<std::ptrdiff_t>(end_of(plan, index)), framed);
}

/// How a section stands where sections have blocks of text of their own: «table» with all that is in it, «inside» such
/// a table, «apart» with its own measures alone.
std::string_view printed_as(const plan::Plan& plan, std::size_t index) {
  int level = plan.sections[index].level;
  for (std::size_t i = index; i-- > 0 && level > 1;) {
    if (plan.sections[i].level >= level) continue;
    level = plan.sections[i].level;
    if (!holds_framed(plan, i)) return "inside";
  }
  return holds_framed(plan, index) ? "apart" : "table";
}

Value measures(const plan::Plan& plan, std::size_t first, std::size_t end) {
  List list;
  for (std::size_t i = first; i < end && i < plan.measures.size(); ++i) {
    list.push_back(record(std::make_shared<MeasureRecord>(plan, plan.measures[i])));
  }
  return Value::of(std::move(list));
}

std::string year_words(int from, int to) {
  if (from == to) return std::to_string(from) + " год";
  return std::to_string(from) + "–" + std::to_string(to) + " годы";
}

/// «2022 год», «2021–2024 годы», «2021/22 учебный год»; else both days.
std::string period_of(const definitions::Plan& plan) {
  if (!plan.from.ok() || !plan.to.ok()) return {};
  const auto is = [](Date date, unsigned month, unsigned day) {
    return static_cast<unsigned>(date.month()) == month && static_cast<unsigned>(date.day()) == day;
  };
  const int from = static_cast<int>(plan.from.year()), to = static_cast<int>(plan.to.year());
  if (is(plan.from, 1, 1) && is(plan.to, 12, 31)) return year_words(from, to);
  if (is(plan.from, 9, 1) && is(plan.to, 8, 31) && to == from + 1) return language::school_year_phrase(from);
  return language::date_range(plan.from, plan.to);
}

/// One of the register by its id, or words.
std::string body_name(const Input& input, const definitions::Written& who) {
  const bool word = who.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
  if (!word) return said(who);
  const auto named = plan::RegisterNames(input.workspace).find(who.text);
  return named ? said({named->name, {}}) : said(who);
}

std::string_view type_of(definitions::Plan::Type type) {
  switch (type) {
    case definitions::Plan::Type::plan_graph: return "plan-graph";
    case definitions::Plan::Type::roadmap: return "roadmap";
    case definitions::Plan::Type::programme: return "programme";
    case definitions::Plan::Type::plan: break;
  }
  return "plan";
}

std::string_view numbering_of(definitions::Plan::Numbering numbering) {
  switch (numbering) {
    case definitions::Plan::Numbering::through: return "through";
    case definitions::Plan::Numbering::by_section: return "by_section";
    case definitions::Plan::Numbering::given: break;
  }
  return "given";
}

Value programme_field(const Input& input, const definitions::Plan& plan, std::string_view name) {
  const definitions::Programme& programme = plan.programme;
  if (name == "passport") return clause_values(programme.passport, &plan);
  if (name == "principles") return text_values(programme.principles);
  List list;
  if (name == "stages") {
    for (const auto& stage : programme.stages) {
      list.push_back(indicators::plain_record(stage.at.text(), {{"title", text_value(stage.title)},
                                                                {"term", text_value(stage.term)},
                                                                {"text", text_value(stage.text)}}));
    }
  } else if (name == "participants") {
    for (const auto& participant : programme.participants) {
      list.push_back(
          indicators::plain_record(participant.who.text, {{"who", text_value(body_name(input, participant.who))},
                                                          {"functions", text_values(participant.functions)}}));
    }
  } else if (name == "financing") {
    for (const auto& source : programme.financing) list.push_back(financing_value(source));
  } else {
    return {};
  }
  return Value::of(std::move(list));
}

}  // namespace

Value PlanRecord::field(std::string_view name) const {
  const definitions::Plan& written = *plan_.written;
  if (name == "id") return text_value(written.id);
  if (name == "type") return Value::of(std::string(type_of(written.type)));
  if (name == "title") return text_value(written.title);
  if (name == "title_genitive") return text_value(written.title_genitive);
  if (name == "short_title") return text_value(written.short_title.empty() ? written.title : written.short_title);
  if (name == "short_title_dative") {
    const std::string title = said(written.short_title.empty() ? written.title : written.short_title);
    return text_value(language::post_in(title, language::Case::dative).text);
  }
  if (name == "gender") return text_value(written.gender);
  if (name == "numbering") return Value::of(std::string(numbering_of(written.numbering)));
  if (name == "period") return text_value(period_of(written));
  if (name == "from") return written.from.ok() ? Value::of(written.from) : Value();
  if (name == "to") return written.to.ok() ? Value::of(written.to) : Value();
  if (name == "approval") return text_value(approval_text(input_, written.approved_by));
  if (name == "before") return clause_values(written.before, &written);
  if (name == "after") return clause_values(written.after, &written);
  if (name == "measures") return measures(plan_, 0, plan_.measures.size());
  if (name == "indicators") return plan_indicators(plan_);
  if (name == "years") return plan_years(plan_);
  if (name == "funding_years") return funding_years(plan_);
  if (name == "turned") return Value::of(turned(plan_));
  if (name == "framed") return Value::of(std::any_of(plan_.sections.begin(), plan_.sections.end(), framed));
  if (name != "sections") return programme_field(input_, written, name);
  List list;
  for (std::size_t i = 0; i < plan_.sections.size(); ++i) {
    list.push_back(record(std::make_shared<SectionRecord>(input_, plan_, i)));
  }
  return Value::of(std::move(list));
}

std::string PlanRecord::key() const { return plan_.written->id; }

std::size_t SectionRecord::end() const { return end_of(plan_, index_); }

Value SectionRecord::field(std::string_view name) const {
  const plan::Section& section = plan_.sections[index_];
  const definitions::PlanSection& written = *section.written;
  if (name == "id") return text_value(written.id);
  if (name == "number") return text_value(section.number);
  if (name == "title") return text_value(written.title);
  if (name == "heading") return text_value(heading_of(section));
  if (name == "level") return number_value(section.level);
  if (name == "kind") {
    using Kind = definitions::PlanSection::Kind;
    return Value::of(std::string(written.kind == Kind::goal   ? "goal"
                                 : written.kind == Kind::task ? "task"
                                                              : "section"));
  }
  if (name == "printed") return Value::of(std::string(printed_as(plan_, index_)));
  if (name == "curator") return text_value(curator_of(input_, written));
  if (name == "before") return clause_values(written.before, plan_.written.get());
  if (name == "after") return clause_values(written.after, plan_.written.get());
  if (name == "measures") return measures(plan_, section.first, section.end);
  if (name == "all_measures") return measures(plan_, section.first, plan_.sections[end() - 1].end);
  return {};
}

std::string SectionRecord::key() const { return plan_.written->id + "#" + std::to_string(index_); }

Value party_value(const plan::Party& party) {
  return indicators::plain_record(party.id, {{"id", text_value(party.id)},
                                             {"name", text_value(party.name.empty() ? party.written : party.name)},
                                             {"kind", Value::of(std::string(kind_of(party.kind)))},
                                             {"written", text_value(party.written)}});
}

Value measure_value(const plan::Plan& plan, const plan::Measure& measure) {
  return record(std::make_shared<MeasureRecord>(plan, measure));
}

Value plans_value(const Input& input) {
  List list;
  for (const plan::Plan& plan : input.plans.plans) list.push_back(record(std::make_shared<PlanRecord>(input, plan)));
  return Value::of(std::move(list));
}

Value plan_value(const Input& input, std::string_view id) {
  const plan::Plan* found = input.plans.find(id);
  return found == nullptr ? Value() : record(std::make_shared<PlanRecord>(input, *found));
}

std::string heading_of(const plan::Section& section) {
  const std::string title = said(section.written->title);
  return section.number.empty() || title.empty() ? title : section.number + "\u00A0" + title;
}

bool divided(const plan::Plan& plan, const plan::Measure& measure) {
  const auto next = static_cast<std::size_t>(&measure - plan.measures.data()) + 1;
  return next < plan.measures.size() && plan.measures[next].parent == next - 1;
}

const plan::Section* chapter_of(const plan::Plan& plan, const plan::Measure& measure) {
  int level = 1 << 20;
  for (std::size_t i = std::min(measure.section + 1, plan.sections.size()); i-- > 0;) {
    const plan::Section& one = plan.sections[i];
    if (one.level >= level) continue;
    level = one.level;
    if (one.written->kind == definitions::PlanSection::Kind::section && !one.written->title.empty()) return &one;
  }
  return nullptr;
}

std::string term_of(const plan::Measure& measure) {
  const definitions::PlanMeasure& written = measure.written;
  if (!written.terms.empty()) return said(written.terms, "; ");
  if (written.start.empty() || written.end.empty()) return said(written.start.empty() ? written.end : written.start);
  return written.start.text == written.end.text ? said(written.start) : said(written.start) + "–" + said(written.end);
}

namespace {

/// Executors on lines of their own: each line names one. Else nothing, as where a name goes on in the next line.
std::vector<std::string> one_a_line(const plan::Measure& measure, const std::string& written) {
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const plan::Party& party : measure.parties) known.insert(squeeze(party.written));
  for (std::string_view rest = written; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    std::string name = squeeze(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    while (name.ends_with(',') || name.ends_with(';')) name.pop_back();
    if (!known.contains(name)) return {};
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

std::vector<std::string> responsible_of(const plan::Measure& measure) {
  std::vector<std::string> lines;
  std::map<std::string_view, const plan::Party*> known;
  for (const plan::Party& party : measure.parties) {
    if (party.kind != plan::Party::Kind::unknown) known.emplace(party.id, &party);
  }
  for (const definitions::Written& written : measure.written.responsible) {
    if (written.empty()) continue;
    if (written.text.find('\n') != std::string::npos) {
      const std::vector<std::string> names = one_a_line(measure, written.text);
      for (const std::string& name : names) lines.push_back(said({name, {}}));
      if (!names.empty()) continue;
    }
    const auto named = known.find(written.text);
    const bool by_name = named != known.end() && !named->second->name.empty();
    lines.push_back(by_name ? said({named->second->name, {}}) : said(written));
  }
  return lines;
}

const std::vector<std::string>& status_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all;
    for (const auto& [id, word] : kStatus) all.emplace_back(word);
    return all;
  }();
  return words;
}

std::string status_of(const plan::Measure& measure) {
  for (const auto& [id, word] : kStatus) {
    if (measure.written.status == id) return std::string(word);
  }
  return std::string(kStatus[0].second);
}

std::string curator_of(const Input& input, const definitions::PlanSection& section) {
  const definitions::Person* person = input.workspace.person(section.curator.text);
  if (person == nullptr) return said(section.curator);
  const Value found = indicators::person_record(*person);
  const auto text = [&](std::string_view name) {
    const Value value = found.record()->field(name);
    return value.text() == nullptr ? std::string() : *value.text();
  };
  const std::string name = text("name"), post = text("post");
  return post.empty() ? name : name + ", " + post;
}

}  // namespace svod::compose
