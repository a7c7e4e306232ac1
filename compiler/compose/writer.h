#pragma once

#include <memory>

#include "compose/press.h"

namespace svod::compose {

class WordsEditor;

struct Written {
  document::Blocks blocks;
  std::vector<document::Runs> notes;   ///< footnotes, in the order of their marks
};

/// A template's body with its values, as the blocks of a document: containers are unrolled, slots printed,
/// Markdown parsed, lists, headings, tables and figures numbered, links led to their places. `base`: the scope
/// that included templates begin with.
/// `words`: who changes the words on the way, or null.
Written write_body(const Page& page, const expression::Scope& base, const expression::Scope& scope, const Press& press,
                   WordsEditor* words = nullptr);

/// The blocks of a fenced block.
document::Blocks build_block(const BlockSpec& spec, const expression::Scope& scope, const Press& press);

}  // namespace svod::compose
