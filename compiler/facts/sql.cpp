#include "facts/sql.h"

#include <numeric>

#include "base/text.h"

namespace svod::facts {
namespace {

using expression::Kind;
using expression::Node;
using expression::Op;
using expression::Tree;

// Division and comparison repeat their operands; nested ones would grow without end.
constexpr std::size_t kLongest = 32'768;

__extension__ using Wide = __int128;

std::optional<std::int64_t> product(std::int64_t a, std::int64_t b) {
  const Wide wide = static_cast<Wide>(a) * b;
  const auto whole = static_cast<std::int64_t>(wide);
  if (whole != wide) return std::nullopt;
  return whole;
}

std::optional<std::int64_t> power_of_ten(int exponent) {
  if (exponent < 0 || exponent > 18) return std::nullopt;
  std::int64_t result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

std::string digits(std::int64_t value) {
  return value < 0 ? "(" + std::to_string(value) + ")" : std::to_string(value);
}

/// numerator / denominator while it is being built.
struct Fraction {
  std::string numerator;
  std::string denominator;
  std::int64_t fixed = 0;                ///< the denominator where it is a constant
  std::optional<std::int64_t> constant;  ///< the numerator where it is one
  bool may_overflow = false;             ///< either part may have become REAL

  static Fraction of(std::int64_t n, std::int64_t d) { return {digits(n), digits(d), d, n, false}; }
  static Fraction absent() { return {"NULL", "1", 1, std::nullopt, false}; }
};

using Maybe = std::optional<Fraction>;
using Sql = std::optional<std::string>;

Sql short_enough(std::string sql) {
  if (sql.size() > kLongest) return std::nullopt;
  return sql;
}

Maybe short_enough(Fraction fraction) {
  if (fraction.numerator.size() + fraction.denominator.size() > kLongest) return std::nullopt;
  return fraction;
}

std::string integer_only(const std::string& test, const std::string& then) {
  return "CASE WHEN " + test + " THEN " + then + " END";
}

std::string is_integer(const std::string& sql) { return "typeof(" + sql + ") = 'integer'"; }

Fraction multiplied(const Fraction& a, std::int64_t factor) {
  Fraction result = a;
  if (factor == 1) return result;
  if (a.constant) {
    if (const auto folded = product(*a.constant, factor)) {
      result.constant = folded;
      result.numerator = digits(*folded);
      return result;
    }
  }
  result.constant.reset();
  result.numerator = "(" + a.numerator + " * " + digits(factor) + ")";
  result.may_overflow = true;
  return result;
}

/// Both over one denominator; the numerators alone then compare, add and subtract.
bool unify(Fraction& a, Fraction& b) {
  if (a.fixed > 0 && b.fixed > 0) {
    const std::int64_t common = std::gcd(a.fixed, b.fixed);
    const auto joint = product(a.fixed / common, b.fixed);
    if (!joint) return false;
    a = multiplied(a, *joint / a.fixed);
    b = multiplied(b, *joint / b.fixed);
    a.fixed = b.fixed = *joint;
    a.denominator = b.denominator = digits(*joint);
    return true;
  }
  const std::string joint = "(" + a.denominator + " * " + b.denominator + ")";
  const std::string left = "(" + a.numerator + " * " + b.denominator + ")";
  const std::string right = "(" + b.numerator + " * " + a.denominator + ")";
  a = {left, joint, 0, std::nullopt, true};
  b = {right, joint, 0, std::nullopt, true};
  return true;
}

std::string_view sql_sign(Op op) {
  switch (op) {
    case Op::equal: return " = ";
    case Op::not_equal: return " <> ";
    case Op::less: return " < ";
    case Op::less_equal: return " <= ";
    case Op::greater: return " > ";
    default: return " >= ";
  }
}

Sql compared(Op op, Fraction a, Fraction b) {
  if (!unify(a, b)) return std::nullopt;
  const std::string comparison = a.numerator + std::string(sql_sign(op)) + b.numerator;
  std::string test;
  if (a.may_overflow) test = is_integer(a.numerator);
  if (b.may_overflow) test += (test.empty() ? "" : " AND ") + is_integer(b.numerator);
  // A denominator that became REAL makes the numerators REAL, for these were multiplied by it.
  return short_enough(test.empty() ? "(" + comparison + ")" : integer_only(test, comparison));
}

class Translator {
 public:
  explicit Translator(const SqlColumns& columns) : columns_(columns) {}

  Maybe number(const Tree& tree) const {
    if (!tree || tree->type.kind != Kind::number) return std::nullopt;
    Maybe made = number_of(*tree);
    return made ? short_enough(std::move(*made)) : std::nullopt;
  }

  Sql condition(const Tree& tree) const {
    if (!tree || tree->type.kind != Kind::boolean) return std::nullopt;
    Sql made = condition_of(*tree);
    return made ? short_enough(std::move(*made)) : std::nullopt;
  }

  Sql text(const Tree& tree) const {
    if (!tree || (tree->type.kind != Kind::text && tree->type.kind != Kind::date)) return std::nullopt;
    Sql made = text_of(*tree);
    return made ? short_enough(std::move(*made)) : std::nullopt;
  }

  Sql known(const Tree& tree) const {
    if (tree->type.kind == Kind::number) {
      const Maybe value = number(tree);
      if (!value) return std::nullopt;
      if (!value->may_overflow) return "(" + value->numerator + " IS NOT NULL)";
      return "(" + is_integer(value->numerator) +
             (value->fixed > 0 ? "" : " AND " + is_integer(value->denominator)) + ")";
    }
    const Sql value = plain(tree);
    if (!value) return std::nullopt;
    return "(" + *value + " IS NOT NULL)";
  }

 private:
  /// A value that one SQL expression holds: text, date, boolean.
  Sql plain(const Tree& tree) const {
    if (!tree) return std::nullopt;
    return tree->type.kind == Kind::boolean ? condition(tree) : text(tree);
  }

  Maybe number_of(const Node& node) const {
    const auto& at = node.children;
    switch (node.op) {
      case Op::literal: {
        const Number* value = node.value.number();
        if (value == nullptr) return std::nullopt;
        return Fraction::of(value->numerator(), value->denominator());
      }
      case Op::variable: {
        const auto column = columns_.column(node.name);
        if (!column || column->kind != Kind::number) return std::nullopt;
        const auto scale = power_of_ten(column->decimals);
        if (!scale) return std::nullopt;
        return Fraction{column->sql, digits(*scale), *scale, std::nullopt, false};
      }
      case Op::negate: {
        const Maybe value = number(at[0]);
        return value ? Maybe(negated(*value)) : std::nullopt;
      }
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide: return arithmetic(node);
      case Op::condition: return choice(condition(at[0]), number(at[1]), number(at[2]));
      case Op::call:
        if (node.name == "min" || node.name == "max") return extreme(node);
        if (node.name == "length") {
          const Sql value = text(at[0]);
          if (!value) return std::nullopt;
          return Fraction{"length(" + *value + ")", "1", 1, std::nullopt, false};
        }
        return rounding(node);
      case Op::filter:
        if (node.name != "default") return rounding(node);
        return choice(known(at[0]), number(at[0]), number(at[1]));
      default: return std::nullopt;
    }
  }

  Maybe rounding(const Node& node) const {
    const auto& at = node.children;
    if (node.name == "abs") {
      const Maybe value = number(at[0]);
      if (!value) return std::nullopt;
      // abs() of the least integer is an error that ends the query; its negation is only REAL.
      Fraction result = negated(*value);
      result.numerator = "max(" + value->numerator + ", " + result.numerator + ")";
      result.constant.reset();
      return result;
    }
    if (node.name != "round") return std::nullopt;
    int places = 0;
    if (at.size() > 1 && at[1]) {
      const Number* wanted = at[1]->value.number();
      if (wanted == nullptr || !wanted->is_whole()) return std::nullopt;
      places = static_cast<int>(wanted->numerator());
    }
    const auto scale = power_of_ten(places);
    const Maybe value = number(at[0]);
    if (!value || !scale) return std::nullopt;
    if (value->fixed > 0 && *scale % value->fixed == 0) return value;
    const std::string& n = value->numerator;
    const std::string& d = value->denominator;
    const std::string twice = digits(2 * *scale);
    // Integer division drops the rest: half is added first, on the positive side.
    const std::string up = "(" + n + " * " + twice + " + " + d + ") / (2 * " + d + ")";
    const std::string down = "-((" + d + " - " + n + " * " + twice + ") / (2 * " + d + "))";
    return Fraction{"(CASE WHEN " + n + " < 0 THEN " + down + " ELSE " + up + " END)", digits(*scale), *scale,
                    std::nullopt, true};
  }

  static Fraction negated(const Fraction& value) {
    Fraction result = value;
    result.numerator = "(-" + value.numerator + ")";
    if (value.constant) result.constant = -*value.constant;
    result.may_overflow = value.may_overflow || !value.constant;
    return result;
  }

  Maybe arithmetic(const Node& node) const {
    Maybe left = number(node.children[0]);
    Maybe right = number(node.children[1]);
    if (!left || !right) return std::nullopt;
    if (node.op == Op::multiply) return times(*left, *right);
    if (node.op == Op::divide) return over(*left, *right);
    if (!unify(*left, *right)) return std::nullopt;
    Fraction result = *left;
    result.numerator =
        "(" + left->numerator + (node.op == Op::add ? " + " : " - ") + right->numerator + ")";
    result.constant.reset();
    result.may_overflow = true;
    return result;
  }

  static Maybe times(const Fraction& a, const Fraction& b) {
    Fraction result;
    if (a.fixed > 0 && b.fixed > 0) {
      const auto joint = product(a.fixed, b.fixed);
      if (!joint) return std::nullopt;
      result.fixed = *joint;
      result.denominator = digits(*joint);
    } else {
      result.denominator = "(" + a.denominator + " * " + b.denominator + ")";
    }
    result.numerator = "(" + a.numerator + " * " + b.numerator + ")";
    result.may_overflow = true;
    return result;
  }

  static Maybe over(const Fraction& a, const Fraction& b) {
    if (b.constant && *b.constant == 0) return Fraction::absent();
    if (b.constant && b.fixed > 0 && *b.constant > 0) {
      return times(a, Fraction::of(b.fixed, *b.constant));
    }
    const std::string& sign = b.numerator;
    const std::string raw = "(" + a.numerator + " * " + b.denominator + ")";
    // Absent where the divisor is 0: neither branch is taken.
    const std::string numerator =
        "CASE WHEN " + sign + " > 0 THEN " + raw + " WHEN " + sign + " < 0 THEN -" + raw + " END";
    const std::string magnitude =
        "CASE WHEN " + sign + " > 0 THEN " + sign + " WHEN " + sign + " < 0 THEN -" + sign + " END";
    return Fraction{"(" + numerator + ")", "(" + a.denominator + " * (" + magnitude + "))", 0, std::nullopt, true};
  }

  static Maybe choice(const Sql& which, Maybe yes, Maybe no) {
    if (!which || !yes || !no) return std::nullopt;
    if (yes->fixed > 0 && no->fixed > 0 && !unify(*yes, *no)) return std::nullopt;
    const auto either = [&](const std::string& a, const std::string& b) {
      return "(CASE " + *which + " WHEN 1 THEN " + a + " WHEN 0 THEN " + b + " END)";
    };
    Fraction result;
    result.numerator = either(yes->numerator, no->numerator);
    result.fixed = yes->fixed == no->fixed ? yes->fixed : 0;
    result.denominator = result.fixed > 0 ? yes->denominator : either(yes->denominator, no->denominator);
    result.may_overflow = yes->may_overflow || no->may_overflow;
    return result;
  }

  Maybe extreme(const Node& node) const {
    const bool greatest = node.name == "max";
    Maybe best = number(node.children[0]);
    for (std::size_t i = 1; i < node.children.size() && best; ++i) {
      Maybe next = number(node.children[i]);
      if (!next) return std::nullopt;
      best = choice(compared(greatest ? Op::greater_equal : Op::less_equal, *best, *next), best, next);
      if (best) best = short_enough(std::move(*best));
    }
    return best;
  }

  Sql condition_of(const Node& node) const {
    const auto& at = node.children;
    switch (node.op) {
      case Op::literal: return node.value.truth() == nullptr ? Sql() : Sql(*node.value.truth() ? "1" : "0");
      case Op::variable: return column(node.name, Kind::boolean);
      case Op::equal:
      case Op::not_equal:
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal: return comparison(node.op, at[0], at[1]);
      case Op::between:
        return both(" AND ", comparison(Op::greater_equal, at[0], at[1]), comparison(Op::less_equal, at[0], at[2]));
      case Op::logical_and: return both(" AND ", condition(at[0]), condition(at[1]));
      case Op::logical_or: return both(" OR ", condition(at[0]), condition(at[1]));
      case Op::logical_not: return negation(condition(at[0]));
      case Op::in: return membership(node);
      case Op::not_in: return negation(membership(node));
      case Op::condition: return plain_choice(condition(at[0]), condition(at[1]), condition(at[2]));
      case Op::filter:
        if (node.name == "default") return plain_default(condition(at[0]), condition(at[1]));
        return std::nullopt;
      case Op::call: return predicate(node);
      default: return std::nullopt;
    }
  }

  Sql predicate(const Node& node) const {
    const auto& at = node.children;
    if (node.name == "known") return known(at[0]);
    if (node.name != "contains" && node.name != "starts_with") return std::nullopt;
    const Sql whole = text(at[0]);
    const Sql part = text(at[1]);
    if (!whole || !part) return std::nullopt;
    if (node.name == "contains") return "(instr(" + *whole + ", " + *part + ") > 0)";
    return "(substr(" + *whole + ", 1, length(" + *part + ")) = " + *part + ")";
  }

  Sql comparison(Op op, const Tree& a, const Tree& b) const {
    if (a->type.kind == Kind::number) {
      const Maybe left = number(a);
      const Maybe right = number(b);
      return left && right ? compared(op, *left, *right) : std::nullopt;
    }
    const Sql left = plain(a);
    const Sql right = plain(b);
    if (!left || !right) return std::nullopt;
    return "(" + *left + std::string(sql_sign(op)) + *right + ")";
  }

  Sql membership(const Node& node) const {
    const Tree& wanted = node.children[0];
    if (node.children.size() == 2 && node.children[1]->type.kind == Kind::list) return std::nullopt;
    if (wanted->type.kind == Kind::number) {
      Sql any;
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Sql one = comparison(Op::equal, wanted, node.children[i]);
        if (!one) return std::nullopt;
        any = any ? *any + " OR " + *one : *one;
        if (any->size() > kLongest) return std::nullopt;
      }
      return "(" + *any + ")";
    }
    const Sql value = plain(wanted);
    if (!value) return std::nullopt;
    std::string list;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Sql item = plain(node.children[i]);
      if (!item) return std::nullopt;
      list += (i > 1 ? ", " : "") + *item;
    }
    return "(" + *value + " IN (" + list + "))";
  }

