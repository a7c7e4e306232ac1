#include "intake/controls.h"

#include <algorithm>

#include "base/text.h"
#include "facts/row_scope.h"
#include "intake/codes.h"
#include "intake/message.h"
#include "intake/written_number.h"

namespace svod::intake {
namespace {

using definitions::Field;
using definitions::Form;
using expression::Op;
using expression::Tree;
using expression::Value;

// Kleene's truth of a rule: an equality of figures is kept when its sides differ by no more than the tolerance.
Value holds(const Tree& tree, const expression::Scope& scope, const Number& tolerance) {
  if (tree->op == Op::logical_and) {
    bool absent = false;
    for (const Tree& part : tree->children) {
      const Value value = holds(part, scope, tolerance);
      if (value.truth() == nullptr) {
        absent = true;
      } else if (!*value.truth()) {
        return value;
      }
    }
    return absent ? Value::absent() : Value::of(true);
  }
  if (tree->op == Op::equal && !tolerance.is_zero()) {
    const Value left = expression::evaluate(tree->children[0], scope);
    const Value right = expression::evaluate(tree->children[1], scope);
    if (left.number() != nullptr && right.number() != nullptr) {
      const std::optional<Number> gap = *left.number() > *right.number() ? subtract(*left.number(), *right.number())
                                                                         : subtract(*right.number(), *left.number());
      if (gap) return Value::of(*gap <= tolerance);
    }
  }
  return expression::evaluate(tree, scope);
}

std::size_t index_of(const Form& form, const std::string& name) {
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (form.fields[i].name == name) return i;
  }
  return form.fields.size();
}

std::string text_of(const FileContext& context, const Field& field, const facts::StoredCell& cell) {
  if (field.is_number()) return figure(cell.number);
  const definitions::School* school =
      field.type == definitions::FieldType::school ? context.workspace.school(cell.text) : nullptr;
  return school == nullptr ? cell.text : school->short_name;
}

}  // namespace

bool check_relations(const FileContext& context, const TakenTable& table, const TakenRow& row, Diagnostics& out) {
  const Form& form = *table.form;
  const facts::RowScope scope(form, row.cells, context.workspace.year);
  bool any_error = false;
  for (const definitions::Relation& relation : form.relations) {
    const Value value = holds(relation.rule, scope, relation.tolerance);
    if (value.truth() != nullptr && *value.truth()) continue;
    const std::vector<std::string> fields =
        relation.fields.empty() ? expression::variables(relation.rule) : relation.fields;
    Diagnostic found;
    found.where = table.cells_of(context.file, row, fields);
    if (relation.defined_at.file.size() > 0)
      found.related.push_back({relation.defined_at, "правило формы «" + form.title + "»"});
    if (value.truth() != nullptr) {
      found.severity = relation.is_error ? Severity::error : Severity::warning;
      found.code = &codes::relation_broken;
      found.message = message_text(relation.message, scope);
      if (found.message.empty())
        found.message = "строка не сходится: " + expression::reading(relation.rule, form.names());
      found.hint = message_text(relation.hint, scope);
      found.cause = form.name + ":" + relation.name;
      any_error = any_error || relation.is_error;
      out.add(std::move(found));
      continue;
    }
    // A field that is absent by right makes the rule pointless; one with an error has been reported.
    std::vector<std::string> lacking;
    bool silent = false;
    for (const std::string& name : fields) {
      const std::size_t i = index_of(form, name);
      if (i == form.fields.size()) continue;
      if (row.faulty[i] || row.cells[i].state == State::not_applicable) silent = true;
      if (row.cells[i].state == State::missing) lacking.push_back("«" + form.fields[i].title + "»");
    }
    if (silent || lacking.empty()) continue;
    found.severity = Severity::note;
    found.code = &codes::relation_unknown;
    found.message = "правило нельзя проверить: нет значения " + join(lacking, ", ");
    found.cause = form.name + ":" + relation.name + ":unknown";
    out.add(std::move(found));
  }
  return any_error;
}

