#include "typeset/table_widths.h"

#include <algorithm>
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

bool weighted(const std::vector<ColumnNeed>& needs) {
  return std::any_of(needs.begin(), needs.end(), [](const ColumnNeed& need) { return need.weight > 0; });
}

// Room that no text needs: to declared weights; else columns of figures become more alike, and all grow, text
// more than figures. Numbers of rows stay as narrow as they are.
void spread(std::vector<Length>& widths, const std::vector<ColumnNeed>& needs, Length available) {
  const Length free = available - sum_of(widths);
  if (free <= 0) return;
  std::vector<double> shares;
  if (weighted(needs)) {
    for (const ColumnNeed& need : needs) shares.push_back(need.weight);
    distribute(widths, shares, free);
    return;
  }
  Length widest = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (needs[i].numeric && !needs[i].fits) widest = std::max(widest, widths[i]);
  }
  Length apart = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const bool figures = needs[i].numeric && !needs[i].fits;
    shares.push_back(figures ? static_cast<double>(widest - widths[i]) : 0);
    apart += figures ? widest - widths[i] : 0;
  }
  distribute(widths, shares, std::min(apart, free / 3));
  for (std::size_t i = 0; i < needs.size(); ++i) {
    shares[i] = needs[i].fits ? 0 : static_cast<double>(widths[i]) * (needs[i].numeric ? 1.0 : 1.3);
  }
  if (std::all_of(shares.begin(), shares.end(), [](double share) { return share <= 0; })) {
    shares.assign(shares.size(), 1);
  }
  distribute(widths, shares, available - sum_of(widths));
}

// Columns whose shares are declared divide between them what they have, none below its minimum.
void weigh(std::vector<Length>& widths, const std::vector<ColumnNeed>& needs) {
  Length pool = 0;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (needs[i].weight <= 0) continue;
    pool += widths[i];
    open.push_back(i);
  }
  for (bool again = true; again;) {
    again = false;
    double sum = 0;
    for (const std::size_t i : open) sum += needs[i].weight;
    for (std::size_t k = 0; k < open.size(); ++k) {
      const std::size_t i = open[k];
      const Length least = std::min(needs[i].min, widths[i]);
      if (static_cast<double>(pool) * needs[i].weight / sum >= static_cast<double>(least)) continue;
      widths[i] = least;
      pool -= least;
      open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
      again = true;
      break;
    }
  }
  std::vector<double> shares(widths.size(), 0);
  for (const std::size_t i : open) shares[i] = needs[i].weight, widths[i] = 0;
  distribute(widths, shares, pool);
}

void even_out(std::vector<Length>& widths, const std::vector<ColumnNeed>& needs, const Wraps& wraps) {
  for (const auto& [first, count] : wraps.siblings) {
    Length sum = 0, least = 0;
    for (int c = first; c < first + count; ++c) {
      sum += widths[static_cast<std::size_t>(c)];
      least = std::max(least, std::min(needs[static_cast<std::size_t>(c)].min, widths[static_cast<std::size_t>(c)]));
    }
    const Length mean = sum / count;
    if (mean < least) continue;
    int before = 1, after = 1;
    for (const Wraps::Cell& cell : wraps.cells) {
      if (cell.column < first || cell.column >= first + count) continue;
      before = std::max(before, lines_at(wraps, cell, widths[static_cast<std::size_t>(cell.column)]));
      after = std::max(after, lines_at(wraps, cell, mean));
    }
    if (after > before) continue;
    for (int c = first; c < first + count; ++c) widths[static_cast<std::size_t>(c)] = mean;
    widths[static_cast<std::size_t>(first)] += sum - mean * count;
  }
}

}  // namespace

Length total_min(const std::vector<ColumnNeed>& needs) {
  Length sum = 0;
  for (const ColumnNeed& need : needs) sum += need.min;
  return sum;
}

Length total_narrow(const std::vector<ColumnNeed>& needs) {
  Length sum = 0;
  for (const ColumnNeed& need : needs) sum += std::min(need.narrow, need.min);
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
  raise(&ColumnNeed::narrow, min);
  raise(&ColumnNeed::min, min);
  raise(&ColumnNeed::max, max);
  for (int i = first; i < first + count; ++i) {
    ColumnNeed& need = needs[static_cast<std::size_t>(i)];
    need.max = std::max(need.max, need.min);
  }
}

std::vector<Length> share_width(const std::vector<ColumnNeed>& needs, Length available, const Wraps& wraps) {
  std::vector<Length> widths;
  Length most = 0;
  for (const ColumnNeed& need : needs) most += need.max;
  if (most <= available) {
    for (const ColumnNeed& need : needs) widths.push_back(need.max);
  } else if (total_narrow(needs) <= available) {
    widths = least_height(needs, available, wraps);
  } else {  // not even parts of words fit: everybody gives alike
    const Length sum = total_narrow(needs);
    for (const ColumnNeed& need : needs) widths.push_back(std::min(need.narrow, need.min) * available / sum);
    return widths;
  }
  if (most > available && weighted(needs)) weigh(widths, needs);
  spread(widths, needs, available);
  even_out(widths, needs, wraps);
  return widths;
}

Length repeated_column(const ColumnNeed& need, Length available) {
  return std::clamp(need.max, std::min(need.min, available / 2),
                    std::max(available / 3, std::min(need.min, available / 2)));
}

std::vector<std::vector<int>> split_columns(const std::vector<ColumnNeed>& needs, Length available) {
  const Length first = repeated_column(needs.front(), available);
  const auto fill = [&](std::size_t most) {
    std::vector<std::vector<int>> parts;
    std::vector<int> part{0};
    Length used = first;
    for (int c = 1; c < static_cast<int>(needs.size()); ++c) {
      const Length need = needs[static_cast<std::size_t>(c)].min;
      if (part.size() > 1 && (used + need > available || part.size() > most)) {
        parts.push_back(part);
        part = {0};
        used = first;
      }
      part.push_back(c);
      used += need;
    }
    parts.push_back(part);
    return parts;
  };
  std::vector<std::vector<int>> parts = fill(needs.size());
  // As many parts as needed, but not a last one of two columns after wide ones.
  for (std::size_t most = (needs.size() - 1 + parts.size() - 1) / parts.size(); most < needs.size(); ++most) {
    std::vector<std::vector<int>> even = fill(most);
    if (even.size() == parts.size()) return even;
  }
  return parts;
}

}  // namespace svod::typeset
