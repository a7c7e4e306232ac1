#pragma once

#include "expression/place.h"
#include "expression/syntax.h"

namespace svod::expression {

/// Gives names and types to what was parsed. Goes on after an error, so that all of them are reported; null
/// when there was one.
class Checker {
 public:
  Checker(const Place& place, Diagnostics& out) : place_(place), out_(out) {}

  Tree check(const Syntax& syntax, const Names& names);
  std::shared_ptr<const Clause> check(const SyntaxClause& clause, const Names& names);

 private:
  using NodePtr = std::shared_ptr<Node>;

  Tree path(const Syntax& syntax, const Names& names);
  Tree fields(Tree from, const Syntax& syntax, std::size_t first, const Names& names);
  Tree field(const Tree& from, const Syntax::Part& part, std::size_t end);
  Tree call(const Syntax& syntax, const Names& names);
  Tree filter(const Syntax& syntax, const Names& names);
  Tree sequence(const Syntax& syntax, const Names& names);
  Tree operation(const Syntax& syntax, const Names& names);
  std::optional<Type> operation_type(const Syntax& syntax, const std::vector<Tree>& operands);
  std::optional<Type> arithmetic(const Syntax& syntax, const std::vector<Tree>& operands);
  std::optional<Type> membership(const std::vector<Tree>& operands);
  std::optional<Type> branches(const std::vector<Tree>& operands);

  /// Places the arguments by the parameters of `function`; false when something was reported.
  bool bind(const Syntax& syntax, const Function& function, Node& node, std::vector<bool>& given, const Names& names);
  bool check_argument(const Function& function, std::size_t index, const Node& node);
  /// What the tables cannot say about the core functions; may replace the node by a literal.
  Tree core_call(NodePtr node);

  bool comparable(const Tree& a, const Tree& b, bool ordered, std::size_t sign);
  bool need(Kind kind, const Tree& tree, std::string_view where);
  bool same_units(const Type& a, const Type& b, std::size_t at, std::string_view what);
  std::nullptr_t error(const Code& code, std::size_t at, std::string message, std::string hint = {});

  const Place& place_;
  Diagnostics& out_;
};

/// «может быть, «participants»?», else the candidates where they are few, else nothing.
std::string suggestion(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace svod::expression
