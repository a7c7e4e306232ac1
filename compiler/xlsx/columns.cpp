#include "xlsx/columns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "language/figures.h"
#include "xlsx/measure.h"
#include "xlsx/strings.h"

namespace svod::xlsx {
namespace {

constexpr double kPadding = 1.5;
constexpr double kIndent = 1.2;
constexpr double kNarrowest = 5;
constexpr double kWidestFigures = 22;
// Texts are narrower where there are so many columns that a page of A4 would print them too small to be read.
constexpr double kWidestText = 46, kNarrowestText = 26, kTextStep = 4;
constexpr double kLegibleWidth = 210;
constexpr int kHeadLines = 4;

bool is_figure(const document::Cell& cell) { return cell.number.has_value() || cell.state != State::value; }

double spanned(const std::vector<double>& widths, const Placed& cell) {
  double width = 0;
  for (std::size_t c = cell.column; c < cell.column + cell.columns; ++c) width += widths[c];
  return width;
}

// The narrowest column that shows the head's words whole in a few lines.
double head_width(const std::string& text) {
  double width = longest_word(text, true);
  while (wrapped_lines(text, width, true) > kHeadLines && width < kWidestFigures) width += 1;
  return width;
}

}  // namespace

std::string shown_text(const document::Cell& cell) {
  std::string text = plain_text(cell.runs);
  if (text.empty() && cell.state != State::value) text = language::sign(cell.state);
  if (text.empty() && cell.number) {
    text = language::number(*cell.number, cell.format.places, cell.format.group);
  }
  return text;
}

namespace {

std::vector<double> widths_for(const document::Table& table, const std::vector<GridRow>& head,
                               const std::vector<GridRow>& body, double widest) {
  const std::size_t count = column_count(table);
  std::vector<double> widths(count, kNarrowest);
  for (const GridRow& row : body) {
    const bool bold = row.row->kind != document::Row::Kind::body;
    for (const Placed& placed : row.cells) {
      if (placed.columns > 1) continue;
      const std::string text = shown_text(*placed.cell);
      double width = text_width(text, bold);
      if (!is_figure(*placed.cell)) width = kIndent + std::max(std::min(width, widest), longest_word(text, bold));
      widths[placed.column] = std::max(widths[placed.column], width + kPadding);
    }
  }
  for (const GridRow& row : head) {
    for (const Placed& placed : row.cells) {
      const std::string text = shown_text(*placed.cell);
      const double wanted = (placed.columns == 1 ? head_width(text) : longest_word(text, true)) + kPadding;
      const double have = spanned(widths, placed);
      if (have >= wanted) continue;
      const double more = (wanted - have) / static_cast<double>(placed.columns);
      for (std::size_t c = placed.column; c < placed.column + placed.columns; ++c) widths[c] += more;
    }
  }
  constexpr double kMostOfExcel = 255;
  for (double& width : widths) width = std::min(std::ceil(width * 4) / 4, kMostOfExcel);
  return widths;
}

}  // namespace

std::vector<double> column_widths(const document::Table& table, const std::vector<GridRow>& head,
                                  const std::vector<GridRow>& body) {
  std::vector<double> widths = widths_for(table, head, body, kWidestText);
  for (double widest = kWidestText - kTextStep; widest >= kNarrowestText; widest -= kTextStep) {
    if (std::accumulate(widths.begin(), widths.end(), 0.0) <= kLegibleWidth) break;
    widths = widths_for(table, head, body, widest);
  }
  return widths;
}

int row_lines(const GridRow& row, const std::vector<double>& widths, bool bold) {
  int lines = 1;
  for (const Placed& placed : row.cells) {
    const double room = spanned(widths, placed) - kPadding / 2 - (is_figure(*placed.cell) ? 0 : kIndent);
    const int wanted = wrapped_lines(shown_text(*placed.cell), room, bold);
    lines = std::max(lines, (wanted + static_cast<int>(placed.rows) - 1) / static_cast<int>(placed.rows));
  }
  return lines;
}

}  // namespace svod::xlsx
