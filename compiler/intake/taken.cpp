#include "intake/taken.h"

#include <algorithm>

#include "base/text.h"
#include "intake/codes.h"
#include "intake/computed.h"
#include "intake/controls.h"
#include "tables/header.h"

namespace svod::intake {
namespace {

using definitions::Field;
using definitions::FieldType;
using definitions::Form;
using definitions::School;
using definitions::SchoolFrom;
using facts::StoredCell;
using tables::Grid;
using tables::RowKind;
using tables::Table;

std::string sheet_year(const std::string& name) {
  std::string digits;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    if (i < name.size() && name[i] >= '0' && name[i] <= '9') {
      digits += name[i];
    } else {
      if (digits.size() == 4) return digits;
      digits.clear();
    }
  }
  return {};
}

bool is_names_header(const std::string& key) {
  for (const char* word : {"фио", "ф и о", "фамилия", "имя", "отчество", "фамилия имя", "фамилия имя отчество"}) {
    if (key == word || key.starts_with(std::string(word) + " ")) return true;
  }
  return false;
}

// One table being read.
class Taker {
 public:
  Taker(const FileContext& context, const MatchedTable& matched, const Grid& grid)
      : context_(context), matched_(matched), form_(*matched.form), source_(matched.table), grid_(grid),
        reader_(context, form_, grid.sheet().name, table_.diagnostics) {
    table_.form = matched.form;
    table_.sheet = grid.sheet().name;
    table_.head = source_.head;
    for (const definitions::AcrossLevel& level : form_.layout.across) across_.insert(level.field);
  }

  TakenTable take() {
    table_.diagnostics.append(source_.diagnostics);
    note_names();
    const Field* school = form_.school_field();
    const bool by_column = school == nullptr || source_.columns.contains(school->name);
    if (!by_column) find_school();
    if (source_.ambiguous || (!by_column && table_school_ == nullptr)) return std::move(table_);
    if (table_school_ != nullptr) table_.schools.insert(table_school_->id);
    make_blocks();
    std::size_t data = 0;
    for (std::size_t i = 0; i < source_.rows.size(); ++i) {
      if (source_.rows[i].kind != RowKind::data) continue;
      ++data;
      for (std::size_t block = 0; block < table_.blocks.size(); ++block) take_row(i, block);
    }
    if (data == 0) {
      table_.diagnostics.warning(codes::no_rows, Location::in_cells(context_.file, table_.sheet, table_.head),
                                 "под шапкой формы «" + form_.title + "» нет строк данных", "заполните таблицу");
    }
    check_same_totals(context_, table_, table_.diagnostics);
    check_fixed_rows(context_, table_, table_.diagnostics);
    check_totals(context_, matched_, grid_, table_, table_.diagnostics);
    return std::move(table_);
  }

 private:
  void note_names() {
    const bool has_person = std::any_of(form_.fields.begin(), form_.fields.end(),
                                        [](const Field& f) { return f.type == FieldType::person; });
    if (has_person) return;
    for (const CellRef place : source_.unread) {
      const workbook::Cell* cell = grid_.at(place);
      if (cell == nullptr || !is_names_header(tables::header_key(tables::shown_text(*cell)))) continue;
      table_.diagnostics.note(codes::names_column, Location::in_cell(context_.file, table_.sheet, place),
                              "столбец с фамилиями не прочитан и не хранится",
                              "фамилии в файле не нужны: достаточно кода");
    }
  }

