#include "tables/rows.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "tables/codes.h"
#include "tables/header.h"

namespace svod::tables {
namespace {

struct Columns {
  std::vector<std::uint32_t> keys;     // without the group's
  std::vector<std::uint32_t> figures;
  std::vector<std::uint32_t> all;      // sorted
  std::optional<std::uint32_t> group;
};

Columns columns_of(const Sought& sought, const Table& table) {
  Columns result;
  const auto wanted = [&](const std::string& name) {
    return std::find_if(sought.columns.begin(), sought.columns.end(), [&](const Wanted& w) { return w.name == name; });
  };
  for (const auto& [name, column] : table.columns) {
    result.all.push_back(column);
    if (name == sought.group) {
      result.group = column;
    } else if (wanted(name)->key) {
      result.keys.push_back(column);
    }
    if (wanted(name)->number) result.figures.push_back(column);
  }
  for (const ColumnGroup& group : table.groups) {
    for (const auto& [name, column] : group.columns) {
      result.all.push_back(column);
      if (wanted(name)->number) result.figures.push_back(column);
    }
  }
  for (auto* list : {&result.keys, &result.figures, &result.all}) std::sort(list->begin(), list->end());
  return result;
}

// What one row looks like before it is known what stands around it.
struct Look {
  std::uint32_t row = 0;
  bool gap = false;        // a blank row stands before it
  std::size_t filled = 0;  // cells in the table's columns
  std::size_t figures = 0;
  std::size_t keys = 0;
  std::size_t cells = 0;
  bool total = false;
  bool group = false;
  bool wide_text = false;  // its only cell is merged across columns
  bool key_only = false;
  std::string text;        // the first text
  std::string group_text;
};

bool is_figure(const workbook::Cell& cell) {
  if (cell.type == workbook::CellType::number) return true;
  if (cell.no_cached_value || cell.type == workbook::CellType::error) return true;
  if (cell.type != workbook::CellType::text) return false;
  const std::string_view text = trim(cell.text);
  return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || (text.size() > 1 && text[0] == '-' && text[1] >= '0' &&
                                                                  text[1] <= '9'));
}

Look look_at(const Grid& grid, const Sought& sought, const Columns& columns, std::uint32_t row) {
  Look look;
  look.row = row;
  const auto among = [](const std::vector<std::uint32_t>& list, std::uint32_t column) {
    return std::binary_search(list.begin(), list.end(), column);
  };
  const workbook::Cell* only = nullptr;
  for (const workbook::Cell& cell : grid.row(row)) {
    if (is_blank(&cell)) continue;
    ++look.cells;
    only = &cell;
    const std::uint32_t column = cell.at.column;
    if (look.text.empty() && cell.type == workbook::CellType::text && !is_figure(cell)) {
      look.text = header_text(cell.text);
    }
    if (among(columns.all, column)) ++look.filled;
    if (among(columns.figures, column) && is_figure(cell)) ++look.figures;
    if (among(columns.keys, column)) ++look.keys;
  }
  std::vector<std::string> starts{look.text};
  for (const std::uint32_t key : columns.keys) {
    const workbook::Cell* cell = grid.at({row, key});
    if (cell != nullptr) starts.push_back(shown_text(*cell));
  }
  for (const std::string& start : starts) {
    for (const std::string& word : sought.totals) {
      if (!look.total && begins_with_word(start, word)) {
        look.total = true;
        look.text = header_text(start);
      }
    }
  }
  if (columns.group) {
    const workbook::Cell* own = grid.at({row, *columns.group});
    look.group = !is_blank(own) && look.keys == 0 && !columns.keys.empty() && !look.total;
    if (const workbook::Cell* shown = grid.shown({row, *columns.group}))
      look.group_text = header_text(shown_text(*shown));
  }
  if (look.cells == 1) {
    const CellRange* range = grid.merge(only->at);
    look.wide_text = range != nullptr && range->last.column > range->first.column;
    look.key_only = look.keys == 1 && !look.wide_text;
  }
  // A key cell merged down speaks for the rows that it covers.
  for (const std::uint32_t key : columns.keys) {
    if (is_blank(grid.at({row, key})) && grid.shown({row, key}) != nullptr) ++look.keys;
  }
  return look;
}

bool is_strong(const Look& look, const Columns& columns) {
  if (look.total || look.group) return true;
  if (look.figures > 0 && (look.keys > 0 || columns.keys.empty() || !look.gap)) return true;
  if (look.figures == 0 && look.gap && look.keys < columns.keys.size()) return false;
  return look.filled >= 2 && look.filled * 2 >= columns.all.size();
}

void note_rows(const Code& code, std::string message, std::string hint, const Grid& grid, const std::string& file,
               const std::vector<std::uint32_t>& rows, Table& table, Severity severity) {
  if (rows.empty()) return;
  const std::uint32_t left = table.head.first.column;
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = &code;
  diagnostic.where = Location::in_cells(file, grid.sheet().name,
                                        {{rows.front(), left}, {rows.back(), table.head.last.column}});
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  table.diagnostics.add(std::move(diagnostic));
}

std::string list_rows(const std::vector<std::uint32_t>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    text += (text.empty() ? "" : ", ") + std::to_string(rows[i] + 1);
    if (last > i) text += "–" + std::to_string(rows[last] + 1);
    i = last;
  }
  return text;
}

}  // namespace

