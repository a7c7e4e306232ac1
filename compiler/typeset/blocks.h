#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "document/document.h"
#include "typeset/frame.h"
#include "typeset/galley.h"
#include "typeset/paragraph.h"
#include "typeset/profile.h"
#include "typeset/table.h"

namespace svod::typeset {

/// A heading of the document, for contents, outline and running heads.
struct HeadingMark {
  int level = 1;
  std::string text;  ///< with its number
  std::uint32_t destination = 0;
};

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
  BlockSetter(const Profile& profile, Shaper& shaper, Galley& galley, Diagnostics& diagnostics, const Frame& upright,
              const Frame& turned);

  void set(const document::Document& document);

  const std::vector<HeadingMark>& headings() const { return headings_; }
  const std::vector<ContentsEntry>& entries() const { return entries_; }
  std::size_t destinations() const { return destinations_; }

 private:
  /// Where lines stand: from the left margin; `first` is the first line's start.
  struct Measure {
    Length first = 0, left = 0, width = 0;  ///< width: from `left` to where lines end
  };
  void index(const document::Blocks& blocks);
  std::uint32_t destination_of(const std::string& anchor);
  std::size_t title_page(const document::Blocks& blocks) const;
  void set_blocks(const document::Blocks& blocks, std::size_t from, int depth);
  void set_block(const document::Block& block, int depth);
  Length hang(int depth) const;
  Measure measure_of(const TextStyle& style, int depth) const;
  /// Lines as strips; the first one is returned by its index in the galley.
  std::size_t set_lines(Inline text, const TextStyle& style, const Measure& measure);

  void paragraph(const document::Paragraph& paragraph, int depth);
  void announce(const document::Runs& runs);
  void heading(const document::Heading& heading);
  void list(const document::List& list, int depth);
  void signature(const document::Signature& signature);
  void appendix(const document::AppendixMark& mark);
  void date_and_number(const document::DateAndNumber& line);
  void contents(const document::Contents& contents);
  /// Two texts side by side in one strip: `left` and `right` end on the same line. False where they are
  /// too high for one strip.
  bool pair(Inline left, Length left_width, Inline right, const TextStyle& style);

  const Profile& profile_;
  Shaper& shaper_;
  Galley& galley_;
  Diagnostics& diagnostics_;
  Frame upright_;
  Paragraphs text_;
  TableSetter tables_;
  std::vector<Line> lines_;
  std::vector<HeadingMark> headings_;
  std::vector<ContentsEntry> entries_;
  std::unordered_map<std::string, std::uint32_t> anchors_;  // looked up, never iterated
  std::size_t destinations_ = 0;
  std::size_t next_heading_ = 0;
  Length below_ = 0;  // what the last block asks for under it
  bool page_before_ = false;
  Zone zone_ = Zone::flow;
  const Location* origin_ = nullptr;
};

/// The text of runs without looks; forced line ends become spaces.
std::string plain_text(const document::Runs& runs);

}  // namespace svod::typeset
