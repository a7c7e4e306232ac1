#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace svod::compose {

struct Inline {
  enum class Kind : unsigned char { text, soft_break, line_break };
  Kind kind = Kind::text;
  std::string text;
  bool bold = false;
  bool italic = false;
  std::string link;   ///< an anchor, without «#»
  document::Run::Position position = document::Run::Position::normal;   ///< «м^2^», «H~2~O»
};

/// The part of CommonMark that a document has: paragraphs, headings, lists, tables, and blocks of our own.
struct MarkdownNode {
  enum class Kind : unsigned char { root, paragraph, heading, list, item, table, row, cell, block };
  Kind kind = Kind::root;
  int line = 0;            ///< of the parsed text, from 1
  int level = 0;           ///< of a heading
  bool ordered = false;    ///< a list
  int start = 1;           ///< its first number
  bool bracket = false;    ///< «1)» instead of «1.»
  bool right = false;      ///< a cell of a column that is aligned at right
  bool centred = false;
  int place = -1;          ///< of its words among those that people may change; -1: none
  std::string text;        ///< of a block
  std::vector<Inline> inlines;
  std::vector<MarkdownNode> children;
};

struct MarkdownFault {
  int line = 0;
  std::string message;
  std::string hint;
};

struct MarkdownTree {
  MarkdownNode root;
  std::vector<MarkdownFault> faults;   ///< what stands in the text and has no place in a document
};

/// The info string of a fenced block that stands for a block of the template; its text is the block's number.
inline constexpr std::string_view kBlockFence = "svod-block";

MarkdownTree parse_markdown(std::string_view text);

}  // namespace svod::compose
