#include "indicators/source_rows.h"

#include <algorithm>
#include <set>

#include "facts/row_scope.h"
#include "indicators/aligned.h"
#include "indicators/duties.h"
#include "language/figures.h"

namespace svod::indicators {
namespace {

using definitions::Field;
using definitions::FieldType;
using expression::Value;

std::string plain(const Value& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* number = value.number()) {
    std::string digits = number->text();
    std::replace(digits.begin(), digits.end(), '.', ',');
    return digits;
  }
  if (const auto* truth = value.truth()) return *truth ? "да" : "нет";
  if (const auto* date = value.date()) return iso(*date);
  return std::string(language::sign(value.state));
}

class Rows {
 public:
  Rows(const definitions::Workspace& workspace, const definitions::Indicator& indicator, const definitions::Form& form)
      : workspace_(workspace), indicator_(indicator), form_(form), register_(workspace) {}

  std::string text(const facts::Store& store, const Place& place, const std::string& indent) {
    read(store, place);
    choose_columns(place);
    std::string result;
    for (std::size_t first = 0; first < rows_.size();) {
      std::size_t last = first;
      while (last < rows_.size() && rows_[last].file == rows_[first].file && rows_[last].sheet == rows_[first].sheet) {
        ++last;
      }
      result += indent + Location::in_sheet(rows_[first].file, rows_[first].sheet).text() + '\n';
      std::vector<std::vector<std::string>> lines{head()};
      for (; first < last; ++first) lines.push_back(line(rows_[first]));
      result += aligned(lines, indent + "  ");
    }
    for (const auto& looked_up : looked_up_) result += indent + looked_up + '\n';
    return result;
  }

 private:
  void read(const facts::Store& store, const Place& place) {
    std::map<std::string, std::string> at;
    for (const auto& [name, value] : place) {
      // The rows of the whole that a share is a part of.
      if (name != indicator_.over && form_.field(name) != nullptr) at[name] = value;
    }
    rows_ = store.rows(form_, indicator_.where, at);
    const auto municipality = place.find(kMunicipality);
    if (municipality != place.end() && form_.field(kMunicipality) == nullptr) {
      std::erase_if(rows_, [&](const auto& row) {
        return register_.municipality(plain(scope(row).variable(kSchool))) != municipality->second;
      });
    }
    if (indicator_.having) drop_incomplete();
  }

  facts::RowScope scope(const facts::FoundRow& row) const { return {form_, row.row.cells, workspace_.year}; }

  std::vector<std::string> combination(const facts::FoundRow& row) const {
    std::vector<std::string> values;
    for (const auto& name : indicator_.by) values.push_back(plain(scope(row).variable(name)));
    return values;
  }

  void drop_incomplete() {
    std::map<std::vector<std::string>, std::int64_t> counts;
    for (const auto& row : rows_) counts[combination(row)] += contribution(row).known() ? 1 : 0;
    std::erase_if(rows_, [&](const auto& row) {
      const facts::RowScope outer = scope(row);
      const expression::Bound bound(outer, "rows", Value::of(Number(counts[combination(row)])));
      const Value holds = expression::evaluate(indicator_.having, bound);
      return holds.truth() == nullptr || !*holds.truth();
    });
  }

  /// What a row adds to the numerator; absent for a row that is left out.
  Value contribution(const facts::FoundRow& row) const {
    if (!indicator_.of || indicator_.kind == definitions::IndicatorKind::count) return Value::of(Number(1));
    const Value value = expression::evaluate(indicator_.of, scope(row));
    const bool has_denominator = !indicator_.per || expression::evaluate(indicator_.per, scope(row)).known();
    return has_denominator ? value : Value();
  }

  void use(const std::string& name, std::set<std::string>& used) const {
    const Field* field = form_.field(name);
    if (field == nullptr || !used.insert(name).second) return;
    if (field->lookup) {
      for (const auto& [column, key] : field->lookup->keys) use(expression::variables(key), used);
    }
    if (field->banding) use({field->banding->of, field->banding->minimum}, used);
    if (field->derived) use(expression::variables(field->derived), used);
  }
  void use(const std::vector<std::string>& names, std::set<std::string>& used) const {
    for (const auto& name : names) use(name, used);
  }

