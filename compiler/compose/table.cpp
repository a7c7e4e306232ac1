#include "compose/table.h"

#include <algorithm>
#include <map>

#include "compose/codes.h"
#include "language/dates.h"
#include "language/figures.h"
#include "language/typography.h"

namespace svod::compose {
namespace {

using document::Cell;
using document::Row;
using expression::Scope;
using expression::Value;

/// A node of the head: a column, or a title over several.
struct Head {
  document::Runs title;
  std::vector<Head> under;
  int leaves = 1;

  int depth() const {
    int deepest = 0;
    for (const Head& head : under) deepest = std::max(deepest, head.depth());
    return deepest + 1;
  }
};

Cell head_cell(document::Runs runs, int columns, int rows) {
  Cell cell;
  cell.runs = std::move(runs);
  cell.columns = columns;
  cell.rows = rows;
  return cell;
}

document::Runs plain_runs(std::string text) {
  document::Run run;
  run.text = std::move(text);
  return {std::move(run)};
}

class TableBuilder {
 public:
  TableBuilder(const TableSpec& spec, const Scope& scope, const Press& press)
      : spec_(spec), scope_(scope), press_(press) {}

  document::Blocks build() {
    body_.lead = spec_.number_rows ? 1 : 0;
    std::vector<Head> heads = heads_of(spec_.columns, {}, {});
    name_ends(body_.leaves);
    std::vector<std::pair<std::string, Value>> bound;
    if (spec_.parts.empty()) {
      collect(spec_.rows, 0, bound, scope_);
    } else {
      collect_parts(bound);
    }
    document::Block block;
    block.origin = spec_.at;
    if (body_.rows.empty()) {
      if (spec_.empty.empty()) return {};
      block.content = document::Paragraph{press_.runs(spec_.empty, scope_), document::Role::body};
      return {std::move(block)};
    }
    table_.anchor = press_.raw(spec_.anchor, scope_);
    table_.caption = press_.line(spec_.caption, scope_);
    table_.sheet = press_.line(spec_.sheet, scope_);
    table_.compact = spec_.compact;
    table_.column_numbers = spec_.column_numbers;
    table_.filter = spec_.filter;
    formats();
    add_columns();
    add_rank(heads);
    add_heads(heads);
    add_rows();
    for (Row& row : total_rows(spec_, body_, scope_, press_)) table_.rows.push_back(std::move(row));
    std::vector<Value> values;   // figures alone: a legend asks for no other
    for (BodyRow& row : body_.rows) {
      for (Value& value : row.values) {
        if (value.figure) values.push_back(std::move(value));
      }
    }
    body_.rows.clear();
    for (const Leaf& leaf : body_.leaves) {
      if (!leaf.spec->total_value) continue;
      Scoped inner(scope_);
      for (const auto& [name, value] : leaf.bound) inner.bind(name, value);
      values.push_back(press_.value(leaf.spec->total_value, inner.scope()));
    }
    std::vector<State> states;
    for (const Row& row : table_.rows) {
      for (const Cell& cell : row.cells) {
        if (!cell.runs.empty()) states.push_back(cell.state);
      }
    }
    table_.legend = legend_of(states, values, press_);
    for (const Wording& note : spec_.notes) {
      std::string line = press_.line(note, scope_);
      if (!line.empty()) table_.legend.push_back(std::move(line));
    }
    block.content = std::move(table_);
    return {std::move(block)};
  }

 private:
  using Bound = std::vector<std::pair<std::string, Value>>;

  std::vector<Head> heads_of(const std::vector<ColumnSpec>& columns, const Bound& bound, const std::string& suffix) {
    std::vector<Head> heads;
    for (const ColumnSpec& column : columns) {
      Scoped outer(scope_);
      for (const auto& [name, value] : bound) outer.bind(name, value);
      std::vector<Head> made;
      if (column.loop) {
        int turn = 0;
        for (const Value& element : expression::select(*column.loop, outer.scope())) {
          Bound inner = bound;
          inner.emplace_back(column.loop->name, element);
          add_heads_of(column, inner, suffix + "_" + std::to_string(++turn), made);
        }
      } else {
        add_heads_of(column, bound, suffix, made);
      }
      if (column.group.empty() || made.empty()) {
        for (Head& head : made) heads.push_back(std::move(head));
        continue;
      }
      Head group;
      group.title = press_.runs(column.group, outer.scope(), true);
      group.leaves = 0;
      for (const Head& head : made) group.leaves += head.leaves;
      group.under = std::move(made);
      heads.push_back(std::move(group));
    }
    return heads;
  }

