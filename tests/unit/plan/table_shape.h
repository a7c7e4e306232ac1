#pragma once

#include "plan/table_plan.h"
#include "tables/drawn.h"

/// A workbook's plan as lines: «# 1.1. Система», «  1. Семинар | март | ОО | справка».
namespace shape {

inline std::string one(const std::vector<svod::definitions::Written>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : " + ") + svod::replace_all(text.text, "\n", "/");
  return out;
}

inline void measure(const svod::definitions::PlanMeasure& m, const std::string& indent, std::string& out) {
  const std::string years = m.start.empty() && m.end.empty() ? "" : m.start.text + ".." + m.end.text;
  out += indent + (m.number.empty() ? "" : m.number.text + " ") + svod::replace_all(m.text.text, "\n", "/") + " | " +
         one(m.terms) + years + " | " + one(m.responsible) + " | " + one(m.results) + one(m.reports) + "\n";
  for (const auto& child : m.measures) measure(child, indent + "  ", out);
}

inline void section(const svod::definitions::PlanSection& s, const std::string& indent, std::string& out) {
  using Kind = svod::definitions::PlanSection::Kind;
  out += indent +
         (s.kind == Kind::goal   ? "goal "
          : s.kind == Kind::task ? "task "
                                 : "# ") +
         (s.number.empty() ? "" : s.number.text + " ") + s.title.text +
         (s.curator.empty() ? "" : " (" + s.curator.text + ")") + "\n";
  for (const auto& m : s.measures) measure(m, indent + "  ", out);
  for (const auto& inner : s.sections) section(inner, indent + "  ", out);
}

inline std::string of(const svod::definitions::Plan& declared, const svod::workbook::Workbook& book,
                      svod::Diagnostics* told = nullptr) {
  auto read = svod::plan::read_table_plan(book, declared);
  std::string out = "\n";
  for (const auto& s : read.product.sections) section(s, "", out);
  if (told != nullptr) *told = std::move(read.diagnostics);
  return out;
}

inline svod::definitions::Plan year_2022() {
  svod::definitions::Plan plan;
  plan.from = *svod::parse_iso_date("2022-01-01");
  plan.to = *svod::parse_iso_date("2022-12-31");
  return plan;
}

inline std::string of(const std::string& rows, const std::vector<std::string>& merged = {},
                      svod::Diagnostics* told = nullptr) {
  const svod::workbook::Workbook book = drawn::book_of(rows, merged);
  return of(year_2022(), book, told);
}

}  // namespace shape
