#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "definitions/loading.h"
#include "definitions/plan.h"

namespace svod::definitions {

/// Reads a map of a plan, a regulation or a paper as people wrote it. What the schema refused was reported and
/// reads as nothing, the rest is read: one slip in two hundred measures does not hide the faults of the others.
class WrittenReader {
 public:
  WrittenReader(const Checked& file, const Node& node, Loading& loading)
      : file_(file), reader_(file.document, node, loading.out), loading_(loading) {}

  const Reader& reader() const { return reader_; }
  Location at() const { return reader_.at(); }
  /// A list, or a map, that stands under a key; null for anything else.
  const Node* list(std::string_view key) const;
  const Node* map(std::string_view key) const;
  WrittenReader inside(const Node& node) const { return {file_, node, loading_}; }

  /// What `read` makes of each map of a list.
  template <class Read>
  auto each(std::string_view key, Read read) const {
    std::vector<decltype(read(std::declval<const WrittenReader&>()))> made;
    if (const Node* items = list(key)) {
      for (const Node& item : items->items) {
        if (item.kind == Node::Kind::map) made.push_back(read(inside(item)));
      }
    }
    return made;
  }

  /// A word of ours: an id, one of a closed list.
  std::string word(std::string_view key, std::string fallback = {}) const;
  /// The `id` of the map, which no other of its kind in the file may have.
  std::string own_id(std::string_view what) const;
  Written written(std::string_view key) const;
  /// One text, or a list of them.
  std::vector<Written> several(std::string_view key) const;
  /// Paragraphs: as `several`, and a line end inside a text ends a paragraph too.
  std::vector<Written> paragraphs(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  std::vector<Clause> clauses(std::string_view key) const;
  std::vector<WrittenTable> tables(std::string_view key) const;
  ActReference act(std::string_view key, Reference::Target target) const;
  /// year -> value
  std::map<int, PlanIndicator::Value> years(std::string_view key) const;
  PlanIndicator::Value value(std::string_view key) const;

  /// An id, or a list of ids, that must be found when everything is loaded.
  std::string id(std::string_view key, Reference::Target target) const;
  std::vector<std::string> ids(std::string_view key, Reference::Target target) const;
  /// The same of texts, where one that is written as an id is meant as one.
  std::vector<Written> several(std::string_view key, Reference::Target target) const;
  Written written(std::string_view key, Reference::Target target) const;

 private:
  Written of(const Node& node) const;
  PlanIndicator::Value value_of(const Node& node) const;
  void refer(const Node& node, Reference::Target target) const;
  Clause clause() const;

  const Checked& file_;
  Reader reader_;
  Loading& loading_;
};

}  // namespace svod::definitions
