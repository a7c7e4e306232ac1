#include <algorithm>
#include <set>

#include "base/text.h"
#include "tables/head.h"
#include "tables/header.h"

// What is seen over each column of a head: texts of merged ranges, and of headers that nobody merged.
namespace svod::tables {
namespace {

constexpr std::uint32_t kWidest = 2000;  // columns of a head

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool HeadReader::is_number_row(std::uint32_t row) const {
  int count = 0;
  int steps = 0;
  std::int64_t last = 0;
  for (const workbook::Cell& cell : grid_.row(row)) {
    if (is_blank(&cell)) continue;
    const std::string text = std::string(trim(shown_text(cell)));
    if (!is_digits(text) || text.size() > 3) return false;
    const std::int64_t value = std::stoi(text);
    if (count == 0 && value > 2) return false;
    if (count > 0 && value == last + 1) ++steps;
    last = value;
    ++count;
  }
  return count >= 3 && steps * 4 >= (count - 1) * 3;
}

HeadReader::Block HeadReader::block(std::uint32_t top, std::uint32_t bottom) const {
  Block block;
  block.top = top;
  std::set<std::uint32_t> places;  // a column that only a merged range covers has no header of its own
  for (std::uint32_t row = top; row <= bottom; ++row) {
    for (const workbook::Cell& cell : grid_.row(row)) {
      if (is_blank(&cell) || places.size() >= kWidest) continue;
      places.insert(cell.at.column);
    }
  }
  block.places.assign(places.begin(), places.end());
  effort_ += block.places.size() * (bottom - top + 1);

  const std::size_t width = block.places.size();
  const std::size_t height = bottom - top + 1;
  block.levels.assign(height, std::vector<Level>(width));
  std::vector<bool> below(width, false);  // a header stands in the column further down
  for (std::size_t r = height; r-- > 0;) {
    const std::uint32_t row = top + static_cast<std::uint32_t>(r);
    std::vector<Level>& levels = block.levels[r];
    std::vector<bool> spreads(width, false);
    for (std::size_t i = 0; i < width; ++i) {
      const CellRef place{row, block.places[i]};
      const workbook::Cell* cell = grid_.shown(place);
      if (cell == nullptr) continue;
      const CellRange* range = grid_.merge(place);
      levels[i] = {header_text(shown_text(*cell)),
                   {},
                   cell->at,
                   range == nullptr ? 1 : range->last.column - range->first.column + 1};
      spreads[i] = range == nullptr && below[i];
    }
    // A header that nobody merged spreads right over blanks, as far as there are headers below, if it has one itself.
    for (std::size_t i = 0; i < width; ++i) {
      if (!spreads[i]) continue;
      std::size_t end = i + 1;
      while (end < width && block.places[end] == block.places[end - 1] + 1 && levels[end].text.empty() && below[end])
        ++end;
      levels[i].width = static_cast<std::uint32_t>(end - i);
      for (std::size_t j = i + 1; j < end; ++j) levels[j] = levels[i];
      i = end - 1;
    }
    for (std::size_t i = 0; i < width; ++i) {
      if (!is_blank(grid_.at({row, block.places[i]}))) below[i] = true;
    }
  }
  return block;
}

// A row under another belongs to the head when it has texts, and figures only under a header that spans.
bool HeadReader::may_be_lower_row(const Block& block, std::uint32_t row) const {
  if (is_number_row(row)) return false;
  bool any = false;
  for (const workbook::Cell& cell : grid_.row(row)) {
    if (is_blank(&cell)) continue;
    any = true;
    if (cell.type == workbook::CellType::text && !is_digits(trim(cell.text))) continue;
    if (cell.type != workbook::CellType::number && cell.type != workbook::CellType::text) return false;
    const auto place = std::lower_bound(block.places.begin(), block.places.end(), cell.at.column);
    if (place == block.places.end() || *place != cell.at.column) return false;
    const auto i = static_cast<std::size_t>(place - block.places.begin());
    bool under_span = false;
    for (std::size_t r = 0; r < row - block.top && !under_span; ++r) {
      under_span = !block.levels[r][i].text.empty() && block.levels[r][i].width > 1;
    }
    if (!under_span) return false;
  }
  return any;
}

std::vector<HeadReader::Column> HeadReader::columns(const Block& block) {
  std::vector<Column> result;
  for (std::size_t i = 0; i < block.places.size(); ++i) {
    Column column{block.places[i], {}, {}};
    for (const std::vector<Level>& row : block.levels) {
      if (row[i].text.empty()) continue;
      if (!column.path.empty() && column.path.back().anchor == row[i].anchor) continue;
      Level level = row[i];
      level.key = header_key(level.text);
      if (!level.key.empty()) column.path.push_back(std::move(level));
    }
    if (column.path.empty()) continue;
    column.keys.resize(column.path.size());
    std::string joined;
    for (std::size_t level = column.path.size(); level-- > 0;) {
      joined = column.path[level].text + (joined.empty() ? "" : " " + joined);
      column.keys[level] = header_key(joined);
    }
    result.push_back(std::move(column));
  }
  return result;
}

}  // namespace svod::tables
