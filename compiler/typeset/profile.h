#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/layout.h"
#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "typeset/length.h"
#include "typeset/pages.h"

namespace svod::typeset {

/// How documents of one kind look: data, not code. The values stand in schemas/layout; what is given here is
/// only neutral. `profile_values.h` lists every value with its name there.

/// A family by its font files.
struct Typeface {
  std::string regular, bold, italic, bold_italic;
};

enum class Family : unsigned char { text, heads };

/// A paragraph's look.
struct TextStyle {
  Family family = Family::text;
  Length size = pt(12);
  Length leading = pt(14);
  bool bold = false;
  bool italic = false;
  Colour colour;
  document::Align align = document::Align::left;
  Length first_indent = 0;
  Length left = 0;   ///< from the left margin
  Length width = 0;  ///< 0: up to the right margin
  Length above = 0;
  Length below = 0;
  Length spacing = 0;        ///< between letters
  bool block_right = false;  ///< a block at the right margin, as narrow as its lines allow
  bool keep_with_next = false;
  bool hyphenate = false;
  bool balance = false;  ///< lines of even length rather than a short last one
  Length bar = 0;        ///< a vertical rule of this width in the accent colour beside the text
};

/// How far the spaces of a justified line give, in hundredths of their own width.
struct Justification {
  int stretch = 50, shrink = 20;  ///< without harm; more costs more, shrinking is never more
  int letters = 15;               ///< what a line that needs more takes between letters, in thousandths of the size
  int loosest = 120;              ///< a line whose spaces must stretch further is reported
};

enum class TableStyle : unsigned char { grid, book };

/// What of a table's head stands again at the top of each page that the table runs over.
enum class RepeatedHead : unsigned char { head, numbers };

struct TableLook {
  TableStyle style = TableStyle::grid;
  TextStyle body, head, caption, note, continuation;
  std::array<Length, 3> sizes{pt(12), pt(10), pt(8)};  ///< normal, compact, least; leading keeps its ratio
  Length pad_x = pt(4), pad_y = pt(2);
  Length rule = pt(0.5), thin_rule = pt(0.5);
  Colour rule_colour, thin_colour;
  Colour group_fill{255, 255, 255};
  Length above = pt(6), below = pt(10);
  Length numbers_size = pt(8);   ///< of the row of column numbers
  bool numbers_over = false;     ///< every table that runs over pages has a row of column numbers
  RepeatedHead repeated = RepeatedHead::head;
  Length hand_row = mm(9);       ///< least height of a row that is filled in by hand
};

/// How charts look. The series of one chart differ by colour, by hatching and by the shape of their points, in
/// that order of the palette, so that they are told apart in grey print.
struct ChartLook {
  /// What fills a bar beside its colour: lines over white.
  enum class Hatch : unsigned char { none, rising, falling, crossed, level, upright };
  struct Ink {
    Colour colour;              ///< of the area, or of the hatching's lines
    Hatch hatch = Hatch::none;
  };

  TextStyle caption;  ///< below the chart
  TextStyle note;     ///< coverage and sources, below the caption
  TextStyle axis;     ///< names of categories, figures of the axis, its unit
  TextStyle label;    ///< values at bars and points
  TextStyle key;      ///< names of series
  TextStyle panel;    ///< titles of small multiples
  std::vector<Ink> palette;           ///< of series; the first is the accent, and after the last begins anew
  Colour ordered_light, ordered_dark;  ///< ends of the scale that shades ordered series
  Colour reversed{255, 255, 255};     ///< of labels on dark areas
  Colour axis_colour, grid_colour, reference_colour;
  Length axis_rule = pt(0.6), grid_rule = pt(0.3), reference_rule = pt(0.8);
  Length line = pt(1.6);              ///< of series over years
  Length marker = pt(5);              ///< width of a point
  Length hatch_rule = pt(0.7), hatch_gap = pt(3);
  Length bar = pt(11);                ///< thickness of a bar that stands alone
  Length bar_gap = pt(6);             ///< between bars of neighbouring categories
  Length height = pt(190);            ///< of a field whose height its categories do not give
  Length panel_height = pt(105);      ///< the same, of small multiples
  int highest = 60;                   ///< per cent of the page's text that a chart takes, unless it has many bars
  Length above = pt(8), below = pt(14);
};

enum class Folio : unsigned char {
  top_centre,   ///< in the top margin, from the second page
  foot_centre,  ///< at the foot, in the middle, from the second page
  outer_foot,   ///< at the foot, odd pages at right, even pages at left, from the second page
};

/// A font file that a profile names, and where.
struct FontWanted {
  std::string file;
  Location where;
  bool fallback = false;
};

struct Profile {
  std::string name;
  Typeface text, heads;
  std::vector<std::string> fallback;  ///< faces tried in this order for a letter that the profile's faces lack
  std::vector<FontWanted> fonts;      ///< all files of the profile
  Length page_width = mm(210), page_height = mm(297);
  Length left = mm(30), right = mm(10), top = mm(20), bottom = mm(20);
  Colour accent;
  Justification justification;

  std::array<TextStyle, 13> roles;    ///< by document::Role
  std::array<TextStyle, 4> headings;  ///< by level
  bool hanging_headings = false;      ///< the number stands apart, further lines under the first word
  std::array<TextStyle, 4> contents;  ///< entries by level
  TextStyle contents_title;
  TextStyle item;            ///< numbered items: indent, continuation to the margin
  TextStyle bullet;          ///< lists with signs
  bool hanging_bullets = true;  ///< text hangs behind the sign; else the first line is indented as an item's is
  Length list_step = mm(7);  ///< indent of each level of lists with signs
  Length item_step = 0;      ///< further first-line indent of each level of numbered items
  TextStyle signature;
  Length signature_post = mm(80);
  TextStyle date_number;
  TextStyle appendix;
  TextStyle footnote;
  Length footnote_rule = mm(40);  ///< length of the rule above footnotes
  TableLook table;
  ChartLook chart;

  Folio folio = Folio::top_centre;
  TextStyle folio_text;
  bool running_head = false;
  TextStyle running_text;
  TextStyle mark;

  const TextStyle& role(document::Role r) const { return roles[static_cast<std::size_t>(r)]; }
};

/// All profiles of a workspace.
struct Profiles {
  std::vector<Profile> all;
  /// Null for a name that is not known.
  const Profile* find(std::string_view name) const;
};

/// A value that the layout lacks is L150, a colour that it does not name L151.
Profile profile_of(const definitions::LayoutProfile& layout, Diagnostics& out);
Outcome<Profiles> profiles_of(const std::vector<definitions::LayoutProfile>& layouts);

}  // namespace svod::typeset
