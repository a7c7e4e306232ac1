#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "definitions/source_tree.h"
#include "expression/expression.h"

namespace svod::definitions {

/// Typed reading of a map that kept to its schema. A key that is not there, or empty, gives the fallback.
class Reader {
 public:
  Reader(const Document& document, const Node& node, Diagnostics& out)
      : document_(document), node_(node), out_(out) {}

  const Document& document() const { return document_; }
  const Node& node() const { return node_; }
  Diagnostics& out() const { return out_; }
  Location at() const { return document_.at(node_); }

  /// Null for a key that is not there or has no value.
  const Node* find(std::string_view key) const;
  /// The value of a key, else the map itself: where a fault about the key is shown.
  const Node& place(std::string_view key) const;
  Reader inside(const Node& node) const { return {document_, node, out_}; }

  std::string text(std::string_view key, std::string fallback = {}) const;
  bool flag(std::string_view key, bool fallback) const;
  int integer(std::string_view key, int fallback) const;
  std::optional<Number> number(std::string_view key) const;
  /// A day that is not in the calendar is D311 and nothing.
  std::optional<Date> date(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  std::vector<std::pair<std::string, const Node*>> pairs(std::string_view key) const;
  /// «error» or «warning»; true for an error.
  bool is_error(std::string_view key, bool fallback) const;

  /// Null where the key is not there, and after an error; `failed` tells the two apart.
  expression::Tree expression(std::string_view key, const expression::Names& names,
                              std::optional<expression::Type> expected, bool& failed) const;
  expression::Tree expression(const Node& value, const expression::Names& names,
                              std::optional<expression::Type> expected, bool& failed) const;
  std::shared_ptr<const expression::Clause> clause(const Node& value, const expression::Names& names) const;
  expression::Text message(std::string_view key, const expression::Names& names, bool& failed) const;

  Diagnostic& error(const Code& code, std::string_view key, std::string message, std::string hint = {}) const;
  Diagnostic& error(const Code& code, const Node& node, std::string message, std::string hint = {}) const;

 private:
  /// Moves what the compiler of expressions found from the scalar's text to its place in the file.
  void take_over(Diagnostics found, const Node& scalar) const;

  const Document& document_;
  const Node& node_;
  Diagnostics& out_;
};

/// «возможно, «x»» where a name is near; else empty.
std::string nearest_hint(std::string_view name, const std::vector<std::string>& known);

}  // namespace svod::definitions
