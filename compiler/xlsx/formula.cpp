#include "xlsx/formula.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace svod::xlsx {
namespace {

using expression::Kind;
using expression::Node;
using expression::Op;
using expression::Tree;

constexpr std::size_t kLongest = 8'000;     // Excel: 8192 characters
constexpr std::size_t kLongestText = 250;   // Excel: 255 characters
constexpr std::size_t kMostArguments = 250; // Excel: 255
constexpr int kDeepest = 60;                // Excel: 64 levels

enum Binding : int { compares, adds, multiplies, atom };

/// A formula that holds where everything that it reads is there.
struct Formula {
  std::string raw;                 ///< right where all needs are met
  std::vector<std::string> cells;  ///< must hold numbers
  std::vector<std::string> tests;  ///< must be true
  bool may_fail = false;           ///< raw may be an error value: a division by zero
  bool computed = false;           ///< raw came of arithmetic and may be off by a rounding of doubles
  Binding binding = atom;
  std::string whole;               ///< where not empty: value, or "" where absent, the needs seen to

  bool free() const { return cells.empty() && tests.empty() && !may_fail; }
};

/// A condition: either a formula for TRUE and FALSE with its needs, or a grade: 0 false, 1 absent, 2 true.
/// Of grades, `and` is the least, `or` the greatest, `not` the difference to 2: each part is written once.
struct Condition {
  std::optional<Formula> formula;
  std::string grade;
};

using Maybe = std::optional<Formula>;
using Logic = std::optional<Condition>;

std::string wrapped(const Formula& formula, Binding least) {
  return formula.binding < least ? "(" + formula.raw + ")" : formula.raw;
}

void join(std::vector<std::string>& into, const std::vector<std::string>& more) {
  for (const std::string& item : more) {
    if (std::find(into.begin(), into.end(), item) == into.end()) into.push_back(item);
  }
}

Formula with_needs(const std::vector<const Formula*>& parts) {
  Formula result;
  for (const Formula* part : parts) {
    join(result.cells, part->cells);
    join(result.tests, part->tests);
    result.may_fail = result.may_fail || part->may_fail;
    result.computed = result.computed || part->computed;
  }
  return result;
}

bool same_needs(const Formula& a, const Formula& b) {
  const auto sorted = [](std::vector<std::string> list) {
    std::sort(list.begin(), list.end());
    return list;
  };
  return !a.may_fail && !b.may_fail && sorted(a.cells) == sorted(b.cells) && sorted(a.tests) == sorted(b.tests);
}

/// True where the needs are met; empty where there are none.
std::string guard(const Formula& formula) {
  std::string cells;
  if (formula.cells.size() == 1) {
    cells = "ISNUMBER(" + formula.cells[0] + ")";
  } else if (!formula.cells.empty()) {
    cells = "COUNT(" + svod::join(formula.cells, ",") + ")=" + std::to_string(formula.cells.size());
  }
  if (formula.tests.empty()) return cells;
  const std::string tests = svod::join(formula.tests, ",");
  if (cells.empty()) return formula.tests.size() == 1 ? tests : "AND(" + tests + ")";
  return "AND(" + cells + "," + tests + ")";
}

/// `present` where the needs are met, else `absent`.
std::string guarded(const Formula& formula, const std::string& present, const std::string& absent) {
  const std::string test = guard(formula);
  const std::string made = test.empty() ? present : "IF(" + test + "," + present + "," + absent + ")";
  return formula.may_fail ? "IFERROR(" + made + "," + absent + ")" : made;
}

/// As `guarded`, but `absent` stands once even where a failure must be caught.
std::string guarded_once(const Formula& formula, const std::string& present, const std::string& absent) {
  const std::string test = guard(formula);
  if (!formula.may_fail) return test.empty() ? present : "IF(" + test + "," + present + "," + absent + ")";
  return "IFERROR(" + (test.empty() ? present : "IF(" + test + "," + present + ",NA())") + "," + absent + ")";
}

std::string value(const Formula& formula) {
  if (!formula.whole.empty()) return formula.whole;
  return guarded(formula, formula.raw, "\"\"");
}

std::string grade(const Condition& condition) {
  if (!condition.formula) return condition.grade;
  if (condition.formula->raw == "TRUE") return "2";
  if (condition.formula->raw == "FALSE") return "0";
  return guarded(*condition.formula, "IF(" + condition.formula->raw + ",2,0)", "1");
}

Condition of(Formula formula) { return {std::move(formula), {}}; }

Logic graded(std::string text) {
  if (text.size() > kLongest) return std::nullopt;
  return Condition{std::nullopt, std::move(text)};
}

/// A value that sees to its own needs and is "" where absent.
Formula whole(std::string text, Kind kind, bool always_known, bool computed) {
  Formula result;
  result.raw = text;
  result.computed = computed;
  if (always_known) return result;
  result.tests.push_back(kind == Kind::text ? text + "<>\"\"" : "ISNUMBER(" + text + ")");
  result.whole = std::move(text);
  return result;
}

std::optional<std::string> digits(const Number& number) {
  const std::string text = number.text();
  const auto figures = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.find('/') != std::string::npos || figures > 15) return std::nullopt;
  return text;
}

