#pragma once

#include <map>
#include <string>

#include "document/document.h"

namespace svod::compose {

/// The containers that give paragraphs their part in a paper: `::: letterhead` … `:::`.
const std::map<std::string, document::Role, std::less<>>& roles();

/// Roles whose lines stay as they are written: a letterhead, an addressee.
bool keeps_lines(document::Role role);

}  // namespace svod::compose
