#include "tables/head.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "tables/codes.h"
#include "tables/header.h"

namespace svod::tables {
namespace {

constexpr std::uint32_t kTallest = 5;  // rows of a head
constexpr std::uint32_t kAbove = 2;    // rows of a head above the row that was recognised
constexpr std::uint32_t kBelow = 3;

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string quoted(const std::string& text) { return "«" + text + "»"; }

}  // namespace

HeadReader::HeadReader(const Grid& grid, const std::string& file, const Sought& sought)
    : grid_(grid), file_(file), sought_(sought) {
  std::set<std::string, std::less<>> known;
  for (const Wanted& wanted : sought.columns) {
    std::vector<std::string>& keys = keys_.emplace_back();
    keys.push_back(header_key(wanted.title));
    for (const std::string& header : wanted.headers) keys.push_back(header_key(header));
    known.insert(keys.begin(), keys.end());
  }
  for (const std::string& header : sought.ignored) ignored_.push_back(header_key(header));
  is_header_.reserve(grid.keys().size());
  for (const std::string& key : grid.keys()) is_header_.push_back(known.contains(key) ? 1 : 0);
}

std::vector<HeadReader::Seed> HeadReader::seeds() const {
  std::vector<Seed> result;
  for (const workbook::Cell& cell : grid_.sheet().cells) {
    const int key = grid_.key_of(cell);
    if (key < 0 || is_header_[static_cast<std::size_t>(key)] == 0) continue;
    if (is_digits(trim(cell.text))) continue;  // a bare «2» is more often a mark than a header
    if (result.empty() || result.back().row != cell.at.row) result.push_back({cell.at.row, 0});
    ++result.back().hits;
  }
  return result;
}

bool HeadReader::names(std::size_t wanted, const std::string& key) const {
  return std::find(keys_[wanted].begin(), keys_[wanted].end(), key) != keys_[wanted].end();
}

// In a wide table a measure stands under its levels; only what says whose row it is stands beside them.
bool HeadReader::may_be_plain(std::size_t wanted, const Column& column) const {
  return sought_.across.empty() || sought_.columns[wanted].key || column.path.size() < sought_.across.size();
}

Location HeadReader::place(CellRef cell, std::string label) const {
  return Location::in_cell(file_, grid_.sheet().name, cell, std::move(label));
}

void HeadReader::match_measures(const std::vector<Column>& columns, std::vector<bool>& taken, std::vector<bool>& found,
                                Head& head) const {
  const std::size_t levels = sought_.across.size();
  if (levels == 0) return;
  const auto measure_level = std::find(sought_.across.begin(), sought_.across.end(), std::string());
  const bool named = measure_level != sought_.across.end();
  std::size_t only = sought_.columns.size();  // the measure of a table whose head does not name it
  if (!named) {
    for (std::size_t w = 0; w < sought_.columns.size(); ++w) {
      if (!sought_.columns[w].key && sought_.columns[w].required && only == sought_.columns.size()) only = w;
    }
    if (only == sought_.columns.size()) return;
  }
  const bool spanned = std::any_of(columns.begin(), columns.end(),
                                   [&](const Column& c) { return c.path.size() > levels; });
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const std::vector<Level>& path = columns[c].path;
    if (taken[c]) continue;
    const std::size_t first = path.size() < levels ? 0 : path.size() - levels;
    std::size_t measure = only;
    if (named) {
      const auto at = static_cast<std::size_t>(measure_level - sought_.across.begin());
      const std::size_t index = path.size() < levels ? path.size() - 1 : first + at;
      measure = sought_.columns.size();
      for (std::size_t w = 0; w < sought_.columns.size() && measure == sought_.columns.size(); ++w) {
        if (!sought_.columns[w].key && names(w, path[index].key)) measure = w;
      }
      if (measure == sought_.columns.size()) continue;
      if (path.size() < levels) continue;
    } else if (path.size() < levels + (spanned ? 1 : 0)) {
      continue;
    }
    ColumnGroup group;
    for (std::size_t l = 0; l < levels; ++l) {
      if (sought_.across[l].empty()) continue;
      group.levels[sought_.across[l]] = path[first + l].text;
      group.places[sought_.across[l]] = path[first + l].anchor;
    }
    auto same = std::find_if(head.groups.begin(), head.groups.end(),
                             [&](const ColumnGroup& g) { return g.places == group.places; });
    if (same == head.groups.end()) same = head.groups.insert(head.groups.end(), std::move(group));
    const auto [before, fresh] = same->columns.emplace(sought_.columns[measure].name, columns[c].column);
    taken[c] = true;
    found[measure] = true;
    if (fresh) continue;
    head.ambiguous = true;
    const CellRef here = path.back().anchor;
    Diagnostic& twice = head.diagnostics.error(
        codes::ambiguous_column, place(here, path.back().text),
        "столбец " + quoted(sought_.columns[measure].title) + " стоит под одним заголовком дважды",
        "оставьте один столбец или исправьте объединение ячеек в шапке");
    twice.related.push_back({place({here.row, before->second}, path.back().text), "первый из них"});
  }
}