int nesting(std::string_view formula) {
  int depth = 0;
  int deepest = 0;
  bool quoted = false;
  for (const char c : formula) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '(') deepest = std::max(deepest, ++depth);
    if (c == ')') --depth;
  }
  return deepest;
}

class Translator {
 public:
  explicit Translator(const CellOf& cell_of) : cell_of_(cell_of) {}

  std::optional<std::string> whole_formula(const Tree& tree) const {
    if (!tree) return std::nullopt;
    std::string made;
    if (tree->type.kind == Kind::boolean) {
      const Logic logic = condition(tree);
      if (!logic) return std::nullopt;
      made = logic->formula ? value(*logic->formula) : "CHOOSE(" + logic->grade + "+1,FALSE,\"\",TRUE)";
    } else {
      const Maybe formula = plain(tree);
      if (!formula) return std::nullopt;
      made = value(*formula);
    }
    if (length(made) > kLongest || nesting(made) > kDeepest) return std::nullopt;
    return made;
  }

 private:
  /// A number, a text or a date.
  Maybe plain(const Tree& tree) const {
    if (!tree) return std::nullopt;
    const Kind kind = tree->type.kind;
    if (kind != Kind::number && kind != Kind::text && kind != Kind::date) return std::nullopt;
    Maybe made = plain_of(*tree);
    if (!made || made->raw.size() > kLongest || made->cells.size() + made->tests.size() > kMostArguments) {
      return std::nullopt;
    }
    return made;
  }

  Logic condition(const Tree& tree) const {
    if (!tree || tree->type.kind != Kind::boolean) return std::nullopt;
    Logic made = condition_of(*tree);
    if (!made || made->grade.size() > kLongest || (made->formula && made->formula->raw.size() > kLongest)) {
      return std::nullopt;
    }
    return made;
  }

  Maybe plain_of(const Node& node) const {
    const auto& at = node.children;
    switch (node.op) {
      case Op::literal: return literal(node);
      case Op::variable: {
        const auto cell = cell_of_(node.name);
        if (!cell) return std::nullopt;
        Formula result;
        result.raw = *cell;
        if (node.type.kind == Kind::text) {
          result.tests.push_back(*cell + "<>\"\"");
        } else {
          result.cells.push_back(*cell);
        }
        return result;
      }
      case Op::negate: {
        Maybe result = plain(at[0]);
        if (!result) return std::nullopt;
        result->raw = "(-" + wrapped(*result, atom) + ")";
        result->binding = atom;
        result->whole.clear();
        return result;
      }
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide: return arithmetic(node);
      case Op::condition: {
        const Logic which = condition(at[0]);
        const Maybe yes = plain(at[1]);
        const Maybe no = plain(at[2]);
        if (!which || !yes || !no) return std::nullopt;
        const bool known = which->formula && which->formula->free() && yes->free() && no->free();
        return whole(choice(*which, value(*yes), value(*no), "\"\""), node.type.kind, known,
                     yes->computed || no->computed);
      }
      case Op::filter:
        if (node.name == "default") {
          const Maybe first = plain(at[0]);
          const Maybe other = plain(at[1]);
          if (!first || !other) return std::nullopt;
          return whole(guarded_once(*first, first->raw, value(*other)), node.type.kind, other->free(),
                       first->computed || other->computed);
        }
        return called(node);
      case Op::call: return called(node);
      default: return std::nullopt;
    }
  }

