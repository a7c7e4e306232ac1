#include "typeset/page_end.h"

namespace svod::typeset {

std::size_t page_end(const std::vector<Strip>& strips, std::size_t from, std::size_t fit, Length bearable) {
  std::size_t divided = 0, wished = 0;  // the last ends within a word, and against a wish
  Length lost = 0, lost_at_divided = 0;
  for (std::size_t end = fit; end > from; --end) {
    const Strip& last = strips[end - 1];
    if (last.keep == Keep::none && !last.hyphen) {
      return divided > 0 && lost - lost_at_divided > bearable ? divided : end;
    }
    if (last.keep == Keep::none && divided == 0) {
      divided = end;
      lost_at_divided = lost;
    }
    if (last.keep == Keep::wish && wished == 0) wished = end;
    lost += last.above + last.height;
  }
  if (divided > 0) return divided;
  return wished > 0 ? wished : fit;
}

}  // namespace svod::typeset
