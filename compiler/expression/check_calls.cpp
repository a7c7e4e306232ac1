#include <algorithm>

#include "expression/checker.h"
#include "expression/codes.h"
#include "expression/core.h"

namespace svod::expression {
namespace {

std::string quoted(std::string_view text) { return "«" + std::string(text) + "»"; }

std::string called(const Node& node) {
  return (node.op == Op::filter ? "фильтра " : "функции ") + quoted(node.name);
}

}  // namespace

bool Checker::bind(const Syntax& syntax, const Function& function, Node& node, std::vector<bool>& given,
                   const Names& names) {
  const std::size_t count = function.parameters.size();
  bool good = node.children.empty() || node.children[0];
  std::size_t position = node.children.size();
  node.children.resize(std::max(count, node.children.size()));
  given.resize(node.children.size());
  bool named = false;
  bool extra = false;
  bool misplaced = false;
  for (const SyntaxArgument& argument : syntax.arguments) {
    std::size_t index = position;
    bool placed = true;
    if (!argument.name.empty()) {
      named = true;
      index = 0;
      while (index < count && function.parameters[index].name != argument.name) ++index;
      if (index == count) {
        std::vector<std::string> known;
        for (std::size_t i = position > 0 && node.op == Op::filter ? 1 : 0; i < count; ++i) {
          known.push_back(function.parameters[i].name);
        }
        std::string hint = names.variable(argument.name) ? "сравнение внутри функции возьмите в скобки: ((a = b))"
                           : known.empty()               ? "аргументов у неё нет"
                                                         : suggestion(argument.name, known);
        error(codes::unknown_argument, argument.at, "у " + called(node) + " нет аргумента " + quoted(argument.name),
              std::move(hint));
        placed = false;
      } else if (given[index]) {
        error(codes::repeated_argument, argument.at, "аргумент " + quoted(argument.name) + " дан дважды");
        placed = false;
      }
    } else if (named) {
      error(codes::argument_order, argument.at, "аргумент без имени стоит после именованного",
            "дайте ему имя или переставьте вперёд");
      placed = false;
    } else if (position >= count && !function.variadic) {
      // One report is enough, however many there are.
      if (!extra) {
        error(codes::extra_argument, argument.at, "у " + called(node) + " лишний аргумент",
              "аргументов не больше " + std::to_string(node.op == Op::filter ? count - 1 : count) +
                  "; дробная часть числа отделяется точкой");
      }
      extra = true;
      placed = false;
    } else {
      ++position;
    }
    Tree value = check(*argument.value, names);
    good = good && placed && value;
    misplaced = misplaced || !placed;
    if (!placed) continue;
    if (index >= node.children.size()) {
      node.children.resize(index + 1);
      given.resize(index + 1);
    }
    given[index] = true;
    node.children[index] = std::move(value);
  }
  for (std::size_t i = 0; i < count; ++i) {
    // What is missing may be what was misspelt.
    if (given[i] || misplaced || !function.parameters[i].required) continue;
    error(codes::missing_argument, node.end > 0 ? node.begin : 0,
          "для " + called(node) + " не хватает аргумента " + quoted(function.parameters[i].name));
    good = false;
  }
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (node.children[i]) good = check_argument(function, i, node) && good;
  }
  if (!good) return false;
  if (function.variadic && node.children.size() == count && !node.children.back()) node.children.pop_back();
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    node.parameters.push_back(i < count && !(function.variadic && i + 1 == count) ? function.parameters[i].name : "");
  }
  node.type = function.result;
  if (!node.children.empty() && node.children[0]) {
    const Type& first = node.children[0]->type;
    if (function.result_as_first) {
      node.type = first;
      for (const Tree& child : node.children) {
        const bool alike = function.parameters.back().accepts == Accepts::as_first;
        if (!child || !alike || node.type.kind != Kind::number) continue;
        if (node.type.unit.empty()) node.type.unit = child->type.unit;
      }
    }
    if (function.result_as_element && first.element) node.type = *first.element;
  }
  return true;
}

bool Checker::check_argument(const Function& function, std::size_t index, const Node& node) {
  const Parameter& parameter = function.parameters[std::min(index, function.parameters.size() - 1)];
  const Tree& child = node.children[index];
  const Type* wanted = &parameter.type;
  switch (parameter.accepts) {
    case Accepts::anything: return true;
    case Accepts::any_list:
      if (child->type.kind == Kind::list) return true;
      error(codes::argument_type, child->begin,
            "аргумент " + quoted(parameter.name) + " у " + called(node) + " – список, а здесь " +
                child->type.text_for_people());
      return false;
    case Accepts::as_first:
      if (!node.children[0]) return true;
      wanted = &node.children[0]->type;
      break;
    case Accepts::type: break;
  }
  if (!wanted->same(child->type)) {
    const std::string role = node.op == Op::filter && index == 0 ? "перед знаком | для " + called(node) + " нужно: "
                                                                 : "аргумент " + quoted(parameter.name) + " у " +
                                                                       called(node) + " – ";
    const bool date = wanted->kind == Kind::date && child->type.kind == Kind::text;
    error(codes::argument_type, child->begin,
          role + wanted->text_for_people() + ", а здесь " + child->type.text_for_people(),
          date ? "дата пишется date('ГГГГ-ММ-ДД')" : "");
    return false;
  }
  return same_units(*wanted, child->type, child->begin, "в одной функции");
}

Tree Checker::core_call(NodePtr node) {
  if (node->name == "date") {
    const std::string* text = node->children[0]->value.text();
    if (node->children[0]->op != Op::literal || text == nullptr) return node;
    const auto date = parse_iso_date(*text);
    if (!date) {
      return error(codes::bad_date, node->children[0]->begin, "нет такой даты: " + quoted(*text),
                   "дата пишется date('ГГГГ-ММ-ДД')");
    }
    auto literal = std::make_shared<Node>();
    literal->type = Type::date();
    literal->value = Value::of(*date);
    literal->begin = node->begin;
    literal->end = node->end;
    return literal;
  }
  if (node->name == "round" && node->children.size() > 1 && node->children[1]) {
    const Node& places = *node->children[1];
    const Number* number = places.op == Op::literal ? places.value.number() : nullptr;
    if (number == nullptr || !number->is_whole() || *number > Number(kMostPlaces)) {
      return error(codes::argument_value, places.begin,
                   "знаков после запятой бывает от 0 до " + std::to_string(kMostPlaces),
                   "напишите число, например round(1)");
    }
  }
  if (node->name == "min" || node->name == "max") {
    Type type = node->children[0]->type;
    if (type.kind == Kind::list && type.element && node->children.size() == 1) {
      type = *type.element;
      node->type = type;
    }
    if (type.kind != Kind::number && type.kind != Kind::date) {
      return error(codes::argument_type, node->children[0]->begin,
                   "функция " + quoted(node->name) + " – для чисел и дат, а здесь " + type.text_for_people());
    }
  }
  return node;
}

}  // namespace svod::expression
