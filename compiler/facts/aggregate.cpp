#include <algorithm>
#include <set>

#include "facts/codes.h"
#include "facts/row_scope.h"
#include "facts/sqlite_store.h"

namespace svod::facts {
namespace {

using definitions::Field;
using definitions::Form;
using expression::Tree;
using expression::Value;
using Function = Aggregate::Function;

/// Sums of one group while rows are added to it.
struct Sum {
  Group group;
  std::set<std::vector<std::string>> distinct;
  bool does_not_fit = false;

  void include(Function function, const Number& numerator, const Number& denominator) {
    const bool first = group.rows++ == 0;
    if (function == Function::sum) {
      const std::optional<Number> n = add(group.numerator, numerator);
      const std::optional<Number> d = add(group.denominator, denominator);
      if (!n || !d) {
        does_not_fit = true;
        return;
      }
      group.numerator = *n;
      group.denominator = *d;
      return;
    }
    group.denominator = 1;
    if (first || (function == Function::maximum ? numerator > group.numerator : numerator < group.numerator)) {
      group.numerator = numerator;
    }
  }
};

std::vector<Group> in_order(std::map<std::vector<std::string>, Sum>&& sums, Database& database, const Form& form) {
  std::vector<Group> groups;
  for (auto& [key, sum] : sums) {
    sum.group.key = key;
    if (sum.does_not_fit) {
      database.fault(codes::sum_does_not_fit, "форма «" + form.title + "»: сумма не помещается в 64 разряда");
      sum.group.left_out += sum.group.rows;
      sum.group.rows = 0;
      sum.group.numerator = sum.group.denominator = Number();
    }
    groups.push_back(std::move(sum.group));
  }
  return groups;
}

// A figure of a row: a number, or 1 and 0 of a truth; nothing where absent.
std::optional<Number> figure(const Tree& tree, const expression::Scope& scope) {
  if (!tree) return Number(1);
  const Value value = expression::evaluate(tree, scope);
  if (value.truth() != nullptr) return Number(*value.truth() ? 1 : 0);
  return value.number() == nullptr ? std::nullopt : std::optional(*value.number());
}

std::optional<SqlNumber> figure_in_sql(const Tree& tree, const SqlColumns& columns) {
  if (!tree) return SqlNumber{"1", "1", 1};
  if (tree->type.kind != expression::Kind::boolean) return sql_number(tree, columns);
  const std::optional<std::string> condition = sql_condition(tree, columns);
  return condition ? std::optional(SqlNumber{*condition, "1", 1}) : std::nullopt;
}

std::string cell_text(const Field& field, const StoredCell& cell) {
  const Value value = value_of(field, cell);
  if (const Number* number = value.number()) return number->text();
  if (const bool* truth = value.truth()) return *truth ? "1" : "0";
  return cell.state == State::value ? cell.text : std::string();
}

std::string listed(std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "k" : ", k") + std::to_string(from + i);
  return text;
}

}  // namespace

std::vector<Group> SqliteStore::aggregate(const Aggregate& what) const {
  if (what.form == nullptr) return {};
  std::optional<std::vector<Group>> groups = aggregate_in_sql(what);
  return groups ? std::move(*groups) : aggregate_by_rows(what);
}

