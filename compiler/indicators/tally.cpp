#include "indicators/tally.h"

#include <algorithm>

namespace svod::indicators {
namespace {

using definitions::IndicatorKind;

/// `having` sees the number of rows of a combination.
class RowsScope final : public expression::Scope {
 public:
  explicit RowsScope(std::int64_t rows) : rows_(rows) {}
  expression::Value variable(std::string_view name) const override {
    return name == "rows" ? expression::Value::of(Number(rows_)) : expression::Value();
  }
  expression::Value call(std::string_view, const std::vector<expression::Value>&) const override { return {}; }
  expression::Value apply(std::string_view, const std::vector<expression::Value>&) const override { return {}; }

 private:
  std::int64_t rows_;
};

bool is_kept(const definitions::Indicator& indicator, const facts::Group& group) {
  if (!indicator.having) return true;
  const auto value = expression::evaluate(indicator.having, RowsScope(group.rows));
  return value.truth() != nullptr && *value.truth();
}

facts::Aggregate question(const definitions::Indicator& indicator, const definitions::Form& form) {
  facts::Aggregate what;
  what.form = &form;
  what.where = indicator.where;
  what.numerator = indicator.of;
  what.denominator = indicator.per;
  switch (indicator.kind) {
    case IndicatorKind::maximum: what.function = facts::Aggregate::Function::maximum; break;
    case IndicatorKind::minimum: what.function = facts::Aggregate::Function::minimum; break;
    case IndicatorKind::count:
      what.numerator = nullptr;
      what.denominator = nullptr;
      what.distinct = indicator.distinct;
      break;
    default: break;
  }
  return what;
}

void include(Cell& cell, const facts::Group& group, IndicatorKind kind) {
  const bool is_extreme = kind == IndicatorKind::maximum || kind == IndicatorKind::minimum;
  if (is_extreme) {
    const bool better =
        kind == IndicatorKind::maximum ? group.numerator > cell.numerator : group.numerator < cell.numerator;
    if (group.rows > 0 && (cell.rows == 0 || better)) cell.numerator = group.numerator;
  } else {
    const auto numerator = add(cell.numerator, group.numerator);
    const auto denominator = add(cell.denominator, group.denominator);
    if (numerator && denominator) {
      cell.numerator = *numerator;
      cell.denominator = *denominator;
    } else {
      cell.does_not_fit = true;
    }
  }
  cell.rows += group.rows;
  cell.left_out += group.left_out;
}

/// The key of a group whose values stand for the dimensions named; open where a row has no such value.
Places::Key key_of(Places& places, const std::vector<std::string>& names, const std::vector<std::string>& values,
                   const Register& register_) {
  Places::Key key(places.dimensions().size(), Places::any);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (values[i].empty()) continue;
    const std::size_t d = *places.dimension(names[i]);
    key[d] = places.intern(d, values[i]);
    if (names[i] == kSchool && places.with_municipality()) {
      const std::string& municipality = register_.municipality(values[i]);
      if (!municipality.empty()) key.back() = places.intern(key.size() - 1, municipality);
    }
  }
  return key;
}

/// Whether a group has a value for every dimension of a shape: a row without a band enters no band's place, and a
/// school outside the register no municipality's.
bool has_all(const Places::Key& key, const std::vector<bool>& shape) {
  for (std::size_t d = 0; d < shape.size(); ++d) {
    if (shape[d] && key[d] == Places::any) return false;
  }
  return true;
}

Cell& cell_at(Tally& tally, const Places::Key& key) {
  const std::size_t position = tally.places.add(key);
  if (position == tally.cells.size()) tally.cells.emplace_back();
  return tally.cells[position];
}

}  // namespace

Cell Tally::at(const Place& place) const {
  const auto key = places.key(place);
  const auto position = key ? places.position(*key) : std::nullopt;
  return position ? cells[*position] : Cell{};
}

Places places_of(const definitions::Workspace& workspace, const definitions::Form& form,
                 const std::vector<std::string>& by, const ValuesOf& values) {
  const bool has_school = std::find(by.begin(), by.end(), kSchool) != by.end();
  const definitions::Field* school = form.field(kSchool);
  const bool with_municipality = has_school && school != nullptr && school->type == definitions::FieldType::school &&
                                 form.field(kMunicipality) == nullptr;
  Places places(by, with_municipality);
  for (std::size_t d = 0; d < places.dimensions().size(); ++d) {
    const std::string& name = places.dimensions()[d];
    if (name == kSchool && school != nullptr && school->type == definitions::FieldType::school) {
      for (const auto& entry : workspace.schools) places.intern(d, entry.id);
    }
    if (name == kMunicipality && form.field(name) == nullptr) {
      for (const auto& entry : workspace.municipalities) places.intern(d, entry.id);
    } else {
      for (const auto& value : values(form, name)) places.intern(d, value);
    }
  }
  return places;
}

Tally tally(const definitions::Indicator& indicator, const definitions::Form& form, Places places,
            const facts::Store& store, const Register& register_) {
  Tally result;
  result.places = std::move(places);
  facts::Aggregate what = question(indicator, form);
  const auto& dimensions = result.places.dimensions();

  if (!what.distinct.empty()) {
    for (const auto& shape : result.places.shapes()) {
      what.group_by.clear();
      for (std::size_t d = 0; d < shape.size(); ++d) {
        if (shape[d]) what.group_by.push_back(dimensions[d]);
      }
      for (const auto& group : store.aggregate(what)) {
        const auto key = key_of(result.places, what.group_by, group.key, register_);
        if (has_all(key, shape)) include(cell_at(result, Places::narrowed(key, shape)), group, indicator.kind);
      }
    }
    return result;
  }

  what.group_by.assign(dimensions.begin(), dimensions.end() - (result.places.with_municipality() ? 1 : 0));
  for (const auto& group : store.aggregate(what)) {
    if (!is_kept(indicator, group)) continue;
    const auto key = key_of(result.places, what.group_by, group.key, register_);
    for (const auto& shape : result.places.shapes()) {
      if (has_all(key, shape)) include(cell_at(result, Places::narrowed(key, shape)), group, indicator.kind);
    }
  }
  return result;
}

}  // namespace svod::indicators
