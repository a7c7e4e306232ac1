#include "xlsx/row_formula.h"

#include <algorithm>

#include "xlsx/formula.h"
#include "xlsx/strings.h"

namespace svod::xlsx {
namespace {

const RowOperand* find(const std::vector<RowOperand>& operands, std::string_view id) {
  const auto found = std::find_if(operands.begin(), operands.end(), [&](const RowOperand& o) { return o.id == id; });
  return found == operands.end() ? nullptr : &*found;
}

class RowScope final : public expression::Scope {
 public:
  explicit RowScope(const std::vector<RowOperand>& operands) : operands_(operands) {}

  expression::Value variable(std::string_view name) const override {
    const RowOperand* operand = find(operands_, name);
    if (operand == nullptr) return expression::Value::absent();
    const document::Cell& cell = *operand->cell;
    if (cell.state == State::value && cell.number) return expression::Value::of(*cell.number);
    if (cell.state == State::value && !cell.runs.empty()) return expression::Value::of(plain_text(cell.runs));
    return expression::Value::absent(cell.state == State::value ? State::missing : cell.state);
  }
  expression::Value call(std::string_view, const std::vector<expression::Value>&) const override { return {}; }
  expression::Value apply(std::string_view, const std::vector<expression::Value>&) const override { return {}; }

 private:
  const std::vector<RowOperand>& operands_;
};

}  // namespace

CellFormula row_formula(const document::Cell& cell, const std::vector<RowOperand>& operands) {
  if (!cell.formula.expression || !cell.number) return {};
  const expression::Value value = expression::evaluate(cell.formula.expression, RowScope(operands));
  // Nothing to compare: an operand is a sign, or the expression names what is not in the row.
  if (value.number() == nullptr) return {};
  if (*value.number() != *cell.number) return {{}, true};
  const auto formula = excel_formula(cell.formula.expression, [&](std::string_view name) -> std::optional<std::string> {
    const RowOperand* operand = find(operands, name);
    if (operand == nullptr) return std::nullopt;
    return operand->cell->format.percent ? "(" + operand->place + "*100)" : operand->place;
  });
  if (!formula) return {};
  return {cell.format.percent ? "=(" + *formula + ")/100" : "=" + *formula};
}

}  // namespace svod::xlsx
