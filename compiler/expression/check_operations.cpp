#include "expression/checker.h"
#include "expression/codes.h"

namespace svod::expression {
namespace {

std::string_view sign_of(Op op) {
  switch (op) {
    case Op::negate:
    case Op::subtract: return "-";
    case Op::add: return "+";
    case Op::multiply: return "*";
    case Op::divide: return "/";
    default: return "";
  }
}

bool is_text_literal(const Tree& tree) { return tree->op == Op::literal && tree->value.text() != nullptr; }

std::string quoting_hint(const Tree& a, const Tree& b) {
  const auto one = [](const Tree& literal, const Tree& other) -> std::string {
    if (!is_text_literal(literal)) return {};
    if (other->type.kind == Kind::number) return "число пишется без кавычек: " + *literal->value.text();
    if (other->type.kind == Kind::date) return "дата пишется date('ГГГГ-ММ-ДД')";
    return {};
  };
  std::string hint = one(a, b);
  return hint.empty() ? one(b, a) : hint;
}

}  // namespace

Tree Checker::operation(const Syntax& syntax, const Names& names) {
  auto node = std::make_shared<Node>();
  node->op = syntax.op;
  node->begin = syntax.begin;
  node->end = syntax.end;
  bool good = true;
  for (const SyntaxPtr& child : syntax.children) {
    node->children.push_back(check(*child, names));
    good = node->children.back() && good;
  }
  if (!good) return nullptr;
  const auto type = operation_type(syntax, node->children);
  if (!type) return nullptr;
  node->type = *type;
  return node;
}

std::optional<Type> Checker::operation_type(const Syntax& syntax, const std::vector<Tree>& operands) {
  switch (syntax.op) {
    case Op::negate:
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide: return arithmetic(syntax, operands);
    case Op::equal:
    case Op::not_equal:
      if (!comparable(operands[0], operands[1], false, syntax.sign)) return std::nullopt;
      return Type::boolean();
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
      if (!comparable(operands[0], operands[1], true, syntax.sign)) return std::nullopt;
      return Type::boolean();
    case Op::between: {
      const bool low = comparable(operands[0], operands[1], true, operands[1]->begin);
      const bool high = comparable(operands[0], operands[2], true, operands[2]->begin);
      if (!low || !high) return std::nullopt;
      return Type::boolean();
    }
    case Op::in:
    case Op::not_in: return membership(operands);
    case Op::logical_and:
    case Op::logical_or: {
      const std::string_view where = syntax.op == Op::logical_and ? "рядом с and" : "рядом с or";
      const bool left = need(Kind::boolean, operands[0], where);
      const bool right = need(Kind::boolean, operands[1], where);
      if (!left || !right) return std::nullopt;
      return Type::boolean();
    }
    case Op::logical_not:
      if (!need(Kind::boolean, operands[0], "после not")) return std::nullopt;
      return Type::boolean();
    case Op::condition: return branches(operands);
    default: return std::nullopt;
  }
}

std::optional<Type> Checker::arithmetic(const Syntax& syntax, const std::vector<Tree>& operands) {
  bool good = true;
  for (const Tree& operand : operands) {
    if (operand->type.kind == Kind::number) continue;
    std::string hint;
    if (is_text_literal(operand)) {
      const std::string& text = *operand->value.text();
      if (Number::parse(text)) hint = "число пишется без кавычек: " + text;
    }
    error(codes::operand_type, operand->begin,
          "действие «" + std::string(sign_of(syntax.op)) + "» – для чисел, а здесь " + operand->type.text_for_people(),
          std::move(hint));
    good = false;
  }
  if (!good) return std::nullopt;
  const std::string& first = operands[0]->type.unit;
  if (syntax.op == Op::negate) return Type::number(first);
  const std::string& second = operands[1]->type.unit;
  if (syntax.op == Op::add || syntax.op == Op::subtract) {
    if (!same_units(operands[0]->type, operands[1]->type, syntax.sign,
                    syntax.op == Op::add ? "складываются" : "вычитаются")) {
      return std::nullopt;
    }
    return Type::number(first.empty() ? second : first);
  }
  // A share of a score is a score; a score by a score is a bare number.
  if (second.empty()) return Type::number(first);
  return Type::number(first.empty() && syntax.op == Op::multiply ? second : "");
}

std::optional<Type> Checker::membership(const std::vector<Tree>& operands) {
  const Tree& wanted = operands[0];
  if (operands.size() == 2 && operands[1]->type.kind == Kind::list) {
    const Type& list = operands[1]->type;
    if (list.element && !wanted->type.same(*list.element)) {
      error(codes::operand_type, operands[1]->begin,
            "в списке ищется " + wanted->type.text_for_people() + ", а в нём " + list.element->text_for_people());
      return std::nullopt;
    }
    if (list.element && !same_units(wanted->type, *list.element, operands[1]->begin, "сравниваются")) {
      return std::nullopt;
    }
    return Type::boolean();
  }
  // A bare value after `in` without parentheses is a list that is none.
  if (operands.size() == 2) {
    const std::string_view between = place_.source().substr(wanted->end, operands[1]->begin - wanted->end);
    if (between.find('(') == std::string_view::npos) {
      error(codes::not_list, operands[1]->begin,
            "после in нужен список, а здесь " + operands[1]->type.text_for_people(),
            "перечислите значения в скобках: x in ('а', 'б')");
      return std::nullopt;
    }
  }
  bool good = true;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    good = comparable(wanted, operands[i], false, operands[i]->begin) && good;
  }
  if (!good) return std::nullopt;
  return Type::boolean();
}

