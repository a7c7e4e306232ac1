#pragma once

#include <xlsxwriter.h>

#include <compare>
#include <map>
#include <string>

#include "document/document.h"

namespace svod::xlsx {

/// How a cell looks. Equal styles are one format of the workbook.
struct Style {
  enum class Part : unsigned char { plain, title, mark, link, link_cell, head, group, body, total, note, input };
  Part part = Part::plain;
  document::Align align = document::Align::left;
  bool bold = false;
  bool italic = false;
  bool wrap = true;
  std::string number_format;  ///< empty for text
  bool bar = false;           ///< a month of a plan in which work goes on
  friend auto operator<=>(const Style&, const Style&) = default;
};

/// «#,##0.00», «0.0%».
std::string number_format(const document::NumberFormat& format);

/// The formats of one workbook.
class Styles {
 public:
  explicit Styles(lxw_workbook* workbook) : workbook_(workbook) {}
  lxw_format* get(const Style& style);
  /// What a condition lays over a cell: a fill and nothing else.
  lxw_format* bar();
  lxw_format* done();      ///< grey letters
  lxw_format* overdue();   ///< red and bold on a light fill

 private:
  lxw_workbook* workbook_;
  std::map<Style, lxw_format*> formats_;
  lxw_format* bar_ = nullptr;
  lxw_format* done_ = nullptr;
  lxw_format* overdue_ = nullptr;
};

}  // namespace svod::xlsx
