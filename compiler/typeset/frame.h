#pragma once

#include <algorithm>

#include "typeset/profile.h"

namespace svod::typeset {

/// The sheet and what of it the text may take.
struct Frame {
  Length page_width = 0, page_height = 0;
  Length left = 0, top = 0;
  Length width = 0, height = 0;  ///< of the text
};

/// `foot` is what the document's mark needs at the foot of each page: the bottom margin grows where that is
/// more than it has. A turned sheet has its binding margin at the top.
inline Frame frame_of(const Profile& profile, bool landscape, Length foot) {
  Frame frame;
  Length right = profile.right, bottom = profile.bottom;
  frame.page_width = profile.page_width, frame.page_height = profile.page_height;
  frame.left = profile.left, frame.top = profile.top;
  if (landscape) {
    std::swap(frame.page_width, frame.page_height);
    frame.left = profile.bottom, frame.top = profile.left;
    right = profile.top, bottom = std::max(profile.right, mm(15));
  }
  bottom = std::max(bottom, foot);
  frame.width = frame.page_width - frame.left - right;
  frame.height = frame.page_height - frame.top - bottom;
  return frame;
}

}  // namespace svod::typeset
