#include "typeset/table_widths.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace svod::typeset {
namespace {

// Adds `free` to the widths in proportion to the shares; what rounding leaves goes to the last.
void distribute(std::vector<Length>& widths, const std::vector<double>& shares, Length free) {
  double sum = 0;
  for (const double share : shares) sum += share;
  if (sum <= 0 || free <= 0) return;
  Length left = free;
  std::size_t last = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (shares[i] <= 0) continue;
    const auto more = static_cast<Length>(static_cast<double>(free) * shares[i] / sum);
    widths[i] += more;
    left -= more;
    last = i;
  }
  widths[last] += left;
}

Length sum_of(const std::vector<Length>& widths) {
  Length sum = 0;
  for (const Length width : widths) sum += width;
  return sum;
}

// Everything fits on one line: the room left goes to declared weights, else mostly to columns of text.
std::vector<Length> roomy(const std::vector<ColumnNeed>& needs, Length available) {
  std::vector<Length> widths;
  std::vector<double> weights, figures, texts;
  for (const ColumnNeed& need : needs) {
    widths.push_back(need.max);
    weights.push_back(need.weight);
    figures.push_back(need.numeric ? static_cast<double>(need.max) : 0);
    texts.push_back(need.numeric ? 0 : static_cast<double>(need.max));
  }
  Length free = available - sum_of(widths);
  if (std::any_of(weights.begin(), weights.end(), [](double w) { return w > 0; })) {
    distribute(widths, weights, free);
    return widths;
  }
  double figure_sum = 0, text_sum = 0;
  for (const double figure : figures) figure_sum += figure;
  for (const double text : texts) text_sum += text;
  if (text_sum <= 0) {
    distribute(widths, figures, free);
    return widths;
  }
  // Columns of figures take air up to half as much again, text the rest.
  const Length air = std::min(free / 2, static_cast<Length>(figure_sum * 0.6));
  distribute(widths, figures, air);
  distribute(widths, texts, available - sum_of(widths));
  return widths;
}

// Widths in proportion to a power of what each column holds, within its bounds: long texts take more lines,
// short ones stay whole.
std::vector<Length> tight(const std::vector<ColumnNeed>& needs, Length available, double power) {
  bool weighted = false;
  for (const ColumnNeed& need : needs) weighted = weighted || need.weight > 0;
  std::vector<double> pull;
  for (const ColumnNeed& need : needs) {
    pull.push_back(weighted && need.weight > 0
                       ? need.weight * 100
                       : std::pow(static_cast<double>(std::max<Length>(need.max, 1)) / 1000, power));
  }
  const auto at = [&](double factor) {
    std::vector<Length> widths;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      const auto wish = static_cast<Length>(std::min(factor * pull[i], 1e12));
      widths.push_back(std::clamp(wish, needs[i].min, std::max(needs[i].min, needs[i].max)));
    }
    return widths;
  };
  double low = 0, high = 1;
  while (sum_of(at(high)) < available && high < 1e9) high *= 2;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (sum_of(at(middle)) <= available ? low : high) = middle;
  }
  std::vector<Length> widths = at(low);
  distribute(widths, pull, available - sum_of(widths));
  return widths;
}

}  // namespace

Length total_min(const std::vector<ColumnNeed>& needs) {
  Length sum = 0;
  for (const ColumnNeed& need : needs) sum += need.min;
  return sum;
}

void hold_span(std::vector<ColumnNeed>& needs, int first, int count, Length min, Length max) {
  const auto raise = [&](Length ColumnNeed::*field, Length wanted) {
    Length sum = 0;
    for (int i = first; i < first + count; ++i) sum += needs[static_cast<std::size_t>(i)].*field;
    if (sum >= wanted) return;
    Length given = 0;
    for (int i = 0; i < count; ++i) {
      const Length upto = (wanted - sum) * (i + 1) / count;
      needs[static_cast<std::size_t>(first + i)].*field += upto - given;
      given = upto;
    }
  };
  raise(&ColumnNeed::min, min);
  raise(&ColumnNeed::max, max);
  for (int i = first; i < first + count; ++i) {
    ColumnNeed& need = needs[static_cast<std::size_t>(i)];
    need.max = std::max(need.max, need.min);
  }
}

std::vector<Length> share_width(const std::vector<ColumnNeed>& needs, Length available,
                                const std::function<Length(const std::vector<Length>&)>& cost) {
  Length most = 0;
  for (const ColumnNeed& need : needs) most += need.max;
  if (most <= available) return roomy(needs, available);
  if (total_min(needs) <= available) {
    std::vector<Length> best;
    Length least = 0;
    // Heads of figures may wrap to leave more to the text, or not.
    for (const bool wrap_heads : {false, true}) {
      std::vector<ColumnNeed> wished = needs;
      for (ColumnNeed& need : wished) {
        if (wrap_heads && need.numeric) need.max = need.min;
      }
      for (const double power : {0.5, 0.75, 1.0, 1.5}) {
        std::vector<Length> widths = tight(wished, available, power);
        const Length price = cost(widths);
        if (best.empty() || price < least) best = std::move(widths), least = price;
      }
    }
    return best;
  }
  // Not even the words fit: everybody gives alike.
  std::vector<Length> widths;
  const Length sum = total_min(needs);
  for (const ColumnNeed& need : needs) widths.push_back(need.min * available / sum);
  return widths;
}

Length repeated_column(const ColumnNeed& need, Length available) {
  return std::clamp(need.max, std::min(need.min, available / 2),
                    std::max(available / 3, std::min(need.min, available / 2)));
}

std::vector<std::vector<int>> split_columns(const std::vector<ColumnNeed>& needs, Length available) {
  std::vector<std::vector<int>> parts;
  const Length first = repeated_column(needs.front(), available);
  std::vector<int> part{0};
  Length used = first;
  for (int c = 1; c < static_cast<int>(needs.size()); ++c) {
    const Length need = needs[static_cast<std::size_t>(c)].min;
    if (part.size() > 1 && used + need > available) {
      parts.push_back(part);
      part = {0};
      used = first;
    }
    part.push_back(c);
    used += need;
  }
  parts.push_back(part);
  return parts;
}

}  // namespace svod::typeset
