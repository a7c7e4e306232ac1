#pragma once

#include <vector>

#include "typeset/galley.h"

namespace svod::typeset {

/// Where a page ends that has room for strips [from, fit) and must leave others for the next: at least after
/// `from`. The last place where no strip asks for the next one; wishes give way only where there is none, and
/// a heading parts from its text only where nothing else is left. A page does not end in the middle of a word
/// if that costs no more than `bearable` of its height.
std::size_t page_end(const std::vector<Strip>& strips, std::size_t from, std::size_t fit, Length bearable);

}  // namespace svod::typeset