void read_rows(const Grid& grid, const std::string& file, const Sought& sought, const HeadReader& heads,
               std::uint32_t first, std::uint32_t last, Table& table) {
  const Columns columns = columns_of(sought, table);
  std::vector<Look> looks;
  std::uint32_t before = first;
  const auto rows = grid.rows();
  for (auto at = std::lower_bound(rows.begin(), rows.end(), first); at != rows.end() && *at <= last; ++at) {
    Look look = look_at(grid, sought, columns, *at);
    // A row that holds only its number was prepared and not filled.
    if (look.cells == 0 || (look.filled == 0 && look.text.empty())) continue;
    if (look.cells == 1 && begins_with_word(look.text, "продолжение")) continue;
    look.gap = *at > before;
    before = *at + 1;
    if (looks.empty() && table.rows.empty() && heads.is_number_row(*at)) {
      table.rows.push_back({*at, RowKind::numbers, {}});
      continue;
    }
    looks.push_back(std::move(look));
  }

  std::size_t end = 0;  // past the last row that is surely of the table
  for (std::size_t i = 0; i < looks.size(); ++i) {
    if (is_strong(looks[i], columns)) end = i + 1;
  }
  // Rows without a figure belong to it while they follow at once and say what they are about.
  const auto goes_on = [&](std::size_t i) {
    const bool says = looks[i].key_only || (!columns.keys.empty() && looks[i].keys >= columns.keys.size());
    return says && !looks[i].gap && (i == 0 || !looks[i - 1].total);
  };
  while (end < looks.size() && goes_on(end)) ++end;

  std::string group;
  for (auto row = table.rows.rbegin(); row != table.rows.rend() && group.empty(); ++row) group = row->group;
  std::vector<std::uint32_t> sections, footers, hidden;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Look& look = looks[i];
    TableRow row{look.row, RowKind::data, {}};
    if (i >= end) {
      row.kind = RowKind::footer;
      footers.push_back(look.row);
    } else if (look.total) {
      row.kind = RowKind::total;
      row.group = group;
    } else if (look.group) {
      row.kind = RowKind::group;
      row.group = group = look.group_text;
    } else if (look.filled == 0 || (look.cells == 1 && !look.key_only && look.figures == 0)) {
      if (look.cells == 1 && !sought.group.empty() && !columns.group) {
        row.kind = RowKind::group;
        row.group = group = look.text;
      } else {
        row.kind = RowKind::section;
        sections.push_back(look.row);
      }
    } else {
      if (!look.group_text.empty()) group = look.group_text;
      row.group = group;
      if (grid.hidden_row(look.row)) hidden.push_back(look.row);
    }
    table.rows.push_back(std::move(row));
  }
  note_rows(codes::section_rows, "строки внутри таблицы не читаются: " + list_rows(sections),
            "если заголовок важен, внесите его в отдельный столбец", grid, file, sections, table, Severity::warning);
  // Above another table such lines are its heading.
  if (last != kSheetEnd) footers.clear();
  note_rows(codes::footer_rows, "строки под таблицей не читаются: " + list_rows(footers),
            "если это строки данных, уберите пустую строку перед ними", grid, file, footers, table, Severity::note);
  note_rows(codes::hidden_rows, "прочитаны скрытые строки: " + list_rows(hidden),
            "покажите их и проверьте, нужны ли они", grid, file, hidden, table, Severity::warning);
}

void settle_totals(const Grid& grid, const Sought& sought, Table& table) {
  const Columns columns = columns_of(sought, table);
  std::vector<std::size_t> data;
  std::vector<std::size_t> totals;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].kind == RowKind::data) data.push_back(i);
    if (table.rows[i].kind == RowKind::total) totals.push_back(i);
  }
  std::size_t since = 0;  // the row after the last total or group head
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    if (row.kind == RowKind::group) {
      Total total{i, row.group, {}, {}};
      for (std::size_t d = i + 1; d < table.rows.size() && table.rows[d].kind != RowKind::group; ++d) {
        if (table.rows[d].kind == RowKind::data && table.rows[d].group == row.group) total.covers.push_back(d);
      }
      const bool states = std::any_of(columns.figures.begin(), columns.figures.end(), [&](std::uint32_t column) {
        return !is_blank(grid.at({row.row, column}));
      });
      if (states && !total.covers.empty()) table.totals.push_back(std::move(total));
      since = i + 1;
    }
    if (row.kind != RowKind::total) continue;
    Total total{i, {}, {}, {}};
    for (const workbook::Cell& cell : grid.row(row.row)) {
      if (cell.type != workbook::CellType::text || is_blank(&cell) || is_figure(cell)) continue;
      total.label = header_text(cell.text);
      break;
    }
    std::vector<std::size_t> nearer;
    for (const std::size_t d : data) {
      if (d >= since && d < i) nearer.push_back(d);
    }
    // The last of the totals, or one above all rows, is of everything; others are of the rows since the last.
    const bool above = data.empty() || i < data.front();
    if (above || i == totals.back() || nearer.empty()) {
      total.covers = data;
      if (!above && nearer != data) total.or_covers = nearer;
    } else {
      total.covers = nearer;
      total.or_covers = data;
    }
    table.totals.push_back(std::move(total));
    since = i + 1;
  }
}

}  // namespace svod::tables
