#pragma once

#include <string>
#include <vector>

#include "document/document.h"

/// Small documents for the tests of workbooks.
namespace svod::xlsx::samples {

inline document::Cell text(std::string value, int columns = 1, int rows = 1) {
  document::Cell cell;
  cell.runs.push_back({std::move(value), false, false, false, false, {}, {}});
  cell.columns = columns;
  cell.rows = rows;
  return cell;
}

inline document::Cell figure(Number number, int places = 0, bool percent = false) {
  document::Cell cell;
  cell.number = number;
  cell.format = {places, percent, true};
  return cell;
}

inline document::Cell sign(State state) {
  document::Cell cell;
  cell.state = state;
  return cell;
}

inline document::Cell calculated(document::Cell cell, document::Formula::Kind kind, std::string weights = {}) {
  cell.formula.kind = kind;
  cell.formula.weights = std::move(weights);
  return cell;
}

inline document::Row row(document::Row::Kind kind, std::vector<document::Cell> cells) {
  return {kind, std::move(cells)};
}

inline document::Block block(document::Table table, int line = 1) {
  return {std::move(table), Location::in_text("templates/report.md", line, 1)};
}

inline document::Document document() {
  using namespace std::chrono;
  document::Document result;
  result.name = "report";
  result.title = "Результаты государственной итоговой аттестации";
  result.author = "Управление образования";
  result.date = Date{year{2021}, month{8}, day{25}};
  return result;
}

/// Schools with participants, marks, mean mark and quality; a total with every kind of formula.
document::Table marks_table();
/// The same arithmetic with signs among the figures, groups and subtotals.
document::Table groups_table();
/// The whole: sections, several tables, sources, a mark.
document::Document whole_document();
/// The book of a plan: filters, dates, statuses, months, and a count of what is done.
document::Document plan_document();
/// More rows than the library keeps in memory.
document::Document long_document(int rows);

}  // namespace svod::xlsx::samples