  Sql text_of(const Node& node) const {
    const auto& at = node.children;
    switch (node.op) {
      case Op::literal:
        if (node.value.text() != nullptr) return sql_literal(*node.value.text());
        if (node.value.date() != nullptr) return sql_literal(iso(*node.value.date()));
        return std::nullopt;
      case Op::variable: return column(node.name, node.type.kind);
      case Op::condition: return plain_choice(condition(at[0]), text(at[1]), text(at[2]));
      case Op::filter:
        if (node.name == "default") return plain_default(text(at[0]), text(at[1]));
        return std::nullopt;
      case Op::call: {
        if (node.name != "min" && node.name != "max") return std::nullopt;
        if (at.size() == 1) return text(at[0]);
        std::string list;
        for (std::size_t i = 0; i < at.size(); ++i) {
          const Sql item = text(at[i]);
          if (!item) return std::nullopt;
          list += (i > 0 ? ", " : "") + *item;
        }
        return node.name + "(" + list + ")";
      }
      default: return std::nullopt;
    }
  }

  Sql column(std::string_view name, Kind kind) const {
    const auto found = columns_.column(name);
    if (!found || found->kind != kind) return std::nullopt;
    return found->sql;
  }

  static Sql both(std::string_view word, const Sql& a, const Sql& b) {
    if (!a || !b) return std::nullopt;
    return "(" + *a + std::string(word) + *b + ")";
  }

