#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "typeset/galley.h"
#include "typeset/shaper.h"

namespace svod::typeset {

/// A part of a paragraph: a word or a piece of one, a space, a place where a line may or must end.
struct Atom {
  enum class Kind : unsigned char { box, space, opportunity, hyphen, forced };
  const Word* word = nullptr;  ///< of boxes and spaces; of `hyphen` the sign that shows if the line ends there
  Length width = 0;
  std::uint16_t look = 0;  ///< in Paragraphs' looks
  Kind kind = Kind::box;
  bool breakable = false;  ///< a line may end at this space
  bool stretch = false;    ///< this space gives when lines are justified
};

/// Shaped text that is not yet broken into lines.
struct Inline {
  std::uint32_t first = 0, last = 0;
  Length min = 0;      ///< the widest part that cannot be broken
  Length max = 0;      ///< the widest line, were only forced breaks taken
  bool simple = true;  ///< one line by nature
};

/// What no line end divides, and the space before it, which a line's beginning drops.
struct Piece {
  Length width = 0;
  Length gap = 0;
  bool forced = false;  ///< begins a line
};

struct Line {
  std::uint32_t first = 0, last = 0;
  Length natural = 0;
  std::int32_t spaces = 0;     ///< that stretch
  bool ends = false;           ///< a paragraph or a forced line ends here: not justified
  bool hyphen = false;         ///< the last atom is a hyphen that shows
  const Word* head = nullptr;  ///< stands for the first atom: the rest of a word that the line before began
  const Word* tail = nullptr;  ///< stands after the last atom: the beginning of atom `last`, with its hyphen
  bool loose = false;          ///< its spaces are wider than the profile bears, because no break was better
};

/// Turns runs of text into lines. Keeps what it shaped until `clear`.
class Paragraphs {
 public:
  /// Gives the destination of an anchor, -1 where there is none.
  using Resolve = std::function<std::int32_t(const std::string& anchor)>;
  Paragraphs(Shaper& shaper, Resolve resolve) : shaper_(shaper), resolve_(std::move(resolve)) {}

  void clear() { atoms_.clear(), looks_.clear(); }
  Inline add(const document::Runs& runs, const TextStyle& style);
  Inline add(std::string_view text, const TextStyle& style);
  /// Text after a label; the label is followed by a gap that makes both together `advance` wide, or by
  /// `least` where the label is wider than that.
  Inline add_labelled(std::string_view label, Length advance, Length least, const document::Runs& runs,
                      const TextStyle& style);

  /// Appends the text's pieces.
  void pieces(Inline text, std::vector<Piece>& made) const;
  /// Justified text takes the breaks that are best over the whole paragraph (after Knuth and Plass, «Breaking
  /// Paragraphs into Lines», 1981); other text takes in each line what fits. Words wider than a line are divided
  /// at any character if they cannot be hyphenated. Always ends, and no character is lost.
  void break_lines(Inline text, Length first_width, Length width, bool justify, std::vector<Line>& lines);
  /// The characters of a line as they stand on the page.
  std::string text_of(const Line& line) const;
  /// Breaks anew, if the text has several lines, into as many of nearly equal length.
  void balance(Inline text, Length width, std::vector<Line>& lines);
  /// Draws a line; `width` is what it may take from `x`.
  void set(const Line& line, Length x, Length baseline, Length width, document::Align align, Drawing& drawing) const;
  /// Width of the figures before the decimal comma, or of everything where there is none; nothing (-1) where
  /// the text is not a figure or a sign.
  Length before_comma(Inline text) const;

  Shaper& shaper() { return shaper_; }

 private:
  struct Look {
    Slot slot = 0;
    Length size = 0;
    Colour colour;
    Length spacing = 0;
    Length raise = 0;  ///< above the baseline
    std::int32_t link = -1;
    std::int32_t note = -1;
    bool hyphenate = false;
  };
  /// The best lines of a text between forced breaks; see line_fitting.cpp.
  class Fitting;
  /// The longest beginning of a word that fits into `room` with a hyphen, and what is left; null where none.
  struct Division {
    const Word* head = nullptr;
    const Word* rest = nullptr;
    Length width = 0;
  };
  Division divide(const Word& word, const Look& look, Length room);

  void add_text(std::string_view text, std::uint16_t look);
  void add_word(std::string_view text, std::uint16_t look);
  void add_space(std::string_view text, std::uint16_t look, bool breakable, bool stretch);
  void add_runs(const document::Runs& runs, const TextStyle& style);
  std::uint16_t look(const Look& look);
  Look base(const TextStyle& style) const;
  Inline measured(std::size_t first) const;
  /// Words wider than a line in pieces: as wide as it, or, where `fine`, single letters, unless they can be
  /// hyphenated and so need none.
  Inline divided(Inline text, Length width, bool fine);
  void fill_lines(Inline text, Length first_width, Length width, bool justify, std::vector<Line>& lines);
  Length width_of(const Word& word, const Look& look) const;

  Shaper& shaper_;
  Resolve resolve_;
  std::vector<Atom> atoms_;
  std::vector<Look> looks_;
  /// What a line that would be loose takes between its letters; `extra` is what it lacks.
  struct Tracking {
    Length between = 0;
    std::int64_t letters = 0;  ///< how many have it after them
  };
  Tracking tracking(const Line& line, Length extra) const;

  std::shared_ptr<Fitting> fitting_;  // kept for its memory
};

/// The distance from a line's top to its baseline: the letters stand in the middle of the leading.
Length baseline_of(const Shaper& shaper, const TextStyle& style);
Slot slot_of(const TextStyle& style);

}  // namespace svod::typeset