  // A table without a column for the school is about one school.
  void find_school() {
    std::vector<std::string> texts;
    CellRef place = source_.head.first;
    for (const SchoolFrom from : form_.layout.school_from) {
      if (from == SchoolFrom::heading) {
        for (const CellRef cell : source_.heading) {
          const workbook::Cell* found = grid_.at(cell);
          if (found != nullptr && accept(context_.schools.mentioned(found->text), cell)) return;
        }
        for (const workbook::Sheet& sheet : context_.book.sheets) {
          if (&sheet == &grid_.sheet() && accept(context_.schools.mentioned(sheet.name), place)) return;
        }
      }
      if (from == SchoolFrom::file) {
        std::vector<std::string_view> parts = split(context_.file, '/');
        const std::size_t dot = parts.back().rfind('.');
        if (dot != std::string_view::npos) parts.back() = parts.back().substr(0, dot);
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
          if (accept(context_.schools.mentioned(*part), place)) return;
        }
      }
    }
    if (rivals_) return;
    table_.diagnostics.error(
        codes::unnamed_school, Location::in_cells(context_.file, table_.sheet, source_.head),
        "не сказано, о какой школе таблица: нет ни столбца, ни строки над таблицей, ни имени файла",
        "впишите название школы над таблицей");
  }

  // True where the search is over: one school, or several that can't be told apart.
  bool accept(const definitions::FoundSchool& found, CellRef place) {
    if (found.school != nullptr) {
      table_school_ = found.school;
      return true;
    }
    if (found.rivals.empty()) return false;
    std::vector<std::string> names;
    for (const School* rival : found.rivals) names.push_back(rival->short_name);
    table_.diagnostics.error(codes::ambiguous_school, Location::in_cell(context_.file, table_.sheet, place),
                             "название подходит к нескольким школам: " + join(names, ", "),
                             "напишите название полностью, как в реестре");
    rivals_ = true;
    return true;
  }

  void make_blocks() {
    facts::Block plain;
    plain.sheet = table_.sheet;
    plain.columns = source_.columns;
    if (source_.groups.empty()) {
      table_.blocks.push_back(std::move(plain));
      return;
    }
    for (const tables::ColumnGroup& group : source_.groups) {
      facts::Block block = plain;
      block.columns.insert(group.columns.begin(), group.columns.end());
      table_.blocks.push_back(std::move(block));
      std::map<std::string, ReadCell>& levels = levels_.emplace_back();
      for (const auto& [name, text] : group.levels) {
        const Field* field = form_.field(name);
        if (field == nullptr) continue;
        levels[name] = reader_.read_text(*field, text,
                                         Location::in_cell(context_.file, table_.sheet, group.places.at(name), text));
      }
    }
  }

  bool is_key(const std::string& name) const {
    return std::find(form_.keys.begin(), form_.keys.end(), name) != form_.keys.end();
  }

  std::string label_of(std::size_t i, std::size_t block) const {
    std::string label;
    const auto append = [&](std::string text) {
      if (text.empty() || definitions::looks_like_person(text)) return;
      label += (label.empty() ? "" : ", ") + text;
    };
    for (const Field& field : form_.fields) {
      if (!is_key(field.name) || field.type == FieldType::person) continue;
      const auto column = source_.columns.find(field.name);
      if (column != source_.columns.end() && field.name != form_.layout.group_field) {
        const workbook::Cell* cell = grid_.shown({source_.rows[i].row, column->second});
        if (cell != nullptr) append(tables::header_text(tables::shown_text(*cell)));
      } else if (!source_.groups.empty()) {
        const auto level = source_.groups[block].levels.find(field.name);
        if (level != source_.groups[block].levels.end()) append(level->second);
      }
    }
    return label;
  }

  bool is_empty_group(std::size_t i, std::size_t block) const {
    if (source_.groups.empty()) return false;
    for (const auto& [name, column] : source_.groups[block].columns) {
      if (!tables::is_blank(grid_.at({source_.rows[i].row, column}))) return false;
    }
    return true;
  }

