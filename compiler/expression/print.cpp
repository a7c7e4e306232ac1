#include "base/text.h"
#include "expression/expression.h"

namespace svod::expression {
namespace {

// How tightly a node holds together; a child that is looser than its place needs parentheses.
enum Level : int { loosest, piped, disjunct, conjunct, negated, compared, added, multiplied, signed_, tightest };

int level(const Node& node) {
  switch (node.op) {
    case Op::condition: return loosest;
    case Op::filter: return piped;
    case Op::logical_or: return disjunct;
    case Op::logical_and: return conjunct;
    case Op::logical_not: return negated;
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::in:
    case Op::not_in:
    case Op::between: return compared;
    case Op::add:
    case Op::subtract: return added;
    case Op::multiply:
    case Op::divide: return multiplied;
    case Op::negate: return signed_;
    default: return tightest;
  }
}

std::string at_least(const Tree& tree, int wanted) {
  return level(*tree) < wanted ? "(" + print(tree) + ")" : print(tree);
}

std::string literal(const Value& value) {
  if (const Number* number = value.number()) return number->text();
  if (const std::string* text = value.text()) return "'" + replace_all(*text, "'", "''") + "'";
  if (const bool* truth = value.truth()) return *truth ? "true" : "false";
  if (const Date* date = value.date()) return "date('" + iso(*date) + "')";
  return {};
}

std::string binary(const Node& node, std::string_view sign, int left, int right) {
  return at_least(node.children[0], left) + " " + std::string(sign) + " " + at_least(node.children[1], right);
}

/// «a = …» at the head of an argument would be read as its name.
bool looks_named(std::string_view argument) {
  const std::size_t end = argument.find_first_of(" .()[]'|,");
  return end != std::string_view::npos && argument.substr(end).starts_with(" = ");
}

// Arguments after a gap are given by name.
std::string arguments(const Node& node, std::size_t first) {
  std::string out;
  bool gap = false;
  for (std::size_t i = first; i < node.children.size(); ++i) {
    const Tree& child = node.children[i];
    if (!child) {
      gap = true;
      continue;
    }
    if (!out.empty()) out += ", ";
    if (gap) {
      out += node.parameters[i] + " = " + print(child);
    } else {
      const std::string printed = print(child);
      out += looks_named(printed) ? "(" + printed + ")" : printed;
    }
  }
  return out;
}

std::string membership(const Node& node, std::string_view word) {
  std::string out = at_least(node.children[0], added) + " " + std::string(word) + " ";
  if (node.children.size() == 2 && node.children[1]->type.kind == Kind::list) {
    return out + at_least(node.children[1], added);
  }
  out += "(";
  for (std::size_t i = 1; i < node.children.size(); ++i) out += (i > 1 ? ", " : "") + print(node.children[i]);
  return out + ")";
}

}  // namespace

std::string print(const Tree& tree) {
  const Node& node = *tree;
  switch (node.op) {
    case Op::literal: return literal(node.value);
    case Op::variable: return node.name;
    case Op::field: return at_least(node.children[0], tightest) + "." + node.name;
    case Op::call: return node.name + "(" + arguments(node, 0) + ")";
    case Op::filter: {
      const std::string given = arguments(node, 1);
      return at_least(node.children[0], piped) + " | " + node.name + (given.empty() ? "" : "(" + given + ")");
    }
    case Op::negate: return "-" + at_least(node.children[0], signed_);
    case Op::add: return binary(node, "+", added, multiplied);
    case Op::subtract: return binary(node, "-", added, multiplied);
    case Op::multiply: return binary(node, "*", multiplied, signed_);
    case Op::divide: return binary(node, "/", multiplied, signed_);
    case Op::equal: return binary(node, "=", added, added);
    case Op::not_equal: return binary(node, "!=", added, added);
    case Op::less: return binary(node, "<", added, added);
    case Op::less_equal: return binary(node, "<=", added, added);
    case Op::greater: return binary(node, ">", added, added);
    case Op::greater_equal: return binary(node, ">=", added, added);
    case Op::logical_and: return binary(node, "and", conjunct, negated);
    case Op::logical_or: return binary(node, "or", disjunct, conjunct);
    case Op::logical_not: return "not " + at_least(node.children[0], negated);
    case Op::in: return membership(node, "in");
    case Op::not_in: return membership(node, "not in");
    case Op::between:
      return at_least(node.children[0], added) + " between " + at_least(node.children[1], added) + " and " +
             at_least(node.children[2], added);
    case Op::condition:
      return "if " + print(node.children[0]) + " then " + print(node.children[1]) + " else " + print(node.children[2]);
    case Op::sequence: return "[" + print(node.children[0]) + " for " + print(*node.clause) + "]";
  }
  return {};
}

std::string print(const Clause& clause) {
  std::string out = clause.name + " in " + print(clause.source);
  if (clause.where) out += " where " + print(clause.where);
  for (std::size_t i = 0; i < clause.order.size(); ++i) {
    out += (i == 0 ? " order by " : ", ") + print(clause.order[i].by) + (clause.order[i].descending ? " desc" : "");
  }
  if (clause.limit) out += " limit " + print(clause.limit);
  return out;
}

}  // namespace svod::expression
