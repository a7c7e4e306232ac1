#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "compose/calendar_values.h"
#include "compose/paper_control.h"
#include "compose/paper_records.h"
#include "compose/plan_dates.h"
#include "compose/plan_records.h"
#include "compose/whole_text.h"
#include "compose/written_text.h"
#include "language/dates.h"

namespace svod::compose {
namespace {

using expression::List;
using expression::Value;

std::string without_stop(std::string number) {
  while (number.ends_with('.')) number.pop_back();
  return number;
}

/// The number of the section that a measure stands in, where numbers of measures begin anew in sections.
std::string section_of(const plan::Plan& plan, const plan::Measure& measure) {
  const auto restarts = [&](const plan::Section& section) {
    return section.first > 0 && section.first < section.end &&
           plan.measures[section.first].number == plan.measures.front().number;
  };
  if (measure.section >= plan.sections.size() || std::none_of(plan.sections.begin(), plan.sections.end(), restarts))
    return {};
  int level = plan.sections[measure.section].level + 1;
  for (std::size_t i = measure.section + 1; i-- > 0;) {
    const plan::Section& section = plan.sections[i];
    if (section.level >= level) continue;
    if (!section.number.empty()) return without_stop(section.number);
    level = section.level;
  }
  return {};
}

std::string with_item(const std::string& title, const std::string& number) {
  return number.empty() ? title : title + ", п.\u00A0" + replace_all(without_stop(number), " ", "\u00A0");
}

}  // namespace

OccurrenceRecord::Stage OccurrenceRecord::stage() const {
  const Date first = month_start(one_.span.from), last = month_start(one_.span.to);
  if (!month_ || one_.by || first == last) return Stage::all;
  if (first == *month_) return Stage::begin;
  return last == *month_ ? Stage::end : Stage::course;
}

std::string OccurrenceRecord::text() const {
  if (one_.duty == nullptr) return whole_text(*one_.plan, *one_.measure);
  return one_.duty->recommended ? one_.duty->text + " (рекомендовано)" : one_.duty->text;
}

std::string OccurrenceRecord::when() const {
  if (!one_.dated) return one_.duty != nullptr ? one_.duty->term : term_of(*one_.measure);
  plan::Term term;
  term.kind = one_.by ? plan::Term::Kind::deadline : plan::Term::Kind::interval;
  if (!one_.by) term.from = one_.span.from;
  term.to = one_.span.to;
  return plan::normal_form(term);
}

std::string OccurrenceRecord::when_noted() const {
  std::string notes;
  const Stage here = stage();
  if (here == Stage::begin) notes = "начало";
  if (here == Stage::course) notes = "продолжается";
  if (here == Stage::end) notes = "завершение";
  if (one_.non_working && here != Stage::begin && here != Stage::course) {
    const std::string working = language::short_date(one_.working);
    notes += (notes.empty() ? "выходной, рабочий день – " : "; выходной, рабочий день – ") + working;
  }
  return notes.empty() ? when() : when() + " (" + notes + ")";
}

std::string OccurrenceRecord::source(bool with_number) const {
  if (one_.duty != nullptr) {
    const std::string title = paper_name(input_, *one_.duty->paper);
    return with_number ? with_item(title, one_.duty->number) : title;
  }
  const definitions::Plan& plan = *one_.plan->written;
  const std::string title = said(plan.short_title.empty() ? plan.title : plan.short_title);
  const std::string part = section_of(*one_.plan, *one_.measure);
  if (!with_number) return title;
  return with_item(part.empty() ? title : title + ", разд.\u00A0" + part, one_.measure->number);
}

std::optional<Value> OccurrenceRecord::words(std::string_view name) const {
  const plan::Duty* duty = one_.duty;
  const plan::Measure* measure = one_.measure;
  if (name == "text") return text_value(text());
  if (name == "when") return text_value(when());
  if (name == "when_noted") return text_value(when_noted());
  if (name == "source") return text_value(source(true));
  if (name == "source_title") return text_value(source(false));
  if (name == "number") return text_value(without_stop(duty != nullptr ? duty->number : measure->number));
  if (name == "term") return text_value(duty != nullptr ? duty->term : term_of(*measure));
  if (name == "status") return Value::of(duty != nullptr ? status_of(*duty, input_.date) : status_of(*measure));
  if (name == "responsible")
    return text_value(duty != nullptr ? duty->executors : join(responsible_of(*measure), ", "));
  if (name == "result") return duty != nullptr ? Value() : text_value(said(measure->written.results, "; "));
  if (name == "report") return duty != nullptr ? Value() : text_value(said(measure->written.reports, "; "));
  if (name == "month")
    return Value::of(one_.dated ? month_words(one_.span.to) : std::string("Без точного срока"));
  if (name == "stage" || name == "stage_title") {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kStages{
        {{"all", ""}, {"begin", "начало"}, {"course", "продолжается"}, {"end", "завершение"}}};
    const auto& [id, title] = kStages[static_cast<std::size_t>(stage())];
    return text_value(std::string(name == "stage" ? id : title));
  }
  return std::nullopt;
}

Value OccurrenceRecord::field(std::string_view name) const {
  if (auto value = words(name)) return *value;
  const plan::Duty* duty = one_.duty;
  if (name == "id") return Value::of(key());
  if (name == "from") return Value::of(one_.span.from);
  if (name == "to") return Value::of(one_.span.to);
  if (name == "begin") return one_.by ? Value::absent(State::not_applicable) : Value::of(one_.span.from);
  if (name == "day") return Value::of(stage() == Stage::begin ? one_.span.from : one_.span.to);
  if (name == "dated") return Value::of(one_.dated);
  if (name == "non_working") return Value::of(one_.non_working);
  if (name == "first") return Value::of(one_.ordinal == 0);
  if (name == "working") return one_.non_working ? Value::of(one_.working) : Value::absent(State::not_applicable);
  if (name == "month_start") return Value::of(month_start(one_.span.to));
  if (name == "done")
    return Value::of(duty != nullptr ? duty->done.has_value() : one_.measure->written.status == "done");
  if (name == "recommended") return Value::of(duty != nullptr && duty->recommended);
  if (name == "draft") return Value::of(duty != nullptr && duty->draft);
  if (name == "measure") return duty != nullptr ? Value() : measure_value(*one_.plan, *one_.measure);
  if (name == "plan") return duty != nullptr ? Value() : plan_value(input_, one_.plan->written->id);
  if (name == "paper") return duty == nullptr ? Value() : paper_value(input_, duty->paper->id);
  if (name == "parties") {
    List list;
    for (const plan::Party& party : one_.parties()) list.push_back(party_value(party));
    return Value::of(std::move(list));
  }
  return {};
}

std::string OccurrenceRecord::key() const {
  // A number changes when a measure is put in before; words seldom do.
  const auto lasting = [](const std::string& id, const std::string& text) {
    return id.empty() ? sha256(text).substr(0, 12) : id;
  };
  const std::string place = std::to_string(one_.ordinal + 1);
  if (one_.duty != nullptr) {
    const definitions::PaperItem& item = *one_.duty->item;
    return one_.duty->paper->id + "-" + lasting(item.id, one_.duty->text + one_.duty->term) + "-" + place;
  }
  const definitions::PlanMeasure& written = one_.measure->written;
  return one_.plan->written->id + "-" + lasting(written.id, written.text.text) + "-" + place;
}

}  // namespace svod::compose