  void add_heads_of(const ColumnSpec& column, const Bound& bound, const std::string& suffix, std::vector<Head>& heads) {
    Scoped inner(scope_);
    for (const auto& [name, value] : bound) inner.bind(name, value);
    if (column.condition) {
      const Value holds = press_.value(column.condition, inner.scope());
      if (holds.truth() == nullptr || !*holds.truth()) return;
    }
    if (column.columns.empty()) {
      Head head;
      head.title = press_.runs(column.title, inner.scope(), true);
      heads.push_back(std::move(head));
      body_.leaves.push_back({&column, column.id + suffix, bound});
      return;
    }
    std::vector<Head> under = heads_of(column.columns, bound, suffix);
    if (column.title.empty()) {
      for (Head& head : under) heads.push_back(std::move(head));
      return;
    }
    Head head;
    head.title = press_.runs(column.title, inner.scope(), true);
    head.leaves = 0;
    for (const Head& one : under) head.leaves += one.leaves;
    head.under = std::move(under);
    heads.push_back(std::move(head));
  }

  /// Every combination of the row clauses.
  using Clauses = std::vector<std::shared_ptr<const expression::Clause>>;

  void collect(const Clauses& rows, std::size_t depth, Bound& bound, const Scope& scope) {
    if (depth == rows.size()) {
      add_body_row(scope);
      return;
    }
    const expression::Clause& clause = *rows[depth];
    for (const Value& element : expression::select(clause, scope)) {
      const expression::Bound inner(scope, clause.name, element);
      collect(rows, depth + 1, bound, inner);
    }
  }

  void collect_parts(Bound& bound) {
    for (const PartSpec& part : spec_.parts) {
      if (part.condition) {
        const Value holds = press_.value(part.condition, scope_);
        if (holds.truth() == nullptr || !*holds.truth()) continue;
      }
      part_ = &part;
      part_title_ = press_.line(part.title, scope_);
      grouped_ = grouped_ || !part_title_.empty();
      collect(part.rows, 0, bound, scope_);
    }
  }

  /// What a column shows in the rows that are being made; of a part that says nothing of it: no data.
  Value value_of(const ColumnSpec& column, const Scope& scope) const {
    if (part_ != nullptr) {
      const auto own = part_->values.find(column.id);
      if (own != part_->values.end()) return press_.value(own->second, scope);
      if (!column.value && !column.formula) return Value::absent(State::missing);
    }
    return column.value ? press_.value(column.value, scope) : Value();
  }

  void add_body_row(const Scope& scope) {
    BodyRow row;
    for (const Leaf& leaf : body_.leaves) {
      Scoped inner(scope);
      for (const auto& [name, value] : leaf.bound) inner.bind(name, value);
      row.values.push_back(value_of(*leaf.spec, inner.scope()));
      if (row.label.empty() && row.values.back().text() != nullptr) row.label = *row.values.back().text();
    }
    apply_formulas(row);
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      const ColumnSpec& column = *body_.leaves[i].spec;
      Cell cell = cell_of(row.values[i], column, false);
      if (cell.number && !column.places && look_of(*cell.number, row.values[i].figure.get()).unrounded) {
        press_.warning(codes::unrounded, column.at,
                       "у столбца «" + column.id + "» не сказано, сколько знаков печатать; напечатано два",
                       "добавьте столбцу ключ places")
            .cause = column.at.text();
      }
      if (column.formula && cell.number) {
        cell.formula.kind = document::Formula::Kind::row;
        cell.formula.expression = column.formula.tree;
      }
      row.row.cells.push_back(std::move(cell));
    }
    if (spec_.group_by) {
      groups_.push_back(printed(press_.value(spec_.group_by, scope)).text);
    } else {
      groups_.push_back(part_title_);
    }
    body_.rows.push_back(std::move(row));
  }

  /// A formula gives its column's value, or must give the same.
  void apply_formulas(BodyRow& row) const {
    expression::NameTable none;
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      const ColumnSpec& column = *body_.leaves[i].spec;
      if (!column.formula) continue;
      const Value computed = formula_value(column, body_.leaves, row.values);
      if (!column.value) {
        row.values[i] = computed;
      } else if (computed.known() != row.values[i].known() ||
                 (computed.known() && *computed.number() != *row.values[i].number())) {
        press_.error(codes::formula_mismatch, column.formula.at,
                     "столбец «" + column.id + "», строка «" + row.label + "»: по формуле " + shown(computed) +
                         ", а по показателю " + shown(row.values[i]),
                     "исправьте formula: или value: – они должны давать одно и то же");
      }
    }
  }

  static std::string shown(const Value& value) {
    return value.number() == nullptr ? "нет значения" : value.number()->text();
  }

