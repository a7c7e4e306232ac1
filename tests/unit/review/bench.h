#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "review/codes.h"
#include "review/review.h"

namespace bench {

using svod::definitions::Clause;
using svod::definitions::Paper;
using svod::definitions::PaperItem;
using svod::definitions::Plan;
using svod::definitions::PlanIndicator;
using svod::definitions::PlanMeasure;
using svod::definitions::PlanSection;
using svod::definitions::Regulation;
using svod::definitions::Workspace;
using svod::definitions::Written;

/// A text at a place of its own.
inline Written written(std::string text) {
  static int line = 0;
  return {std::move(text), svod::Location::in_text("plans/test.yaml", ++line, 1)};
}
inline std::vector<Written> list(const std::vector<std::string>& texts) {
  std::vector<Written> all;
  for (const std::string& text : texts) all.push_back(written(text));
  return all;
}

inline svod::Date day(int year, unsigned month, unsigned number) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number);
}

inline PaperItem item(const std::string& text, const std::string& number = {}) {
  PaperItem one;
  one.number = written(number);
  one.text = written(text);
  one.at = one.text.at;
  return one;
}

inline PlanMeasure measure(const std::string& number, const std::string& text, const std::string& term = {},
                           const std::string& responsible = {}) {
  PlanMeasure one;
  one.number = written(number);
  one.text = written(text);
  if (!term.empty()) one.terms = list({term});
  if (!responsible.empty()) one.responsible = list({responsible});
  one.at = one.text.at;
  return one;
}

inline PlanSection section(const std::string& number, const std::string& title, std::vector<PlanMeasure> measures) {
  PlanSection one;
  one.number = written(number);
  one.title = written(title);
  one.measures = std::move(measures);
  return one;
}

/// A table of a paper: its head and its rows.
inline svod::definitions::WrittenTable table(const std::vector<std::string>& head,
                                             const std::vector<std::vector<std::string>>& rows,
                                             const std::string& caption = {}) {
  svod::definitions::WrittenTable one;
  one.caption = written(caption);
  one.head = list(head);
  for (const std::vector<std::string>& row : rows) one.rows.push_back(list(row));
  return one;
}

inline PlanIndicator indicator(const std::string& name, const std::string& unit,
                               const std::map<int, std::string>& targets, const std::string& ratio = {}) {
  PlanIndicator one;
  one.name = written(name);
  one.unit = written(unit);
  for (const auto& [year, value] : targets) one.targets[year].text = written(value);
  one.ratio.text = written(ratio);
  one.at = one.name.at;
  return one;
}

inline Clause clause(const std::string& title, const std::vector<std::string>& texts,
                     const std::vector<std::string>& items = {}) {
  Clause one;
  one.title = written(title);
  one.text = list(texts);
  one.items = list(items);
  one.at = one.title.at;
  return one;
}

inline svod::definitions::PlanColumn column(svod::definitions::PlanField field, const std::string& title) {
  return {field, title, true, svod::Location::in_text("plans/test.yaml", 1000000, 1)};
}

/// An order with these items.
inline Paper order(std::vector<PaperItem> items) {
  Paper paper;
  paper.id = "order";
  paper.at = svod::Location::in_text("papers/order.yaml", 1, 1);
  paper.items = std::move(items);
  return paper;
}

/// A plan for 2022 with one section.
inline Plan plan(std::vector<PlanMeasure> measures) {
  Plan one;
  one.id = "plan";
  one.from = day(2022, 1, 1);
  one.to = day(2022, 12, 31);
  one.sections.push_back(section("", "", std::move(measures)));
  return one;
}

/// A paragraph of a document, made by a line of a template.
inline svod::document::Block paragraph(const std::string& text, svod::document::Role role, int line = 1) {
  svod::document::Paragraph one;
  one.role = role;
  one.runs.emplace_back();
  one.runs.back().text = text;
  return {one, svod::Location::in_text("templates/note.md", line, 1)};
}

struct Reviewed {
  svod::Diagnostics found;
  svod::review::Verdict verdict;

  /// Messages of one rule, each after its severity: «error: …».
  std::vector<std::string> of(const svod::Code& code) const {
    std::vector<std::string> told;
    for (const svod::Diagnostic& one : found) {
      if (one.code != &code) continue;
      told.push_back(std::string(one.severity == svod::Severity::error     ? "error: "
                                 : one.severity == svod::Severity::warning ? "warning: "
                                                                           : "note: ") +
                     one.message);
    }
    return told;
  }
  std::string text() const {
    std::string all;
    for (const svod::Diagnostic& one : found) all += std::string(one.code->id) + " " + one.message + "\n";
    return all;
  }
};

inline Reviewed review(const Workspace& workspace,
                       const std::vector<const svod::document::Document*>& documents = {}) {
  const svod::MemoryFiles files;
  const auto plans = svod::plan::read(workspace, files);
  auto outcome = svod::review::review(workspace, plans.product, documents);
  return {std::move(outcome.diagnostics), std::move(outcome.product)};
}

/// One text as the only item of an order.
inline Reviewed review_text(const std::string& text) {
  Workspace workspace;
  workspace.department.place = "г. Сосновск";
  workspace.papers.push_back(order({item(text)}));
  return review(workspace);
}

}  // namespace bench
