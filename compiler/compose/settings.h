#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "compose/source_lines.h"
#include "definitions/yaml.h"

namespace svod::compose {

/// A map of YAML in a template, front matter or a block, read key by key. What is text takes `{{ }}`; what
/// is a value is an expression without braces.
class Settings {
 public:
  /// `what` names the map for messages: «блок table».
  Settings(const SourceLines& source, const definitions::Document& document, const definitions::Node& map,
           std::string what, Diagnostics& out)
      : source_(source), document_(document), map_(map), what_(std::move(what)), out_(out) {}

  const definitions::Node& node() const { return map_; }
  Location at() const { return place(map_); }
  Location place(const definitions::Node& node) const;
  /// Every other key is an error with the nearest of these.
  void allow(std::initializer_list<std::string_view> keys) const;
  /// An error where the key is absent.
  bool require(std::string_view key) const;
  const definitions::Node* find(std::string_view key) const { return map_.find(key); }
  bool has(std::string_view key) const { return find(key) != nullptr; }

  Wording wording(std::string_view key, const expression::Names& names) const;
  Wording wording(const definitions::Node& node, const expression::Names& names) const;
  Slot expression(std::string_view key, const expression::Names& names,
                  std::optional<expression::Type> expected = std::nullopt) const;
  Slot expression(const definitions::Node& node, const expression::Names& names,
                  std::optional<expression::Type> expected = std::nullopt) const;
  std::shared_ptr<const expression::Clause> clause(const definitions::Node& node,
                                                   const expression::Names& names) const;
  /// Text without expressions: a name.
  std::string word(std::string_view key) const;
  std::string word(const definitions::Node& node) const;
  bool flag(std::string_view key, bool otherwise = false) const;
  std::optional<int> integer(std::string_view key, int from, int to) const;
  Settings inner(const definitions::Node& map, std::string what) const;

  Diagnostic& error(const Code& code, const definitions::Node& node, std::string message, std::string hint) const;
  /// An error where the node is no map, no list.
  bool expect_map(const definitions::Node& node, std::string_view what) const;
  bool expect_list(const definitions::Node& node, std::string_view what) const;
  Diagnostics& out() const { return out_; }

 private:
  std::optional<std::string> bare(const definitions::Node& node) const;

  const SourceLines& source_;
  const definitions::Document& document_;
  const definitions::Node& map_;
  std::string what_;
  Diagnostics& out_;
};

/// «может быть, «x»?» or all that is known.
std::string suggestion(std::string_view given, std::initializer_list<std::string_view> known);
std::string suggestion(std::string_view given, const std::vector<std::string>& known);

}  // namespace svod::compose
