#include "fixture.h"

#include <sstream>
#include <stdexcept>

#include "catch.h"

namespace svod::test_words {

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> result;
  for (std::string word; stream >> word;) result.push_back(word);
  return result;
}

}  // namespace svod::test_words

using svod::Number;
using svod::State;
using svod::expression::Value;
using svod::test_words::words;
namespace definitions = svod::definitions;
namespace facts = svod::facts;

namespace {

std::string key_text(const Value& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* number = value.number()) return number->text();
  if (const auto* truth = value.truth()) return *truth ? "1" : "0";
  return {};
}

/// 1 and 0 for a truth; nothing where absent.
std::optional<Number> figure(const Value& value) {
  if (const auto* truth = value.truth()) return Number(*truth ? 1 : 0);
  return value.number() ? std::optional(*value.number()) : std::nullopt;
}

svod::expression::Tree compiled(const std::string& text, const svod::expression::Names& names) {
  if (text.empty()) return nullptr;
  auto tree = svod::expression::compile(text, {}, names);
  for (const auto& diagnostic : tree.diagnostics) throw std::runtime_error(text + ": " + diagnostic.message);
  return tree.product;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> result;
  for (const auto line : svod::split(text, '\n')) {
    if (!svod::trim(line).empty()) result.emplace_back(svod::trim(line));
  }
  return result;
}

}  // namespace

std::vector<facts::Group> FakeStore::aggregate(const facts::Aggregate& what) const {
  struct Sum {
    facts::Group group;
    std::set<std::vector<std::string>> distinct;
  };
  std::map<std::vector<std::string>, Sum> sums;
  const auto found = rows_.find(what.form->name);
  if (found == rows_.end()) return {};
  for (const auto& row : found->second) {
    const facts::RowScope scope(*what.form, row.row.cells, workspace_.year);
    if (what.where) {
      const Value holds = svod::expression::evaluate(what.where, scope);
      if (holds.truth() == nullptr || !*holds.truth()) continue;
    }
    std::vector<std::string> key;
    for (const auto& name : what.group_by) {
      if (name == "municipality" && what.form->field(name) == nullptr) {
        const auto* school = workspace_.school(key_text(scope.variable("school")));
        key.push_back(school == nullptr ? "" : school->municipality);
      } else {
        key.push_back(key_text(scope.variable(name)));
      }
    }
    Sum& sum = sums[key];
    sum.group.key = key;
    if (!what.distinct.empty()) {
      std::vector<std::string> values;
      for (const auto& name : what.distinct) values.push_back(key_text(scope.variable(name)));
      sum.distinct.insert(values);
      sum.group.numerator = Number(static_cast<std::int64_t>(sum.distinct.size()));
      sum.group.denominator = 1;
      ++sum.group.rows;
      continue;
    }
    const auto n = what.numerator ? figure(svod::expression::evaluate(what.numerator, scope)) : Number(1);
    const auto d = what.denominator ? figure(svod::expression::evaluate(what.denominator, scope)) : Number(1);
    if (!n || !d) {
      ++sum.group.left_out;
      continue;
    }
    const bool first = sum.group.rows++ == 0;
    using Function = facts::Aggregate::Function;
    if (what.function == Function::sum) {
      sum.group.numerator = *add(sum.group.numerator, *n);
      sum.group.denominator = *add(sum.group.denominator, *d);
    } else if (first || (what.function == Function::maximum ? *n > sum.group.numerator : *n < sum.group.numerator)) {
      sum.group.numerator = *n;
    }
  }
  std::vector<facts::Group> groups;
  for (auto& [key, sum] : sums) groups.push_back(sum.group);
  return groups;
}

