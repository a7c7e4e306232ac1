#pragma once

#include "diagnostics/diagnostic.h"
#include "definitions/plan.h"
#include "workbook/workbook.h"

namespace svod::plan {

/// What a workbook holds of a plan.
struct TablePlan {
  definitions::Written title;                      ///< the heading above the first table
  std::vector<definitions::Clause> before, after;
  std::vector<definitions::PlanSection> sections;
  std::vector<definitions::PlanColumn> columns;    ///< of the first table, as its head says, left to right
  bool column_numbers = false;
  bool found = false;                              ///< a table of measures is there
};

/// Finds the tables of measures of a workbook and reads their rows: head of several rows, repeated heads, sections,
/// goals and tasks, merged cells, rows that go on. `declared` says the period and the columns where a YAML file does.
/// Several tables are sections of one plan, in the order of sheets.
Outcome<TablePlan> read_table_plan(const workbook::Workbook& book, const definitions::Plan& declared);

}  // namespace svod::plan
