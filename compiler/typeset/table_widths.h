#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "typeset/length.h"
#include "typeset/paragraph.h"

namespace svod::typeset {

/// What a column asks for, padding included.
struct ColumnNeed {
  Length narrow = 0;  ///< its longest part where words may be divided with a hyphen
  Length min = 0;     ///< its longest word
  Length max = 0;     ///< its longest line
  Length line = 0;    ///< its longest line in the body
  bool numeric = false;
  bool centred = false;
  bool fits = false;   ///< numbers of rows: takes what it needs and no more
  double weight = 0;   ///< declared share of the free width
};

/// Texts that may take several lines, by row of the table: what widths are weighed by.
struct Wraps {
  struct Cell {
    std::int32_t row = 0, column = 0;
    std::uint32_t first = 0, last = 0;  ///< in `pieces`
    Length max = 0;                     ///< padding included
    std::int32_t spare = 0;             ///< lines that other rows below the same cell hold
  };
  std::vector<Piece> pieces;
  std::vector<Cell> cells;      ///< heads first
  std::vector<double> weights;  ///< of a line in each row
  std::int32_t heads = 0;       ///< rows of the head come first
  Length pads = 0;              ///< of a column
  /// Columns of figures below one head, first and count: alike in width where they can be.
  std::vector<std::pair<int, int>> siblings;
};

/// Lines that a text takes in a column of this width; `divided` tells whether a word must be divided.
int lines_at(const Wraps& wraps, const Wraps::Cell& cell, Length width, bool* divided = nullptr);

Length total_min(const std::vector<ColumnNeed>& needs);
Length total_narrow(const std::vector<ColumnNeed>& needs);
/// Raises the needs of columns `first` … `first + count - 1` until together they hold a spanning cell.
void hold_span(std::vector<ColumnNeed>& needs, int first, int count, Length min, Length max);
/// Widths that sum to `available`. None is below its minimum where the minima fit, except that a word is
/// divided where many lines are saved by that. The room left goes to declared weights, else to all columns,
/// text first.
std::vector<Length> share_width(const std::vector<ColumnNeed>& needs, Length available, const Wraps& wraps);
/// The widths, from the narrowest, at which the rows take the least height; their sum is at most `available`.
std::vector<Length> least_height(const std::vector<ColumnNeed>& needs, Length available, const Wraps& wraps);
/// The width of the first column where each part of a table repeats it: whole lines if they take no more
/// than a third, its words if they take no more than half.
Length repeated_column(const ColumnNeed& need, Length available);
/// Parts of a table whose minima do not fit together: column numbers, the first column in each; about as many
/// columns in each as in the others.
std::vector<std::vector<int>> split_columns(const std::vector<ColumnNeed>& needs, Length available);

}  // namespace svod::typeset
