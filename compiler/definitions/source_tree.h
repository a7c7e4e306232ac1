#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/location.h"

namespace svod::definitions {

/// A value of a definition as it was written. Scalars keep their text; `kind` is what a plain scalar means in
/// YAML's core schema, and `text` for anything in quotes.
struct Node {
  enum class Kind : unsigned char { null, boolean, integer, number, text, list, map };
  struct Entry;

  Kind kind = Kind::null;
  int line = 0;              ///< from 1; 0 for a value that stands in a spreadsheet or nowhere
  int column = 0;            ///< from 1, in characters
  int sheet = -1;            ///< of a spreadsheet: index in Document::sheets
  CellRef cell;
  std::string text;          ///< of a scalar
  std::vector<Node> items;   ///< of a list
  std::vector<Entry> entries;  ///< of a map, in their order

  bool is_scalar() const { return kind != Kind::list && kind != Kind::map; }
  /// The value of a key, or null. A key with an empty value is there, with kind null.
  const Node* find(std::string_view key) const;
  const Node* key(std::string_view key) const;

  static Node scalar(Kind kind, std::string text, const Node& place);
  static Node of_kind(Kind kind, const Node& place);
  Node& add(std::string key, Node value);
};

struct Node::Entry {
  Node key;
  Node value;
};

/// A definition file read: its tree, and what is needed to point into it.
struct Document {
  std::string file;                  ///< as shown to the user
  std::vector<std::string> lines;    ///< of a text file
  std::vector<std::string> sheets;   ///< of a spreadsheet
  Node root;

  Location at(const Node& node) const;
  /// The place in the file of a character (from 0) of a scalar's text, whatever quotes, escapes, folding and
  /// indentation stand between.
  Location at(const Node& scalar, std::size_t character) const;
  std::string excerpt(const Location& where) const;

  Diagnostic& error(Diagnostics& out, const Code& code, const Node& node, std::string message,
                    std::string hint = {}) const;
  Diagnostic& warning(Diagnostics& out, const Code& code, const Node& node, std::string message,
                      std::string hint = {}) const;
};

}  // namespace svod::definitions