  static Sql negation(const Sql& inner) {
    if (!inner) return std::nullopt;
    return "(NOT " + *inner + ")";
  }

  static Sql plain_choice(const Sql& which, const Sql& yes, const Sql& no) {
    if (!which || !yes || !no) return std::nullopt;
    return "(CASE " + *which + " WHEN 1 THEN " + *yes + " WHEN 0 THEN " + *no + " END)";
  }

  static Sql plain_default(const Sql& value, const Sql& other) {
    if (!value || !other) return std::nullopt;
    return "coalesce(" + *value + ", " + *other + ")";
  }

  const SqlColumns& columns_;
};

}  // namespace

std::optional<SqlNumber> sql_number(const Tree& tree, const SqlColumns& columns) {
  const Maybe made = Translator(columns).number(tree);
  if (!made) return std::nullopt;
  if (!made->may_overflow) return SqlNumber{made->numerator, made->denominator, made->fixed};
  std::string test = is_integer(made->numerator);
  if (made->fixed == 0) test += " AND " + is_integer(made->denominator);
  return SqlNumber{"(" + integer_only(test, made->numerator) + ")", made->denominator, made->fixed};
}

std::optional<std::string> sql_condition(const Tree& tree, const SqlColumns& columns) {
  return Translator(columns).condition(tree);
}

std::optional<std::string> sql_text(const Tree& tree, const SqlColumns& columns) {
  return Translator(columns).text(tree);
}

std::optional<std::string> sql_literal(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  return "'" + replace_all(std::string(text), "'", "''") + "'";
}

}  // namespace svod::facts