  void formats() {
    body_.formats.resize(body_.leaves.size());
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      for (const BodyRow& row : body_.rows) {
        if (!row.row.cells[i].number) continue;
        body_.formats[i] = row.row.cells[i].format;
        break;
      }
    }
  }

  void add_columns() {
    if (spec_.number_rows) table_.columns.push_back({"number", false, 0, true});
    for (const Leaf& leaf : body_.leaves) {
      table_.columns.push_back(
          {leaf.id, leaf.spec->numeric && !leaf.spec->centred, leaf.spec->width, leaf.spec->centred, leaf.spec->choices});
    }
  }

  void add_heads(const std::vector<Head>& heads) {
    int depth = 1;
    for (const Head& head : heads) depth = std::max(depth, head.depth());
    table_.head.resize(static_cast<std::size_t>(depth));
    if (spec_.number_rows) table_.head[0].cells.push_back(head_cell(plain_runs("№"), 1, depth));
    for (const Head& head : heads) add_head(head, 0, depth);
  }

  void add_head(const Head& head, int level, int depth) {
    const int rows = head.under.empty() ? depth - level : 1;
    table_.head[static_cast<std::size_t>(level)].cells.push_back(head_cell(head.title, head.leaves, rows));
    for (const Head& under : head.under) add_head(under, level + 1, depth);
  }

  /// Moves the body's cells; what totals ask of it, its values, stays.
  void add_rows() {
    std::vector<std::string> order;
    std::map<std::string_view, std::vector<std::size_t>> rows;   // of each group, in their order
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      std::vector<std::size_t>& own = rows[groups_[i]];
      if (own.empty()) order.push_back(groups_[i]);
      own.push_back(i);
    }
    std::int64_t number = 0;
    for (const std::string& group : order) {
      if ((spec_.group_by || grouped_) && !group.empty()) {
        Row row;
        row.kind = Row::Kind::group;
        row.cells.push_back(head_cell(plain_runs(group), static_cast<int>(table_.columns.size()), 1));
        table_.rows.push_back(std::move(row));
      }
      for (const std::size_t i : rows[group]) {
        Row row = std::move(body_.rows[i].row);
        if (spec_.number_rows) {
          ++number;
          Cell cell = head_cell(plain_runs(std::to_string(number)), 1, 1);
          cell.number = Number(number);
          row.cells.insert(row.cells.begin(), std::move(cell));
        }
        table_.rows.push_back(std::move(row));
      }
    }
  }

  /// Places by a column: equal figures share them, «2–3».
  void add_rank(std::vector<Head>& heads) {
    if (spec_.rank_by.empty()) return;
    std::size_t by = body_.leaves.size();
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      if (body_.leaves[i].id == spec_.rank_by) by = i;
    }
    if (by == body_.leaves.size()) return;
    check_ranking_permitted(by);
    Head head;
    head.title = spec_.rank_title.empty() ? plain_runs("Место") : press_.runs(spec_.rank_title, scope_, true);
    heads.push_back(std::move(head));
    table_.columns.push_back({"rank", false, 0, true});
    for (BodyRow& row : body_.rows) {
      const Number* own = row.values[by].number();
      if (own == nullptr) {
        row.row.cells.push_back(cell_of(Value::absent(row.values[by].state), *body_.leaves[by].spec, false));
        continue;
      }
      int ahead = 0, equal = 0;
      for (const BodyRow& other : body_.rows) {
        const Number* number = other.values[by].number();
        if (number == nullptr) continue;
        if (*number == *own) {
          ++equal;
        } else if ((*number > *own) != spec_.rank_less_is_better) {
          ++ahead;
        }
      }
      row.row.cells.push_back(head_cell(
          plain_runs(language::range(std::to_string(ahead + 1), std::to_string(ahead + equal))), 1, 1));
    }
  }

  /// An act may forbid to compare schools by an indicator.
  void check_ranking_permitted(std::size_t by) const {
    std::vector<Value> ranked;
    for (const BodyRow& row : body_.rows) ranked.push_back(row.values[by]);
    if (const auto refused = forbidden_ranking(ranked, press_)) {
      press_.error(codes::ranking_forbidden, spec_.at,
                   "по показателю «" + refused->indicator + "» школы нельзя сравнивать: " + refused->act,
                   "уберите rank: из таблицы");
    }
  }

  const TableSpec& spec_;
  const Scope& scope_;
  const Press& press_;
  Body body_;
  std::vector<std::string> groups_;   // one a body row
  const PartSpec* part_ = nullptr;    // whose rows are being made
  std::string part_title_;
  bool grouped_ = false;
  document::Table table_;
};

}  // namespace

document::Blocks build_table(const TableSpec& spec, const Scope& scope, const Press& press) {
  return TableBuilder(spec, scope, press).build();
}

}  // namespace svod::compose