void HeadReader::match_plain(const std::vector<Column>& columns, std::vector<bool>& taken, std::vector<bool>& found,
                             Head& head) const {
  std::vector<Match> matches;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (taken[c]) continue;
    const std::vector<Level>& path = columns[c].path;
    for (std::size_t w = 0; w < sought_.columns.size(); ++w) {
      if (found[w] || !may_be_plain(w, columns[c])) continue;
      std::optional<std::size_t> tier;
      for (std::size_t level = path.size(); level-- > 0;) {
        if (names(w, columns[c].keys[level])) tier = level;
      }
      // «Участников» over «чел.»: the text above names the column when it is over this one alone.
      for (std::size_t level = 0; level + 1 < path.size() && !tier; ++level) {
        const bool ignored = std::find(ignored_.begin(), ignored_.end(), path.back().key) != ignored_.end();
        if (!ignored && path[level].width == 1 && names(w, path[level].key)) tier = 50 + level;
      }
      if (tier) matches.push_back({w, c, *tier});
    }
  }
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.tier < b.tier; });
  std::vector<std::size_t> tiers(sought_.columns.size(), 0);
  for (const Match& match : matches) {
    if (found[match.wanted] || taken[match.column]) continue;
    found[match.wanted] = taken[match.column] = true;
    tiers[match.wanted] = match.tier;
    head.columns[sought_.columns[match.wanted].name] = columns[match.column].column;
  }
  for (const Match& match : matches) {
    const Wanted& wanted = sought_.columns[match.wanted];
    const auto at = head.columns.find(wanted.name);
    if (taken[match.column] || at == head.columns.end() || match.tier != tiers[match.wanted]) continue;
    taken[match.column] = true;
    head.ambiguous = true;
    const Level& here = columns[match.column].path.back();
    Diagnostic& twice = head.diagnostics.error(
        codes::ambiguous_column, place(here.anchor, here.text),
        "поле " + quoted(wanted.title) + " подходит к двум столбцам: " + column_letters(at->second) + " и " +
            column_letters(columns[match.column].column),
        "удалите лишний столбец или дайте ему другой заголовок");
    twice.related.push_back({place({here.anchor.row, at->second}, wanted.title), "первый из них"});
  }
}

