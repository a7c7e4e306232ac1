#include <algorithm>
#include <set>

#include "facts/row_scope.h"
#include "facts/sqlite_store.h"

namespace svod::facts {
namespace {

using definitions::Field;
using definitions::FieldType;
using definitions::Form;

State state_of(const std::string& name) {
  if (name == "zero") return State::zero;
  if (name == "not_applicable") return State::not_applicable;
  if (name == "suppressed") return State::suppressed;
  return State::missing;
}

// The condition that a field has a value given as text; nothing where no row can have it.
std::optional<std::string> equals(const Field& field, const std::string& column, const std::string& value) {
  if (field.is_number()) {
    const std::optional<Number> number = Number::parse(value);
    const std::optional<std::int64_t> units = number ? number->units(places_of(field)) : std::nullopt;
    return units ? std::optional(column + " = " + std::to_string(*units)) : std::nullopt;
  }
  if (field.type == FieldType::boolean) return column + " = " + (value == "1" || value == "true" ? "1" : "0");
  const std::optional<std::string> literal = sql_literal(value);
  return literal ? std::optional(column + " = " + *literal) : std::nullopt;
}

bool leading_number_less(const std::string& a, const std::string& b) {
  const auto number = [](const std::string& text) {
    long long value = 0;
    for (std::size_t i = 0; i < text.size() && i < 15 && text[i] >= '0' && text[i] <= '9'; ++i)
      value = value * 10 + (text[i] - '0');
    return value;
  };
  return number(a) != number(b) ? number(a) < number(b) : a < b;
}

}  // namespace

std::optional<SqlColumn> RowColumns::column(std::string_view variable) const {
  const Field* field = form_.field(variable);
  if (field != nullptr) {
    return SqlColumn{"r." + quoted_name(field->name), field->expression_type().kind, places_of(*field)};
  }
  if (variable == "year") return SqlColumn{std::to_string(year_), expression::Kind::number, 0};
  return std::nullopt;
}

std::string key_text(const Field& field, const Statement& row, int column) {
  if (row.is_null(column)) return {};
  if (field.is_number()) return Number::scaled(row.integer(column), places_of(field)).text();
  return row.text(column);
}


std::string SqliteStore::municipality_of(std::string_view school) const {
  const definitions::School* found = workspace_.school(school);
  return found == nullptr ? std::string() : found->municipality;
}

std::vector<Row> SqliteStore::stored_rows(const Form& form, const std::string& condition) const {
  std::string sql = "SELECT r._id, r._block, r._row";
  for (const Field& field : form.fields) sql += ", r." + quoted_name(field.name);
  sql += " FROM " + table_of(form) + " r" + (condition.empty() ? "" : " WHERE " + condition) + " ORDER BY r._id";
  Statement states = database_.query("SELECT row, field, state FROM cell_states WHERE form = ? ORDER BY row");
  states.bind(form.name);
  bool more = states.step();
  std::vector<Row> rows;
  Statement found = database_.query(sql);
  while (found.step()) {
    const std::int64_t id = found.integer(0);
    Row row{static_cast<int>(found.integer(1)), static_cast<std::uint32_t>(found.integer(2)), {}};
    row.cells.resize(form.fields.size());
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      const int column = static_cast<int>(i) + 3;
      const Field& field = form.fields[i];
      if (found.is_null(column)) continue;
      row.cells[i].state = State::value;
      if (field.is_number()) {
        row.cells[i].number = Number::scaled(found.integer(column), places_of(field));
      } else {
        row.cells[i].text = found.text(column);
      }
    }
    while (more && states.integer(0) < id) more = states.step();
    for (; more && states.integer(0) == id; more = states.step()) {
      const std::string name = states.text(1);
      for (std::size_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].name == name) row.cells[i] = {state_of(states.text(2)), {}, {}};
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<FoundRow> SqliteStore::rows(const Form& form, const expression::Tree& where,
                                        const std::map<std::string, std::string>& at) const {
  std::string condition;
  const auto also = [&](const std::string& sql) { condition += (condition.empty() ? "(" : " AND (") + sql + ")"; };
  for (const auto& [name, value] : at) {
    const Field* field = form.field(name);
    const Field* school = form.school_field();
    std::optional<std::string> sql;
    if (field != nullptr) {
      sql = equals(*field, "r." + quoted_name(name), value);
    } else if (name == "municipality" && school != nullptr) {
      const std::optional<std::string> literal = sql_literal(value);
      if (literal) {
        sql = "r." + quoted_name(school->name) + " IN (SELECT id FROM schools WHERE municipality = " + *literal + ")";
      }
    } else if (name == "year" && value == std::to_string(workspace_.year)) {
      continue;
    }
    if (!sql) return {};
    also(*sql);
  }
  bool in_sql = true;
  if (where) {
    const std::optional<std::string> sql = sql_condition(where, RowColumns(form, workspace_.year));
    in_sql = sql.has_value();
    if (sql) also(*sql);
  }
  std::vector<FoundRow> result;
  for (Row& row : stored_rows(form, condition)) {
    if (!in_sql) {
      const expression::Value kept = expression::evaluate(where, RowScope(form, row.cells, workspace_.year));
      if (kept.truth() == nullptr || !*kept.truth()) continue;
    }
    FoundRow found;
    if (row.block > 0 && static_cast<std::size_t>(row.block) <= blocks_.size()) {
      const Block& block = blocks_[static_cast<std::size_t>(row.block) - 1];
      found.sheet = block.sheet;
      if (block.file > 0 && static_cast<std::size_t>(block.file) <= files_.size()) {
        found.file = files_[static_cast<std::size_t>(block.file) - 1].path;
      }
      for (const auto& [field, column] : block.columns) found.cells[field] = {row.sheet_row, column};
    }
    found.row = std::move(row);
    result.push_back(std::move(found));
  }
  return result;
}

std::vector<std::string> SqliteStore::values(const Form& form, std::string_view name) const {
  const Field* field = form.field(name);
  if (field == nullptr) return {};
  const std::string column = quoted_name(field->name);
  Statement found = database_.query("SELECT DISTINCT " + column + " FROM " + table_of(form) + " WHERE " + column +
                                    " IS NOT NULL ORDER BY " + column);
  std::vector<std::string> sorted;
  while (found.step()) sorted.push_back(key_text(*field, found, 0));
  if (field->banding) std::stable_sort(sorted.begin(), sorted.end(), leading_number_less);
  std::vector<std::string> result;
  for (const definitions::Choice& choice : field->choices) {
    const auto at = std::find(sorted.begin(), sorted.end(), choice.value);
    if (at == sorted.end()) continue;
    result.push_back(*at);
    sorted.erase(at);
  }
  result.insert(result.end(), sorted.begin(), sorted.end());
  return result;
}

std::vector<std::string> SqliteStore::submitted(std::string_view form) const {
  Statement found = database_.query("SELECT DISTINCT school FROM submissions WHERE form = ? ORDER BY school");
  found.bind(form);
  std::vector<std::string> result;
  while (found.step()) result.push_back(found.text(0));
  return result;
}

}  // namespace svod::facts
