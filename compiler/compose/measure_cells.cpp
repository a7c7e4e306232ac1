#include "compose/measure_cells.h"

#include <algorithm>

#include "base/text.h"
#include "compose/plan_records.h"
#include "compose/written_runs.h"
#include "compose/written_text.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using definitions::PlanColumn;
using definitions::PlanField;

PlanColumn column(PlanField field, const char* title) {
  PlanColumn made;
  made.field = field;
  made.title = title;
  return made;
}

/// «01.02.2022 – 01.03.2022»: as one word it is wider than a column of terms.
std::string parted(const std::string& line) {
  constexpr std::size_t kDay = 10;
  const std::size_t dash = line.find("–");
  if (dash == std::string::npos || dash < kDay || line.size() < dash + 3 + kDay) return line;
  const auto is_day = [](std::string_view text) {
    for (std::size_t i = 0; i < kDay; ++i) {
      const bool dot = i == 2 || i == 5;
      if (dot ? text[i] != '.' : (text[i] < '0' || text[i] > '9')) return false;
    }
    return true;
  };
  const std::string_view all = line;
  if (!is_day(all.substr(dash - kDay, kDay)) || !is_day(all.substr(dash + 3, kDay))) return line;
  return line.substr(0, dash) + "\u00A0– " + line.substr(dash + 3);
}

bool own_is_empty(const plan::Measure& measure, PlanField field) {
  const definitions::PlanMeasure& written = measure.written;
  switch (field) {
    case PlanField::term:
    case PlanField::start:
    case PlanField::end:
      return measure.inherited_term || (written.terms.empty() && written.start.empty() && written.end.empty());
    case PlanField::responsible: return measure.inherited_parties || written.responsible.empty();
    case PlanField::result: return measure.inherited_results || written.results.empty();
    case PlanField::report: return measure.inherited_reports || written.reports.empty();
    case PlanField::consequence: return measure.inherited_consequence || written.consequence.empty();
    case PlanField::link: return written.links.empty();
    case PlanField::number:
    case PlanField::text:
    case PlanField::document: break;
  }
  return false;
}

/// A name without the sign after it that a list in the source left.
std::string bare(std::string name) {
  while (name.ends_with(',') || name.ends_with(';')) name.pop_back();
  return name;
}

/// A cell begins with a capital letter, whether a body or a role comes first.
std::vector<std::string> executors(const plan::Measure& measure, const std::string& mark) {
  std::vector<std::string> names = responsible_of(measure);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names.size() > 1) names[i] = bare(names[i]);
    if (i == 0) names[i] = language::capitalised(names[i]);
    if (i + 1 < names.size()) names[i] += mark;
  }
  return names;
}

}  // namespace

std::vector<PlanColumn> columns_of(const definitions::Plan& plan) {
  if (!plan.columns.empty()) return plan.columns;
  return {column(PlanField::number, "№ п/п"), column(PlanField::text, "Наименование мероприятия"),
          column(PlanField::term, "Срок"), column(PlanField::responsible, "Ответственные"),
          column(PlanField::result, "Ожидаемые результаты")};
}

std::string executors_mark(const plan::Plan& plan) {
  for (const plan::Measure& measure : plan.measures) {
    const std::vector<std::string> names = responsible_of(measure);
    if (names.size() < 2) continue;
    for (const std::string& name : names) {
      if (bare(name).find(',') != std::string::npos) return ";";
    }
  }
  return ",";
}

std::vector<std::string> cell_lines(const plan::Measure& measure, PlanField field, const std::string& mark) {
  const definitions::PlanMeasure& written = measure.written;
  switch (field) {
    case PlanField::number: return measure.number.empty() ? std::vector<std::string>() : std::vector{measure.number};
    case PlanField::text: return lines_of(written.text);
    case PlanField::term: {
      if (!written.terms.empty()) {
        std::vector<std::string> lines = lines_of(written.terms);
        for (std::string& line : lines) line = parted(line);
        return lines;
      }
      const std::string years = term_of(measure);
      return years.empty() ? std::vector<std::string>() : std::vector{years};
    }
    case PlanField::start:
      // A term in one piece has no column of its own where there are two.
      return written.start.empty() && written.end.empty() ? lines_of(written.terms) : lines_of(written.start);
    case PlanField::end: return lines_of(written.end);
    case PlanField::responsible: return executors(measure, mark);
    case PlanField::result: return lines_of(written.results);
    case PlanField::report: return lines_of(written.reports);
    case PlanField::consequence: return lines_of(written.consequence);
    case PlanField::link: return lines_of(written.links);
    case PlanField::document: return lines_of(written.document);
  }
  return {};
}

bool inherits(const plan::Measure& measure, PlanField field) {
  return measure.parent != plan::Measure::npos && own_is_empty(measure, field);
}

std::size_t source_of(const plan::Plan& plan, std::size_t measure, PlanField field) {
  while (inherits(plan.measures[measure], field)) measure = plan.measures[measure].parent;
  return measure;
}

}  // namespace svod::compose
