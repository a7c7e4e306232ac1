#pragma once

#include <string>
#include <vector>

#include "typeset/blocks.h"
#include "typeset/paginate.h"

namespace svod::typeset {

/// What stands on pages beside the text: page numbers, running heads, the document's mark; and the page
/// numbers of the contents, which are known last.
class Furniture {
 public:
  Furniture(const Profile& profile, Shaper& shaper, const std::string& mark, const std::string& title);

  /// How high the bottom margin must be for the mark; 0 without one.
  Length foot() const { return foot_; }
  void set(Pages& pages, const BlockSetter& blocks, const Placement& placement);

 private:
  void contents(Pages& pages, const BlockSetter& blocks, const Placement& placement);
  /// Text on one line, cut with «…» where it is too long.
  void line(Pages& pages, Page& page, const std::string& text, const TextStyle& style, Length x, Length baseline,
            Length width, document::Align align);

  const Profile& profile_;
  Paragraphs text_;
  std::string title_;
  Inline mark_;
  std::vector<Line> mark_lines_;
  Paragraphs marks_;
  Length mark_width_ = 0;
  Length foot_ = 0;
};

}  // namespace svod::typeset
