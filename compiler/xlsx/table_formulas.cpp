#include "xlsx/table_formulas.h"

#include <algorithm>

#include "base/text.h"
#include "source/location.h"
#include "xlsx/row_formula.h"

namespace svod::xlsx {
namespace {

using Kind = document::Row::Kind;

std::string joined(const std::vector<std::string>& parts, std::string_view before, std::string_view between,
                   std::string_view after) {
  return std::string(before) + join(parts, between) + std::string(after);
}

}  // namespace

std::optional<Number> stored_number(const document::Cell& cell) {
  if (cell.state != State::value || !cell.number) return std::nullopt;
  return cell.format.percent ? divide(*cell.number, Number(100)) : cell.number;
}

TableFormulas::TableFormulas(const document::Table& table, const std::vector<GridRow>& body, std::uint32_t first_row)
    : table_(table), body_(body), first_row_(first_row) {}

CellFormula TableFormulas::at(std::size_t row, std::size_t column) const {
  const document::Cell* cell = body_[row].at(column);
  if (cell == nullptr || !stored_number(*cell)) return {};
  switch (cell->formula.kind) {
    case document::Formula::Kind::none: return {};
    case document::Formula::Kind::row: return by_row(row, column);
    case document::Formula::Kind::sum: return sum(row, column);
    case document::Formula::Kind::share: return share(row, column);
    case document::Formula::Kind::weighted_mean: return weighted_mean(row, column);
    case document::Formula::Kind::count: return {};   // over another table: the sheet knows where it stands
  }
  return {};
}

// The rows that a total may be of, the likeliest first: since the total above, since the group's head, all
// above, all of the table.
std::vector<TableFormulas::Rows> TableFormulas::scopes(std::size_t row) const {
  Rows since_total;
  Rows since_group;
  Rows above;
  Rows all;
  for (std::size_t r = 0; r < body_.size(); ++r) {
    const Kind kind = body_[r].row->kind;
    if (kind == Kind::body) all.push_back(r);
    if (r >= row) continue;
    if (kind == Kind::body) {
      since_total.push_back(r);
      since_group.push_back(r);
      above.push_back(r);
    } else {
      since_group.clear();
      if (kind == Kind::total) since_total.clear();
    }
  }
  std::vector<Rows> result;
  for (Rows* rows : {&since_total, &since_group, &above, &all}) {
    if (!rows->empty() && std::find(result.begin(), result.end(), *rows) == result.end()) {
      result.push_back(std::move(*rows));
    }
  }
  return result;
}

std::optional<std::size_t> TableFormulas::column_of(const std::string& id) const {
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    if (table_.columns[c].id == id) return c;
  }
  return std::nullopt;
}

std::optional<Number> TableFormulas::value(std::size_t row, std::size_t column) const {
  const document::Cell* cell = body_[row].at(column);
  return cell == nullptr ? std::nullopt : stored_number(*cell);
}

std::optional<Number> TableFormulas::total(const Rows& rows, std::size_t column) const {
  Number result;
  for (const std::size_t row : rows) {
    const auto figure = value(row, column);
    if (!figure) continue;  // signs are text, and SUM passes over text
    const auto next = add(result, *figure);
    if (!next) return std::nullopt;
    result = *next;
  }
  return result;
}

bool TableFormulas::all_known(const Rows& rows, std::size_t column) const {
  return std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return value(row, column).has_value(); });
}

