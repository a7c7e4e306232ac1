#include "indicators/rank.h"

#include <algorithm>

#include "indicators/codes.h"
#include "indicators/dependence.h"

namespace svod::indicators {
namespace {

const definitions::Use* forbidding(const definitions::Workspace& workspace, const definitions::Indicator& indicator,
                                   std::string_view use, std::set<std::string>& seen) {
  if (!seen.insert(indicator.name).second) return nullptr;
  for (const auto& entry : indicator.uses) {
    const bool in_force = (!entry.from || *entry.from <= workspace.date) && (!entry.to || workspace.date <= *entry.to);
    if (entry.use == use && !entry.permitted && in_force) return &entry;
  }
  for (const auto* part : parts_of(indicator, workspace)) {
    if (const auto* found = forbidding(workspace, *part, use, seen)) return found;
  }
  return nullptr;
}

}  // namespace

const definitions::Use* forbidding(const definitions::Workspace& workspace, const definitions::Indicator& indicator,
                                   std::string_view use) {
  std::set<std::string> seen;
  return forbidding(workspace, indicator, use, seen);
}

Outcome<std::vector<Ranked>> rank(const Results& results, const definitions::Indicator& indicator, const Place& where,
                                  const std::string& dimension, std::span<const std::string> values) {
  Outcome<std::vector<Ranked>> outcome;
  if (const auto* use = forbidding(results.workspace(), indicator, "ranking")) {
    outcome.diagnostics.error(codes::ranking_forbidden, indicator.defined_at,
                              "по показателю «" + indicator.name + "» нельзя ранжировать" +
                                  (use->act.empty() ? "" : ": " + use->act));
    return outcome;
  }
  struct Entry {
    Ranked ranked;
    std::optional<Number> value;
  };
  std::vector<Entry> entries;
  for (const auto& value : values) {
    Place place = where;
    place[dimension] = value;
    Result result = results.at(indicator, place);
    const auto number = result.value(indicator);
    entries.push_back({{value, std::move(result), {}}, number});
  }
  const bool least_first = indicator.better == definitions::Better::less;
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (!a.value || !b.value) return a.value.has_value() && !b.value;
    return least_first ? *a.value < *b.value : *b.value < *a.value;
  });
  for (std::size_t first = 0; first < entries.size();) {
    std::size_t last = first;
    while (last + 1 < entries.size() && entries[last + 1].value == entries[first].value) ++last;
    if (entries[first].value) {
      const std::string place =
          first == last ? std::to_string(first + 1) : std::to_string(first + 1) + "–" + std::to_string(last + 1);
      for (std::size_t i = first; i <= last; ++i) entries[i].ranked.place = place;
    }
    first = last + 1;
  }
  for (auto& entry : entries) outcome.product.push_back(std::move(entry.ranked));
  return outcome;
}

}  // namespace svod::indicators
