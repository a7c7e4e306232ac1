#include "workbook/workbook.h"

#include <algorithm>
#include <cstring>

#include "workbook/formula.h"

namespace svod::workbook {
namespace {
constexpr std::size_t kLargestBlock = 256 * 1024;
}

const Cell* Sheet::find(CellRef at) const {
  const auto found =
      std::lower_bound(cells.begin(), cells.end(), at, [](const Cell& cell, CellRef place) { return cell.at < place; });
  return found != cells.end() && found->at == at ? &*found : nullptr;
}

std::string Sheet::formula(const Cell& cell) const {
  if (cell.formula_index == 0 || cell.formula_index > formulas.size()) return {};
  const StoredFormula& stored = formulas[cell.formula_index - 1];
  return shifted_formula(stored.text, stored.rows_down, stored.columns_right);
}

std::string_view TextStore::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > left_) {
    // A large text has a block to itself and leaves the open one open.
    if (text.size() > block_ / 4) {
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(text.size()));
      std::memcpy(blocks_.back().get(), text.data(), text.size());
      return {blocks_.back().get(), text.size()};
    }
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_));
    free_ = blocks_.back().get();
    left_ = block_;
    block_ = std::min(block_ * 2, kLargestBlock);
  }
  std::memcpy(free_, text.data(), text.size());
  const std::string_view kept(free_, text.size());
  free_ += text.size();
  left_ -= text.size();
  return kept;
}

}  // namespace svod::workbook