void check_same_totals(const FileContext& context, const TakenTable& table, Diagnostics& out) {
  const Form& form = *table.form;
  for (const definitions::SameTotals& control : form.same_totals) {
    const std::size_t field = index_of(form, control.field);
    const std::size_t across = index_of(form, control.across);
    if (field == form.fields.size() || across == form.fields.size()) continue;
    struct Sum {
      std::string of;
      std::optional<Number> value = Number(0);
      std::uint32_t first = 0, last = 0;
    };
    struct Group {
      std::string label;
      std::vector<Sum> sums;  ///< in the order met
      std::size_t block = 0;
    };
    std::vector<std::string> per = control.per;
    if (per.empty() && form.school_field() != nullptr) per.push_back(form.school_field()->name);
    std::map<std::string, Group> groups;
    for (const TakenRow& row : table.rows) {
      if (!row.keyed || row.cells[across].state != State::value) continue;
      std::string key, label;
      for (const std::string& name : per) {
        const std::size_t i = index_of(form, name);
        if (i == form.fields.size()) continue;
        const std::string text = text_of(context, form.fields[i], row.cells[i]);
        key += text + '\x1f';
        label += (label.empty() ? "" : ", ") + text;
      }
      Group& group = groups[key];
      group.label = label;
      group.block = row.block;
      const std::string of = text_of(context, form.fields[across], row.cells[across]);
      auto sum = std::find_if(group.sums.begin(), group.sums.end(), [&](const Sum& s) { return s.of == of; });
      if (sum == group.sums.end())
        sum = group.sums.insert(group.sums.end(), {of, Number(0), row.sheet_row, row.sheet_row});
      sum->last = row.sheet_row;
      const Value value = facts::value_of(form.fields[field], row.cells[field]);
      sum->value = sum->value && value.number() != nullptr ? add(*sum->value, *value.number()) : std::nullopt;
    }
    for (const auto& [key, group] : groups) {
      const auto first =
          std::find_if(group.sums.begin(), group.sums.end(), [](const Sum& s) { return s.value.has_value(); });
      bool differ = false;
      std::string list;
      std::uint32_t top = ~0U, bottom = 0;
      for (const Sum& sum : group.sums) {
        if (!sum.value) continue;
        differ = differ || *sum.value != *first->value;
        list += (list.empty() ? "«" : ", «") + sum.of + "» – " + figure(*sum.value);
        top = std::min(top, sum.first);
        bottom = std::max(bottom, sum.last);
      }
      if (!differ) continue;
      Diagnostic found;
      found.severity = control.is_error ? Severity::error : Severity::warning;
      found.code = &codes::sums_differ;
      const auto column = table.blocks[group.block].columns.find(control.field);
      const std::uint32_t at =
          column == table.blocks[group.block].columns.end() ? table.head.first.column : column->second;
      found.where = Location::in_cells(context.file, table.sheet, {{top, at}, {bottom, at}}, group.label);
      found.message = "суммы поля «" + form.fields[field].title + "» расходятся: " + list;
      found.hint = control.hint.empty() ? "проверьте строки тех разрезов, где сумма другая" : control.hint;
      found.cause = form.name + ":" + control.name;
      out.add(std::move(found));
    }
  }
}

void check_fixed_rows(const FileContext& context, const TakenTable& table, Diagnostics& out) {
  const Form& form = *table.form;
  if (form.layout.fixed.empty() || table.rows.empty()) return;
  const Field* school_field = form.school_field();
  const std::size_t school = school_field == nullptr ? form.fields.size() : index_of(form, school_field->name);
  for (const auto& [name, wanted] : form.layout.fixed) {
    const std::size_t field = index_of(form, name);
    if (field == form.fields.size()) continue;
    std::map<std::string, std::set<std::string>> there;  // school -> values
    for (const TakenRow& row : table.rows) {
      const std::string of = school < row.cells.size() ? row.cells[school].text : std::string();
      if (school < row.cells.size() && of.empty()) continue;
      std::set<std::string>& values = there[of];
      if (row.cells[field].state == State::value) {
        values.insert(form.fields[field].is_number() ? row.cells[field].number.text() : row.cells[field].text);
      }
    }
    for (const auto& [of, values] : there) {
      std::vector<std::string> lacking;
      for (const std::string& value : wanted) {
        if (!values.contains(value)) lacking.push_back(value);
      }
      if (lacking.empty()) continue;
      const definitions::School* owner = context.workspace.school(of);
      const auto column = table.blocks.front().columns.find(name);
      CellRange where = table.head;
      if (column != table.blocks.front().columns.end()) where.first.column = where.last.column = column->second;
      out.error(
             codes::fixed_row_missing,
             Location::in_cells(context.file, table.sheet, where, owner == nullptr ? std::string() : owner->short_name),
             (lacking.size() == 1 ? "нет строки «" : "нет строк «") + join(lacking, "», «") + "» в поле «" +
                 form.fields[field].title + "»",
             "добавьте строку; если показывать нечего, с нулями")
          .cause = form.name + ":fixed:" + name;
    }
  }
}

}  // namespace svod::intake
