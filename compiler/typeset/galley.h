#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "typeset/pages.h"

namespace svod::typeset {

/// The anchor of a footnote, beside those of the document; a mark that links nowhere else leads there.
inline std::string note_anchor(std::int32_t note) { return "\x01note " + std::to_string(note); }

/// What was drawn, and where, before it is known on which page it falls: places are relative to the upper
/// left corner of the strip that holds it, x from the left margin.
struct Drawing {
  std::vector<Glyph>& glyphs;  ///< of the pages
  std::vector<GlyphRun> runs;
  std::vector<Rect> rects;
  std::vector<Link> links;
  std::vector<Path> paths{};
  std::vector<Figure> figures{};     ///< ranges of `paths`
  std::vector<std::int32_t> notes{};  ///< of the marks drawn, in Document::notes
};

/// On a title page strips stand at its top, its optical middle or its foot; the executor's mark stands at the
/// foot of the page on which it comes, below the footnotes. All others flow.
enum class Zone : unsigned char { flow, top, middle, foot, executor };

/// How much a strip wants the next one on its page. Wishes (widows, rows that would stand alone) give way
/// first where all together are higher than a page; a heading or a table's head gives way last.
enum class Keep : unsigned char { none, wish, must };

/// A piece of the document that no page break divides: a line, a row of a table, a signature.
struct Strip {
  Length above = 0;  ///< space before it, dropped at the top of a page
  Length height = 0;
  std::uint32_t run_first = 0, run_last = 0;
  std::uint32_t rect_first = 0, rect_last = 0;
  std::uint32_t link_first = 0, link_last = 0;
  std::uint32_t figure_first = 0, figure_last = 0;
  std::uint32_t note_first = 0, note_last = 0;
  std::int32_t destination = -1;   ///< in Pages::destinations
  std::int32_t heading = -1;       ///< in the document's headings
  std::int32_t entry = -1;         ///< of the contents: a page number is set at its right
  std::int32_t continuation = -1;  ///< what a page begins with that begins with this strip
  /// Drawn only where the strips up to this one (in the galley) do not all end on its page; 0: always.
  std::uint32_t until = 0;
  Zone zone = Zone::flow;
  Keep keep = Keep::none;
  bool page_before = false;  ///< begins a page, if the page has anything on it
  bool landscape = false;
  bool hyphen = false;       ///< ends in the middle of a word
};

/// A table that runs over pages: what is repeated at the top of the page that begins with one of its strips,
/// and what closes the page before.
struct Continuation {
  std::vector<Strip> head;
  Strip closing;            ///< its height is kept free below the strips before it
  std::int32_t table = -1;  ///< the same for all continuations of one table
};

/// The text of a footnote, not in the flow: it goes to the foot of the page with its first mark.
struct Footnote {
  std::uint32_t first = 0, last = 0;  ///< its lines, in Galley::note_lines
  std::int32_t mark = -1;             ///< the destination that the first mark is
};

/// The document as one column of strips, not yet on pages.
class Galley {
 public:
  explicit Galley(std::vector<Glyph>& glyphs) : drawing{glyphs, {}, {}, {}} {}

  Drawing drawing;
  std::vector<Strip> strips;
  std::vector<Continuation> continuations;
  std::vector<Footnote> notes;    ///< by Document::notes
  std::vector<Strip> note_lines;
  Strip note_rule;                ///< what stands between the text and the notes of a page
  bool landscape = false;  ///< what is opened now stands on turned pages

  /// Everything drawn from here on belongs to the strip, up to `close`.
  Strip open(Length above = 0) const {
    Strip strip;
    strip.above = above;
    strip.landscape = landscape;
    strip.run_first = static_cast<std::uint32_t>(drawing.runs.size());
    strip.rect_first = static_cast<std::uint32_t>(drawing.rects.size());
    strip.link_first = static_cast<std::uint32_t>(drawing.links.size());
    strip.figure_first = static_cast<std::uint32_t>(drawing.figures.size());
    strip.note_first = static_cast<std::uint32_t>(drawing.notes.size());
    return strip;
  }
  void close(Strip& strip, Length height) const {
    strip.height = height;
    strip.run_last = static_cast<std::uint32_t>(drawing.runs.size());
    strip.rect_last = static_cast<std::uint32_t>(drawing.rects.size());
    strip.link_last = static_cast<std::uint32_t>(drawing.links.size());
    strip.figure_last = static_cast<std::uint32_t>(drawing.figures.size());
    strip.note_last = static_cast<std::uint32_t>(drawing.notes.size());
  }
  Strip& add(Strip strip) { return strips.emplace_back(strip); }
};

}  // namespace svod::typeset
