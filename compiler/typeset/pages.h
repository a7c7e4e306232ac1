#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "typeset/length.h"

namespace svod::typeset {

class Face;

/// Laid-out pages: everything that is printed, with its place. The origin is the upper left corner of the
/// page, y grows downwards.

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend auto operator<=>(const Colour&, const Colour&) = default;
};

/// One glyph of a face and the text that it stands for. The same glyph may stand for different texts (a
/// space and a no-break space); each pair has its own code, so the text comes back from the file unchanged.
struct Character {
  std::uint32_t glyph = 0;
  std::int32_t advance = 0;  ///< in font units
  std::string text;          ///< UTF-8; empty for all glyphs of a cluster but the first
};

struct UsedFace {
  std::shared_ptr<const Face> face;
  std::vector<Character> characters;  ///< by code; code 0 is never used
};

struct Glyph {
  std::uint16_t code = 0;    ///< in the characters of the run's face
  std::int32_t advance = 0;  ///< to the next glyph, with kerning and justification
};

/// Glyphs of one face, size and colour on one line.
struct GlyphRun {
  Length x = 0;
  Length baseline = 0;
  Length size = 0;
  std::uint32_t first = 0, count = 0;  ///< in `Pages::glyphs`
  std::uint16_t face = 0;              ///< in `Pages::faces`
  Colour colour;
  bool spaced = false;  ///< letters stand so far apart that a reader would take them for words
};

/// A filled rectangle; rules are thin ones.
struct Rect {
  Length x = 0, y = 0, width = 0, height = 0;
  Colour colour;
};

struct Point {
  Length x = 0, y = 0;
};

/// A line, an area or both, of a chart.
struct Path {
  enum class Verb : unsigned char { move, line, curve, close };  ///< take 1, 1, 3 (cubic Bézier) and 0 points
  std::vector<Verb> verbs;
  std::vector<Point> points;
  bool filled = false, stroked = false;
  Colour fill, stroke;
  Length width = 0;          ///< of the stroke
  Length dash = 0, gap = 0;  ///< a dashed stroke; solid where `dash` is 0
};

/// What of a page's paths is one figure, and what it shows, in words.
struct Figure {
  std::string alternative;
  std::uint32_t path_first = 0, path_last = 0;  ///< in the page's paths
};

/// An area that leads to `Pages::destinations[destination]`.
struct Link {
  Length x = 0, y = 0, width = 0, height = 0;
  std::uint32_t destination = 0;
};

struct Destination {
  std::uint32_t page = 0;
  Length y = 0;
};

struct OutlineEntry {
  std::string title;
  int level = 1;
  std::uint32_t destination = 0;
};

struct Page {
  Length width = 0, height = 0;
  /// What no part of the text may leave; headers, page numbers and marks stand outside it.
  Length left = 0, top = 0, right = 0, bottom = 0;
  std::vector<Rect> rects;      ///< below the text
  std::vector<Path> paths;      ///< above the rects, below the text
  std::vector<Figure> figures;  ///< in the order of their paths
  std::vector<GlyphRun> runs;  ///< in reading order
  std::vector<Link> links;
};

struct Pages {
  std::vector<Page> pages;
  std::vector<UsedFace> faces;
  std::vector<Glyph> glyphs;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
  std::string title;
  std::string author;
  Date date;
};

/// The text of a run, as it would be copied from the page.
std::string text(const Pages& pages, const GlyphRun& run);

}  // namespace svod::typeset
