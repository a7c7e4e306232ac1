#include <algorithm>
#include <set>

#include "base/text.h"
#include "plan/codes.h"
#include "plan/flatten.h"
#include "plan/parties.h"
#include "plan/term_lines.h"
#include "plan/workbook_plan.h"

namespace svod::plan {
namespace {

/// «Наличие …» is a measure that is there or is not.
bool is_availability(std::string_view text) { return folded(text.substr(0, 64)).starts_with("наличие "); }

class Completer {
 public:
  Completer(const definitions::Workspace& workspace, Diagnostics& found) : parties_(workspace), found_(found) {}

  void complete(Plan& plan) {
    const YearContext context = year_context(*plan.written);
    for (Measure& measure : plan.measures) {
      read_terms(measure, context);
      measure.availability = is_availability(measure.written.text.text);
      // A child that has its parent's has no faults of its own in it.
      Diagnostics known;
      measure.parties = parties_.read(measure.written.responsible, measure.inherited_parties ? known : found_);
    }
  }

 private:
  static void read_terms(Measure& measure, const YearContext& context) {
    std::vector<definitions::Written> lines;
    for (const definitions::Written& written : measure.written.terms) {
      for (definitions::Written& line : term_lines(written, context)) lines.push_back(std::move(line));
    }
    measure.written.terms = std::move(lines);
    for (const definitions::Written& line : measure.written.terms)
      measure.terms.push_back(read_term(line.text, context));
    const definitions::Written years = years_as_term(measure.written);
    if (measure.terms.empty() && !years.empty()) measure.terms.push_back(read_term(years.text, context));
  }

  Parties parties_;
  Diagnostics& found_;
};

}  // namespace

const Plan* Plans::find(std::string_view id) const {
  const auto found = std::find_if(plans.begin(), plans.end(), [id](const Plan& one) { return one.written->id == id; });
  return found == plans.end() ? nullptr : &*found;
}

Outcome<Plans> read(const definitions::Workspace& workspace, const Files& files) {
  Outcome<Plans> result;
  Completer completer(workspace, result.diagnostics);
  const auto add = [&](definitions::Plan written) {
    Plan plan = flatten(std::make_shared<const definitions::Plan>(std::move(written)));
    completer.complete(plan);
    result.product.plans.push_back(std::move(plan));
  };
  std::set<std::string> named, ids;
  for (const definitions::Plan& written : workspace.plans) {
    ids.insert(written.id);
    if (!written.table.empty()) named.insert(std::filesystem::path(written.table).lexically_normal().generic_string());
    add(written.table.empty() ? written : with_workbook(written, workspace, files, result.diagnostics));
  }
  for (const definitions::Regulation& regulation : workspace.regulations) ids.insert(regulation.id);
  for (const definitions::Paper& paper : workspace.papers) ids.insert(paper.id);
  for (const std::string& name : files.list(workspace.folder / "plans")) {
    if (!lower(name).ends_with(".xlsx") || named.contains(name)) continue;
    std::optional<definitions::Plan> plan = plan_of_workbook(name, workspace, files, result.diagnostics);
    if (!plan) continue;
    if (!ids.insert(plan->id).second) {
      result.diagnostics.error(codes::taken_id, plan->at, "код «" + plan->id + "» уже занят, книга не вошла в планы",
                               "переименуйте книгу");
      continue;
    }
    add(std::move(*plan));
  }
  return result;
}

}  // namespace svod::plan
