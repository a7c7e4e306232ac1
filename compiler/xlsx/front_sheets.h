#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "xlsx/book.h"

namespace svod::xlsx {

/// A line of the contents: a table or a figure with its sheet, or the section that holds the next ones.
struct ContentsLine {
  std::string section;  ///< not empty for a section
  std::string number;
  std::string title;
  std::string sheet;
  bool figure = false;  ///< its number stands in its title
};

void fill_contents_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document,
                         const std::vector<ContentsLine>& lines);
/// The files that the figures rest on, with the hashes that tell their exact state.
void fill_sources_sheet(Book& book, lxw_worksheet* sheet, const document::Document& document);

}  // namespace svod::xlsx
