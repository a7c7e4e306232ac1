#include <array>

#include "base/text.h"
#include "language/plural.h"
#include "review/codes.h"
#include "review/rules.h"
#include "review/signs.h"

// V08: the cells that a plan declares required are filled; a column that is empty all over is one finding.

namespace svod::review {
namespace {

using definitions::PlanField;
using definitions::Written;

bool given(const std::vector<Written>& all) {
  for (const Written& one : all) {
    if (!trim(one.text).empty()) return true;
  }
  return false;
}
bool given(const Written& one) { return !trim(one.text).empty(); }

bool filled(const plan::Measure& measure, PlanField field) {
  const definitions::PlanMeasure& written = measure.written;
  switch (field) {
    case PlanField::number: return !measure.number.empty() || given(written.number);
    case PlanField::text: return given(written.text);
    case PlanField::term: return given(written.terms) || given(written.start) || given(written.end);
    case PlanField::start: return given(written.start) || given(written.terms);
    case PlanField::end: return given(written.end) || given(written.terms);
    case PlanField::responsible: return given(written.responsible);
    case PlanField::result: return given(written.results);
    case PlanField::report: return given(written.reports);
    case PlanField::consequence: return given(written.consequence);
    case PlanField::link: return given(written.links) || !written.indicators.empty();
    case PlanField::document: return given(written.document);
  }
  return true;
}

// The programme's table merges the cells of a main measure over its parts.
bool filled_above(const plan::Plan& plan, const plan::Measure& measure, PlanField field) {
  const plan::Measure* one = &measure;
  for (int depth = 0; depth < 64; ++depth) {
    if (filled(*one, field)) return true;
    if (one->parent >= plan.measures.size()) return false;
    one = &plan.measures[one->parent];
  }
  return false;
}

void measures(std::size_t host, const plan::Plan& plan, Findings& findings) {
  // A measure that is only the heading of its parts may leave cells to them.
  std::vector<bool> is_parent(plan.measures.size(), false);
  for (const plan::Measure& one : plan.measures) {
    if (one.parent < plan.measures.size()) is_parent[one.parent] = true;
  }
  for (const definitions::PlanColumn& column : plan.written->columns) {
    if (!column.required) continue;
    std::vector<const plan::Measure*> empty;
    std::size_t all = 0;
    for (std::size_t i = 0; i < plan.measures.size(); ++i) {
      if (is_parent[i] && column.field != PlanField::text) continue;
      ++all;
      if (!filled_above(plan, plan.measures[i], column.field)) empty.push_back(&plan.measures[i]);
    }
    if (empty.empty()) continue;
    if (empty.size() == all && all > 1) {
      findings.tell(Severity::error, codes::empty_cell, host, column.at,
                    "графа «" + column.title + "» пуста во всех строках", "заполните графу или уберите её из плана");
      continue;
    }
    for (const plan::Measure* measure : empty) {
      const Written& text = measure->written.text;
      findings.tell(Severity::error, codes::empty_cell, host, text.empty() ? measure->written.at : text.at,
                    "не заполнена графа «" + column.title + "»: " +
                        (measure->number.empty() ? "" : "№ " + measure->number + " ") + "«" +
                        beginning(wide(text.text)) + "»",
                    "графа объявлена обязательной");
    }
  }
}

void units(const std::vector<definitions::PlanIndicator>& all, std::vector<const definitions::PlanIndicator*>& empty,
           std::size_t& count) {
  for (const definitions::PlanIndicator& one : all) {
    if (!one.targets.empty()) {
      ++count;
      if (!given(one.unit)) empty.push_back(&one);
    }
    units(one.parts, empty, count);
  }
}

void indicators(std::size_t host, const definitions::Plan& plan, Findings& findings) {
  std::vector<const definitions::PlanIndicator*> empty;
  std::size_t count = 0;
  units(plan.indicators, empty, count);
  if (empty.empty()) return;
  if (empty.size() == count && count > 1) {
    findings.tell(Severity::error, codes::empty_cell, host, empty.front()->at,
                  "графа «Единица измерения» пуста во всех строках показателей: " + std::to_string(count),
                  "назовите единицу каждого показателя: %, чел., ед., раз");
    return;
  }
  for (const definitions::PlanIndicator* one : empty) {
    findings.tell(Severity::error, codes::empty_cell, host, one->name.empty() ? one->at : one->name.at,
                  "не названа единица измерения показателя «" + beginning(wide(one->name.text)) + "»",
                  "назовите единицу: %, чел., ед., раз");
  }
}

}  // namespace

void check_cells(const Subject& subject, Findings& findings) {
  for (std::size_t i = 0; i < subject.hosts.size(); ++i) {
    if (subject.hosts[i].plan == nullptr) continue;
    measures(i, *subject.hosts[i].plan, findings);
    indicators(i, *subject.hosts[i].plan->written, findings);
  }
}

}  // namespace svod::review
