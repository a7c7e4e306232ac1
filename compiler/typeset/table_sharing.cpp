#include <algorithm>
#include <cmath>
#include <cstddef>

#include "typeset/table_widths.h"

namespace svod::typeset {
namespace {

// A divided word in a head, and in the body, is as bad as so many lines more.
constexpr double kDividedHead = 4, kDividedBody = 0.8;
constexpr std::size_t kMostChoices = 20;

double power(int lines) {
  const double l = std::min(lines, 5000);
  return l * l * l * l;
}

// A row's height is that of its highest cell; the fourth root of the sum of fourth powers is near it, and
// falls also when one of two cells alike in height gets shorter.
double height(double powers) { return std::sqrt(std::sqrt(powers)); }

/// Begins with the narrowest columns and widens, again and again, the one that saves most height for its width.
class Sharing {
 public:
  /// Words may be divided from the beginning, or not at all.
  Sharing(const std::vector<ColumnNeed>& needs, Length available, const Wraps& wraps, bool divide)
      : needs_(needs),
        wraps_(wraps),
        divide_(divide),
        free_(available),
        columns_(needs.size()),
        rows_(wraps.weights.size(), 1) {}

  std::vector<Length> run() {
    for (std::size_t c = 0; c < needs_.size(); ++c) free_ -= least(needs_[c]);
    std::vector<std::vector<const Wraps::Cell*>> cells(needs_.size());
    for (const Wraps::Cell& cell : wraps_.cells) cells[static_cast<std::size_t>(cell.column)].push_back(&cell);
    for (std::size_t c = 0; c < needs_.size(); ++c) prepare(c, cells[c]);
    while (widen()) {
    }
    std::vector<Length> widths;
    for (const Column& column : columns_) widths.push_back(column.widths[column.at]);
    return widths;
  }

  double cost() const {
    double sum = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) sum += height(rows_[r]) * wraps_.weights[r];
    for (const Column& column : columns_) sum += column.penalties[column.at];
    return sum;
  }

 private:
  struct Column {
    std::vector<Length> widths;         // to choose from, ascending
    std::vector<std::int32_t> rows;     // of its cells
    std::vector<double> powers;         // of its cells' lines: by width, then cell
    std::vector<double> penalties;      // by width
    std::size_t at = 0;
  };

  Length least(const ColumnNeed& need) const { return divide_ ? std::min(need.narrow, need.min) : need.min; }

  void prepare(std::size_t c, const std::vector<const Wraps::Cell*>& cells) {
    const ColumnNeed& need = needs_[c];
    Column& column = columns_[c];
    const Length narrow = least(need);
    column.widths = {narrow, need.min};
    bool head = false;
    for (const Wraps::Cell* cell : cells) {
      if (cell->row < wraps_.heads) {
        head = true;
        head_widths(*cell, column.widths);
      } else {
        column.widths.push_back(cell->max);
      }
    }
    const Length most = std::max(need.min, need.max);
    if (cells.size() > (head ? 1U : 0U)) {  // text in the body: steps between
      for (double width = static_cast<double>(need.min) * 1.12; width < static_cast<double>(most); width *= 1.12) {
        column.widths.push_back(static_cast<Length>(width));
      }
    }
    std::erase_if(column.widths, [&](Length width) { return width < narrow || width > most; });
    std::sort(column.widths.begin(), column.widths.end());
    column.widths.erase(std::unique(column.widths.begin(), column.widths.end()), column.widths.end());
    if (column.widths.size() > kMostChoices) {
      std::vector<Length> fewer;
      const std::size_t last = column.widths.size() - 1;
      for (std::size_t i = 0; i < kMostChoices; ++i) fewer.push_back(column.widths[last * i / (kMostChoices - 1)]);
      column.widths = std::move(fewer);
    }
    for (const Wraps::Cell* cell : cells) column.rows.push_back(cell->row);
    for (const Length width : column.widths) {
      double penalty = 0;
      for (const Wraps::Cell* cell : cells) {
        bool divided = false;
        column.powers.push_back(power(lines_at(wraps_, *cell, width, &divided)) - 1);
        if (!divided) continue;
        penalty += (cell->row < wraps_.heads ? kDividedHead : kDividedBody * weight(cell->row));
      }
      column.penalties.push_back(penalty);
    }
    for (std::size_t i = 0; i < column.rows.size(); ++i) row(column.rows[i]) += column.powers[i];
  }

