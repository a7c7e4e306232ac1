#pragma once

#include "compose/press.h"

namespace svod::compose {

/// Stands where a number is to be given when the whole document is there.
inline constexpr std::string_view kPendingNumber = "\uE002";

/// Numbers headings and tables in the order of the document, makes anchors and names of sheets unique, and
/// fills links without text with the number of what they lead to.
void number_document(const Page& page, const Press& press, document::Blocks& blocks);

/// A name of a sheet that a workbook takes: at most so many characters, none of []:*?/\.
std::string sheet_name(std::string_view wanted, std::size_t most = 31);

}  // namespace svod::compose
