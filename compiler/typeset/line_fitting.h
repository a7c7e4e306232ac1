#pragma once

#include <vector>

#include "typeset/paragraph.h"

namespace svod::typeset {

/// The best breaks of one paragraph, chosen over all of its lines at once: of all ways to break it, the one
/// whose lines together are the least stretched or shrunk, with few hyphens and without a tight line beside a
/// loose one. Method: D. E. Knuth, M. F. Plass, «Breaking Paragraphs into Lines», Software: Practice and
/// Experience 11 (1981). First without hyphens; with them where that leaves a loose line.
class Paragraphs::Fitting {
 public:
  explicit Fitting(Paragraphs& text) : text_(text) {}

  /// Adds the lines of atoms `from` … `to`, in which no line end is forced. False, with nothing added, where
  /// tied words are wider than a line, so that no way of breaking fits.
  bool run(std::uint32_t from, std::uint32_t to, Length first_width, Length width, std::vector<Line>& lines);

 private:
  /// A place where a line may end, and where the next one begins.
  struct Place {
    std::uint32_t atom = 0;
    std::uint32_t offset = 0;             ///< in the atom's word, where that is divided; 0: at the atom
    std::uint32_t next = 0;               ///< the atom that begins the next line
    Length end = 0, begin = 0;            ///< width of all before the line's end, and before the next line
    Length room_end = 0, room_begin = 0;  ///< of that, spaces that stretch
    Length sign = 0;                      ///< width of the hyphen that shows
    bool shows = false;
    bool last = false;
  };
  /// A way to get to a place: the best one of its kind.
  struct Way {
    std::uint32_t place = 0;
    std::int32_t before = -1;  ///< the way to the line's beginning
    std::int64_t demerits = 0;
    std::int32_t line = 0;    ///< lines so far
    std::int8_t fitness = 1;  ///< tight 0, even 1, loose 2, very loose 3
    std::int8_t hyphens = 0;  ///< of the lines up to here, one after another
  };

  void find_places(std::uint32_t from, std::uint32_t to, bool hyphens);
  std::int32_t best_way(Length first_width, Length width, int loosest);
  void build(std::int32_t way, Length first_width, Length width, std::vector<Line>& lines);

  Paragraphs& text_;
  std::vector<Place> places_;
  std::vector<Way> ways_;
  std::vector<std::int32_t> active_;
  std::vector<std::int32_t> chosen_;
};

}  // namespace svod::typeset
