#include "compose/table.h"

namespace svod::compose {
namespace {

using expression::Value;

class RowScope final : public expression::Scope {
 public:
  RowScope(const std::vector<Leaf>& leaves, const std::vector<Value>& cells) : leaves_(leaves), cells_(cells) {}
  Value variable(std::string_view name) const override {
    for (std::size_t i = 0; i < leaves_.size() && i < cells_.size(); ++i) {
      if (leaves_[i].id == name) return cells_[i];
    }
    return Value::absent(State::not_applicable);   // a column whose condition does not hold
  }
  Value call(std::string_view function, const std::vector<Value>& arguments) const override;
  Value apply(std::string_view filter, const std::vector<Value>& arguments) const override;

 private:
  const std::vector<Leaf>& leaves_;
  const std::vector<Value>& cells_;
};

Value RowScope::call(std::string_view, const std::vector<Value>&) const { return {}; }
Value RowScope::apply(std::string_view, const std::vector<Value>&) const { return {}; }

}  // namespace

void name_ends(std::vector<Leaf>& leaves) {
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const ColumnSpec* spec = leaves[i].spec;
    if (leaves[i].id == spec->id) continue;
    const bool last = i + 1 == leaves.size() || leaves[i + 1].spec != spec;
    if (i == 0 || leaves[i - 1].spec != spec) {
      leaves[i].id = spec->id + std::string(kFirst);
    } else if (last) {
      leaves[i].id = spec->id + std::string(kLast);
    }
  }
}

Value formula_value(const ColumnSpec& column, const std::vector<Leaf>& leaves, const std::vector<Value>& values) {
  return expression::evaluate(column.formula.tree, RowScope(leaves, values));
}

}  // namespace svod::compose
