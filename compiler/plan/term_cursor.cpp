#include "plan/term_cursor.h"

namespace svod::plan {

std::string TermCursor::written(std::size_t first, std::size_t last) const {
  if (first >= last || first >= words.size()) return {};
  std::string result;
  bool pending = false;
  for (std::size_t byte = words[first].begin; byte < words[last - 1].end; ++byte) {
    // Plain spaces alone are squeezed here: others were made plain before.
    if (text_[byte] == ' ') {
      pending = true;
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    result += text_[byte];
  }
  return result;
}

void TermCursor::problem(bool error, std::string kind, std::string text) {
  for (const Term::Problem& known : problems_) {
    if (known.kind == kind) return;
  }
  problems_.push_back({error, std::move(text), std::move(kind)});
}

bool TermCursor::counted_unit(std::size_t i) const {
  const Sense sense = word(i).sense;
  return sense == Sense::quarter || sense == Sense::school_quarter || sense == Sense::half_year ||
         sense == Sense::decade || sense == Sense::week || sense == Sense::half || sense == Sense::number_word;
}

}  // namespace svod::plan
