#include <algorithm>

#include "expression/expression.h"

namespace svod::expression {
namespace {

class Reader {
 public:
  std::vector<std::string> found;

  void read(const Tree& tree) {
    if (!tree) return;
    if (tree->op == Op::variable) {
      // A name that a comprehension binds is its own, not one of the row.
      const bool bound = std::find(bound_.begin(), bound_.end(), tree->name) != bound_.end();
      if (!bound && std::find(found.begin(), found.end(), tree->name) == found.end()) found.push_back(tree->name);
      return;
    }
    if (!tree->clause) {
      for (const Tree& child : tree->children) read(child);
      return;
    }
    const Clause& clause = *tree->clause;
    read(clause.source);
    read(clause.limit);
    bound_.push_back(clause.name);
    for (const Tree& child : tree->children) read(child);
    read(clause.where);
    for (const Clause::Key& key : clause.order) read(key.by);
    bound_.pop_back();
  }

 private:
  std::vector<std::string> bound_;
};

}  // namespace

std::vector<std::string> variables(const Tree& tree) {
  Reader reader;
  reader.read(tree);
  return reader.found;
}

namespace {

void add_calls(const Tree& tree, std::vector<std::string>& found) {
  if (!tree) return;
  if (tree->op == Op::call && std::find(found.begin(), found.end(), tree->name) == found.end()) found.push_back(tree->name);
  for (const Tree& child : tree->children) add_calls(child, found);
  if (!tree->clause) return;
  add_calls(tree->clause->source, found);
  add_calls(tree->clause->where, found);
  for (const Clause::Key& key : tree->clause->order) add_calls(key.by, found);
  add_calls(tree->clause->limit, found);
}

}  // namespace

std::vector<std::string> calls(const Tree& tree) {
  std::vector<std::string> found;
  add_calls(tree, found);
  return found;
}

}  // namespace svod::expression
