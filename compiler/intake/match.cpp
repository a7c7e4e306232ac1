#include "intake/match.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "definitions/school_names.h"
#include "intake/codes.h"
#include "intake/marker.h"
#include "tables/header.h"

namespace svod::intake {
namespace {

using definitions::Form;
using tables::Grid;
using tables::Search;
using tables::Table;

bool fits_pattern(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() == '*') {
    return fits_pattern(pattern.substr(1), text) || (!text.empty() && fits_pattern(pattern, text.substr(1)));
  }
  return !text.empty() && pattern.front() == text.front() && fits_pattern(pattern.substr(1), text.substr(1));
}

bool sheet_allowed(const Form& form, const std::string& sheet) {
  if (form.layout.sheets.empty()) return true;
  const std::string name = folded(sheet);
  return std::any_of(form.layout.sheets.begin(), form.layout.sheets.end(), [&](const std::string& pattern) {
    // Names longer than any program allows are not worth the backtracking.
    return name.size() <= 200 && std::count(pattern.begin(), pattern.end(), '*') <= 4 &&
           fits_pattern(folded(pattern), name);
  });
}

struct Candidate {
  const Form* form;
  Table table;
  std::size_t words = 0;  ///< words of the form's title that stand in the sheet's name or above the table
};

bool overlap(const Table& a, const Table& b) {
  return a.head.first.row <= b.head.last.row && b.head.first.row <= a.head.last.row &&
         a.head.first.column <= b.head.last.column && b.head.first.column <= a.head.last.column;
}

std::size_t title_words(const Form& form, const Grid& grid, const Table& table) {
  std::string around = " " + tables::header_key(grid.sheet().name);
  for (const CellRef cell : table.heading) {
    if (const workbook::Cell* found = grid.at(cell)) around += " " + tables::header_key(found->text);
  }
  around += " ";
  std::size_t count = 0;
  const std::string title = tables::header_key(form.title);
  for (const std::string_view word : split(title, ' ')) {
    if (around.find(" " + std::string(word) + " ") != std::string::npos) ++count;
  }
  return count;
}

bool is_better(const Candidate& a, const Candidate& b) {
  if (a.table.matched != b.table.matched) return a.table.matched > b.table.matched;
  return a.words > b.words;
}

struct Nearest {
  const Form* form = nullptr;
  std::string sheet;
  tables::Incomplete head;
};

bool is_nearer(const tables::Incomplete& a, const tables::Incomplete& b) {
  const auto score = [](const tables::Incomplete& h) { return h.matched * 100 / (h.matched + h.missing.size()); };
  if (score(a) != score(b)) return score(a) > score(b);
  return a.matched > b.matched;
}

std::string quoted_titles(const std::vector<const Form*>& forms) {
  std::string text;
  for (const Form* form : forms) text += (text.empty() ? "«" : ", «") + form->title + "»";
  return text;
}

}  // namespace

tables::Sought sought_for(const Form& form) {
  tables::Sought sought;
  const definitions::Layout& layout = form.layout;
  for (const definitions::Field& field : form.fields) {
    const bool in_head = std::any_of(layout.across.begin(), layout.across.end(),
                                     [&](const definitions::AcrossLevel& level) { return level.field == field.name; });
    if (!field.is_read() || in_head || layout.year_from_sheet == field.name) continue;
    tables::Wanted wanted{field.name, field.title, field.headers, true, false, field.is_number()};
    if (!field.unit.empty()) {
      std::vector<std::string> with_unit{field.title + " " + field.unit};
      for (const std::string& header : field.headers) with_unit.push_back(header + " " + field.unit);
      wanted.headers.insert(wanted.headers.end(), with_unit.begin(), with_unit.end());
    }
    wanted.key = std::find(form.keys.begin(), form.keys.end(), field.name) != form.keys.end() ||
                 field.name == layout.group_field;
    if (wanted.key) wanted.number = false;
    const bool elsewhere =
        field.type == definitions::FieldType::school &&
        std::any_of(layout.school_from.begin(), layout.school_from.end(),
                    [](definitions::SchoolFrom from) { return from != definitions::SchoolFrom::column; });
    if (field.optional_column || field.type == definitions::FieldType::person || elsewhere ||
        form.constants.contains(field.name) || field.name == layout.group_field) {
      wanted.required = false;
    }
    sought.columns.push_back(std::move(wanted));
  }
  sought.ignored = layout.ignored;
  sought.totals = layout.totals;
  sought.group = layout.group_field;
  for (const definitions::AcrossLevel& level : layout.across) sought.across.push_back(level.field);
  return sought;
}

