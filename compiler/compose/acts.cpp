#include "compose/acts.h"

#include "base/text.h"
#include "compose/paper_records.h"
#include "compose/paper_words.h"

namespace svod::compose {
namespace {

// The date begins a line of the mark with its preposition.
std::string with_date_whole(const std::string& text) { return replace_all(text, " от ", " от\u00A0"); }

}  // namespace

std::string approval_text(const Input& input, const definitions::ActReference& act) {
  constexpr auto grammatical = language::Case::instrumental;
  if (const definitions::Paper* paper =
          act.paper.empty() ? nullptr : definitions::find_paper(input.workspace, act.paper)) {
    const definitions::PaperState state = printed_state(input, *paper);
    const bool known = state.date && !state.number.empty();
    return known ? with_date_whole(reference_to(input.workspace, *paper, state, grammatical, false)) : std::string();
  }
  const bool known = act.paper.empty() && !act.kind.empty() && act.date && !act.number.empty();
  return known ? with_date_whole(act_in(input.workspace, act, grammatical, false)) : std::string();
}

}  // namespace svod::compose
