#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "typeset/chart.h"
#include "typeset/frame.h"
#include "typeset/galley.h"
#include "typeset/outline.h"
#include "typeset/paragraph.h"
#include "typeset/profile.h"
#include "typeset/table.h"

namespace svod::typeset {

/// A line of the contents whose page number is set when pages are known.
struct ContentsEntry {
  std::size_t heading = 0;
  Length text_end = 0;  ///< from the left margin
  Length baseline = 0;  ///< from the strip's top
  TextStyle style;
};

/// Makes strips of a document's blocks, in order.
class BlockSetter {
 public:
  BlockSetter(const Profile& profile, const Outline& outline, Shaper& shaper, Galley& galley,
              Diagnostics& diagnostics, const Frame& upright, const Frame& turned);

  /// `turned` are the blocks of the document itself that stand on turned pages beside those that say so.
  void set(const document::Document& document, const std::vector<bool>& turned);

  const Outline& outline() const { return outline_; }
  const std::vector<ContentsEntry>& entries() const { return entries_; }
  /// The first strip of each of the document's own blocks; blocks without a strip have that of the next.
  const std::vector<std::uint32_t>& first_strips() const { return first_strips_; }

 private:
  /// What a list lays on the blocks in its items.
  struct Place {
    Length left = 0;    ///< where lines begin
    Length first = -1;  ///< where first lines of text begin; -1: as their style says
    int signs = 0;      ///< levels of lists with signs
    int numbers = 0;    ///< levels of numbered lists
  };
  /// Where lines stand: from the left margin; `first` is the first line's start.
  struct Measure {
    Length first = 0, left = 0, width = 0;  ///< width: from `left` to where lines end
  };
  const Frame& frame() const { return galley_.landscape ? turned_ : upright_; }
  std::size_t title_page(const document::Blocks& blocks) const;
  void set_blocks(const document::Blocks& blocks, std::size_t from, const Place& place);
  void set_block(const document::Block& block, const Place& place);
  /// The space above what comes next, and whether it begins a page: asked for once.
  void begin(Strip& first);
  Measure measure_of(const TextStyle& style, const Place& place) const;
  /// Lines as strips; the first one is returned by its index in the galley.
  std::size_t set_lines(Inline text, const TextStyle& style, const Measure& measure);
  /// The last two lines of text go with what is set next, if that comes to another page.
  void tie_last_lines(Keep keep);

  void paragraph(const document::Paragraph& paragraph, const Place& place);
  void tie_to_heading();
  void announce(const document::Runs& runs);
  void heading(const document::Heading& heading);
  void list(const document::List& list, const Place& place);
  void table(const document::Table& table, const Location& origin);
  void chart(const document::Chart& chart, const Location& origin);
  void signature(const document::Signature& signature);
  void appendix(const document::AppendixMark& mark);
  void date_and_number(const document::DateAndNumber& line);
  void contents(const document::Contents& contents);
  void executor(const document::Paragraph& paragraph);
  void notes(const std::vector<document::Runs>& notes);
  /// Two texts side by side in one strip: `left` and `right` end on the same line. False where they are
  /// too high for one strip.
  bool pair(Inline left, Length left_width, Inline right, const TextStyle& style);

  const Profile& profile_;
  const Outline& outline_;
  Shaper& shaper_;
  Galley& galley_;
  Diagnostics& diagnostics_;
  Frame upright_, turned_;
  Paragraphs text_;
  TableSetter tables_;
  ChartSetter charts_;
  std::vector<Line> lines_;
  std::vector<ContentsEntry> entries_;
  std::vector<std::uint32_t> first_strips_;
  std::size_t next_heading_ = 0;
  Length below_ = 0;  // what the last block asks for under it
  bool page_before_ = false;
  Zone zone_ = Zone::flow;
  const Location* origin_ = nullptr;
};

}  // namespace svod::typeset
