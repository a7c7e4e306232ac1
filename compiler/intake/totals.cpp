#include <algorithm>

#include "facts/row_scope.h"
#include "intake/codes.h"
#include "intake/controls.h"
#include "intake/written_number.h"

namespace svod::intake {
namespace {

using definitions::Field;
using definitions::Form;

struct Mismatch {
  CellRef at;
  std::string label;
  const Field* field;
  Number stated;
  Number summed;
};

// The figure of a totals cell; nothing where it states none («х»).
std::optional<Number> stated_figure(const workbook::Cell* cell) {
  if (tables::is_blank(cell) || cell->no_cached_value) return std::nullopt;
  if (cell->type == workbook::CellType::number) return Number::from_double(cell->number);
  if (cell->type != workbook::CellType::text) return std::nullopt;
  const std::optional<WrittenNumber> written = written_number(cell->text);
  return written ? std::optional(written->value) : std::nullopt;
}

class Totals {
 public:
  Totals(const MatchedTable& matched, const tables::Grid& grid, const TakenTable& table)
      : form_(*matched.form), source_(matched.table), grid_(grid), table_(table) {
    rows_.resize(source_.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) rows_[table.rows[i].table_row].push_back(i);
    for (std::size_t f = 0; f < form_.fields.size(); ++f) {
      const Field& field = form_.fields[f];
      const auto& chosen = form_.totals_check->fields;
      const bool key = std::find(form_.keys.begin(), form_.keys.end(), field.name) != form_.keys.end();
      const bool wanted = chosen.empty() ? field.is_number() && field.is_read() && !key
                                         : std::find(chosen.begin(), chosen.end(), field.name) != chosen.end();
      if (wanted) fields_.push_back(f);
    }
  }

  std::vector<Mismatch> compare(const tables::Total& total, const std::vector<std::size_t>& covered) const {
    std::vector<Mismatch> result;
    const std::uint32_t row = source_.rows[total.row].row;
    for (std::size_t block = 0; block < table_.blocks.size(); ++block) {
      for (const std::size_t f : fields_) {
        const Field& field = form_.fields[f];
        const auto column = table_.blocks[block].columns.find(field.name);
        if (column == table_.blocks[block].columns.end()) continue;
        const std::optional<Number> stated = stated_figure(grid_.at({row, column->second}));
        if (!stated) continue;
        const std::optional<Number> sum = sum_of(covered, block, f);
        if (!sum || *sum == *stated) continue;
        std::string label = total.label;
        if (!source_.groups.empty()) {
          for (const auto& [name, text] : source_.groups[block].levels) label += ", " + text;
        }
        result.push_back({{row, column->second}, std::move(label), &field, *stated, *sum});
      }
    }
    return result;
  }

 private:
  // Nothing where a covered cell has an error of its own: the sum would be wrong without its fault.
  std::optional<Number> sum_of(const std::vector<std::size_t>& covered, std::size_t block, std::size_t field) const {
    std::optional<Number> sum = Number(0);
    for (const std::size_t table_row : covered) {
      for (const std::size_t i : rows_[table_row]) {
        const TakenRow& row = table_.rows[i];
        if (row.block != block) continue;
        if (row.faulty[field]) return std::nullopt;
        const expression::Value value = facts::value_of(form_.fields[field], row.cells[field]);
        if (value.number() != nullptr && sum) sum = add(*sum, *value.number());
      }
    }
    return sum;
  }

  const Form& form_;
  const tables::Table& source_;
  const tables::Grid& grid_;
  const TakenTable& table_;
  std::vector<std::vector<std::size_t>> rows_;  ///< by row of the table: rows of facts
  std::vector<std::size_t> fields_;
};

}  // namespace

void check_totals(const FileContext& context, const MatchedTable& matched, const tables::Grid& grid,
                  const TakenTable& table, Diagnostics& out) {
  const Form& form = *matched.form;
  if (!form.totals_check || matched.table.totals.empty()) return;
  const Totals totals(matched, grid, table);
  for (const tables::Total& total : matched.table.totals) {
    std::vector<Mismatch> found = totals.compare(total, total.covers);
    if (!found.empty() && !total.or_covers.empty() && totals.compare(total, total.or_covers).empty()) continue;
    for (const Mismatch& mismatch : found) {
      Diagnostic diagnostic;
      diagnostic.severity = form.totals_check->is_error ? Severity::error : Severity::warning;
      diagnostic.code = &codes::total_differs;
      diagnostic.where = Location::in_cell(context.file, table.sheet, mismatch.at, mismatch.label);
      diagnostic.message = "«" + mismatch.field->title + "»: в итоге " + figure(mismatch.stated) + ", а сумма строк " +
                           figure(mismatch.summed);
      diagnostic.hint = "проверьте итог и строки; в расчёт идут строки";
      out.add(std::move(diagnostic));
    }
  }
}

}  // namespace svod::intake