  static Maybe literal(const Node& node) {
    Formula result;
    if (const Number* number = node.value.number()) {
      const auto text = digits(*number);
      if (!text) return std::nullopt;
      result.raw = *text;
    } else if (const std::string* text = node.value.text()) {
      if (text->empty() || length(*text) > kLongestText || text->find('\0') != std::string::npos) return std::nullopt;
      result.raw = "\"" + replace_all(*text, "\"", "\"\"") + "\"";
    } else if (const Date* date = node.value.date()) {
      result.raw = "DATE(" + std::to_string(static_cast<int>(date->year())) + "," +
                   std::to_string(static_cast<unsigned>(date->month())) + "," +
                   std::to_string(static_cast<unsigned>(date->day())) + ")";
    } else {
      return std::nullopt;
    }
    return result;
  }

  Maybe arithmetic(const Node& node) const {
    const Maybe left = plain(node.children[0]);
    const Maybe right = plain(node.children[1]);
    if (!left || !right) return std::nullopt;
    Formula result = with_needs({&*left, &*right});
    result.computed = true;
    switch (node.op) {
      case Op::add: result.raw = wrapped(*left, adds) + "+" + wrapped(*right, adds); break;
      case Op::subtract: result.raw = wrapped(*left, adds) + "-" + wrapped(*right, multiplies); break;
      case Op::multiply: result.raw = wrapped(*left, multiplies) + "*" + wrapped(*right, multiplies); break;
      default: {
        std::string divisor = wrapped(*right, atom);
        // 0.3-0.1-0.2 is not quite zero in doubles.
        if (right->computed) divisor = "IF(ROUND(" + right->raw + ",9)=0,0," + right->raw + ")";
        const Number* constant = node.children[1]->value.number();
        if (constant == nullptr || constant->is_zero()) result.may_fail = true;
        result.raw = wrapped(*left, multiplies) + "/" + divisor;
      }
    }
    result.binding = node.op == Op::add || node.op == Op::subtract ? adds : multiplies;
    return result;
  }

  Maybe called(const Node& node) const {
    const auto& at = node.children;
    const bool extreme = node.name == "min" || node.name == "max";
    if (!extreme && node.name != "abs" && node.name != "round" && node.name != "length") return std::nullopt;
    std::vector<Formula> parts;
    for (std::size_t i = 0; i < (extreme ? at.size() : 1); ++i) {
      Maybe part = plain(at[i]);
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    }
    std::vector<const Formula*> pointers;
    std::string list;
    for (const Formula& part : parts) {
      pointers.push_back(&part);
      list += (list.empty() ? "" : ",") + part.raw;
    }
    Formula result = with_needs(pointers);
    if (extreme) {
      result.raw = (node.name == "min" ? "MIN(" : "MAX(") + list + ")";
    } else if (node.name == "abs") {
      result.raw = "ABS(" + list + ")";
    } else if (node.name == "length") {
      result.raw = "LEN(" + list + ")";
      result.computed = false;
    } else {
      const Number* places = at.size() > 1 && at[1] ? at[1]->value.number() : nullptr;
      // The half that a double just misses is met first.
      if (result.computed) list = "ROUND(" + list + ",9)";
      result.raw = "ROUND(" + list + "," + (places == nullptr ? "0" : places->text()) + ")";
    }
    return result;
  }

