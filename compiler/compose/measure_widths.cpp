#include "compose/measure_widths.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/text.h"
#include "compose/measure_cells.h"

namespace svod::compose {
namespace {

using definitions::PlanColumn;
using definitions::PlanField;

// Letters that a line of the whole table holds, about, and those of a column that is as wide as its words.
constexpr int kLineLetters = 110, kNarrowLetters = 7, kMostOfYears = 11;
// A column is never narrower, and no word makes it wider: it is rather divided.
constexpr int kLeastLetters = 10, kMostLeast = 15;
constexpr int kStep = 2;
// Rows that stand for all of a long plan.
constexpr std::size_t kSample = 300;

bool years(PlanField field) { return field == PlanField::start || field == PlanField::end; }

/// The texts of a column: letters of each line of each cell.
struct Texts {
  bool grows = true;
  int width = 0;      ///< letters
  std::vector<std::vector<int>> cells;
};

int longest_word(std::string_view text) {
  int longest = 0, letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    letters = c == ' ' || c == U'\u00A0' || c == '-' ? 0 : letters + 1;
    longest = std::max(longest, letters);
  }
  return longest;
}

/// Between what letters take and whole lines: a word that does not fit leaves the end of its line empty.
double lines_of(const std::vector<int>& cell, int width) {
  double lines = 0;
  for (const int letters : cell) {
    const double exact = std::max(1.0, static_cast<double>(letters) / width);
    lines += (exact + std::ceil(exact)) / 2;
  }
  return lines;
}

double fourth(double lines) { return lines * lines * lines * lines; }

Texts texts_of(const plan::Plan& plan, const PlanColumn& column, const std::string& mark) {
  Texts texts;
  int word = longest_word(column.title);
  texts.grows = column.field != PlanField::number && !years(column.field);
  if (!texts.grows) {
    const int wanted = column.field == PlanField::number ? kNarrowLetters : word + 1;
    texts.width = std::clamp(wanted, kNarrowLetters, kMostOfYears);
    return texts;
  }
  const std::size_t step = plan.measures.size() / kSample + 1;
  for (std::size_t i = 0; i < plan.measures.size(); i += step) {
    const plan::Measure& measure = plan.measures[i];
    std::vector<int>& cell = texts.cells.emplace_back();
    if (inherits(measure, column.field)) continue;   // it reaches down over rows that are there anyway
    for (const std::string& line : cell_lines(measure, column.field, mark)) {
      cell.push_back(static_cast<int>(std::min<std::size_t>(length(line), 10'000)));
      word = std::max(word, longest_word(line));
    }
  }
  texts.width = std::clamp(word + 1, kLeastLetters, kMostLeast);
  return texts;
}

}  // namespace

std::vector<double> measure_widths(const plan::Plan& plan, const std::vector<PlanColumn>& columns) {
  const std::string mark = executors_mark(plan);
  std::vector<Texts> texts;
  int room = kLineLetters;
  for (const PlanColumn& column : columns) {
    texts.push_back(texts_of(plan, column, mark));
    room -= texts.back().width;
  }
  const std::size_t step = plan.measures.size() / kSample + 1;
  const std::size_t rows = (plan.measures.size() + step - 1) / step;
  for (; room >= kStep; room -= kStep) {
    // A row is as high as its highest cell, which the fourth powers nearly say, and still see the next one.
    std::vector<double> powers(rows, 0);
    for (const Texts& one : texts) {
      for (std::size_t r = 0; r < one.cells.size(); ++r) powers[r] += fourth(lines_of(one.cells[r], one.width));
    }
    Texts* best = nullptr;
    double most = -1;
    for (Texts& one : texts) {
      if (!one.grows) continue;
      double saved = 0;
      for (std::size_t r = 0; r < rows; ++r) {
        const double other = powers[r] - fourth(lines_of(one.cells[r], one.width));
        const double wider = other + fourth(lines_of(one.cells[r], one.width + kStep));
        saved += std::sqrt(std::sqrt(powers[r])) - std::sqrt(std::sqrt(std::max(wider, 0.0)));
      }
      if (saved > most) most = saved, best = &one;
    }
    if (best == nullptr) break;
    best->width += kStep;
  }
  int widest = 0;
  for (const Texts& one : texts) widest = std::max(widest, one.width);
  std::vector<double> weights;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const int width = columns[c].field == PlanField::text ? widest : texts[c].width;
    weights.push_back(columns[c].field == PlanField::number ? 0 : width / 10.0);
  }
  return weights;
}

}  // namespace svod::compose
