#include "tables/find.h"

#include <algorithm>

#include "base/text.h"
#include "tables/codes.h"
#include "tables/head.h"
#include "tables/header.h"
#include "tables/rows.h"

namespace svod::tables {
namespace {

// Columns looked at, in all heads that were tried, before a sheet is given up: hundreds of rows of a usual width
// that look like a head and are none.
constexpr std::size_t kEffort = 200'000;
constexpr std::size_t kListedHeaders = 12;

bool same_columns(const Head& a, const Table& b) {
  if (a.columns != b.columns || a.groups.size() != b.groups.size()) return false;
  for (std::size_t i = 0; i < a.groups.size(); ++i) {
    if (a.groups[i].columns != b.groups[i].columns || a.groups[i].levels != b.groups[i].levels) return false;
  }
  return true;
}

// Texts of lines between two rows, nearest to the lower first; lines that only say «продолжение» are left out.
std::vector<CellRef> lines_above(const Grid& grid, std::uint32_t from, std::uint32_t head) {
  std::vector<CellRef> result;
  const auto rows = grid.rows();
  const auto begin = std::lower_bound(rows.begin(), rows.end(), from);
  for (auto at = std::lower_bound(rows.begin(), rows.end(), head); at != begin;) {
    --at;
    for (const workbook::Cell& cell : grid.row(*at)) {
      if (cell.type != workbook::CellType::text || is_blank(&cell)) continue;
      if (begins_with_word(cell.text, "продолжение")) continue;
      result.push_back(cell.at);
    }
  }
  return result;
}

std::string listed(const std::vector<std::string>& texts) {
  std::string result;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i == kListedHeaders) return result + " и ещё " + std::to_string(texts.size() - i);
    result += (i == 0 ? "«" : ", «") + texts[i] + "»";
  }
  return result;
}

void note_columns(const Grid& grid, const std::string& file, const Head& head, Table& table) {
  const std::string& sheet = grid.sheet().name;
  std::vector<std::string> unread;
  for (const CellRef cell : head.unread) {
    if (const workbook::Cell* found = grid.at(cell)) unread.push_back(header_text(shown_text(*found)));
  }
  if (!unread.empty()) {
    table.diagnostics.note(codes::unread_columns, Location::in_cells(file, sheet, head.range),
                           "столбцы, которых нет в форме, не читаются: " + listed(unread));
  }
  const auto hidden = [&](const std::string& name, std::uint32_t column) {
    if (!grid.hidden_column(column)) return;
    table.diagnostics
        .warning(codes::hidden_columns, Location::in_cell(file, sheet, {head.range.last.row, column}),
                 "прочитан скрытый столбец " + column_letters(column), "покажите столбец и проверьте значения")
        .cause = "hidden:" + name;
  };
  for (const auto& [name, column] : head.columns) hidden(name, column);
  for (const ColumnGroup& group : head.groups) {
    for (const auto& [name, column] : group.columns) hidden(name, column);
  }
}

bool has_measures(const Sought& sought, const Head& head) { return sought.across.empty() || !head.groups.empty(); }

}  // namespace