  void choose_columns(const Place& place) {
    std::set<std::string> used;
    for (const auto& tree : {indicator_.of, indicator_.per, indicator_.where}) {
      if (tree) use(expression::variables(tree), used);
    }
    use(indicator_.distinct, used);
    use(indicator_.by, used);
    use(form_.keys, used);
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      const Field& field = form_.fields[i];
      if (!used.contains(field.name) || field.type == FieldType::person) continue;
      // What the place says already needs no column.
      const bool is_said = place.contains(field.name) && field.name != indicator_.over && !field.lookup;
      if (!is_said) columns_.push_back(i);
    }
    const bool is_one_field = indicator_.of && indicator_.of->op == expression::Op::variable && !indicator_.per;
    shows_contribution_ = indicator_.of && !is_one_field;
  }

  std::vector<std::string> head() const {
    std::vector<std::string> names{"строка"};
    for (const std::size_t i : columns_) names.push_back(form_.fields[i].title);
    if (shows_contribution_) names.emplace_back("вклад");
    return names;
  }

  std::vector<std::string> line(const facts::FoundRow& row) {
    std::vector<std::string> texts{std::to_string(row.row.sheet_row + 1)};
    for (const std::size_t i : columns_) texts.push_back(cell(row, i));
    if (shows_contribution_) {
      const Value added = contribution(row);
      const auto* truth = added.truth();
      texts.push_back(truth != nullptr ? std::string(*truth ? "1" : "0") : added.known() ? plain(added) : "не учтена");
    }
    return texts;
  }

  std::string cell(const facts::FoundRow& row, std::size_t i) {
    const Field& field = form_.fields[i];
    std::string text = plain(scope(row).variable(field.name));
    if (field.type == FieldType::school) {
      const auto* school = register_.school(text);
      if (school != nullptr) text = school->short_name.empty() ? school->name : school->short_name;
    }
    if (field.lookup) look_up(field, row, text);
    const auto address = row.cells.find(field.name);
    return address == row.cells.end() ? text : a1(address->second) + " " + text;
  }

  /// The row of the reference table that a looked-up value was taken from.
  void look_up(const Field& field, const facts::FoundRow& row, const std::string& text) {
    const auto* table = workspace_.table(field.lookup->table);
    if (table == nullptr) return;
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
      const bool matches = std::all_of(field.lookup->keys.begin(), field.lookup->keys.end(), [&](const auto& key) {
        const auto column = std::find(table->columns.begin(), table->columns.end(), key.first);
        if (column == table->columns.end()) return false;
        const Value wanted = expression::evaluate(key.second, scope(row));
        const std::string& held = table->rows[r][static_cast<std::size_t>(column - table->columns.begin())];
        return wanted.number() != nullptr ? Number::parse(held) == *wanted.number() : held == plain(wanted);
      });
      if (!matches) continue;
      const Location& where = r < table->places.size() ? table->places[r] : table->defined_at;
      const std::string line = field.title + " " + text + ": справочник «" +
                               (table->title.empty() ? table->name : table->title) + "», " + where.text();
      if (std::find(looked_up_.begin(), looked_up_.end(), line) == looked_up_.end()) looked_up_.push_back(line);
      return;
    }
  }

  const definitions::Workspace& workspace_;
  const definitions::Indicator& indicator_;
  const definitions::Form& form_;
  Register register_;
  std::vector<facts::FoundRow> rows_;
  std::vector<std::size_t> columns_;
  std::vector<std::string> looked_up_;
  bool shows_contribution_ = false;
};

}  // namespace

std::string source_rows(const definitions::Workspace& workspace, const definitions::Indicator& indicator,
                        const facts::Store& store, const Place& place, const std::string& indent) {
  const auto* form = workspace.form(indicator.form);
  if (form == nullptr) return {};
  return Rows(workspace, indicator, *form).text(store, place, indent);
}

}  // namespace svod::indicators
