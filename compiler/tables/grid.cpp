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

using Spans = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Sorted and joined, so that a place is found by its span's beginning.
Spans joined(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans result;
  for (const auto& span : spans) {
    if (!result.empty() && span.first <= result.back().second) {
      result.back().second = std::max(result.back().second, span.second);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

bool in_spans(const Spans& spans, std::uint32_t at) {
  const auto after =
      std::upper_bound(spans.begin(), spans.end(), at, [](std::uint32_t a, const auto& s) { return a < s.first; });
  return after != spans.begin() && at <= std::prev(after)->second;
}

}  // namespace

Grid::Grid(const workbook::Sheet& sheet)
    : sheet_(sheet), hidden_rows_(joined(sheet.hidden_rows)), hidden_columns_(joined(sheet.hidden_columns)) {
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
  for (std::vector<std::uint32_t>& row : merges_) {
    std::sort(row.begin(), row.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(sheet.merged[a].first.column, a) < std::pair(sheet.merged[b].first.column, b);
    });
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
  const auto found =
      std::lower_bound(cells.begin(), cells.end(), place.column,
                       [](const workbook::Cell& c, std::uint32_t column) { return c.at.column < column; });
  return found == cells.end() || found->at.column != place.column ? nullptr : &*found;
}

const CellRange* Grid::merge(CellRef place) const {
  const std::ptrdiff_t index = merges_.empty() ? -1 : index_of(place.row);
  if (index < 0) return nullptr;
  // Merged ranges never overlap in a sound file: the last that begins at or before the place is the one.
  const std::vector<std::uint32_t>& row = merges_[static_cast<std::size_t>(index)];
  const auto after = std::upper_bound(row.begin(), row.end(), place.column, [&](std::uint32_t column, std::uint32_t m) {
    return column < sheet_.merged[m].first.column;
  });
  if (after == row.begin()) return nullptr;
  const CellRange& range = sheet_.merged[*std::prev(after)];
  return place.column <= range.last.column ? &range : nullptr;
}

const workbook::Cell* Grid::shown(CellRef place) const {
  if (const workbook::Cell* own = at(place); !is_blank(own)) return own;
  const CellRange* range = merge(place);
  const workbook::Cell* anchor = range == nullptr ? nullptr : at(range->first);
  return is_blank(anchor) ? nullptr : anchor;
}

bool Grid::hidden_row(std::uint32_t row) const { return in_spans(hidden_rows_, row); }
bool Grid::hidden_column(std::uint32_t column) const { return in_spans(hidden_columns_, column); }

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
