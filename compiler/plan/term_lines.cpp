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
  context.school_year = next_year && (month(plan.from) == 8 || month(plan.from) == 9) && month(plan.to) >= 5 && month(plan.to) <= 8;
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
  const bool all_read = std::all_of(lines.begin(), lines.end(),
                                    [&](const Written& line) { return reads(read_term(line.text, context)); });
  const bool clean = reads(one) && one.problems.empty();
  if (lines.size() > 1 && !clean && all_read) return lines;
  return {{whole, written.at}};
}

Written years_as_term(const definitions::PlanMeasure& measure) {
  const Written &start = measure.start, &end = measure.end;
  if (start.empty() || end.empty() || start.text == end.text) return start.empty() ? end : start;
  return {start.text + "–" + end.text, start.at};
}

}  // namespace svod::plan
