#include "intake/computed.h"

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "facts/row_scope.h"
#include "intake/codes.h"

namespace svod::intake {
namespace {

using definitions::Field;
using definitions::FieldType;
using definitions::ReferenceTable;
using expression::Value;
using facts::StoredCell;

std::string key_text(const Value& value) {
  if (const Number* number = value.number()) return number->text();
  if (const std::string* text = value.text()) return *text;
  if (const Date* date = value.date()) return iso(*date);
  if (const bool* truth = value.truth()) return *truth ? "true" : "false";
  return {};
}

bool same_key(const std::string& cell, const std::string& wanted) {
  if (cell == wanted) return true;
  const std::optional<Number> a = Number::parse(cell);
  const std::optional<Number> b = Number::parse(wanted);
  return a && b ? *a == *b : folded(cell) == folded(wanted);
}

StoredCell from_value(const Field& field, const Value& value) {
  if (!value.known()) return {value.state, {}, {}};
  if (field.is_number()) {
    const Number* number = value.number();
    if (number == nullptr) return {};
    const int places = field.type == FieldType::integer ? 0 : field.decimals;
    if (number->units(places)) return {State::value, *number, {}};
    const Decimal rounded = number->round(places);  // a derived field keeps as many digits as it declares
    return {State::value, Number::scaled(rounded.units, rounded.places), {}};
  }
  if (const bool* truth = value.truth()) return {State::value, {}, *truth ? "1" : "0"};
  return {State::value, {}, key_text(value)};
}

StoredCell looked_up(const definitions::Workspace& workspace, const definitions::Form& form, const Field& field,
                     const std::vector<StoredCell>& cells, const Location& where, Found& found, Diagnostics& out) {
  const definitions::Lookup& lookup = *field.lookup;
  const ReferenceTable* table = workspace.table(lookup.table);
  if (table == nullptr) return {};
  const facts::RowScope scope(form, cells, workspace.year);
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(table->columns.begin(), table->columns.end(), name) -
                                    table->columns.begin());
  };
  std::vector<std::pair<std::size_t, std::string>> wanted;
  std::string said, key_of_row;
  for (const auto& [name, tree] : lookup.keys) {
    const Value value = expression::evaluate(tree, scope);
    if (!value.known()) return {value.state, {}, {}};
    wanted.emplace_back(column(name), key_text(value));
    key_of_row += wanted.back().second + '\x1f';
    said += (said.empty() ? "" : ", ") + wanted.back().second;
  }
  const auto known = found.find({&field, key_of_row});
  if (known != found.end()) return known->second;
  const std::size_t taken = column(lookup.value);
  for (const std::vector<std::string>& row : table->rows) {
    const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const auto& key) {
      return key.first < row.size() && same_key(row[key.first], key.second);
    });
    if (!fits || taken >= row.size() || row[taken].empty()) continue;
    StoredCell cell{State::value, {}, row[taken]};
    if (field.is_number()) {
      const std::optional<Number> number = Number::parse(row[taken]);
      cell = number ? StoredCell{State::value, *number, {}} : StoredCell{};
    }
    return found.emplace(std::pair(&field, key_of_row), cell).first->second;
  }
  out.warning(codes::not_in_reference, where,
              "в справочнике «" + (table->title.empty() ? table->name : table->title) + "» нет записи: " + said,
              "дополните справочник; поле «" + field.title + "» осталось без значения")
      .cause = lookup.table + ":" + said;
  return {};
}

StoredCell banded(const definitions::Form& form, const Field& field, const std::vector<StoredCell>& cells) {
  const definitions::Banding& banding = *field.banding;
  const auto index = [&](const std::string& name) {
    return static_cast<std::size_t>(
        std::find_if(form.fields.begin(), form.fields.end(), [&](const Field& f) { return f.name == name; }) -
        form.fields.begin());
  };
  const std::size_t of = index(banding.of);
  if (of >= cells.size()) return {};
  const Value score = facts::value_of(form.fields[of], cells[of]);
  if (score.number() == nullptr) return {score.state, {}, {}};
  std::optional<int> minimum;
  if (!banding.minimum.empty()) {
    const std::size_t at = index(banding.minimum);
    const Value least = at < cells.size() ? facts::value_of(form.fields[at], cells[at]) : Value::absent();
    if (least.number() == nullptr || !least.number()->is_whole()) return {};
    minimum = static_cast<int>(least.number()->numerator());
  }
  std::string label = definitions::band_of(banding, minimum, *score.number());
  if (label.empty()) return {};
  return {State::value, {}, std::move(label)};
}

}  // namespace

void compute_fields(const definitions::Workspace& workspace, const definitions::Form& form,
                    std::vector<StoredCell>& cells, const Location& where, Found& found, Diagnostics& out) {
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const Field& field = form.fields[i];
    if (field.lookup) cells[i] = looked_up(workspace, form, field, cells, where, found, out);
    if (field.banding) cells[i] = banded(form, field, cells);
    if (field.derived) {
      cells[i] = from_value(field, expression::evaluate(field.derived, facts::RowScope(form, cells, workspace.year)));
    }
  }
}

}  // namespace svod::intake