  // All widths at which a head's words may fill a line.
  void head_widths(const Wraps::Cell& cell, std::vector<Length>& widths) const {
    for (std::uint32_t from = cell.first; from < cell.last && from < cell.first + 8; ++from) {
      Length sum = wraps_.pads;
      for (std::uint32_t k = from; k < cell.last && k < from + 8; ++k) {
        sum += wraps_.pieces[k].width + (k > from ? wraps_.pieces[k].gap : 0);
        widths.push_back(sum);
      }
    }
  }

  double& row(std::int32_t r) { return rows_[static_cast<std::size_t>(r)]; }
  double weight(std::int32_t r) const { return wraps_.weights[static_cast<std::size_t>(r)]; }

  double gain(const Column& column, std::size_t to) {
    const std::size_t count = column.rows.size();
    double sum = column.penalties[column.at] - column.penalties[to];
    for (std::size_t i = 0; i < count; ++i) {
      const double before = column.powers[column.at * count + i], after = column.powers[to * count + i];
      if (after == before) continue;
      const double powers = row(column.rows[i]);
      sum += (height(powers) - height(powers - before + after)) * weight(column.rows[i]);
    }
    return sum;
  }

  bool widen() {
    double best = 0;
    Column* chosen = nullptr;
    std::size_t step = 0;
    for (Column& column : columns_) {
      for (std::size_t to = column.at + 1; to < column.widths.size(); ++to) {
        const Length more = column.widths[to] - column.widths[column.at];
        if (more > free_) break;
        const double ratio = gain(column, to) / static_cast<double>(more);
        if (ratio <= best * 1.000001) continue;
        best = ratio;
        chosen = &column;
        step = to;
      }
    }
    if (!chosen) return false;
    const std::size_t count = chosen->rows.size();
    for (std::size_t i = 0; i < count; ++i) {
      row(chosen->rows[i]) += chosen->powers[step * count + i] - chosen->powers[chosen->at * count + i];
    }
    free_ -= chosen->widths[step] - chosen->widths[chosen->at];
    chosen->at = step;
    return true;
  }

  const std::vector<ColumnNeed>& needs_;
  const Wraps& wraps_;
  bool divide_;
  Length free_;
  std::vector<Column> columns_;
  std::vector<double> rows_;  // sum of powers, one for the row itself
};

}  // namespace

int lines_at(const Wraps& wraps, const Wraps::Cell& cell, Length width, bool* divided) {
  const Length inner = std::max<Length>(width - wraps.pads, 1);
  int lines = 1;
  Length used = 0;
  for (std::uint32_t i = cell.first; i < cell.last; ++i) {
    const Piece& piece = wraps.pieces[i];
    if (piece.forced && i > cell.first) {
      ++lines;
      used = 0;
    } else if (used > 0 && used + piece.gap + piece.width > inner) {
      ++lines;
      used = 0;
    }
    used += piece.width + (used > 0 ? piece.gap : 0);
    if (used > inner) {  // a word wider than the column
      if (divided) *divided = true;
      const auto more = static_cast<int>(std::min<Length>(used / inner, 100));
      lines += more;
      used -= more * inner;
    }
  }
  return std::max(1, lines - cell.spare);
}

std::vector<Length> least_height(const std::vector<ColumnNeed>& needs, Length available, const Wraps& wraps) {
  Length whole = 0, parts = 0;
  for (const ColumnNeed& need : needs) {
    whole += need.min;
    parts += std::min(need.narrow, need.min);
  }
  Sharing divided(needs, available, wraps, true);
  if (whole > available) return divided.run();
  Sharing plain(needs, available, wraps, false);
  std::vector<Length> widths = plain.run();
  if (parts == whole) return widths;
  std::vector<Length> others = divided.run();
  return divided.cost() < plain.cost() ? others : widths;
}

}  // namespace svod::typeset