void HeadReader::match_near(const std::vector<Column>& columns, std::vector<bool>& taken, std::vector<bool>& found,
                            Head& head) const {
  struct Near {
    std::size_t wanted, column, distance;
  };
  std::vector<Near> all;
  for (std::size_t w = 0; w < sought_.columns.size(); ++w) {
    if (found[w]) continue;
    const Wanted& wanted = sought_.columns[w];
    std::vector<std::string> texts{wanted.title};
    texts.insert(texts.end(), wanted.headers.begin(), wanted.headers.end());
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (taken[c] || !may_be_plain(w, columns[c])) continue;
      const Level& leaf = columns[c].path.back();
      if (std::find(ignored_.begin(), ignored_.end(), leaf.key) != ignored_.end()) continue;
      std::optional<std::size_t> best;
      for (const std::string& text : texts) {
        const std::string key = header_key(text);
        if (digits_of(key) != digits_of(leaf.key)) continue;
        const std::size_t allowed = std::min<std::size_t>(3, length(key) / 4);
        const std::size_t sizes =
            key.size() > leaf.key.size() ? key.size() - leaf.key.size() : leaf.key.size() - key.size();
        const std::size_t distance = sizes > 2 * allowed ? allowed + 1 : edit_distance(key, leaf.key);
        std::optional<std::size_t> here;
        if (abbreviates(leaf.text, text)) {
          here = 0;
        } else if (distance <= allowed) {
          here = distance + 1;
        } else if (wanted.required && length(key) >= 5 && leaf.key.starts_with(key + " ")) {
          here = 10;
        }
        if (here && (!best || *here < *best)) best = here;
      }
      if (best) all.push_back({w, c, *best});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
  for (const Near& near : all) {
    if (found[near.wanted] || taken[near.column]) continue;
    const auto rival = std::find_if(all.begin(), all.end(), [&](const Near& other) {
      return other.distance == near.distance && !(found[other.wanted] || taken[other.column]) &&
             (other.wanted == near.wanted) != (other.column == near.column);
    });
    if (rival != all.end()) continue;  // two readings of one text: better none
    const Wanted& wanted = sought_.columns[near.wanted];
    const Level& leaf = columns[near.column].path.back();
    found[near.wanted] = taken[near.column] = true;
    head.columns[wanted.name] = columns[near.column].column;
    if (near.distance == 0) continue;
    Diagnostic& slip = head.diagnostics.warning(
        codes::near_header, place({leaf.anchor.row, columns[near.column].column}, {}),
        "заголовок " + quoted(leaf.text) + " понят как " + quoted(wanted.title),
        "проверьте столбец и исправьте заголовок");
    slip.cause = "near:" + wanted.name + ":" + leaf.key;
  }
}

void HeadReader::finish(const std::vector<Column>& columns, const std::vector<bool>& taken,
                        const std::vector<bool>& found, Head& head) const {
  for (std::size_t w = 0; w < sought_.columns.size(); ++w) {
    const Wanted& wanted = sought_.columns[w];
    if (found[w]) {
      ++head.matched;
      if (wanted.required) ++head.required_found;
    } else if (wanted.required) {
      head.missing.push_back(wanted.title);
    }
  }
  std::set<CellRef> seen;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Level& leaf = columns[c].path.back();
    if (seen.insert(leaf.anchor).second) head.seen.push_back(leaf.text);
    const bool ignored = std::any_of(columns[c].path.begin(), columns[c].path.end(), [&](const Level& level) {
      return std::find(ignored_.begin(), ignored_.end(), level.key) != ignored_.end();
    });
    if (!taken[c] && !ignored) head.unread.push_back(leaf.anchor);
  }
  std::sort(head.unread.begin(), head.unread.end());
  head.unread.erase(std::unique(head.unread.begin(), head.unread.end()), head.unread.end());
  if (!columns.empty()) {
    head.range.first.column = columns.front().column;
    head.range.last.column = columns.back().column;
  }
  for (const ColumnGroup& group : head.groups) {
    std::string lacking;
    for (const Wanted& wanted : sought_.columns) {
      const bool elsewhere = std::any_of(head.groups.begin(), head.groups.end(), [&](const ColumnGroup& other) {
        return other.columns.contains(wanted.name);
      });
      if (!wanted.required || !elsewhere || group.columns.contains(wanted.name)) continue;
      lacking += (lacking.empty() ? "" : ", ") + quoted(wanted.title);
    }
    if (lacking.empty()) continue;
    const auto& [field, cell] = *group.places.begin();
    const std::string& text = group.levels.at(field);
    head.diagnostics.note(codes::group_without_measure, place(cell, text),
                          "под заголовком " + quoted(text) + " нет столбцов: " + lacking,
                          "проверьте шапку: возможно, столбцы удалены");
  }
  // A measure that stands under no level belongs to nobody.
  const auto named = std::find(sought_.across.begin(), sought_.across.end(), std::string());
  if (named == sought_.across.end() || head.groups.empty()) return;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const std::vector<Level>& path = columns[c].path;
    if (taken[c] || path.size() >= sought_.across.size()) continue;
    for (std::size_t w = 0; w < sought_.columns.size(); ++w) {
      if (sought_.columns[w].key || !names(w, path.back().key)) continue;
      head.diagnostics.error(codes::column_without_level, place(path.back().anchor, path.back().text),
                             "над столбцом " + quoted(path.back().text) + " нет заголовка группы",
                             "проверьте объединение ячеек в шапке");
      break;
    }
  }
}

Head HeadReader::read(const Block& block, bool near) const {
  Head head;
  head.range = {{block.top, 0}, {block.top + static_cast<std::uint32_t>(block.levels.size()) - 1, 0}};
  const std::vector<Column> all = columns(block);
  std::vector<bool> taken(all.size(), false);
  std::vector<bool> found(sought_.columns.size(), false);
  match_measures(all, taken, found, head);
  match_plain(all, taken, found, head);
  if (near) match_near(all, taken, found, head);
  finish(all, taken, found, head);
  return head;
}

std::optional<Head> HeadReader::best(std::uint32_t seed, std::uint32_t first, bool near) const {
  std::optional<Head> best;
  const auto better = [](const Head& a, const Head& b) {
    if (a.required_found != b.required_found) return a.required_found > b.required_found;
    if (a.matched != b.matched) return a.matched > b.matched;
    if (a.ambiguous != b.ambiguous) return !a.ambiguous;
    return a.range.last.row - a.range.first.row < b.range.last.row - b.range.first.row;
  };
  const std::uint32_t from = std::max(first, seed < kAbove ? 0 : seed - kAbove);
  for (std::uint32_t top = from; top <= seed + kBelow; ++top) {
    if (is_number_row(top)) continue;
    // One text alone in a line is a title, not a head; over the columns of a wide table it may be a level.
    const auto line = grid_.row(top);
    const auto texts =
        std::count_if(line.begin(), line.end(), [](const workbook::Cell& cell) { return !is_blank(&cell); });
    if (texts == 0 || (texts == 1 && sought_.across.empty() && sought_.columns.size() > 1)) continue;
    for (std::uint32_t bottom = top; bottom < top + kTallest; ++bottom) {
      if (bottom > top && grid_.row(bottom).empty()) break;
      const Block rows = block(top, bottom);
      if (bottom > top && !may_be_lower_row(rows, bottom)) break;
      Head head = read(rows, near);
      if (head.matched > 0 && (!best || better(head, *best))) best = std::move(head);
    }
  }
  return best;
}

}  // namespace svod::tables
