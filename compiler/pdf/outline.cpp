#include "pdf/outline.h"

namespace svod::pdf {

OutlineTree nest(const std::vector<typeset::OutlineEntry>& entries) {
  OutlineTree tree;
  tree.nodes.resize(entries.size());
  std::vector<std::int32_t> open;  // the path to the last entry
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto self = static_cast<std::int32_t>(i);
    while (!open.empty() && entries[static_cast<std::size_t>(open.back())].level >= entries[i].level) open.pop_back();
    OutlineNode& node = tree.nodes[i];
    node.parent = open.empty() ? -1 : open.back();
    std::int32_t& first = open.empty() ? tree.first : tree.nodes[static_cast<std::size_t>(open.back())].first;
    std::int32_t& last = open.empty() ? tree.last : tree.nodes[static_cast<std::size_t>(open.back())].last;
    if (first < 0) first = self;
    node.previous = last;
    if (last >= 0) tree.nodes[static_cast<std::size_t>(last)].next = self;
    last = self;
    if (node.parent < 0) {
      ++tree.visible;
    } else {
      OutlineNode& parent = tree.nodes[static_cast<std::size_t>(node.parent)];
      ++parent.visible;
      if (parent.parent < 0) ++tree.visible;
    }
    open.push_back(self);
  }
  return tree;
}

}  // namespace svod::pdf
