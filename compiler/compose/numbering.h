#pragma once

#include "compose/press.h"

namespace svod::compose {

/// Stands where a number is to be given when the whole document is there.
inline constexpr std::string_view kPendingNumber = "\uE002";

/// A name for links as it stands while the document is made: an included template has names of its own.
/// `include`: its turn, 0 for the document's template.
std::string anchor_in(int include, const std::string& name);

/// «а», «б» … «я», «аа»: letters of items, without those that are taken for others (ё, з, й, о, ч, ъ, ы, ь).
std::string item_letter(int number);

/// Numbers headings, tables and figures in the order of the document, makes anchors and names of sheets unique,
/// and fills links without text with the number of what they lead to. `includes`: names of the templates that
/// anchors may belong to.
void number_document(const Page& page, const Press& press, const std::vector<std::string>& includes,
                     document::Blocks& blocks, std::vector<document::Runs>& notes);

/// A name of a sheet that a workbook takes: at most so many characters, none of []:*?/\.
std::string sheet_name(std::string_view wanted, std::size_t most = 31);

}  // namespace svod::compose
