#pragma once

#include "definitions/plan.h"
#include "document/document.h"

namespace svod::compose {

/// How clauses stand in a document.
struct ClauseStyle {
  enum class Numbers : unsigned char {
    none,    ///< headed blocks of a plan: a number that was given stays
    given,   ///< the clauses' own numbers
    rule,    ///< 1., 1.1., 1.1.1., 1.1.1.1., then 1), then а)
  };
  enum class Titles : unsigned char {
    automatic,   ///< a short block has its title in bold before its text, a long one a heading
    inline_,     ///< always before the text
    headings,
  };
  Numbers numbers = Numbers::none;
  Titles titles = Titles::automatic;
  int level = 1;                           ///< of the headings
  const definitions::Plan* plan = nullptr; ///< whose indicators the clauses list
};

using Clauses = std::vector<const definitions::Clause*>;

/// Clauses as blocks. Each block's origin is the place of the definition; a clause's id is its anchor.
document::Blocks clause_blocks(const Clauses& clauses, const ClauseStyle& style);

/// A clause's paragraphs, items, inner clauses and indicators as the lines of one cell.
std::vector<std::string> clause_lines(const definitions::Clause& clause, const definitions::Plan* plan);

document::Table written_table(const definitions::WrittenTable& table);

}  // namespace svod::compose
