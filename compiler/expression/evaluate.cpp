#include <algorithm>

#include "expression/core.h"

namespace svod::expression {
namespace {

enum class Truth : unsigned char { no, unknown, yes };

Truth truth(const Value& value) {
  const bool* known = value.truth();
  return known == nullptr ? Truth::unknown : *known ? Truth::yes : Truth::no;
}

Value arithmetic(Op op, const Value& a, const Value& b) {
  const Number* first = a.number();
  const Number* second = b.number();
  if (first == nullptr || second == nullptr) return absent_like(a, b);
  switch (op) {
    case Op::add: return of(add(*first, *second));
    case Op::subtract: return of(subtract(*first, *second));
    case Op::multiply: return of(multiply(*first, *second));
    default: return second->is_zero() ? Value::absent(State::zero) : of(divide(*first, *second));
  }
}

Value comparison(Op op, const Value& a, const Value& b) {
  if (!a.known() || !b.known()) return absent_like(a, b);
  switch (op) {
    case Op::equal: return Value::of(equal(a, b));
    case Op::not_equal: return Value::of(!equal(a, b));
    case Op::less: return Value::of(less(a, b));
    case Op::less_equal: return Value::of(!less(b, a));
    case Op::greater: return Value::of(less(b, a));
    default: return Value::of(!less(a, b));
  }
}

Value negation(const Value& value) {
  const bool* known = value.truth();
  return known == nullptr ? absent_like(value, value) : Value::of(!*known);
}

Value conjunction(const Value& a, const Value& b) {
  if (truth(a) == Truth::no || truth(b) == Truth::no) return Value::of(false);
  if (truth(a) == Truth::yes && truth(b) == Truth::yes) return Value::of(true);
  return absent_like(a, b);
}

Value disjunction(const Value& a, const Value& b) {
  if (truth(a) == Truth::yes || truth(b) == Truth::yes) return Value::of(true);
  if (truth(a) == Truth::no && truth(b) == Truth::no) return Value::of(false);
  return absent_like(a, b);
}

Value membership(const Value& wanted, const List& list) {
  if (!wanted.known()) return absent_like(wanted, wanted);
  const Value* unknown = nullptr;
  for (const Value& item : list) {
    if (equal(wanted, item)) return Value::of(true);
    if (!item.known()) unknown = &item;
  }
  return unknown != nullptr ? absent_like(list) : Value::of(false);
}

Value membership(const Node& node, const Scope& scope) {
  const Value wanted = evaluate(node.children[0], scope);
  if (node.children.size() == 2 && node.children[1]->type.kind == Kind::list) {
    const Value held = evaluate(node.children[1], scope);
    return held.list() == nullptr ? absent_like(wanted, held) : membership(wanted, *held.list());
  }
  List list;
  for (std::size_t i = 1; i < node.children.size(); ++i) list.push_back(evaluate(node.children[i], scope));
  return membership(wanted, list);
}

std::vector<Value> arguments_of(const Node& node, const Scope& scope) {
  std::vector<Value> arguments;
  arguments.reserve(node.children.size());
  for (const Tree& child : node.children) arguments.push_back(child ? evaluate(child, scope) : Value::absent());
  return arguments;
}

Value call(const Node& node, const Scope& scope) {
  const std::vector<Value> arguments = arguments_of(node, scope);
  if (core_function(node.name) != nullptr) return call_core(node.name, arguments);
  // To a scope an absent argument means «not given»: one that was given and is not known must not turn into
  // the figure of everybody.
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (node.children[i] && !arguments[i].known()) return absent_like(arguments[i], arguments[i]);
  }
  return scope.call(node.name, arguments);
}

Value filter(const Node& node, const Scope& scope) {
  const std::vector<Value> arguments = arguments_of(node, scope);
  return core_filter(node.name) != nullptr ? apply_core(node.name, arguments) : scope.apply(node.name, arguments);
}

/// Nothing, and the state of what was absent in `absent`, where source or limit is.
std::optional<std::vector<Value>> selected(const Clause& clause, const Scope& scope, Value& absent) {
  const Value source = evaluate(clause.source, scope);
  if (source.list() == nullptr) {
    absent = absent_like(source, source);
    return std::nullopt;
  }
  std::optional<Number> limit;
  if (clause.limit) {
    const Value value = evaluate(clause.limit, scope);
    if (value.number() == nullptr) {
      absent = absent_like(value, value);
      return std::nullopt;
    }
    limit = *value.number();
  }
  struct Row {
    Value element;
    std::vector<Value> keys;
  };
  std::vector<Row> rows;
  for (const Value& element : *source.list()) {
    Row row{element, {}};
    const Bound inner(scope, clause.name, element);
    if (clause.where && truth(evaluate(clause.where, inner)) != Truth::yes) continue;
    for (const Clause::Key& key : clause.order) row.keys.push_back(evaluate(key.by, inner));
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    for (std::size_t i = 0; i < clause.order.size(); ++i) {
      const Value& first = a.keys[i];
      const Value& second = b.keys[i];
      const bool swap = clause.order[i].descending && first.known() && second.known();
      if (swap ? less(second, first) : less(first, second)) return true;
      if (swap ? less(first, second) : less(second, first)) return false;
    }
    return false;
  });
  std::vector<Value> elements;
  for (Row& row : rows) {
    if (limit && Number(static_cast<std::int64_t>(elements.size())) >= *limit) break;
    elements.push_back(std::move(row.element));
  }
  return elements;
}

Value sequence(const Node& node, const Scope& scope) {
  Value absent;
  const auto elements = selected(*node.clause, scope, absent);
  if (!elements) return absent;
  List list;
  list.reserve(elements->size());
  for (const Value& element : *elements) {
    list.push_back(evaluate(node.children[0], Bound(scope, node.clause->name, element)));
  }
  return Value::of(std::move(list));
}

}  // namespace

Value evaluate(const Tree& tree, const Scope& scope) {
  const Node& node = *tree;
  const auto child = [&](std::size_t i) { return evaluate(node.children[i], scope); };
  switch (node.op) {
    case Op::literal: return node.value;
    case Op::variable: return scope.variable(node.name);
    case Op::field: {
      const Value from = child(0);
      return from.record() == nullptr ? absent_like(from, from) : from.record()->field(node.name);
    }
    case Op::call: return call(node, scope);
    case Op::filter: return filter(node, scope);
    case Op::negate: return arithmetic(Op::subtract, Value::of(Number(0)), child(0));
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide: return arithmetic(node.op, child(0), child(1));
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal: return comparison(node.op, child(0), child(1));
    case Op::logical_and: return conjunction(child(0), child(1));
    case Op::logical_or: return disjunction(child(0), child(1));
    case Op::logical_not: return negation(child(0));
    case Op::in: return membership(node, scope);
    case Op::not_in: return negation(membership(node, scope));
    case Op::between: {
      const Value value = child(0);
      return conjunction(comparison(Op::greater_equal, value, child(1)), comparison(Op::less_equal, value, child(2)));
    }
    case Op::condition: {
      const Value which = child(0);
      if (truth(which) == Truth::unknown) return absent_like(which, which);
      return child(truth(which) == Truth::yes ? 1 : 2);
    }
    case Op::sequence: return sequence(node, scope);
  }
  return Value::absent();
}

std::vector<Value> select(const Clause& clause, const Scope& scope) {
  Value absent;
  return selected(clause, scope, absent).value_or(std::vector<Value>{});
}

}  // namespace svod::expression
