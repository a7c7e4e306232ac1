#pragma once

#include <set>

#include "compose/words_passages.h"

namespace svod::compose {

/// Finds the places of a parsed text and marks the nodes that hold them.
class PlaceFinder {
 public:
  PlaceFinder(WordsEditor& editor, const Unrolled& text) : editor_(editor), text_(text) {}
  void find(MarkdownNode& root);

 private:
  struct Around {
    int item = -1;         ///< place of the item that holds this
    int depth = 0;         ///< of lists
    bool last = true;      ///< nothing follows in the lists around
  };
  void children(MarkdownNode& parent, const Around& around);
  void list(MarkdownNode& node, const Around& around);
  void block(const MarkdownNode& node);
  /// Takes a paragraph or heading in as a place, where it prints anything.
  bool add(MarkdownNode& node, Place place, const Around& around);
  /// Pieces, bindings and source of a line of text.
  void read(const std::vector<Inline>& inlines, int include, Place& place);
  void add_binding(Place& place, const Inline& style, Place::Binding binding) const;
  bool prints(const MarkdownNode& node) const;
  std::string with_values(std::string_view text) const;
  std::string with_sources(std::string_view text) const;
  void count(const document::Blocks& blocks);

  const LineOrigin& origin(const MarkdownNode& node) const { return text_.origins[static_cast<std::size_t>(node.line - 1)]; }

  WordsEditor& editor_;
  const Unrolled& text_;
  std::size_t headings_ = 0, items_ = 0, tables_ = 0;   ///< so far
  int paragraphs_ = 0;                                  ///< since the last heading
  std::set<std::string> links_;
};

/// Makes the changes in the parsed text: places worded anew, taken out, put in after others.
class TreeEditor {
 public:
  TreeEditor(const WordsEditor& editor, Unrolled& text) : editor_(editor), text_(text) {}
  void edit(MarkdownNode& root);

 private:
  using Nodes = std::vector<MarkdownNode>;
  /// An addition that the list around its anchor finds a seat for.
  struct Pending {
    const Place* anchor = nullptr;
    const Change::Addition* addition = nullptr;
    int line = 0;
  };
  struct Around {
    int depth = 0;
    std::vector<Pending>* pending = nullptr;   ///< of the item around; null outside lists
  };
  void children(MarkdownNode& parent, const Around& around, Nodes& after_list);
  void list(MarkdownNode& node, const Around& around, Nodes& after_list);
  void add_after(const Place& place, int line, const Around& around, Nodes& out) const;
  std::vector<Inline> inlines(const Place& place, const std::vector<OwnPart>& parts) const;
  MarkdownNode paragraph(const Pending& pending) const;
  MarkdownNode item(const Pending& pending) const;
  /// Outside lists: a paragraph, a heading, an item in a list of its own.
  void append(const Pending& pending, Nodes& out) const;
  const Place* place_of(const MarkdownNode& node) const;
  /// One more line of the text, as that one but of this role.
  int new_line(int like, document::Role role) const;
  /// Marks of footnotes may have gone or changed places: notes are numbered by the marks that stand now.
  void renumber_notes(MarkdownNode& root);

  const WordsEditor& editor_;
  Unrolled& text_;
};

}  // namespace svod::compose
