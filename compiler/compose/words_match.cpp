#include "compose/words_match.h"

#include <algorithm>
#include <map>

namespace svod::compose {
namespace {

constexpr int kAlike = 50;         // of 100: the same passage in other words
constexpr int kAlikeInPlace = 20;  // … where nothing else stands between the same neighbours

/// Rows tell their kind in words; the words of one kind name passages that may take each other's place.
std::string class_of(std::string_view kind) {
  for (const std::string_view item : {"пункт", "подпункт", "строка списка"}) {
    if (kind == item) return "item";
  }
  for (const std::string_view other : {"заголовок", "название таблицы", "название рисунка", "примечание к таблице",
                                       "примечание к рисунку", "фраза вместо таблицы", "фраза вместо рисунка",
                                       "отметка о приложении", "заголовок оглавления"}) {
    if (kind == other) return std::string(other);
  }
  return "paragraph";
}

}  // namespace

std::vector<Matched> match(const std::vector<OwnRow>& rows, const std::vector<Place>& places) {
  std::vector<Matched> matched(rows.size());
  std::vector<bool> taken(places.size(), false);
  std::map<std::string_view, int> by_key;
  for (std::size_t i = 0; i < places.size(); ++i) by_key.emplace(places[i].key, static_cast<int>(i));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto found = by_key.find(rows[r].key);
    if (rows[r].key.empty() || found == by_key.end() || taken[static_cast<std::size_t>(found->second)]) continue;
    matched[r].place = found->second;
    taken[static_cast<std::size_t>(found->second)] = true;
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (matched[r].place >= 0 || rows[r].key.empty() || rows[r].own.empty()) continue;
    // Between the nearest rows that have their places.
    int from = -1, to = static_cast<int>(places.size());
    for (std::size_t i = r; i-- > 0 && from < 0;) from = matched[i].place;
    for (std::size_t i = r + 1; i < rows.size(); ++i) {
      if (matched[i].place < 0) continue;
      to = matched[i].place;
      break;
    }
    int best = -1, best_score = 0, between = 0;
    for (int p = 0; p < static_cast<int>(places.size()); ++p) {
      const Place& place = places[static_cast<std::size_t>(p)];
      if (taken[static_cast<std::size_t>(p)] || place.context != rows[r].context ||
          class_of(place.kind_text()) != class_of(rows[r].kind)) {
        continue;
      }
      const bool inside = from < p && p < to;
      between += inside;
      // A passage that stayed between its neighbours wins over one as much alike elsewhere.
      const int score = likeness(place.source, rows[r].source) * 2 + (inside ? 1 : 0);
      if (score > best_score) {
        best = p;
        best_score = score;
      }
    }
    if (best < 0) continue;
    const bool inside = from < best && best < to;
    if (best_score / 2 < (inside && between == 1 ? kAlikeInPlace : kAlike)) continue;
    matched[r] = {best, true};
    taken[static_cast<std::size_t>(best)] = true;
  }
  return matched;
}

}  // namespace svod::compose
