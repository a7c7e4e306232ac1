#include "plan/term_lines.h"

#include <algorithm>

#include "base/text.h"

namespace svod::plan {
namespace {

using definitions::Written;

bool reads(const Term& term) { return term.kind != Term::Kind::invalid; }

}  // namespace

YearContext year_context(const definitions::Plan& plan) {
  if (!plan.from.ok()) return {};
  YearContext context{static_cast<int>(plan.from.year()), false};
  const bool next_year = plan.to.ok() && plan.to.year() == plan.from.year() + std::chrono::years(1);
  const auto month = [](Date date) { return static_cast<unsigned>(date.month()); };
  context.school_year =
      next_year && (month(plan.from) == 8 || month(plan.from) == 9) && month(plan.to) >= 5 && month(plan.to) <= 8;
  return context;
}

std::vector<Written> term_lines(const Written& written, const YearContext& context) {
  if (written.text.find('\n') == std::string::npos) {
    if (written.empty()) return {};
    return {written};
  }
  const std::string whole = squeeze(written.text);
  if (whole.empty()) return {};
  const Term one = read_term(whole, context);
  std::vector<Written> lines;
  for (const std::string_view part : split(written.text, '\n')) {
    if (std::string line = squeeze(part); !line.empty()) lines.push_back({std::move(line), written.at});
  }
  bool all_read = lines.size() > 1, whole_lines = all_read;
  for (const Written& line : lines) {
    const Term term = read_term(line.text, context);
    all_read = all_read && reads(term);
    // «2022», «2023» are two terms; «Апрель», «2022 года» one that the cell was too narrow for.
    whole_lines = whole_lines && reads(term) && term.year_given && term.problems.empty();
  }
  // A line end is the sign between two terms that one line of them would lack.
  const bool lacks_sign = std::any_of(one.problems.begin(), one.problems.end(),
                                      [](const Term::Problem& problem) { return problem.kind == "no-separator"; });
  if (whole_lines || (all_read && (!reads(one) || lacks_sign))) return lines;
  return {{whole, written.at}};
}

Written years_as_term(const definitions::PlanMeasure& measure) {
  const Written &start = measure.start, &end = measure.end;
  if (start.empty() || end.empty() || start.text == end.text) return start.empty() ? end : start;
  return {start.text + "–" + end.text, start.at};
}

}  // namespace svod::plan
