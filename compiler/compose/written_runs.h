#pragma once

#include <string>
#include <vector>

#include "definitions/written.h"
#include "document/document.h"

namespace svod::compose {

/// A text of a definition as runs: typography set, «[пункт](#id)» and «[](#id)» as references of the document.
document::Runs written_runs(std::string_view text, bool heading = false);
document::Runs plain_runs(std::string text, bool bold = false);

/// The lines of a text that was written in several, ready for a cell: «- » at a line's beginning is a dash.
std::vector<std::string> lines_of(const definitions::Written& written);
/// Texts of a list, each a line or more; several end with «;», the last as it was written.
std::vector<std::string> lines_of(const std::vector<definitions::Written>& list);
/// Lines with breaks between them.
document::Runs runs_of(const std::vector<std::string>& lines);

/// A sentence with the sign that ends it: a full stop where a person put none. A sign that stands there stays; so does
/// a comma or a dash, after which something goes on.
std::string with_end(std::string text, std::string_view sign = ".");

/// What ends the items of a list: «;» and a full stop after the last; full stops where the items are sentences. An item
/// that ends with a colon, a question or an exclamation keeps it. `end` stands after the last.
std::vector<std::string> punctuated(const std::vector<definitions::Written>& items, std::string_view end = ".");

/// A sign that a person gave an item in its own text: «1) », «а) », «– »; empty where there is none. `text` goes on
/// after it.
std::string take_label(std::string_view& text);

}  // namespace svod::compose
