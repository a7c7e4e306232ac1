#pragma once

#include <string>
#include <vector>

#include "xlsx/book.h"
#include "xlsx/grid.h"

namespace svod::xlsx {

/// What makes the sheet of a plan's measures, or of what falls due, a tool: filters, lists of choices, bars that follow their dates, marks of
/// what is done and what is overdue.
class PlanTools {
 public:
  PlanTools(Book& book, const document::Table& table, const std::vector<GridRow>& body)
      : book_(book), table_(table), body_(body) {}

  /// The rows of the body are [first, last] of the sheet.
  void add(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last) const;
  /// Whether the bar of a row is what lies between its two dates, so that it can follow them.
  bool moves(const GridRow& row) const;
  /// What the marks mean; empty where the table has none.
  std::string marks_in_words() const;

 private:
  Date last_day(std::size_t column) const;
  void add_bar(lxw_worksheet* sheet, std::size_t column, Date month, lxw_row_t first) const;
  void mark_progress(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last) const;
  bool marked() const;
  void mark_due(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last) const;
  bool dues() const;

  Book& book_;
  const document::Table& table_;
  const std::vector<GridRow>& body_;
};

}  // namespace svod::xlsx
