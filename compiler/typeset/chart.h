#pragma once

#include "diagnostics/diagnostic.h"
#include "typeset/frame.h"
#include "typeset/galley.h"
#include "typeset/paragraph.h"

namespace svod::typeset {

/// Makes strips of charts: a figure that no page's end divides, its caption below it, its notes. A chart with more
/// rows than a page holds is divided into parts of one scale; nothing of it is ever cut.
class ChartSetter {
 public:
  ChartSetter(const Profile& profile, Shaper& shaper, Galley& galley, Diagnostics& diagnostics);

  /// `above` is what the block before asks for under it; `frame` is what the chart may take of a page.
  void set(const document::Chart& chart, const Location& origin, std::int32_t destination, Length above,
           const Frame& frame);

 private:
  void warn(const document::Chart& chart, const Location& origin);
  Length lines_height(std::string_view text, const TextStyle& style, Length width);
  void set_lines(std::string_view text, const TextStyle& style, Length width, Length above, Keep keep);

  const ChartLook& look_;
  Paragraphs text_;
  Galley& galley_;
  Diagnostics& diagnostics_;
};

}  // namespace svod::typeset