  Logic condition_of(const Node& node) const {
    const auto& at = node.children;
    switch (node.op) {
      case Op::literal: {
        if (node.value.truth() == nullptr) return std::nullopt;
        Formula result;
        result.raw = *node.value.truth() ? "TRUE" : "FALSE";
        return of(std::move(result));
      }
      case Op::variable: {
        const auto cell = cell_of_(node.name);
        if (!cell) return std::nullopt;
        Formula result;
        result.raw = *cell;
        result.tests.push_back("ISLOGICAL(" + *cell + ")");
        return of(std::move(result));
      }
      case Op::equal:
      case Op::not_equal:
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal: return comparison(node.op, at[0], at[1]);
      case Op::between:
        return together("AND", "MIN",
                        {comparison(Op::greater_equal, at[0], at[1]), comparison(Op::less_equal, at[0], at[2])});
      case Op::logical_and: return together("AND", "MIN", flattened(node, Op::logical_and));
      case Op::logical_or: return together("OR", "MAX", flattened(node, Op::logical_or));
      case Op::logical_not: return negated(condition(at[0]));
      case Op::in: return membership(node);
      case Op::not_in: return negated(membership(node));
      case Op::condition: {
        const Logic which = condition(at[0]);
        const Logic yes = condition(at[1]);
        const Logic no = condition(at[2]);
        if (!which || !yes || !no) return std::nullopt;
        return graded(choice(*which, grade(*yes), grade(*no), "1"));
      }
      case Op::filter: {
        if (node.name != "default") return std::nullopt;
        const Logic first = condition(at[0]);
        const Logic other = condition(at[1]);
        if (!first || !other) return std::nullopt;
        if (!first->formula) return graded("CHOOSE(" + first->grade + "+1,0," + grade(*other) + ",2)");
        return graded(guarded_once(*first->formula, "IF(" + first->formula->raw + ",2,0)", grade(*other)));
      }
      case Op::call: return predicate(node);
      default: return std::nullopt;
    }
  }

  Logic predicate(const Node& node) const {
    const auto& at = node.children;
    if (node.name == "known") return known(at[0]);
    if (node.name != "contains" && node.name != "starts_with") return std::nullopt;
    const Maybe text = plain(at[0]);
    const Maybe part = plain(at[1]);
    if (!text || !part) return std::nullopt;
    Formula result = with_needs({&*text, &*part});
    result.raw = node.name == "contains"
                     ? "ISNUMBER(FIND(" + part->raw + "," + text->raw + "))"
                     : "EXACT(LEFT(" + text->raw + ",LEN(" + part->raw + "))," + part->raw + ")";
    return of(std::move(result));
  }

  Logic known(const Tree& tree) const {
    Formula result;
    if (tree->type.kind == Kind::boolean) {
      const Logic logic = condition(tree);
      if (!logic) return std::nullopt;
      if (!logic->formula || logic->formula->may_fail) {
        result.raw = grade(*logic) + "<>1";
        result.binding = compares;
        return of(std::move(result));
      }
      result.raw = guard(*logic->formula);
    } else {
      const Maybe formula = plain(tree);
      if (!formula) return std::nullopt;
      result.raw = formula->may_fail ? "ISNUMBER(" + value(*formula) + ")" : guard(*formula);
    }
    if (result.raw.empty()) result.raw = "TRUE";
    result.binding = compares;
    return of(std::move(result));
  }

