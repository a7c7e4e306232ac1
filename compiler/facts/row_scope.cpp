#include "facts/row_scope.h"

#include "base/date.h"

namespace svod::facts {

using definitions::FieldType;
using expression::Value;

Value value_of(const definitions::Field& field, const StoredCell& cell) {
  if (cell.state == State::zero) {
    if (field.is_number()) return Value::of(Number(0));
    if (field.type == FieldType::boolean) return Value::of(false);
  }
  if (cell.state != State::value) return Value::absent(cell.state);
  if (field.is_number()) return Value::of(cell.number);
  if (field.type == FieldType::boolean) return Value::of(cell.text == "1");
  if (field.type == FieldType::date) {
    const std::optional<Date> date = parse_iso_date(cell.text);
    return date ? Value::of(*date) : Value::absent();
  }
  return Value::of(cell.text);
}

Value RowScope::variable(std::string_view name) const {
  for (std::size_t i = 0; i < form_.fields.size() && i < cells_.size(); ++i) {
    if (form_.fields[i].name == name) return value_of(form_.fields[i], cells_[i]);
  }
  return name == "year" ? Value::of(Number(year_)) : Value::absent();
}

Value RowScope::call(std::string_view, const std::vector<Value>&) const { return Value::absent(); }
Value RowScope::apply(std::string_view, const std::vector<Value>&) const { return Value::absent(); }

}  // namespace svod::facts