// Sums of integers in SQL wherever every row has the same denominator; otherwise SQL gives each row's pair and
// the exact sum is made here. Nothing where the language does not translate or SQLite could not add.
std::optional<std::vector<Group>> SqliteStore::aggregate_in_sql(const Aggregate& what) const {
  const Form& form = *what.form;
  const RowColumns columns(form, workspace_.year);
  const Field* school = form.school_field();
  std::vector<const Field*> key_fields;  // null: the municipality of the row's school
  std::string inner;
  const auto key = [&](const std::string& name) {
    const Field* field = form.field(name);
    if (field == nullptr && (name != "municipality" || school == nullptr)) return false;
    inner += (inner.empty() ? "" : ", ");
    inner += field != nullptr ? "r." + quoted_name(name) : std::string("s.municipality");
    inner += " AS k" + std::to_string(key_fields.size());
    key_fields.push_back(field);
    return true;
  };
  for (const std::string& name : what.group_by) {
    if (!key(name)) return std::nullopt;
  }
  const std::size_t keys = key_fields.size();
  for (const std::string& name : what.distinct) {
    if (!key(name)) return std::nullopt;
  }
  std::string from = " FROM " + table_of(form) + " r";
  if (std::find(key_fields.begin(), key_fields.end(), nullptr) != key_fields.end()) {
    from += " LEFT JOIN schools s ON s.id = r." + quoted_name(school->name);
  }
  if (what.where) {
    const std::optional<std::string> condition = sql_condition(what.where, columns);
    if (!condition) return std::nullopt;
    from += " WHERE " + *condition;
  }

  const auto key_of = [&](const Statement& row) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < keys; ++i) {
      const int column = static_cast<int>(i);
      texts.push_back(key_fields[i] == nullptr ? row.text(column) : key_text(*key_fields[i], row, column));
    }
    return texts;
  };
  const int after = static_cast<int>(keys);
  const std::string group_keys = listed(0, keys);
  const std::string comma = keys == 0 ? "" : ", ";
  const std::string group_by = keys == 0 ? "" : " GROUP BY " + group_keys;
  std::map<std::vector<std::string>, Sum> sums;

  if (!what.distinct.empty()) {
    const std::string all = listed(0, key_fields.size());
    Statement found =
        database_.query("SELECT " + group_keys + comma + "COUNT(*), SUM(c) FROM (SELECT " + all +
                        ", COUNT(*) AS c FROM (SELECT " + inner + from + ") GROUP BY " + all + ")" + group_by);
    while (found.step()) {
      if (found.integer(after) == 0) continue;
      Sum& sum = sums[key_of(found)];
      sum.group.numerator = Number(found.integer(after));
      sum.group.denominator = 1;
      sum.group.rows = found.integer(after + 1);
    }
    if (found.failed()) return std::nullopt;
    return in_order(std::move(sums), database_, form);
  }

  const std::optional<SqlNumber> numerator = figure_in_sql(what.numerator, columns);
  const std::optional<SqlNumber> denominator = figure_in_sql(what.denominator, columns);
  if (!numerator || !denominator) return std::nullopt;
  inner += (inner.empty() ? "" : ", ") + numerator->numerator + " AS n, " + numerator->denominator + " AS nd, " +
           denominator->numerator + " AS d, " + denominator->denominator + " AS dd";
  const bool fixed = numerator->fixed != 0 && denominator->fixed != 0;
  if (!fixed) {
    Statement found =
        database_.query("SELECT " + group_keys + comma + "n, nd, d, dd FROM (SELECT " + inner + from + ")");
    while (found.step()) {
      Sum& sum = sums[key_of(found)];
      const std::optional<Number> n =
          found.is_null(after) ? std::nullopt : Number::ratio(found.integer(after), found.integer(after + 1));
      const std::optional<Number> d =
          found.is_null(after + 2) ? std::nullopt : Number::ratio(found.integer(after + 2), found.integer(after + 3));
      if (n && d) {
        sum.include(what.function, *n, *d);
      } else {
        ++sum.group.left_out;
      }
    }
    if (found.failed()) return std::nullopt;
    return in_order(std::move(sums), database_, form);
  }

  const char* over = what.function == Function::sum ? "SUM" : what.function == Function::maximum ? "MAX" : "MIN";
  const std::string known = " FILTER (WHERE n IS NOT NULL AND d IS NOT NULL)";
  database_.quiet = true;  // an integer overflow sends us to exact fractions
  Statement found = database_.query("SELECT " + group_keys + comma + over + "(n)" + known + ", SUM(d)" + known +
                                    ", COUNT(*)" + known + ", COUNT(*) FROM (SELECT " + inner + from + ")" + group_by);
  while (found.step()) {
    const std::int64_t count = found.integer(after + 2);
    const std::int64_t total = found.integer(after + 3);
    if (total == 0) continue;  // no row at all, and no key to group by
    Sum& sum = sums[key_of(found)];
    sum.group.rows = count;
    sum.group.left_out = total - count;
    if (count == 0) continue;
    sum.group.numerator = *Number::ratio(found.integer(after), numerator->fixed);
    sum.group.denominator =
        what.function == Function::sum ? *Number::ratio(found.integer(after + 1), denominator->fixed) : Number(1);
  }
  database_.quiet = false;
  if (found.failed()) return std::nullopt;
  return in_order(std::move(sums), database_, form);
}

