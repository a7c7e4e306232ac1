#pragma once

#include <vector>

#include "compose/words.h"
#include "compose/words_passages.h"

namespace svod::compose {

/// Which row of a sheet speaks of which place of the document as it is now.
struct Matched {
  int place = -1;           ///< in the places; -1: none now, or a row of the person's own
  bool changed = false;     ///< the template's wording is another
};
std::vector<Matched> match(const std::vector<OwnRow>& rows, const std::vector<Place>& places);

/// What a row comes to.
struct RowResult {
  document::Passage::State state = document::Passage::State::same;
  std::vector<OwnPart> parts;   ///< bindings counted as in the place of now
  std::string fault;            ///< why the row is wrong
};
struct Plan {
  Changes changes;
  std::vector<RowResult> rows;  ///< as the rows of the sheet
  Diagnostics found;
};

/// The changes that a sheet makes of the template's text, and everything that a person should know of them.
Plan plan_changes(const OwnText& own, const std::vector<Place>& places, const std::vector<Matched>& matched);

}  // namespace svod::compose