std::optional<Type> Checker::branches(const std::vector<Tree>& operands) {
  const bool good = need(Kind::boolean, operands[0], "после if");
  const Type& yes = operands[1]->type;
  const Type& no = operands[2]->type;
  if (!yes.same(no) || (!yes.unit.empty() && !no.unit.empty() && yes.unit != no.unit)) {
    error(codes::branches, operands[2]->begin,
          "после then стоит " + yes.text_for_people() + ", а после else – " + no.text_for_people());
    return std::nullopt;
  }
  if (!good) return std::nullopt;
  return yes.unit.empty() ? no : yes;
}

bool Checker::comparable(const Tree& a, const Tree& b, bool ordered, std::size_t sign) {
  const Type& first = a->type;
  const Type& second = b->type;
  if (!first.same(second)) {
    error(codes::operand_type, sign,
          "нельзя сравнить: слева " + first.text_for_people() + ", справа " + second.text_for_people(),
          quoting_hint(a, b));
    return false;
  }
  if (first.kind == Kind::list || (ordered && (first.kind == Kind::boolean || first.kind == Kind::record))) {
    error(codes::operand_type, sign,
          first.kind == Kind::list ? "списки не сравниваются" : "здесь нет больше и меньше: " + first.text_for_people(),
          first.kind == Kind::record ? "сравните поле записи" : "");
    return false;
  }
  return same_units(first, second, sign, "сравниваются");
}

bool Checker::need(Kind kind, const Tree& tree, std::string_view where) {
  if (tree->type.kind == kind) return true;
  const bool condition = kind == Kind::boolean;
  error(condition ? codes::not_condition : codes::operand_type, tree->begin,
        std::string(where) + (condition ? " нужно условие" : " нужно число") + ", а здесь " +
            tree->type.text_for_people(),
        condition ? "добавьте сравнение или known(…)" : "");
  return false;
}

bool Checker::same_units(const Type& a, const Type& b, std::size_t at, std::string_view what) {
  if (a.unit.empty() || b.unit.empty() || a.unit == b.unit) return true;
  error(codes::units, at, std::string(what) + " разные единицы: «" + a.unit + "» и «" + b.unit + "»",
        "проверьте, те ли показатели названы");
  return false;
}

}  // namespace svod::expression