std::vector<Group> SqliteStore::aggregate_by_rows(const Aggregate& what) const {
  const Form& form = *what.form;
  const Field* school = form.school_field();
  std::map<std::vector<std::string>, Sum> sums;
  const auto index = [&](const std::string& name) {
    return static_cast<std::size_t>(
        std::find_if(form.fields.begin(), form.fields.end(), [&](const Field& f) { return f.name == name; }) -
        form.fields.begin());
  };
  const auto texts = [&](const Row& row, const std::vector<std::string>& names) {
    std::vector<std::string> result;
    for (const std::string& name : names) {
      const std::size_t i = index(name);
      if (i < form.fields.size()) {
        result.push_back(cell_text(form.fields[i], row.cells[i]));
      } else if (name == "municipality" && school != nullptr) {
        result.push_back(municipality_of(row.cells[index(school->name)].text));
      } else {
        result.emplace_back();
      }
    }
    return result;
  };
  for (const Row& row : stored_rows(form, {})) {
    const RowScope scope(form, row.cells, workspace_.year);
    if (what.where) {
      const Value kept = expression::evaluate(what.where, scope);
      if (kept.truth() == nullptr || !*kept.truth()) continue;
    }
    Sum& sum = sums[texts(row, what.group_by)];
    if (!what.distinct.empty()) {
      sum.distinct.insert(texts(row, what.distinct));
      sum.group.numerator = Number(static_cast<std::int64_t>(sum.distinct.size()));
      sum.group.denominator = 1;
      ++sum.group.rows;
      continue;
    }
    const std::optional<Number> n = figure(what.numerator, scope);
    const std::optional<Number> d = figure(what.denominator, scope);
    if (n && d) {
      sum.include(what.function, *n, *d);
    } else {
      ++sum.group.left_out;
    }
  }
  return in_order(std::move(sums), database_, form);
}

Diagnostics check_expressions(const definitions::Workspace& workspace) {
  Diagnostics out;
  const auto look = [&](const Form& form, const Tree& tree, const Location& at, const std::string& title) {
    if (!tree) return;
    const RowColumns columns(form, workspace.year);
    const bool translated = tree->type.kind == expression::Kind::boolean ? sql_condition(tree, columns).has_value()
                                                                         : sql_number(tree, columns).has_value();
    if (translated) return;
    out.note(codes::by_rows, at, "«" + title + "»: выражение «" + expression::print(tree) + "» вычисляется построчно");
  };
  for (const definitions::Indicator& indicator : workspace.indicators) {
    const Form* form = workspace.form(indicator.form);
    if (form == nullptr || indicator.kind == definitions::IndicatorKind::formula) continue;
    for (const Tree* tree : {&indicator.of, &indicator.per, &indicator.where})
      look(*form, *tree, indicator.defined_at, indicator.title);
  }
  for (const definitions::Listing& listing : workspace.listings) {
    if (const Form* form = workspace.form(listing.form)) look(*form, listing.where, listing.defined_at, listing.title);
  }
  return out;
}

}  // namespace svod::facts
