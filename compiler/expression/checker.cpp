#include "expression/checker.h"

#include "base/text.h"
#include "expression/codes.h"
#include "expression/core.h"

namespace svod::expression {
namespace {

std::string quoted(std::string_view text) { return "«" + std::string(text) + "»"; }

std::string joined(const Syntax& syntax, std::size_t count) {
  std::string name;
  for (std::size_t i = 0; i < count; ++i) name += (i > 0 ? "." : "") + syntax.path[i].name;
  return name;
}

const Function* function_named(std::string_view name, const Names& names) {
  if (const Function* core = core_function(name)) return core;
  return names.function(name);
}

std::vector<std::string> known_names(const Names& names) {
  std::vector<std::string> all = names.all();
  for (const Function& core : core_functions()) all.push_back(core.name);
  return all;
}

std::vector<std::string> known_functions(const Names& names) {
  std::vector<std::string> all;
  for (std::string& name : names.all()) {
    if (names.function(name) != nullptr) all.push_back(std::move(name));
  }
  for (const Function& core : core_functions()) all.push_back(core.name);
  return all;
}

std::vector<std::string> known_filters(const Names& names) {
  std::vector<std::string> all;
  for (std::string& name : names.all()) {
    if (names.filter(name) != nullptr) all.push_back(std::move(name));
  }
  for (const Function& core : core_filters()) all.push_back(core.name);
  return all;
}

}  // namespace

std::string suggestion(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string_view near = nearest(name, candidates);
  if (!near.empty()) return "может быть, " + quoted(near) + "?";
  if (candidates.empty() || candidates.size() > 12) return {};
  return "есть: " + join(candidates, ", ");
}

std::nullptr_t Checker::error(const Code& code, std::size_t at, std::string message, std::string hint) {
  place_.error(out_, code, at, std::move(message), std::move(hint));
  return nullptr;
}

Tree Checker::check(const Syntax& syntax, const Names& names) {
  switch (syntax.kind) {
    case Syntax::Kind::literal: {
      auto node = std::make_shared<Node>();
      node->value = syntax.value;
      node->type = syntax.value.text() != nullptr    ? Type::text()
                   : syntax.value.truth() != nullptr ? Type::boolean()
                                                     : Type::number();
      node->begin = syntax.begin;
      node->end = syntax.end;
      return node;
    }
    case Syntax::Kind::path: return path(syntax, names);
    case Syntax::Kind::call: return call(syntax, names);
    case Syntax::Kind::filter: return filter(syntax, names);
    case Syntax::Kind::sequence: return sequence(syntax, names);
    case Syntax::Kind::operation: return operation(syntax, names);
    case Syntax::Kind::field: {
      const Tree from = check(*syntax.children[0], names);
      return from ? field(from, syntax.path[0], syntax.end) : nullptr;
    }
  }
  return nullptr;
}

Tree Checker::path(const Syntax& syntax, const Names& names) {
  const std::size_t count = syntax.path.size();
  const auto variable = [&](std::size_t parts) -> Tree {
    const std::string name = joined(syntax, parts);
    const auto type = names.variable(name);
    if (!type) return nullptr;
    auto node = std::make_shared<Node>();
    node->op = Op::variable;
    node->type = *type;
    node->name = name;
    node->begin = syntax.begin;
    node->end = syntax.path[parts - 1].at + syntax.path[parts - 1].name.size();
    return node;
  };
  if (const Tree whole = variable(count)) return whole;
  if (function_named(joined(syntax, count), names) != nullptr) return call(syntax, names);
  for (std::size_t parts = count - 1; parts > 0; --parts) {
    if (const Tree head = variable(parts)) return fields(head, syntax, parts, names);
  }
  for (std::size_t parts = count - 1; parts > 0; --parts) {
    if (function_named(joined(syntax, parts), names) == nullptr) continue;
    Syntax head;
    head.kind = Syntax::Kind::call;
    head.begin = syntax.begin;
    head.path.assign(syntax.path.begin(), syntax.path.begin() + static_cast<std::ptrdiff_t>(parts));
    head.end = head.path.back().at + head.path.back().name.size();
    const Tree from = call(head, names);
    return from ? fields(from, syntax, parts, names) : nullptr;
  }
  const std::string name = joined(syntax, count);
  const std::vector<std::string> all = known_names(names);
  std::string hint = suggestion(name, all);
  if (count > 1 && hint.empty()) hint = suggestion(syntax.path[0].name, all);
  return error(codes::unknown_name, syntax.begin, "неизвестное имя " + quoted(name), std::move(hint));
}

Tree Checker::fields(Tree from, const Syntax& syntax, std::size_t first, const Names&) {
  for (std::size_t i = first; i < syntax.path.size() && from; ++i) {
    from = field(from, syntax.path[i], syntax.path[i].at + syntax.path[i].name.size());
  }
  return from;
}

Tree Checker::field(const Tree& from, const Syntax::Part& part, std::size_t end) {
  if (from->type.kind != Kind::record || !from->type.record) {
    return error(codes::unknown_field, part.at,
                 "нет поля " + quoted(part.name) + ": слева от точки стоит " + from->type.text_for_people() +
                     ", а не запись",
                 "уберите точку и имя поля");
  }
  const RecordType& record = *from->type.record;
  const auto found = record.fields.find(part.name);
  if (found == record.fields.end()) {
    std::vector<std::string> known;
    for (const auto& [name, type] : record.fields) known.push_back(name);
    return error(codes::unknown_field, part.at,
                 "у записи " + quoted(from->type.text_for_people()) + " нет поля " + quoted(part.name),
                 suggestion(part.name, known));
  }
  auto node = std::make_shared<Node>();
  node->op = Op::field;
  node->type = found->second;
  node->name = part.name;
  node->children.push_back(from);
  node->begin = from->begin;
  node->end = end;
  return node;
}

Tree Checker::call(const Syntax& syntax, const Names& names) {
  const std::string name = joined(syntax, syntax.path.size());
  const Function* function = function_named(name, names);
  auto node = std::make_shared<Node>();
  node->op = Op::call;
  node->name = name;
  node->begin = syntax.begin;
  node->end = syntax.end;
  if (function == nullptr) {
    for (const SyntaxArgument& argument : syntax.arguments) check(*argument.value, names);
    if (names.variable(name)) {
      return error(codes::unknown_function, syntax.begin, quoted(name) + " – не функция", "уберите скобки после имени");
    }
    return error(codes::unknown_function, syntax.begin, "неизвестная функция " + quoted(name),
                 suggestion(name, known_functions(names)));
  }
  std::vector<bool> given;
  if (!bind(syntax, *function, *node, given, names)) return nullptr;
  return core_function(name) != nullptr ? core_call(std::move(node)) : node;
}

Tree Checker::filter(const Syntax& syntax, const Names& names) {
  const std::string& name = syntax.path[0].name;
  const Tree piped = check(*syntax.children[0], names);
  const Function* core = core_filter(name);
  const Function* function = core != nullptr ? core : names.filter(name);
  if (function == nullptr) {
    for (const SyntaxArgument& argument : syntax.arguments) check(*argument.value, names);
    return error(codes::unknown_filter, syntax.path[0].at, "неизвестный фильтр " + quoted(name),
                 suggestion(name, known_filters(names)));
  }
  auto node = std::make_shared<Node>();
  node->op = Op::filter;
  node->name = name;
  node->begin = syntax.begin;
  node->end = syntax.end;
  node->children.push_back(piped);
  std::vector<bool> given{true};
  if (!bind(syntax, *function, *node, given, names)) return nullptr;
  return core != nullptr ? core_call(std::move(node)) : node;
}

Tree Checker::sequence(const Syntax& syntax, const Names& names) {
  auto clause = check(*syntax.clause, names);
  if (!clause) return nullptr;
  const BoundNames inner(names, clause->name, clause->element);
  const Tree body = check(*syntax.children[0], inner);
  if (!body) return nullptr;
  auto node = std::make_shared<Node>();
  node->op = Op::sequence;
  node->type = Type::list(body->type);
  node->children.push_back(body);
  node->clause = std::move(clause);
  node->begin = syntax.begin;
  node->end = syntax.end;
  return node;
}

std::shared_ptr<const Clause> Checker::check(const SyntaxClause& syntax, const Names& names) {
  auto clause = std::make_shared<Clause>();
  clause->name = syntax.name;
  bool good = true;
  clause->source = check(*syntax.source, names);
  if (syntax.limit) {
    clause->limit = check(*syntax.limit, names);
    good = clause->limit && need(Kind::number, clause->limit, "после limit");
  }
  if (!clause->source) return nullptr;
  if (clause->source->type.kind != Kind::list || !clause->source->type.element) {
    error(codes::not_list, clause->source->begin,
          "перебирать можно только список, а здесь " + clause->source->type.text_for_people());
    return nullptr;
  }
  clause->element = *clause->source->type.element;
  const BoundNames inner(names, clause->name, clause->element);
  if (syntax.where) {
    clause->where = check(*syntax.where, inner);
    good = clause->where && need(Kind::boolean, clause->where, "после where") && good;
  }
  for (const SyntaxClause::Key& key : syntax.order) {
    Tree by = check(*key.by, inner);
    if (by && (by->type.kind == Kind::list || by->type.kind == Kind::record)) {
      by = error(codes::operand_type, by->begin, "нельзя упорядочить: здесь " + by->type.text_for_people(),
                 by->type.kind == Kind::record ? "назовите поле записи" : "");
    }
    good = by && good;
    clause->order.push_back({std::move(by), key.descending});
  }
  if (!good) return nullptr;
  return clause;
}

}  // namespace svod::expression
