#include "tables/grid.h"

#include <algorithm>
#include <unordered_map>

#include "base/decimal.h"
#include "base/text.h"
#include "tables/header.h"

namespace svod::tables {
namespace {

constexpr std::size_t kLongestHeader = 600;        // bytes; longer texts are never headers
constexpr std::size_t kMergedPlaces = 5'000'000;   // rows within merged ranges that are remembered

bool in_spans(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans, std::uint32_t at) {
  return std::any_of(spans.begin(), spans.end(), [&](const auto& s) { return s.first <= at && at <= s.second; });
}

}  // namespace

Grid::Grid(const workbook::Sheet& sheet) : sheet_(sheet) {
  std::unordered_map<std::string_view, int> known;
  key_of_.assign(sheet.cells.size(), -1);
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const workbook::Cell& cell = sheet.cells[i];
    if (rows_.empty() || rows_.back() != cell.at.row) {
      rows_.push_back(cell.at.row);
      begins_.push_back(static_cast<std::uint32_t>(i));
    }
    if (cell.type != workbook::CellType::text || cell.text.size() > kLongestHeader) continue;
    const auto [found, fresh] = known.try_emplace(cell.text, static_cast<int>(keys_.size()));
    if (fresh) keys_.push_back(header_key(cell.text));
    key_of_[i] = found->second;
  }
  begins_.push_back(static_cast<std::uint32_t>(sheet.cells.size()));

  if (sheet.merged.empty()) return;
  merges_.resize(rows_.size());
  std::size_t places = 0;
  for (std::size_t m = 0; m < sheet.merged.size() && places < kMergedPlaces; ++m) {
    const auto first = std::lower_bound(rows_.begin(), rows_.end(), sheet.merged[m].first.row);
    for (auto row = first; row != rows_.end() && *row <= sheet.merged[m].last.row && places < kMergedPlaces; ++row) {
      merges_[static_cast<std::size_t>(row - rows_.begin())].push_back(static_cast<std::uint32_t>(m));
      ++places;
    }
  }
}

std::ptrdiff_t Grid::index_of(std::uint32_t row) const {
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), row);
  return found == rows_.end() || *found != row ? -1 : found - rows_.begin();
}

std::span<const workbook::Cell> Grid::row(std::uint32_t row) const {
  const std::ptrdiff_t index = index_of(row);
  if (index < 0) return {};
  const auto i = static_cast<std::size_t>(index);
  return std::span(sheet_.cells).subspan(begins_[i], begins_[i + 1] - begins_[i]);
}

const workbook::Cell* Grid::at(CellRef place) const {
  const std::span<const workbook::Cell> cells = row(place.row);
  const auto found = std::lower_bound(cells.begin(), cells.end(), place.column,
                                      [](const workbook::Cell& c, std::uint32_t column) { return c.at.column < column; });
  return found == cells.end() || found->at.column != place.column ? nullptr : &*found;
}

const CellRange* Grid::merge(CellRef place) const {
  const std::ptrdiff_t index = merges_.empty() ? -1 : index_of(place.row);
  if (index < 0) return nullptr;
  for (const std::uint32_t m : merges_[static_cast<std::size_t>(index)]) {
    const CellRange& range = sheet_.merged[m];
    if (range.first.column <= place.column && place.column <= range.last.column) return &range;
  }
  return nullptr;
}

const workbook::Cell* Grid::shown(CellRef place) const {
  if (const workbook::Cell* own = at(place); !is_blank(own)) return own;
  const CellRange* range = merge(place);
  const workbook::Cell* anchor = range == nullptr ? nullptr : at(range->first);
  return is_blank(anchor) ? nullptr : anchor;
}

bool Grid::hidden_row(std::uint32_t row) const { return in_spans(sheet_.hidden_rows, row); }
bool Grid::hidden_column(std::uint32_t column) const { return in_spans(sheet_.hidden_columns, column); }

int Grid::key_of(const workbook::Cell& cell) const {
  return key_of_[static_cast<std::size_t>(&cell - sheet_.cells.data())];
}

std::string shown_text(const workbook::Cell& cell) {
  if (cell.type == workbook::CellType::text) return std::string(cell.text);
  if (cell.type == workbook::CellType::number) {
    if (!cell.text.empty()) return std::string(cell.text);
    const std::optional<Number> number = Number::from_double(cell.number);
    return number ? number->text() : std::string();
  }
  return {};
}

bool is_blank(const workbook::Cell* cell) {
  if (cell == nullptr) return true;
  if (cell->no_cached_value) return false;
  return cell->type == workbook::CellType::text && trim(cell->text).empty();
}

}  // namespace svod::tables