std::string TableFormulas::cell(std::size_t row, std::size_t column) const {
  return a1(CellRef{first_row_ + static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
}

// Runs without a total between; the heads of groups hold no figures.
std::vector<std::string> TableFormulas::ranges(const Rows& rows, std::size_t column) const {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t last = i;
    while (last + 1 < rows.size()) {
      bool total_between = false;
      for (std::size_t r = rows[last] + 1; r < rows[last + 1]; ++r) {
        total_between = total_between || body_[r].row->kind == Kind::total || value(r, column).has_value();
      }
      if (total_between) break;
      ++last;
    }
    result.push_back(cell(rows[i], column) + ":" + cell(rows[last], column));
    i = last + 1;
  }
  return result;
}

std::string TableFormulas::sum_of(const Rows& rows, std::size_t column) const {
  return joined(ranges(rows, column), "SUM(", ",", ")");
}

CellFormula TableFormulas::sum(std::size_t row, std::size_t column) const {
  const Number wanted = *value(row, column);
  bool known = false;
  for (const Rows& rows : scopes(row)) {
    if (std::find(rows.begin(), rows.end(), row) != rows.end()) continue;
    if (total(rows, column) == wanted) return {"=" + sum_of(rows, column)};
    known = known || all_known(rows, column);
  }
  return {{}, known};
}

CellFormula TableFormulas::share(std::size_t row, std::size_t column) const {
  const Number wanted = *value(row, column);
  const auto base = column_of(table_.columns.empty() ? std::string() : body_[row].at(column)->formula.weights);
  if (!base) return {{}, true};
  bool known = false;
  const auto fits = [&](const std::optional<Number>& part, const std::optional<Number>& whole,
                        const std::string& text) -> std::string {
    if (!part || !whole) return {};
    const auto ratio = divide(*part, *whole);
    if (!ratio) return {};
    if (*ratio == wanted) return "=" + text;
    // A column of percent points that is not formatted as percent.
    return multiply(*ratio, Number(100)) == wanted ? "=" + text + "*100" : std::string();
  };
  // A row of sums above says the same in fewer words.
  for (std::size_t r = row; r-- > 0;) {
    if (body_[r].row->kind != Kind::total) continue;
    const std::string text = fits(value(r, column), value(r, *base), cell(r, column) + "/" + cell(r, *base));
    if (!text.empty()) return {text};
  }
  for (const Rows& rows : scopes(row)) {
    const std::string text =
        fits(total(rows, column), total(rows, *base), sum_of(rows, column) + "/" + sum_of(rows, *base));
    if (!text.empty()) return {text};
    known = known || (all_known(rows, column) && all_known(rows, *base));
  }
  return {{}, known};
}

CellFormula TableFormulas::weighted_mean(std::size_t row, std::size_t column) const {
  const Number wanted = *value(row, column);
  const auto weights = column_of(body_[row].at(column)->formula.weights);
  if (!weights) return {{}, true};
  bool known = false;
  for (const Rows& rows : scopes(row)) {
    std::optional<Number> products = Number();
    std::optional<Number> sum = Number();
    for (const std::size_t r : rows) {
      const auto figure = value(r, column);
      const auto weight = value(r, *weights);
      if (!figure || !weight || !products || !sum) continue;
      const auto product = multiply(*figure, *weight);
      products = product ? add(*products, *product) : std::nullopt;
      sum = add(*sum, *weight);
    }
    if (!products || !sum) continue;
    const bool complete = all_known(rows, column) && all_known(rows, *weights);
    known = known || complete;
    if (divide(*products, *sum) != std::optional(wanted)) continue;
    const std::vector<std::string> figures = ranges(rows, column);
    const std::vector<std::string> by = ranges(rows, *weights);
    if (figures.size() != by.size()) continue;
    std::vector<std::string> above;
    std::vector<std::string> below;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      above.push_back("SUMPRODUCT(" + figures[i] + "," + by[i] + ")");
      // A school without a mean brings no weight either.
      below.push_back(complete ? "SUM(" + by[i] + ")" : "SUMIF(" + figures[i] + ",\">=-1E+99\"," + by[i] + ")");
    }
    if (figures.size() == 1) return {"=" + above[0] + "/" + below[0]};
    return {joined(above, "=(", "+", ")/") + joined(below, "(", "+", ")")};
  }
  return {{}, known};
}

CellFormula TableFormulas::by_row(std::size_t row, std::size_t column) const {
  const document::Cell& here = *body_[row].at(column);
  std::vector<RowOperand> operands;
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const document::Cell* other = body_[row].at(c);
    if (other == nullptr || c == column) continue;
    operands.push_back({table_.columns[c].id, other, cell(row, c)});
  }
  return row_formula(here, operands);
}

}  // namespace svod::xlsx
