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

}  // namespace svod::expression
