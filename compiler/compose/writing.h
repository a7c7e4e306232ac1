#pragma once

#include "compose/compose.h"
#include "compose/words_match.h"

namespace svod::compose {

/// One turn of writing a document; `words` finds or changes its words on the way, or is null.
Outcome<document::Document> write_document(const Input& input, const Job& job, WordsEditor* words);

/// What a sheet makes of a document as it is now.
Plan plan_of(const Input& input, const Job& job, const OwnText& own);

}  // namespace svod::compose