std::vector<facts::FoundRow> FakeStore::rows(const definitions::Form& form, const svod::expression::Tree& where,
                                             const std::map<std::string, std::string>& at) const {
  std::vector<facts::FoundRow> result;
  const auto found = rows_.find(form.name);
  if (found == rows_.end()) return result;
  for (const auto& row : found->second) {
    const facts::RowScope scope(form, row.row.cells, workspace_.year);
    const Value holds = where ? svod::expression::evaluate(where, scope) : Value::of(true);
    bool matches = holds.truth() != nullptr && *holds.truth();
    for (const auto& [name, value] : at) matches = matches && key_text(scope.variable(name)) == value;
    if (matches) result.push_back(row);
  }
  return result;
}

std::vector<std::string> FakeStore::values(const definitions::Form& form, std::string_view field) const {
  std::set<std::string> found;
  for (const auto& row : rows(form, nullptr, {})) {
    const std::string text = key_text(facts::RowScope(form, row.row.cells, workspace_.year).variable(field));
    if (!text.empty()) found.insert(text);
  }
  std::vector<std::string> result;
  for (const auto& choice : form.field(field)->choices) {
    if (found.erase(choice.value) > 0) result.push_back(choice.value);
  }
  result.insert(result.end(), found.begin(), found.end());
  return result;
}

World::World() {
  workspace.year = 2021;
  workspace.date = *svod::parse_iso_date("2021-08-25");
  workspace.title = "Проба";
  workspace.municipalities = {{"east", "Восточный район", "Восточного района", {}}, {"west", "Западный район", "", {}}};
  const auto school = [&](std::string id, std::string name, std::string municipality) {
    definitions::School made;
    made.id = std::move(id);
    made.short_name = name + " СОШ";
    made.name = "МБОУ «" + made.short_name + "»";
    made.municipality = std::move(municipality);
    workspace.schools.push_back(std::move(made));
  };
  school("alpha", "Алексеевская", "east");
  school("beta", "Борисовская", "east");
  school("gamma", "Васильевская", "west");
  school("delta", "Григорьевская", "west");
  store = std::make_unique<FakeStore>(workspace);
}

definitions::Form& World::form(const std::string& name, const std::string& fields) {
  definitions::Form form;
  form.name = name;
  form.title = name;
  for (const auto& word : words("school:school " + fields)) {
    definitions::Field field;
    field.name = word.substr(0, word.find(':'));
    field.title = "поле " + field.name;
    const std::string type = word.find(':') == std::string::npos ? "text" : word.substr(word.find(':') + 1);
    using definitions::FieldType;
    field.type = type == "school"    ? FieldType::school
                 : type == "number"  ? FieldType::integer
                 : type == "boolean" ? FieldType::boolean
                 : type == "code"    ? FieldType::code
                                     : FieldType::text;
    form.fields.push_back(std::move(field));
  }
  workspace.forms.push_back(std::move(form));
  return workspace.forms.back();
}

void World::rows(const std::string& name, const std::string& lines) {
  const auto& form = *workspace.form(name);
  std::vector<facts::Row> made;
  for (const auto& line : lines_of(lines)) {
    facts::Row row;
    row.sheet_row = static_cast<std::uint32_t>(made.size() + 1);
    for (const auto part : svod::split(line, '|')) {
      const std::string text(svod::trim(part));
      const auto& field = form.fields[row.cells.size()];
      facts::StoredCell cell;
      cell.state = text == "…"   ? State::missing
                   : text == "×" ? State::not_applicable
                   : text == "–" ? State::zero
                                 : State::value;
      if (cell.state == State::value) {
        if (field.is_number()) cell.number = *Number::parse(text);
        cell.text = text;
      }
      row.cells.push_back(std::move(cell));
    }
    made.push_back(std::move(row));
  }
  store->add_rows(form, made);
  recorded_.emplace_back(name, std::move(made));
}

svod::expression::Tree World::row_expression(const std::string& form, const std::string& text) {
  return compiled(text, workspace.form(form)->names());
}

svod::expression::Tree World::report_expression(const std::string& text) {
  return compiled(text, definitions::report_names(workspace));
}

