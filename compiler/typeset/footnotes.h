#pragma once

#include <cstdint>
#include <vector>

#include "typeset/galley.h"

namespace svod::typeset {

/// Footnotes on their way to pages. A note begins on the page of its first mark; short ones stand there whole,
/// a long one may go on at the foot of the next page, two lines at least on either side.
class Footnotes {
 public:
  explicit Footnotes(const Galley& galley) : galley_(galley), called_(galley.notes.size(), false) {}

  /// Whether lines of earlier pages' notes are still to be placed.
  bool waiting() const { return !queue_.empty(); }

  /// Begins to plan a page of `height`. What waits takes half of it at most while text is to come.
  void plan(Length height);
  /// Adds a strip of the flow to the plan; false where its notes cannot begin on this page, because those of
  /// earlier pages do not end on it.
  bool add(const Strip& strip);
  /// What the planned page must leave for notes at its foot.
  Length least() const { return any_ ? galley_.note_rule.height + whole_ + last_ : 0; }

  /// The strip's notes are for this page.
  void call(const Strip& strip);
  /// The lines that stand on a page which leaves `room`, in galley.note_lines, and their height with the rule.
  /// Where `alone`, nothing else stands on the page, so at least one line does.
  Length place(Length room, bool alone, std::vector<std::uint32_t>& lines);

 private:
  /// A note, or what is left of it.
  struct Rest {
    std::uint32_t first = 0, last = 0;
    bool begun = false;
  };
  Length height(std::uint32_t first, std::uint32_t last) const;
  /// How many lines of [first, last) may stand in `room` so that the page does not part a line from its note.
  std::uint32_t divide(const Rest& rest, Length room) const;

  const Galley& galley_;
  std::vector<bool> called_;         // by Document::notes
  std::vector<Rest> queue_;          // in the order of marks
  std::vector<std::int32_t> fresh_;  // of the planned page
  Length whole_ = 0, last_ = 0;      // of all planned notes but the last, and the least of that one
  Length last_whole_ = 0;
  bool any_ = false, full_ = false;
};

}  // namespace svod::typeset
