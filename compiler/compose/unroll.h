#pragma once

#include <string>
#include <vector>

#include "compose/press.h"

namespace svod::compose {

/// Where a line of the unrolled text came from and what the containers around it say.
struct LineOrigin {
  const Page* page = nullptr;
  int number = 0;           ///< of the page's source
  document::Role role = document::Role::body;
  bool landscape = false;
  int include = 0;          ///< the turn of an `include` block it belongs to; 0: the document's own template
  int deeper = 0;           ///< levels by which its headings go down
  int context = 0;          ///< in Unrolled::contexts
};

/// What stands in the place of a token: a value, or the mark of a footnote.
struct Fill {
  Printed value;
  int note = -1;
  const Slot* slot = nullptr;   ///< what was printed
};

struct UnrolledNote {
  std::string text;         ///< Markdown of one paragraph, with tokens
  LineOrigin origin;
};

/// A template's body without containers: Markdown with tokens for values and numbers for blocks.
struct Unrolled {
  std::string text;
  std::vector<LineOrigin> origins;     ///< one a line
  std::vector<Fill> fills;             ///< by token
  std::vector<document::Blocks> made;  ///< by the number in a block's fence
  std::vector<LineOrigin> made_at;
  std::vector<UnrolledNote> notes;     ///< in the order of their first marks
  std::vector<std::string> includes;   ///< names of included templates, by turn; the first is the document's own
  std::vector<std::string> contexts{std::string()};   ///< the elements of the loops around a line, where words are edited
};

class WordsEditor;

/// `base`: the scope that included templates begin with, without the variables of the page.
/// `words`: who changes the words of blocks, or null.
Unrolled unroll(const Page& page, const expression::Scope& base, const expression::Scope& scope, const Press& press,
                WordsEditor* words = nullptr);

}  // namespace svod::compose