  Logic comparison(Op op, const Tree& a, const Tree& b) const {
    if (a->type.kind == Kind::boolean) return same_truth(op, condition(a), condition(b));
    const Maybe left = plain(a);
    const Maybe right = plain(b);
    if (!left || !right) return std::nullopt;
    Formula result = with_needs({&*left, &*right});
    result.computed = false;
    if (a->type.kind == Kind::text) {
      if (op != Op::equal && op != Op::not_equal) return std::nullopt;
      result.raw = "EXACT(" + left->raw + "," + right->raw + ")";
      if (op == Op::not_equal) result.raw = "NOT(" + result.raw + ")";
      return of(std::move(result));
    }
    const std::string sign = op == Op::equal           ? "="
                             : op == Op::not_equal     ? "<>"
                             : op == Op::less          ? "<"
                             : op == Op::less_equal    ? "<="
                             : op == Op::greater       ? ">"
                                                       : ">=";
    result.binding = compares;
    if (!left->computed && !right->computed) {
      result.raw = wrapped(*left, adds) + sign + wrapped(*right, adds);
    } else if (right->raw == "0") {
      result.raw = "ROUND(" + left->raw + ",9)" + sign + "0";
    } else {
      result.raw = "ROUND(" + wrapped(*left, adds) + "-" + wrapped(*right, multiplies) + ",9)" + sign + "0";
    }
    return of(std::move(result));
  }

  static Logic same_truth(Op op, const Logic& a, const Logic& b) {
    if (!a || !b || (op != Op::equal && op != Op::not_equal)) return std::nullopt;
    if (a->formula && b->formula) {
      Formula result = with_needs({&*a->formula, &*b->formula});
      result.raw = "(" + a->formula->raw + ")" + (op == Op::equal ? "=" : "<>") + "(" + b->formula->raw + ")";
      result.computed = false;
      result.binding = compares;
      return of(std::move(result));
    }
    return graded(std::string(op == Op::equal ? "(1+" : "(1-") + "(" + grade(*a) + "-1)*(" + grade(*b) + "-1))");
  }

  Logic membership(const Node& node) const {
    if (node.children.size() == 2 && node.children[1]->type.kind == Kind::list) return std::nullopt;
    std::vector<Logic> parts;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      parts.push_back(comparison(Op::equal, node.children[0], node.children[i]));
    }
    return together("OR", "MAX", parts);
  }

  std::vector<Logic> flattened(const Node& node, Op op) const {
    std::vector<Logic> parts;
    for (const Tree& child : node.children) {
      if (child->op == op) {
        for (Logic& part : flattened(*child, op)) parts.push_back(std::move(part));
      } else {
        parts.push_back(condition(child));
      }
    }
    return parts;
  }

  /// One formula where all parts are absent together, else the least or the greatest grade.
  static Logic together(const std::string& function, const std::string& of_grades, const std::vector<Logic>& parts) {
    bool alike = true;
    for (const Logic& part : parts) {
      if (!part) return std::nullopt;
      alike = alike && part->formula && same_needs(*part->formula, *parts[0]->formula);
    }
    if (parts.size() > kMostArguments) return std::nullopt;
    std::string list;
    for (const Logic& part : parts) list += (list.empty() ? "" : ",") + (alike ? part->formula->raw : grade(*part));
    if (!alike) return graded(of_grades + "(" + list + ")");
    Formula result = *parts[0]->formula;
    if (parts.size() == 1) return of(std::move(result));
    result.raw = function + "(" + list + ")";
    result.binding = atom;
    return of(std::move(result));
  }

  static Logic negated(const Logic& inner) {
    if (!inner) return std::nullopt;
    if (!inner->formula) return graded("(2-" + inner->grade + ")");
    Formula result = *inner->formula;
    result.raw = "NOT(" + result.raw + ")";
    result.binding = atom;
    return of(std::move(result));
  }

  static std::string choice(const Condition& which, const std::string& yes, const std::string& no,
                            const std::string& absent) {
    if (!which.formula) return "CHOOSE(" + which.grade + "+1," + no + "," + absent + "," + yes + ")";
    return guarded(*which.formula, "IF(" + which.formula->raw + "," + yes + "," + no + ")", absent);
  }

  const CellOf& cell_of_;
};

}  // namespace

std::optional<std::string> excel_formula(const Tree& tree, const CellOf& cell_of) {
  return Translator(cell_of).whole_formula(tree);
}

}  // namespace svod::xlsx
