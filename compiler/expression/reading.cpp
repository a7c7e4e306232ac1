#include <algorithm>

#include "base/text.h"
#include "expression/core.h"

namespace svod::expression {
namespace {

/// «отметка „2“»: quotes inside quotes change their shape.
std::string quoted(std::string text) {
  text = replace_all(std::move(text), "«", "„");
  return "«" + replace_all(std::move(text), "»", "“") + "»";
}

enum Level : int { loosest, disjunct, conjunct, negated, compared, added, multiplied, tightest };

int level(const Node& node) {
  switch (node.op) {
    case Op::condition:
    case Op::filter: return loosest;
    case Op::logical_or: return disjunct;
    case Op::logical_and: return conjunct;
    case Op::logical_not: return negated;
    case Op::add:
    case Op::subtract: return added;
    case Op::multiply:
    case Op::divide: return multiplied;
    case Op::literal:
    case Op::variable:
    case Op::field:
    case Op::call:
    case Op::negate:
    case Op::sequence: return tightest;
    default: return compared;
  }
}

class Reader {
 public:
  explicit Reader(const Names& names) : names_(names) {}

  std::string read(const Tree& tree) const {
    const Node& node = *tree;
    const auto& at = node.children;
    switch (node.op) {
      case Op::literal: return literal(node.value);
      case Op::variable: return title(node.name);
      case Op::field: return field(node);
      case Op::call: return call(node);
      case Op::filter: return filter(node);
      case Op::negate: return "–" + tight(at[0], tightest);
      case Op::add: return binary(node, "+", added, multiplied);
      case Op::subtract: return binary(node, "–", added, multiplied);
      case Op::multiply: return binary(node, "×", multiplied, tightest);
      case Op::divide: return binary(node, "÷", multiplied, tightest);
      case Op::equal: return binary(node, "равно", added, added);
      case Op::not_equal: return binary(node, "не равно", added, added);
      case Op::less: return binary(node, date(node) ? "раньше, чем" : "меньше, чем", added, added);
      case Op::less_equal: return binary(node, date(node) ? "не позже, чем" : "не больше, чем", added, added);
      case Op::greater: return binary(node, date(node) ? "позже, чем" : "больше, чем", added, added);
      case Op::greater_equal: return binary(node, date(node) ? "не раньше, чем" : "не меньше, чем", added, added);
      case Op::logical_and: return binary(node, "и", conjunct, negated);
      case Op::logical_or: return binary(node, "или", disjunct, conjunct);
      case Op::logical_not: return negation(at[0]);
      case Op::in: return membership(node, "есть среди: ", "есть в перечне ");
      case Op::not_in: return membership(node, "нет среди: ", "нет в перечне ");
      case Op::between:
        return tight(at[0], added) + " не меньше, чем " + tight(at[1], added) + ", и не больше, чем " +
               tight(at[2], added);
      case Op::condition:
        return "если " + read(at[0]) + ", то " + read(at[1]) + ", иначе " + read(at[2]);
      case Op::sequence: return sequence(node);
    }
    return {};
  }

 private:
  static bool date(const Node& node) { return node.children[0]->type.kind == Kind::date; }

  std::string title(const std::string& name) const {
    const std::string known = names_.title(name);
    return quoted(known.empty() ? name : known);
  }

  static std::string literal(const Value& value) {
    if (const Number* number = value.number()) return replace_all(number->text(), ".", ",");
    if (const std::string* text = value.text()) return text->empty() ? "пустой текст" : quoted(*text);
    if (const bool* truth = value.truth()) return *truth ? "верно" : "неверно";
    if (const Date* date = value.date()) {
      const std::string text = iso(*date);
      return text.substr(8, 2) + "." + text.substr(5, 2) + "." + text.substr(0, 4);
    }
    return {};
  }

  std::string tight(const Tree& tree, int wanted) const {
    return level(*tree) < wanted ? "(" + read(tree) + ")" : read(tree);
  }

  std::string binary(const Node& node, std::string_view word, int left, int right) const {
    return tight(node.children[0], left) + " " + std::string(word) + " " + tight(node.children[1], right);
  }