Search find(const Grid& grid, const std::string& file, const Sought& sought) {
  Search search;
  const HeadReader reader(grid, file, sought);
  struct Stretch {
    std::size_t table;
    std::uint32_t first;
    std::uint32_t last;
  };
  std::vector<Stretch> stretches;
  std::uint32_t free_row = 0;  // rows above it are part of a head already
  for (const auto& [seed, hits] : reader.seeds()) {
    if (seed < free_row) continue;
    // Among the rows of a table one such text is a value: «Категория» in a column of groupings.
    if (hits < 2 && !stretches.empty() && !grid.row(seed - 1).empty()) continue;
    if (reader.effort() > kEffort) {
      if (!search.tables.empty()) {
        search.tables.back().diagnostics.warning(codes::tangled_sheet,
                                                 Location::in_cell(file, grid.sheet().name, {seed, 0}),
                                                 "слишком много строк, похожих на шапку; со строки " +
                                                     std::to_string(seed + 1) + " новые таблицы не искались",
                                                 "если ниже есть ещё таблица, перенесите её на отдельный лист");
      }
      break;
    }
    std::optional<Head> head = reader.best(seed, free_row, false);
    if (!head || !head->missing.empty()) head = reader.best(seed, free_row, true);
    if (!head) continue;
    if (!has_measures(sought, *head) && head->missing.empty()) {
      for (const Wanted& wanted : sought.columns) {
        if (!wanted.key) head->missing.push_back(wanted.title);
      }
    }
    if (!head->missing.empty()) {
      if (!search.nearest || head->matched > search.nearest->matched) {
        search.nearest = Incomplete{head->range, head->matched, head->missing, head->seen};
      }
      continue;
    }
    std::vector<CellRef> heading = lines_above(grid, free_row, head->range.first.row);
    if (!stretches.empty()) stretches.back().last = head->range.first.row - 1;
    const bool below_another = !search.tables.empty() && same_columns(*head, search.tables.back());
    bool lines_between = false;
    if (below_another) {
      // Lines between a table and its head repeated: a heading of its own makes another table.
      Table probe = search.tables.back();
      probe.rows.clear();
      probe.diagnostics = {};
      read_rows(grid, file, sought, reader, stretches.back().first, stretches.back().last, probe);
      lines_between = std::any_of(probe.rows.begin(), probe.rows.end(), [&](const TableRow& row) {
        const auto line = grid.row(row.row);
        return row.kind == RowKind::footer &&
               std::any_of(line.begin(), line.end(), [](const workbook::Cell& cell) {
                 return cell.type == workbook::CellType::text && !is_blank(&cell) &&
                        !begins_with_word(cell.text, "продолжение");
               });
      });
    }
    free_row = head->range.last.row + 1;
    if (below_another && !lines_between) {
      stretches.push_back({search.tables.size() - 1, free_row, kSheetEnd});
      continue;
    }
    Table table;
    table.head = head->range;
    table.columns = head->columns;
    table.groups = head->groups;
    table.unread = head->unread;
    table.heading = std::move(heading);
    table.matched = head->matched;
    table.ambiguous = head->ambiguous;
    table.diagnostics = std::move(head->diagnostics);
    note_columns(grid, file, *head, table);
    search.tables.push_back(std::move(table));
    stretches.push_back({search.tables.size() - 1, free_row, kSheetEnd});
  }
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Table& table = search.tables[stretches[i].table];
    if (i > 0 && stretches[i - 1].table == stretches[i].table) {
      table.rows.push_back({stretches[i].first - 1, RowKind::head, {}});
    }
    read_rows(grid, file, sought, reader, stretches[i].first, stretches[i].last, table);
  }
  for (Table& table : search.tables) settle_totals(grid, sought, table);
  // Only lines that stand below the rows of the table before are a heading of the next.
  for (std::size_t t = 1; t < search.tables.size(); ++t) {
    std::uint32_t last = 0;
    for (const TableRow& row : search.tables[t - 1].rows) {
      if (row.kind != RowKind::footer) last = std::max(last, row.row);
    }
    std::erase_if(search.tables[t].heading, [&](CellRef cell) { return cell.row <= last; });
  }
  return search;
}

Diagnostic missing_columns(const Incomplete& head, const std::string& file, const std::string& sheet,
                           const std::string& title) {
  Diagnostic diagnostic;
  diagnostic.code = &codes::missing_column;
  diagnostic.where = Location::in_cells(file, sheet, head.head);
  diagnostic.message = std::string(head.missing.size() == 1 ? "нет столбца " : "нет столбцов ") + listed(head.missing) +
                       " формы «" + title + "»; есть " + listed(head.seen);
  diagnostic.hint = "добавьте столбец или исправьте заголовок";
  return diagnostic;
}

}  // namespace svod::tables