Outcome<std::vector<MatchedTable>> match_forms(const workbook::Workbook& book,
                                               const definitions::Workspace& workspace) {
  Outcome<std::vector<MatchedTable>> outcome;
  const Marks marks = find_marks(book, workspace, outcome.diagnostics);
  if (marks.foreign) return outcome;
  std::vector<tables::Sought> sought;
  for (const Form& form : workspace.forms) sought.push_back(sought_for(form));

  std::vector<std::pair<std::size_t, Nearest>> near_sheets;  // visible sheets without a table
  bool any_cells = false;
  for (std::size_t s = 0; s < book.sheets.size(); ++s) {
    const workbook::Sheet& sheet = book.sheets[s];
    if (sheet.cells.empty() || marks.only_marks(s)) continue;
    const Grid grid(sheet);
    std::vector<Candidate> candidates;
    Nearest nearest;
    for (std::size_t f = 0; f < workspace.forms.size(); ++f) {
      const Form& form = workspace.forms[f];
      const Form* marked = marks.form_of(s);
      if (marked != nullptr ? marked != &form : !sheet_allowed(form, sheet.name)) continue;
      Search search = tables::find(grid, book.file, sought[f]);
      for (Table& table : search.tables) {
        const std::size_t words = title_words(form, grid, table);
        candidates.push_back({&form, std::move(table), words});
      }
      if (search.tables.empty() && search.nearest &&
          (nearest.form == nullptr || is_nearer(*search.nearest, nearest.head))) {
        nearest = {&form, sheet.name, std::move(*search.nearest)};
      }
    }
    if (sheet.hidden) {
      if (!candidates.empty()) {
        outcome.diagnostics.warning(codes::unread_sheet, Location::in_sheet(book.file, sheet.name),
                                    "на скрытом листе есть таблица формы «" + candidates.front().form->title +
                                        "»; она не прочитана",
                                    "покажите лист, если данные нужны, или удалите его");
      }
      continue;
    }
    any_cells = true;
    if (candidates.empty()) {
      near_sheets.emplace_back(s, std::move(nearest));
      continue;
    }
    std::stable_sort(candidates.begin(), candidates.end(), is_better);
    std::vector<bool> used(candidates.size(), false);
    std::vector<MatchedTable> taken;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      if (used[c]) continue;
      std::vector<const Form*> rivals;
      for (std::size_t other = c + 1; other < candidates.size(); ++other) {
        if (used[other] || !overlap(candidates[c].table, candidates[other].table)) continue;
        used[other] = true;
        if (!is_better(candidates[c], candidates[other])) rivals.push_back(candidates[other].form);
      }
      if (!rivals.empty()) {
        rivals.insert(rivals.begin(), candidates[c].form);
        outcome.diagnostics.error(codes::several_forms,
                                  Location::in_cells(book.file, sheet.name, candidates[c].table.head),
                                  "таблица одинаково подходит к формам " + quoted_titles(rivals),
                                  "назовите форму в заголовке над таблицей или в имени листа");
        continue;
      }
      taken.push_back({candidates[c].form, s, std::move(candidates[c].table)});
    }
    std::stable_sort(taken.begin(), taken.end(), [](const MatchedTable& a, const MatchedTable& b) {
      return a.table.head.first < b.table.head.first;
    });
    for (MatchedTable& table : taken) outcome.product.push_back(std::move(table));
  }

  if (outcome.product.empty() && outcome.diagnostics.has_errors()) return outcome;
  if (!outcome.product.empty()) {
    for (const auto& [s, near] : near_sheets) {
      const Location where = Location::in_sheet(book.file, book.sheets[s].name);
      if (near.form != nullptr && near.head.matched >= 2) {
        outcome.diagnostics.warning(codes::unread_sheet, where,
                                    "лист похож на форму «" + near.form->title + "», но не прочитан: нет столбцов «" +
                                        join(near.head.missing, "», «") + "»",
                                    "если на листе есть сведения, исправьте заголовки");
      } else {
        outcome.diagnostics.note(codes::unread_sheet, where, "на листе нет таблицы известной формы");
      }
    }
    return outcome;
  }
  const auto best = std::max_element(near_sheets.begin(), near_sheets.end(), [](const auto& a, const auto& b) {
    if (a.second.form == nullptr || b.second.form == nullptr)
      return a.second.form == nullptr && b.second.form != nullptr;
    return is_nearer(b.second.head, a.second.head);
  });
  if (best != near_sheets.end() && best->second.form != nullptr) {
    const Nearest& near = best->second;
    if (near.head.matched >= 2 && near.head.matched >= near.head.missing.size()) {
      tables::Incomplete head = near.head;
      // A line of data that was taken for a head may hold names.
      std::erase_if(head.seen, [](const std::string& text) { return definitions::looks_like_person(text); });
      outcome.diagnostics.add(tables::missing_columns(head, book.file, near.sheet, near.form->title));
      return outcome;
    }
    outcome.diagnostics.error(codes::no_form, Location::in_cells(book.file, near.sheet, near.head.head),
                              "файл не подошёл ни к одной форме; ближайшая – «" + near.form->title +
                                  "», в шапке нет столбцов «" + join(near.head.missing, "», «") + "»",
                              "сравните заголовки с формой");
    return outcome;
  }
  outcome.diagnostics.error(codes::no_form, Location::in_file(book.file),
                            any_cells ? "файл не подошёл ни к одной форме: знакомых заголовков нет"
                                      : "файл не подошёл ни к одной форме: листы пусты или скрыты",
                            "сравните заголовки с формой или заполните бланк");
  return outcome;
}

}  // namespace svod::intake
