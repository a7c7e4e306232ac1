#include "typeset/turning.h"

#include <algorithm>

namespace svod::typeset {
namespace {

using namespace document;

class Turning {
 public:
  Turning(const Blocks& blocks, const Galley& galley, const std::vector<std::uint32_t>& first_strips)
      : blocks_(blocks), strips_(galley.strips), first_(first_strips) {}

  // The first block that turns with the table that begins at strip `table`; the table's own where none does.
  std::size_t first_to_turn(std::size_t table, const Span& before, Length height) const {
    const std::size_t own = block_at(table);
    if (first_[own] != table) return own;
    std::size_t from = own;
    while (from > 0 && !strips_[first_[from]].page_before && strips_[first_[from] - 1].keep != Keep::none) {
      const std::size_t previous = block_at(first_[from] - 1);
      if (!may_turn(previous)) break;
      from = previous;
    }
    // Where the template itself turns a block, a short page before it is what the template wants.
    if (blocks_[own].landscape || before.used * 3 > height || before.last != table) return from;
    const std::size_t top = block_at(before.first);
    if (first_[top] != before.first) return from;
    for (std::size_t block = top; block < from; ++block) {
      if (!may_turn(block)) return from;
    }
    return std::min(from, top);
  }

 private:
  // The block that the strip belongs to: of several that begin there, all but the last are without strips.
  std::size_t block_at(std::size_t strip) const {
    return static_cast<std::size_t>(std::upper_bound(first_.begin(), first_.end(), strip) - first_.begin()) - 1;
  }

  bool may_turn(std::size_t block) const {
    const auto& content = blocks_[block].content;
    if (std::holds_alternative<Signature>(content) || std::holds_alternative<Contents>(content) ||
        std::holds_alternative<DateAndNumber>(content)) {
      return false;
    }
    const std::size_t end = block + 1 < first_.size() ? first_[block + 1] : strips_.size();
    for (std::size_t i = first_[block]; i < end; ++i) {
      if (strips_[i].zone != Zone::flow || strips_[i].landscape) return false;
    }
    return true;
  }

  const Blocks& blocks_;
  const std::vector<Strip>& strips_;
  const std::vector<std::uint32_t>& first_;
};

}  // namespace

bool turn_blocks(const Blocks& blocks, const Galley& galley, const Placement& placement,
                 const std::vector<std::uint32_t>& first_strips, Length height, std::vector<bool>& turned) {
  bool any = false;
  const Turning turning(blocks, galley, first_strips);
  const auto& strips = galley.strips;
  for (std::size_t page = 1; page < placement.spans.size(); ++page) {
    const Span& span = placement.spans[page];
    if (span.first == span.last || span.first == 0) continue;
    const Strip& first = strips[span.first];
    if (!first.landscape || first.page_before || strips[span.first - 1].landscape) continue;
    // The strip may come after a page of footnotes alone.
    std::size_t before = page - 1;
    while (before > 0 && placement.spans[before].first == placement.spans[before].last) --before;
    const std::size_t table = static_cast<std::size_t>(
        std::upper_bound(first_strips.begin(), first_strips.end(), span.first) - first_strips.begin());
    const std::size_t from = turning.first_to_turn(span.first, placement.spans[before], height);
    for (std::size_t block = from; block + 1 < table; ++block) {
      any = any || !turned[block];
      turned[block] = true;
    }
  }
  return any;
}

}  // namespace svod::typeset
