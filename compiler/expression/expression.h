#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "expression/type.h"
#include "expression/value.h"

namespace svod::expression {

/// The one language of rules, conditions, indicators and `{{ }}` in templates.
///
///   12   3,5 is written 3.5   'текст'   "текст"   date('2021-06-30')   true  false
///   participants   school.name   ege.mean(subject = 'Физика', school = school)
///   + - * /   = != < <= > >=   and or not   x in ('а', 'б')   x not in list   x between 1 and 5
///   if a then b else c
///   x | filter   x | filter(argument)
///   [school.short for school in schools where ege.participants(school = school) > 0
///                 order by ege.mean(school = school) desc, school.short limit 3]
///
/// From loose to tight: `if`, `|`, `or`, `and`, `not`, comparison and `in`, + -, * /, unary minus, call and
/// field. A filter takes the whole expression on its left: `a + b | round(1)` rounds the sum, and after
/// `else` it takes the else branch alone.
///
/// A dotted name is, in this order: a variable, a function (parentheses may be left out), the longest
/// variable in front with fields of its record, the longest function in front with fields of its result.
/// A name before `(` is a function. A quote inside text is doubled: 'it''s'.
///
/// Missing values, everywhere alike: arithmetic and comparison with an absent value are absent; `and`, `or`,
/// `not` are Kleene's (false and absent is false); a division by zero is absent; `x in` a list is absent when
/// x is, and when x is not found and an element is absent; `if` with an absent condition is absent; `where`
/// keeps what is true. `sum` and `mean` of a list with an absent element are absent: leave such elements
/// out with `where known(…)`. `known(x)` and `x | default(y)` are the only ways to see absence. Text
/// compares exactly. An absent operand hands its state on, the gravest of several: missing, suppressed,
/// not applicable, zero. A division by zero and the mean of an empty list have the state `zero` («–»).
enum class Op : unsigned char {
  literal,    ///< number, text, boolean, date in `value`
  variable,   ///< `name`
  field,      ///< children[0] . `name`
  call,       ///< function `name`; children in the order of its parameters, null where not given
  filter,     ///< filter `name`; children[0] is piped in
  negate, add, subtract, multiply, divide,
  equal, not_equal, less, less_equal, greater, greater_equal,
  logical_and, logical_or, logical_not,
  in,         ///< children[0] in children[1..] or in the list children[1]
  not_in,
  between,    ///< children[1] <= children[0] <= children[2]
  condition,  ///< if children[0] then children[1] else children[2]
  sequence,   ///< a comprehension: `clause` tells the rest; children[0] is what is listed
};

struct Node;
using Tree = std::shared_ptr<const Node>;

/// `for name in source where condition order by keys limit count`. Also stands alone in `::: for` and as
/// `rows:` of a table, see `compile_clause`.
struct Clause {
  struct Key {
    Tree by;
    bool descending = false;
  };
  std::string name;
  Type element;
  Tree source;
  Tree where;  ///< null where absent
  std::vector<Key> order;
  Tree limit;
};

struct Node {
  Op op = Op::literal;
  Type type;
  Value value;
  std::string name;
  std::vector<Tree> children;
  std::vector<std::string> parameters;  ///< of a call or filter: the names beside `children`; empty for extras
  std::shared_ptr<const Clause> clause;
  std::size_t begin = 0;  ///< bytes of the source text
  std::size_t end = 0;
};

/// Parses and checks. The product is null when there is an error. `at` is where the text begins in its
/// file; a diagnostic points at the line and column inside it and carries the text as its excerpt.
/// `expected` adds an error where the result has another type.
Outcome<Tree> compile(std::string_view source, const Location& at, const Names& names,
                      std::optional<Type> expected = std::nullopt);
/// `school in schools where … order by … limit …`: null product on error.
Outcome<std::shared_ptr<const Clause>> compile_clause(std::string_view source, const Location& at, const Names& names);

/// Text with `{{ expression }}` inside. Literal pieces and expressions alternate in `parts`.
struct Text {
  struct Part {
    std::string literal;
    Tree expression;  ///< null for a literal piece
  };
  std::vector<Part> parts;
};
/// `{{` and `}}` cannot nest; a quote inside an expression may hold them. An unclosed `{{` is an error.
Outcome<Text> compile_text(std::string_view source, const Location& at, const Names& names);

/// The meaning. Absent where the semantics above say so or where an exact figure does not fit.
Value evaluate(const Tree& tree, const Scope& scope);
/// The elements that a clause selects, in its order; ties keep the order of the source, absent keys stand
/// last both ways. Nothing where the source or the limit is absent.
std::vector<Value> select(const Clause& clause, const Scope& scope);

/// A scope with one more variable, for clauses and loops.
class Bound final : public Scope {
 public:
  Bound(const Scope& outer, std::string name, Value value);
  Value variable(std::string_view name) const override;
  Value call(std::string_view function, const std::vector<Value>& arguments) const override;
  Value apply(std::string_view filter, const std::vector<Value>& arguments) const override;

 private:
  const Scope& outer_;
  std::string name_;
  Value value_;
};

/// Names with one more variable.
class BoundNames final : public Names {
 public:
  BoundNames(const Names& outer, std::string name, Type type);
  std::optional<Type> variable(std::string_view name) const override;
  const Function* function(std::string_view name) const override;
  const Function* filter(std::string_view name) const override;
  std::vector<std::string> all() const override;
  std::string title(std::string_view name) const override;

 private:
  const Names& outer_;
  std::string name_;
  Type type_;
};

/// Every variable that a tree reads (fields of a row for rules), in order of first use.
std::vector<std::string> variables(const Tree& tree);
/// Every function that a tree calls, in order of first use: for a formula, the indicators it rests on.
std::vector<std::string> calls(const Tree& tree);

/// The expression in Russian words, for messages, forms and manuals: ««отметка „2“» + «отметка „3“» равно
/// «число участников»». Titles come from `names` and stand in quotes, in the form in which they were given.
std::string reading(const Tree& tree, const Names& names);
/// The expression back as source text, fully determined by the tree.
std::string print(const Tree& tree);
std::string print(const Clause& clause);

/// What the language itself has, beside what `Names` adds; a host cannot redefine these.
const std::vector<Function>& core_functions();
const std::vector<Function>& core_filters();

}  // namespace svod::expression
