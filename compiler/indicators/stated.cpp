#include "indicators/stated.h"

#include <algorithm>

#include "base/text.h"
#include "indicators/codes.h"

namespace svod::indicators {
namespace {

std::optional<std::size_t> column(const definitions::ReferenceTable& table, std::string_view name) {
  const auto found = std::find(table.columns.begin(), table.columns.end(), name);
  if (found == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::string nearest_hint(std::string_view name, std::span<const std::string> candidates) {
  const auto near = nearest(name, candidates);
  return near.empty() ? std::string() : "возможно, «" + std::string(near) + "»";
}

Location row_place(const definitions::ReferenceTable& table, std::size_t row) {
  return row < table.places.size() ? table.places[row] : table.defined_at;
}

/// Schools and municipalities may be named in a table as people name them.
std::string resolved(const std::string& dimension, const std::string& text, const Register& register_) {
  std::string id;
  if (dimension == kSchool) id = register_.school_id(text);
  if (dimension == kMunicipality) id = register_.municipality_id(text);
  return id.empty() ? text : id;
}

std::string history_key(std::string_view indicator, const Place& place, int year) {
  std::string key(indicator);
  for (const auto& [name, value] : place) key += '\x1f' + name + '\x1e' + value;
  return key + '\x1d' + std::to_string(year);
}

/// The columns behind an indicator's dimensions; every one that the table lacks is reported.
std::optional<std::vector<std::size_t>> columns_of(const std::vector<std::string>& names,
                                                   const definitions::Indicator& indicator,
                                                   const definitions::ReferenceTable& table, Diagnostics& out) {
  std::vector<std::size_t> columns;
  for (const auto& name : names) {
    if (const auto found = column(table, name)) {
      columns.push_back(*found);
      continue;
    }
    out.error(codes::no_such_source, indicator.defined_at,
              "показатель «" + indicator.name + "»: в справочнике «" + table.name + "» нет столбца «" + name + "»",
              nearest_hint(name, table.columns))
        .related.push_back({table.defined_at, "справочник «" + table.name + "»"});
  }
  if (columns.size() != names.size()) return std::nullopt;
  return columns;
}

}  // namespace

const Stated::Entry* Stated::at(const Place& place) const {
  const auto key = places.key(place);
  const auto position = key ? places.position(*key) : std::nullopt;
  return position ? &entries[*position] : nullptr;
}

std::vector<std::string> stated_dimensions(const definitions::Indicator& indicator,
                                           const definitions::ReferenceTable& table) {
  std::vector<std::string> dimensions = indicator.by;
  const bool is_fixed = std::any_of(indicator.fixed.begin(), indicator.fixed.end(),
                                    [](const auto& entry) { return entry.first == kYear; });
  const bool is_named = std::find(dimensions.begin(), dimensions.end(), kYear) != dimensions.end();
  if (column(table, kYear) && !is_fixed && !is_named) dimensions.push_back(kYear);
  return dimensions;
}

Outcome<Stated> stated(const definitions::Indicator& indicator, const definitions::Workspace& workspace,
                       const Register& register_) {
  Outcome<Stated> result;
  const definitions::ReferenceTable* table = workspace.table(indicator.table);
  if (table == nullptr) {
    std::vector<std::string> names;
    for (const auto& entry : workspace.tables) names.push_back(entry.name);
    result.diagnostics.error(codes::no_such_source, indicator.defined_at,
                             "показатель «" + indicator.name + "»: нет справочника «" + indicator.table + "»",
                             nearest_hint(indicator.table, names));
    return result;
  }
  const std::vector<std::string> dimensions = stated_dimensions(indicator, *table);
  std::vector<std::string> fixed_names;
  for (const auto& [name, value] : indicator.fixed) fixed_names.push_back(name);
  const auto columns = columns_of(dimensions, indicator, *table, result.diagnostics);
  const auto fixed = columns_of(fixed_names, indicator, *table, result.diagnostics);
  const auto value = columns_of({indicator.value}, indicator, *table, result.diagnostics);
  if (!columns || !fixed || !value) return result;

  Stated& stated = result.product;
  stated.places = Places(dimensions, false);
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto& cells = table->rows[row];
    bool matches = true;
    for (std::size_t i = 0; i < fixed->size(); ++i) matches &= cells[(*fixed)[i]] == indicator.fixed[i].second;
    if (!matches) continue;
    Places::Key key(dimensions.size(), Places::any);
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
      key[d] = stated.places.intern(d, resolved(dimensions[d], cells[(*columns)[d]], register_));
    }
    const std::string& text = cells[(*value)[0]];
    const auto number = Number::parse(trim(text));
    if (!number) {
      result.diagnostics.error(codes::not_a_number, row_place(*table, row),
                               "«" + text + "» в столбце «" + indicator.value + "» справочника «" + table->name +
                                   "» не число");
    }
    for (const auto& shape : stated.places.shapes()) {
      const std::size_t position = stated.places.add(Places::narrowed(key, shape));
      if (position == stated.entries.size()) stated.entries.emplace_back();
      stated.entries[position].rows.push_back(row);
      stated.entries[position].value = number;
    }
  }
  for (const auto& key : stated.places.in_order()) {
    const bool is_whole = key.find(Places::any) == Places::Key::npos;
    const auto& rows = stated.entries[*stated.places.position(key)].rows;
    if (!is_whole || rows.size() < 2) continue;
    auto& diagnostic = result.diagnostics.error(
        codes::several_rows, row_place(*table, rows[1]),
        "для «" + reference(indicator, stated.places.place(key)) + "» в справочнике «" + table->name + "» строк: " +
            std::to_string(rows.size()));
    diagnostic.related.push_back({row_place(*table, rows[0]), "первая из них"});
    diagnostic.related.push_back({indicator.defined_at, "определение показателя"});
  }
  return result;
}

History::History(const definitions::Workspace& workspace, const Register& register_, Diagnostics& out) {
  if (workspace.municipalities.size() == 1) only_municipality_ = workspace.municipalities.front().id;
  for (const auto& entry : workspace.history) {
    Place place;
    for (const auto& [name, value] : entry.dimensions) {
      if (name != kYear) place[name] = resolved(name, value, register_);
    }
    const auto [known, fresh] = values_.try_emplace(history_key(entry.indicator, place, entry.year), &entry);
    if (fresh || known->second->value == entry.value) continue;
    out.error(codes::two_historic_values, entry.defined_at,
              "«" + entry.indicator + "» за " + std::to_string(entry.year) + " год названо дважды: " +
                  known->second->value.text() + " и " + entry.value.text())
        .related.push_back({known->second->defined_at, "первое значение"});
  }
}

const definitions::HistoricValue* History::find(std::string_view indicator, const Place& place, int year) const {
  if (const auto found = values_.find(history_key(indicator, place, year)); found != values_.end()) {
    return found->second;
  }
  // In a workspace of one municipality its name adds nothing.
  const auto municipality = place.find(kMunicipality);
  if (municipality == place.end() || municipality->second != only_municipality_) return nullptr;
  Place rest = place;
  rest.erase(kMunicipality);
  return find(indicator, rest, year);
}

Result stated_result(const definitions::Indicator& indicator, const Number& value) {
  Result result;
  result.state = State::value;
  result.numerator = value;
  result.denominator = is_fraction_of_hundred(indicator) ? 100 : 1;
  return result;
}

}  // namespace svod::indicators
