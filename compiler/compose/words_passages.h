#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compose/markdown.h"
#include "compose/press.h"
#include "compose/unroll.h"
#include "compose/words_text.h"
#include "document/document.h"

namespace svod::compose {

/// A place of a document's text that people may word themselves.
struct Place {
  enum class Kind : unsigned char { heading, paragraph, item, caption, note, empty, appendix, contents };

  struct Piece {
    Inline style;             ///< its look; for a binding also what prints it
    std::string literal;
    int binding = -1;         ///< in `bindings`; -1 for words
  };
  struct Binding {
    std::string source;       ///< the expression, or «#name» for a link's number
    std::string shown;        ///< what it prints now
    bool figure = false;      ///< rests on data
    Slot slot;                ///< in a block's wording
    std::string link;         ///< whose number is still to come
  };

  Kind kind = Kind::paragraph;
  document::Role role = document::Role::body;
  int level = 0;              ///< of a heading; depth of an item
  bool ordered = false;       ///< an item
  bool figure = false;        ///< a caption of a chart, not of a table
  std::string key, source, context;
  std::vector<Piece> pieces;
  std::vector<Binding> bindings;
  std::vector<Inline> before, after;   ///< «Таблица:», «{#name}»: no words, kept at the ends of whatever stands there
  std::string anchor;         ///< its name for links, as it stands while the document is made
  std::string place;          ///< «пункт 1.2», known when the document is numbered
  bool referred = false;      ///< a link of the document leads to this heading
  bool has_items = false;     ///< an item with items below it
  bool last = false;          ///< an item after which its outermost list ends
  int item = -1;              ///< the item that holds this one, in the places of the document
  int nth = 0;                ///< among the paragraphs of its section or item, or the lines of its list

  /// The wording with the values of now: «… {1: 78 выпускников} …».
  std::string text() const;
  std::string kind_text() const;
};

/// Whether two pieces of a line differ in their words alone.
bool same_look(const Inline& a, const Inline& b);

/// What a person's row makes of a place.
struct Change {
  struct Addition {
    Place::Kind kind = Place::Kind::paragraph;
    document::Role role = document::Role::body;
    int level = 0;              ///< of a heading; 0: as the nearest above
    bool ordered = true;
    bool below = false;         ///< an item one level deeper than the one before
    std::vector<OwnPart> parts;   ///< bindings counted from 1 in the place
  };
  bool replaced = false;
  bool deleted = false;
  std::vector<OwnPart> parts;
  std::vector<Addition> added;
};
using Changes = std::map<std::string, Change, std::less<>>;   ///< by key of the place

/// Finds the places of one document while it is written and, where it has changes, makes them.
class WordsEditor {
 public:
  explicit WordsEditor(const Changes* changes = nullptr) : changes_(changes) {}

  /// Before the next block of a fence is built: the block to build instead.
  std::shared_ptr<const BlockSpec> block(const std::shared_ptr<const BlockSpec>& spec, const expression::Scope& scope,
                                         const Press& press, const std::string& context);
  /// The number that it got among the blocks of fences; one that came to nothing gets none.
  void block_stands(std::size_t number);
  /// The parsed text, before blocks are made of it.
  void edit(MarkdownTree& tree, Unrolled& text);
  /// The blocks when they are numbered.
  void name_places(const document::Blocks& blocks);

  /// In the order of the document.
  const std::vector<Place>& places() const { return places_; }

 private:
  const Change* change_of(const Place& place) const;
  /// The places of a fence's block, as they stand in the document.
  const std::vector<Place>& places_of_block(std::string_view number) const;
  void give_key(Place& place);

  struct Mark {
    enum class Kind : unsigned char { heading, item, caption } kind;
    std::size_t place;      ///< in `places_`
    std::size_t ordinal;    ///< among the headings, items, or tables and charts of the document
  };

  const Changes* changes_;
  std::map<std::string, int> seen_;                ///< keys so far
  std::vector<Place> block_;                       ///< places of the last block
  std::map<std::size_t, std::vector<Place>> of_blocks_;   ///< places within the blocks of fences, by their number
  std::vector<Place> places_;
  std::vector<Mark> marks_;
  friend class PlaceFinder;
  friend class TreeEditor;
};

/// What an element of a loop is called in the context of a place: the same next year.
std::string loop_context(const std::string& outer, const std::string& variable, const expression::Value& element);

}  // namespace svod::compose