  ReadCell read_field(const Field& field, std::size_t i, std::size_t block, const std::string& label) {
    const std::uint32_t row = source_.rows[i].row;
    const Location here = Location::in_cell(context_.file, table_.sheet, {row, source_.head.first.column}, label);
    if (across_.contains(field.name)) {
      const auto level =
          levels_.empty() ? std::map<std::string, ReadCell>::const_iterator{} : levels_[block].find(field.name);
      return levels_.empty() || level == levels_[block].end() ? ReadCell{{State::missing, {}, {}}, true}
                                                              : level->second;
    }
    if (field.name == form_.layout.year_from_sheet) {
      const std::string year = sheet_year(table_.sheet);
      return reader_.read_text(field, year, Location::in_sheet(context_.file, table_.sheet));
    }
    if (field.name == form_.layout.group_field) {
      const auto constant = form_.constants.find(field.name);
      const std::string& group = source_.rows[i].group;
      return reader_.read_text(field, group.empty() && constant != form_.constants.end() ? constant->second : group,
                               here);
    }
    const auto column = table_.blocks[block].columns.find(field.name);
    if (column != table_.blocks[block].columns.end()) {
      const CellRef at{row, column->second};
      const workbook::Cell* cell = is_key(field.name) ? grid_.shown(at) : grid_.at(at);
      // What a file leaves unsaid in a cell is said by the form.
      const auto constant = form_.constants.find(field.name);
      if (tables::is_blank(cell) && constant != form_.constants.end())
        return reader_.read_text(field, constant->second, here);
      return reader_.read(field, cell, at, label);
    }
    if (field.type == FieldType::school && table_school_ != nullptr)
      return {{State::value, {}, table_school_->id}, false};
    const auto constant = form_.constants.find(field.name);
    if (constant != form_.constants.end()) return reader_.read_text(field, constant->second, here);
    return {{State::missing, {}, {}}, false};
  }

  void take_row(std::size_t i, std::size_t block) {
    if (is_empty_group(i, block)) return;
    TakenRow row;
    row.block = block;
    row.table_row = i;
    row.sheet_row = source_.rows[i].row;
    row.label = label_of(i, block);
    row.cells.resize(form_.fields.size());
    row.faulty.assign(form_.fields.size(), false);
    const std::size_t errors = table_.diagnostics.errors();
    std::string school;
    for (std::size_t f = 0; f < form_.fields.size(); ++f) {
      const Field& field = form_.fields[f];
      if (!field.is_read()) continue;
      ReadCell read = read_field(field, i, block, row.label);
      row.cells[f] = std::move(read.cell);
      row.faulty[f] = read.has_error;
      if (is_key(field.name) && row.cells[f].state != State::value) row.keyed = false;
      if (field.type == FieldType::school && row.cells[f].state == State::value) school = row.cells[f].text;
    }
    const Location where =
        Location::in_cell(context_.file, table_.sheet, {row.sheet_row, source_.head.first.column}, row.label);
    compute_fields(context_.workspace, form_, row.cells, where, found_, table_.diagnostics);
    check_relations(context_, table_, row, table_.diagnostics);
    if (!school.empty()) {
      table_.schools.insert(school);
      if (table_.diagnostics.errors() > errors) table_.with_errors.insert(school);
    }
    table_.rows.push_back(std::move(row));
  }

  const FileContext& context_;
  const MatchedTable& matched_;
  const Form& form_;
  const Table& source_;
  const Grid& grid_;
  TakenTable table_;
  CellReader reader_;
  std::set<std::string> across_;
  std::vector<std::map<std::string, ReadCell>> levels_;  ///< by block: what the head says
  Found found_;
  const School* table_school_ = nullptr;
  bool rivals_ = false;
};

}  // namespace

Location TakenTable::cells_of(const std::string& file, const TakenRow& row,
                              const std::vector<std::string>& fields) const {
  const std::map<std::string, std::uint32_t>& columns = blocks[row.block].columns;
  std::uint32_t first = ~0U;
  std::uint32_t last = 0;
  for (const std::string& field : fields) {
    const auto column = columns.find(field);
    if (column == columns.end()) continue;
    first = std::min(first, column->second);
    last = std::max(last, column->second);
  }
  if (first > last) first = last = head.first.column;
  return Location::in_cells(file, sheet, {{row.sheet_row, first}, {row.sheet_row, last}}, row.label);
}

TakenTable take_table(const FileContext& context, const MatchedTable& matched, const Grid& grid) {
  return Taker(context, matched, grid).take();
}

}  // namespace svod::intake
