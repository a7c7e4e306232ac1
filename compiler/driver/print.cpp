#include "driver/print.h"

#include "definitions/print.h"

namespace svod::driver {
namespace {

std::string_view sign(State state) {
  switch (state) {
    case State::value: return "";
    case State::zero: return "–";
    case State::missing: return "…";
    case State::not_applicable: return "×";
    case State::suppressed: return "•";
  }
  return "";
}

std::string cell_text(const definitions::Field& field, const facts::StoredCell& cell) {
  if (cell.state != State::value) return std::string(sign(cell.state));
  return field.is_number() ? cell.number.text() : cell.text;
}

std::string value_text(const expression::Value& value) {
  if (const std::string* text = value.text()) return *text;
  if (const Number* number = value.number()) return number->text();
  if (const expression::Record* record = value.record()) return record->key();
  return std::string(sign(value.state));
}

}  // namespace

std::string print_definitions(const definitions::Workspace& workspace) {
  std::string out;
  for (const definitions::Form& form : workspace.forms) {
    out += "form\t" + form.name + "\t" + form.title + "\n";
    for (const definitions::Field& field : form.fields) out += "field\t" + form.name + "." + field.name + "\t" + field.title + "\n";
  }
  for (const definitions::Indicator& indicator : workspace.indicators) {
    out += "indicator\t" + indicator.name + "\t" + indicator.title + "\n";
  }
  for (const definitions::Rule& rule : workspace.rules) out += "rule\t" + rule.name + "\t" + rule.title + "\n";
  for (const definitions::ReferenceTable& table : workspace.tables) {
    out += "table\t" + table.name + "\t" + std::to_string(table.rows.size()) + "\n";
  }
  for (const definitions::School& school : workspace.schools) out += "school\t" + school.id + "\t" + school.name + "\n";
  return out + definitions::print_written(workspace);
}

std::string print_facts(const definitions::Workspace& workspace, const facts::Store& store) {
  std::string out;
  for (const definitions::Form& form : workspace.forms) {
    for (const facts::FoundRow& row : store.rows(form, nullptr, {})) {
      out += form.name + "\t" + row.file + "\t" + row.sheet + "\t" + std::to_string(row.row.sheet_row + 1);
      for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const auto cell = row.cells.find(form.fields[i].name);
        out += "\t" + form.fields[i].name + "=" + cell_text(form.fields[i], row.row.cells[i]);
        if (cell != row.cells.end()) out += "@" + a1(cell->second);
      }
      out += "\n";
    }
  }
  return out;
}

std::string print_findings(const std::vector<advice::Finding>& findings) {
  std::string out;
  for (const advice::Finding& finding : findings) {
    out += finding.rule->name + "\t" + finding.school;
    for (const auto& [name, value] : finding.bound) out += "\t" + name + "=" + value_text(value);
    out += "\n";
  }
  return out;
}

}  // namespace svod::driver