  std::string negation(const Tree& inner) const {
    if (inner->op == Op::call && inner->name == "known") return read(inner->children[0]) + " неизвестно";
    return "неверно, что " + tight(inner, compared);
  }

  std::string field(const Node& node) const {
    const std::string path = print(node.children[0]) + "." + node.name;
    const std::string known = names_.title(path);
    if (!known.empty() && known != path) return quoted(known);
    return read(node.children[0]) + " (" + node.name + ")";
  }

  std::string arguments(const Node& node, const Function* function, std::size_t first) const {
    std::string out;
    for (std::size_t i = first; i < node.children.size(); ++i) {
      if (!node.children[i]) continue;
      if (!out.empty()) out += "; ";
      if (function != nullptr && i < function->parameters.size() && !function->parameters[i].title.empty()) {
        out += function->parameters[i].title + " – ";
      }
      out += read(node.children[i]);
    }
    return out;
  }

  std::string call(const Node& node) const {
    const auto& at = node.children;
    if (node.name == "known") return read(at[0]) + " известно";
    if (node.name == "contains") return tight(at[0], added) + " содержит " + tight(at[1], added);
    if (node.name == "starts_with") return tight(at[0], added) + " начинается с текста " + tight(at[1], added);
    if (node.name == "round") return rounded(node);
    const Function* core = core_function(node.name);
    const Function* function = core != nullptr ? core : names_.function(node.name);
    const std::string named = function == nullptr || function->title.empty() ? node.name : function->title;
    const std::string given = arguments(node, function, 0);
    return (core != nullptr ? named : quoted(named)) + (given.empty() ? "" : " (" + given + ")");
  }

  std::string rounded(const Node& node) const {
    const Number* places = node.children.size() > 1 && node.children[1] ? node.children[1]->value.number() : nullptr;
    if (places == nullptr || places->is_zero()) return tight(node.children[0], tightest) + " с округлением до целых";
    static constexpr std::string_view kDigits[]{"десятых", "сотых", "тысячных"};
    const auto index = static_cast<std::size_t>(places->numerator());
    return tight(node.children[0], tightest) + " с округлением до " +
           (index <= 3 ? std::string(kDigits[index - 1]) : std::to_string(index) + "-го знака после запятой");
  }

  std::string filter(const Node& node) const {
    if (node.name == "round") return rounded(node);
    if (node.name == "default") {
      return tight(node.children[0], added) + " (если неизвестно, то " + read(node.children[1]) + ")";
    }
    const Function* core = core_filter(node.name);
    const Function* function = core != nullptr ? core : names_.filter(node.name);
    const std::string named = function == nullptr || function->title.empty() ? node.name : function->title;
    const std::string given = arguments(node, function, 1);
    return named + " (" + read(node.children[0]) + (given.empty() ? "" : "; " + given) + ")";
  }

  std::string membership(const Node& node, std::string_view listed, std::string_view named) const {
    std::string out = tight(node.children[0], added) + " ";
    if (node.children.size() == 2 && node.children[1]->type.kind == Kind::list) {
      return out + std::string(named) + read(node.children[1]);
    }
    out += listed;
    for (std::size_t i = 1; i < node.children.size(); ++i) out += (i > 1 ? ", " : "") + read(node.children[i]);
    return out;
  }

  std::string sequence(const Node& node) const {
    const Clause& clause = *node.clause;
    const BoundNames inner_names(names_, clause.name, clause.element);
    const Reader inner(inner_names);
    std::string out = inner.read(node.children[0]) + " по списку " + read(clause.source);
    if (clause.where) out += ", где " + inner.read(clause.where);
    for (std::size_t i = 0; i < clause.order.size(); ++i) {
      out += (i == 0 ? ", по порядку: " : ", ") + inner.read(clause.order[i].by) +
             (clause.order[i].descending ? " по убыванию" : "");
    }
    if (clause.limit) out += ", не больше " + read(clause.limit);
    return "перечень (" + out + ")";
  }

  const Names& names_;
};

}  // namespace

std::string reading(const Tree& tree, const Names& names) { return Reader(names).read(tree); }

}  // namespace svod::expression
