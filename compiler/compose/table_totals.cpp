#include <set>

#include "compose/codes.h"
#include "compose/table.h"
#include "language/figures.h"

namespace svod::compose {
namespace {

using document::Cell;
using document::Formula;
using document::Row;
using expression::Value;
using Total = ColumnSpec::Total;

State graver(State a, State b) {
  const auto weight = [](State state) {
    switch (state) {
      case State::missing: return 4;
      case State::suppressed: return 3;
      case State::not_applicable: return 2;
      case State::zero: return 1;
      case State::value: return 0;
    }
    return 0;
  };
  return weight(a) >= weight(b) ? a : b;
}

class Totals {
 public:
  Totals(const TableSpec& spec, const Body& body, const expression::Scope& scope, const Press& press)
      : spec_(spec), body_(body), scope_(scope), press_(press) {}

  Row plain(const TotalSpec& total) const {
    Row row = begun(total);
    std::vector<Value> values(body_.leaves.size());
    std::vector<bool> shown(body_.leaves.size(), false);
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      const Total kind = column(i).total;
      if (kind == Total::none || kind == Total::formula) continue;
      values[i] = arithmetic(i);
      shown[i] = true;
    }
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      if (column(i).total != Total::formula) continue;
      values[i] = by_formula(i, values);
      shown[i] = true;
    }
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      if (i == title_at()) continue;
      Cell cell;
      if (shown[i]) cell = total_cell(i, values[i]);
      row.cells.push_back(std::move(cell));
    }
    return finish(total, std::move(row));
  }

  Row share(const TotalSpec& total) const {
    Row row = begun(total);
    std::optional<Number> whole;
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      if (body_.leaves[i].id == total.share_of) whole = number_of(sum(i));
    }
    ColumnSpec look;
    look.places = total.places;
    look.percent = true;
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      if (i == title_at()) continue;
      Cell cell;
      if (column(i).total == Total::sum && whole) {
        const auto part = number_of(sum(i));
        std::optional<Number> percent;
        if (part) percent = multiply(*part, Number(100));
        if (percent) percent = divide(*percent, *whole);
        cell = cell_of(percent ? Value::of(*percent) : Value::absent(State::zero), look, true);
        if (percent) {
          cell.formula.kind = Formula::Kind::share;
          cell.formula.weights = total.share_of;
        }
      }
      row.cells.push_back(std::move(cell));
    }
    return finish(total, std::move(row));
  }

 private:
  const ColumnSpec& column(std::size_t i) const { return *body_.leaves[i].spec; }

  static std::optional<Number> number_of(const Value& value) {
    return value.number() == nullptr ? std::nullopt : std::optional<Number>(*value.number());
  }

  /// The first column without a total carries the title.
  std::size_t title_at() const {
    for (std::size_t i = 0; i < body_.leaves.size(); ++i) {
      if (column(i).total == Total::none) return i;
    }
    return 0;
  }

  Row begun(const TotalSpec&) const {
    Row row;
    row.kind = Row::Kind::total;
    row.cells.resize(body_.lead);
    return row;
  }

  Row finish(const TotalSpec& total, Row row) const {
    Cell title;
    title.runs = press_.runs(total.title, scope_, true);
    row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(body_.lead + title_at()), std::move(title));
    if (!spec_.rank_by.empty()) row.cells.emplace_back();
    for (Cell& cell : row.cells) {
      for (document::Run& run : cell.runs) run.bold = true;
    }
    return row;
  }

  Value sum(std::size_t i) const {
    std::optional<Number> total = Number(0);
    State worst = State::zero;
    bool any = false;
    for (const BodyRow& row : body_.rows) {
      const Number* number = row.values[i].number();
      if (number == nullptr) {
        worst = graver(worst, row.values[i].state);
        continue;
      }
      any = true;
      if (total) total = add(*total, *number);
    }
    if (!any) return Value::absent(worst);
    return total ? Value::of(*total) : Value::absent();
  }

  Value weighted_mean(std::size_t i) const {
    std::size_t by = body_.leaves.size();
    for (std::size_t k = 0; k < body_.leaves.size(); ++k) {
      if (body_.leaves[k].id == column(i).weights) by = k;
    }
    if (by == body_.leaves.size()) return Value::absent(State::not_applicable);
    std::optional<Number> total = Number(0), weights = Number(0);
    State worst = State::zero;
    for (const BodyRow& row : body_.rows) {
      const Number* number = row.values[i].number();
      const Number* weight = row.values[by].number();
      if (number == nullptr || weight == nullptr) {
        worst = graver(worst, row.values[i].state);
        continue;
      }
      const auto product = multiply(*number, *weight);
      total = total && product ? add(*total, *product) : std::nullopt;
      weights = weights ? add(*weights, *weight) : std::nullopt;
    }
    if (!total || !weights) return Value::absent();
    const auto mean = divide(*total, *weights);
    return mean ? Value::of(*mean) : Value::absent(worst);
  }

  Value by_formula(std::size_t i, const std::vector<Value>& values) const {
    class TotalScope final : public expression::Scope {
     public:
      TotalScope(const Body& body, const std::vector<Value>& cells) : body_(body), cells_(cells) {}
      Value variable(std::string_view name) const override {
        for (std::size_t k = 0; k < body_.leaves.size(); ++k) {
          if (body_.leaves[k].id == name) return cells_[k];
        }
        return Value::absent(State::not_applicable);
      }
      Value call(std::string_view, const std::vector<Value>&) const override { return {}; }
      Value apply(std::string_view, const std::vector<Value>&) const override { return {}; }

     private:
      const Body& body_;
      const std::vector<Value>& cells_;
    };
    return checked(i, expression::evaluate(column(i).formula.tree, TotalScope(body_, values)));
  }

  Value arithmetic(std::size_t i) const {
    if (column(i).total == Total::sum) return checked(i, sum(i));
    if (column(i).total == Total::weighted_mean) return checked(i, weighted_mean(i));
    return stated(i);
  }

  Value stated(std::size_t i) const {
    Scoped inner(scope_);
    for (const auto& [name, value] : body_.leaves[i].bound) inner.bind(name, value);
    return press_.value(column(i).total_value, inner.scope());
  }

  /// The stated total, which the arithmetic must agree with; the arithmetic alone where none is stated.
  Value checked(std::size_t i, Value computed) const {
    if (!column(i).total_value) return computed;
    Value value = stated(i);
    if (value.known() != computed.known() || (value.known() && *value.number() != *computed.number())) {
      const auto text = [](const Value& v) { return v.number() == nullptr ? std::string("нет значения") : v.number()->text(); };
      apart_.insert(i);
      press_.warning(codes::total_mismatch, column(i).total_value.at,
                   "итог столбца «" + column(i).id + "» по строкам таблицы " + text(computed) + ", а по показателю " + text(value),
                   "проверьте, все ли строки вошли в таблицу (rows:) и тот ли показатель стоит в total_value");
    }
    return value;
  }

  Cell total_cell(std::size_t i, const Value& value) const {
    ColumnSpec look = column(i);
    if (!look.places) look.places = body_.formats[i].places;
    look.percent = look.percent || body_.formats[i].percent;
    Cell cell = cell_of(value, look, true);
    // A total that its rows do not give must not carry a formula that would compute another figure.
    if (!cell.number || apart_.contains(i)) return cell;
    switch (column(i).total) {
      case Total::sum: cell.formula.kind = Formula::Kind::sum; break;
      case Total::weighted_mean:
        cell.formula.kind = Formula::Kind::weighted_mean;
        cell.formula.weights = column(i).weights;
        break;
      case Total::formula:
        cell.formula.kind = Formula::Kind::row;
        cell.formula.expression = column(i).formula.tree;
        break;
      case Total::none:
      case Total::value: break;
    }
    return cell;
  }

  const TableSpec& spec_;
  const Body& body_;
  const expression::Scope& scope_;
  const Press& press_;
  mutable std::set<std::size_t> apart_;   ///< columns whose stated total is not that of the rows
};

}  // namespace

std::vector<Row> total_rows(const TableSpec& spec, const Body& body, const expression::Scope& scope, const Press& press) {
  const Totals totals(spec, body, scope, press);
  std::vector<Row> rows;
  for (const TotalSpec& total : spec.totals) {
    rows.push_back(total.share_of.empty() ? totals.plain(total) : totals.share(total));
  }
  return rows;
}

}  // namespace svod::compose
