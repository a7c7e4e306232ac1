#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/document.h"

namespace svod::typeset {

/// A heading of the document, or an appendix, for contents, outline and running heads.
struct HeadingMark {
  int level = 1;
  std::string text;  ///< with its number; an appendix with its title
  std::uint32_t destination = 0;
  bool listed = true;            ///< in the contents; an appendix without a title is only in the outline
  const void* source = nullptr;  ///< the Heading or AppendixMark
};

/// The places of a document that something leads to, known before any of them is set.
class Outline {
 public:
  explicit Outline(const document::Document& document);

  /// In Pages::destinations; -1 for an anchor that is not in the document. The first of two equal ones counts.
  std::int32_t destination(const std::string& anchor) const;
  std::size_t destinations() const { return destinations_; }
  /// In the document's order.
  const std::vector<HeadingMark>& headings() const { return headings_; }
  /// The mark of a footnote, as the text shows it; empty where none calls it.
  const std::string& mark(std::size_t note) const { return marks_[note]; }
  /// Bytes of all texts: how many glyphs there may be.
  std::size_t bytes() const { return bytes_; }

 private:
  std::uint32_t add(const std::string& anchor);
  void read(const document::Blocks& blocks);
  void read(const document::Runs& runs);
  void read(const document::Table& table);
  void read_appendix(const document::AppendixMark& mark, const document::Block* next);

  std::unordered_map<std::string, std::uint32_t> anchors_;  // looked up, never iterated
  std::vector<HeadingMark> headings_;
  std::vector<std::string> marks_;
  std::string appendix_;  // the first line of a mark whose title is the next heading
  std::size_t destinations_ = 0;
  std::size_t bytes_ = 0;
};

/// The anchor of a footnote's mark, where its text leads back to; that of the text is note_anchor.
std::string note_mark_anchor(std::int32_t note);

/// The text of runs without looks and without the marks of footnotes; forced line ends become spaces.
std::string plain_text(const document::Runs& runs);

}  // namespace svod::typeset