definitions::Indicator& World::indicator(const std::string& name, definitions::IndicatorKind kind,
                                         const std::string& form, const std::string& of, const std::string& by,
                                         const std::string& where) {
  definitions::Indicator made;
  made.name = name;
  made.title = "Показатель " + name;
  made.kind = kind;
  made.form = form;
  made.by = words(by);
  made.defined_at = svod::Location::in_text("показатели.yaml", static_cast<int>(workspace.indicators.size()) + 1, 1);
  if (!of.empty()) made.of = row_expression(form, of);
  if (!where.empty()) made.where = row_expression(form, where);
  workspace.indicators.push_back(std::move(made));
  return workspace.indicators.back();
}

definitions::Indicator& World::formula(const std::string& name, const std::string& of, const std::string& by) {
  auto& made = indicator(name, definitions::IndicatorKind::formula, "", "", by);
  made.of = report_expression(of);
  return made;
}

definitions::ReferenceTable& World::table(const std::string& name, const std::string& lines) {
  definitions::ReferenceTable table;
  table.name = name;
  table.title = "Справочник " + name;
  table.defined_at = svod::Location::in_text(name + ".yaml", 1, 1);
  for (const auto& line : lines_of(lines)) {
    std::vector<std::string> cells;
    for (const auto part : svod::split(line, '|')) cells.emplace_back(svod::trim(part));
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      continue;
    }
    table.rows.push_back(std::move(cells));
    table.places.push_back(svod::Location::in_text(name + ".yaml", static_cast<int>(table.rows.size()) + 1, 3));
  }
  workspace.tables.push_back(std::move(table));
  return workspace.tables.back();
}

void World::owes(const std::string& form, const std::string& schools, const std::string& covered) {
  auto& entry = coverage[form];
  for (const auto& school : words(schools)) entry.owed.insert(school);
  for (const auto& school : words(covered)) {
    entry.covered.insert(school);
    store->add_submission(form, school, 0);
  }
}

std::shared_ptr<const svod::indicators::Results> World::compute() {
  auto outcome = svod::indicators::compute(workspace, *store, coverage);
  results = outcome.product;
  diagnostics = std::move(outcome.diagnostics);

  real = facts::Store::create({}, workspace).product;
  for (auto& [name, made] : recorded_) {
    const auto& form = *workspace.form(name);
    const int file = real->add_file({"сведения/" + name + ".xlsx", "", name});
    facts::Block block{file, "Лист1", {}};
    for (std::uint32_t i = 0; i < form.fields.size(); ++i) {
      if (form.fields[i].is_read()) block.columns[form.fields[i].name] = i;
    }
    const int id = real->add_block(block);
    for (auto& row : made) row.block = id;
    real->add_rows(form, made);
  }
  for (const auto& [form, who] : coverage) {
    for (const auto& school : who.covered) real->add_submission(form, school, 0);
  }
  real->seal();
  const auto again = svod::indicators::compute(workspace, *real, coverage);
  REQUIRE(svod::indicators::print(*again.product) == svod::indicators::print(*results));
  REQUIRE(again.diagnostics.size() == diagnostics.size());
  return results;
}

std::string World::at(const std::string& reference) {
  if (!results) compute();
  const auto parsed = svod::indicators::parse_reference(reference);
  if (!parsed) return "bad reference";
  const auto* indicator = workspace.indicator(parsed->indicator);
  const auto result = results->at(*indicator, parsed->place);
  switch (result.state) {
    case State::zero:
      return "zero";
    case State::missing:
      return "missing";
    case State::not_applicable:
      return "not applicable";
    case State::suppressed:
      return "suppressed";
    case State::value:
      break;
  }
  return result.value(*indicator)->text();
}

std::string World::explain(const std::string& reference) {
  if (!results) compute();
  auto outcome = svod::indicators::explain(workspace, *results, *store, reference);
  for (const auto& diagnostic : outcome.diagnostics) diagnostics.add(diagnostic);
  REQUIRE(svod::indicators::explain(workspace, *results, *real, reference).product == outcome.product);
  return outcome.product;
}
