#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace svod::plan {

/// Lines of a cell as its writer meant them: a line that only breaks a sentence is joined to the one before; marks of
/// a list, a capital after a finished line begin another.
std::vector<std::string> lines_of_cell(std::string_view text);

/// Whether a line begins as an item of a list: «- », «•», «1)», «а)».
bool is_item(std::string_view line);
/// The line without the mark of a list.
std::string without_mark(std::string_view line);

/// Whether `next`, which stands under `before` in another row, goes on with its text: it begins with a small letter
/// or the mark of a list, or `before` is not finished: a comma, an open bracket or quotation, a preposition.
bool goes_on(std::string_view before, std::string_view next);

/// Both texts as one: a space between parts of a sentence, a line end before what begins anew.
std::string joined_texts(std::string_view before, std::string_view next);

bool begins_with_small_letter(std::string_view text);

}  // namespace svod::plan
