#include "plan/calendar.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "plan/codes.h"
#include "plan/recurrence.h"
#include "plan/working_days.h"

namespace svod::plan {
namespace {

Date month_of(Date day) { return Date{day.year(), day.month(), std::chrono::day{1}}; }

/// Measures whose terms only stand for those of their children.
std::vector<bool> headings(const Plan& plan) {
  std::vector<bool> result(plan.measures.size(), false);
  for (const Measure& measure : plan.measures) {
    if (measure.parent < result.size() && measure.inherited_term) result[measure.parent] = true;
  }
  return result;
}

class Builder {
 public:
  Builder(const WorkingDays& days, std::vector<Occurrence>& out) : days_(days), out_(out) {}

  void add(const Plan& plan, const Measure& measure) {
    const Span period{plan.written->from, plan.written->to};
    Occurrence one;
    one.plan = &plan;
    one.measure = &measure;
    // What has no term, or one that no date follows from, is still to be done: it stands among those without dates.
    const bool unread = std::none_of(measure.terms.begin(), measure.terms.end(),
                                     [](const Term& term) { return term.kind != Term::Kind::invalid; });
    if (unread) return put(one, {period, false});
    for (const Term& term : measure.terms) {
      for (const Fall& fall : falls_of(term, period)) put(one, fall);
    }
  }

  void add(const Duty& duty) {
    Occurrence one;
    one.duty = &duty;
    for (const Fall& fall : duty.falls) put(one, fall);
  }

 private:
  void put(Occurrence& one, const Fall& fall) {
    one.span = fall.span;
    one.dated = fall.dated;
    one.to_the_day = fall.to_the_day;
    one.by = fall.by;
    one.non_working = fall.dated && fall.to_the_day && days_.off(fall.span.to);
    one.working = one.non_working ? days_.working_before(fall.span.to) : Date{};
    out_.push_back(one);
    ++one.ordinal;
  }

  const WorkingDays& days_;
  std::vector<Occurrence>& out_;
};

bool loads(const Party& party) { return party.kind != Party::Kind::schools && party.kind != Party::Kind::unknown; }

bool is_load(const Occurrence& one) {
  if (!one.dated) return false;
  if (one.duty == nullptr) return one.measure->written.status != "done";
  return !one.duty->done && !one.duty->recommended && !one.duty->draft;
}

/// Measures, not their repetitions: one that falls weekly is one thing to do in a month.
std::vector<Load> loads_of(const std::vector<Occurrence>& occurrences) {
  struct Due {
    const Party* party = nullptr;
    std::set<const void*> things;
  };
  std::map<std::pair<Date, std::string>, Due> all;
  for (const Occurrence& one : occurrences) {
    if (!is_load(one)) continue;
    for (const Party& party : one.parties()) {
      if (!loads(party)) continue;
      Due& due = all[{month_of(one.span.to), party.id}];
      due.party = &party;
      due.things.insert(one.duty != nullptr ? static_cast<const void*>(one.duty->item) : one.measure);
    }
  }
  std::vector<Load> result;
  for (const auto& [key, due] : all) result.push_back({*due.party, key.first, due.things.size()});
  return result;
}

/// One that a measure names twice has each time once.
void index_parties(Calendar& calendar) {
  for (std::size_t at = 0; at < calendar.occurrences.size(); ++at) {
    const auto place = static_cast<std::uint32_t>(at);
    for (const Party& party : calendar.occurrences[at].parties()) {
      std::vector<std::uint32_t>& places = calendar.by_party[party.id];
      if (places.empty() || places.back() != place) places.push_back(place);
    }
  }
}

}  // namespace

Outcome<Calendar> calendar(const definitions::Workspace& workspace, const Plans& plans, std::size_t limit,
                           const std::vector<Duty>& duties) {
  Outcome<Calendar> result;
  const WorkingDays days(workspace);
  for (const Location& at : days.unread()) {
    result.diagnostics.warning(codes::unread_calendar_row, at,
                               "в строке производственного календаря нет даты или вида дня",
                               "date – ГГГГ-ММ-ДД, kind – праздник, перенос, выходной, нерабочий или рабочий");
  }
  std::vector<Occurrence>& all = result.product.occurrences;
  Builder builder(days, all);
  for (const Plan& plan : plans.plans) {
    const std::vector<bool> heading = headings(plan);
    for (std::size_t at = 0; at < plan.measures.size(); ++at) {
      if (!heading[at] && plan.measures[at].written.status != "cancelled")
        builder.add(plan, plan.measures[at]);
    }
  }
  for (const Duty& duty : duties) builder.add(duty);
  // The plans and papers stand in order already, so that equal days keep the order of plans, measures, items.
  std::stable_sort(all.begin(), all.end(),
                   [](const Occurrence& a, const Occurrence& b) { return a.span.from < b.span.from; });
  result.product.loads = loads_of(all);
  result.product.limit = limit;
  index_parties(result.product);

  std::set<int> unknown;
  for (const Occurrence& one : all) {
    const int year = static_cast<int>(one.span.to.year());
    if (one.dated && !days.knows(year)) unknown.insert(year);
  }
  if (!unknown.empty()) {
    std::string years;
    for (const int year : unknown) years += (years.empty() ? "" : ", ") + std::to_string(year);
    const definitions::ReferenceTable* table = workspace.table("production_calendar");
    result.diagnostics.note(
        codes::no_production_calendar, table != nullptr ? table->defined_at : Location::in_file("workspace.yaml"),
        "в производственном календаре нет года: " + years + "; выходные взяты по Трудовому кодексу, без переносов",
        "дополните таблицу reference/production_calendar.yaml");
  }
  return result;
}

std::string print(const Calendar& calendar) {
  std::string out;
  for (const Occurrence& one : calendar.occurrences) {
    const bool item = one.duty != nullptr;
    out += std::string(one.dated ? "due" : "undated") + "\t" + iso(one.span.from) + "/" + iso(one.span.to) + "\t" +
           (item ? one.duty->paper->id : one.plan->written->id) + "\t" +
           (item ? one.duty->number : one.measure->number) + "\t" +
           squeeze(item ? one.duty->text : one.measure->written.text.text);
    if (item && one.duty->recommended) out += "\trecommended";
    if (item && one.duty->draft) out += "\tdraft";
    if (one.non_working) out += "\toff, working " + iso(one.working);
    out += "\n";
  }
  for (const Load& one : calendar.loads) {
    if (one.due <= calendar.limit) continue;
    out += "overload\t" + iso(one.month).substr(0, 7) + "\t" + squeeze(one.party.id) + "\t" + std::to_string(one.due) +
           "\n";
  }
  return out;
}

}  // namespace svod::plan
