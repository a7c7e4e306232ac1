#include "intake/intake.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <set>
#include <thread>
#include <unordered_map>

#include "base/hash.h"
#include "base/text.h"
#include "intake/codes.h"
#include "intake/dates.h"
#include "intake/kinds.h"
#include "intake/taken.h"

namespace svod::intake {
namespace {

using definitions::Form;
using definitions::School;
using definitions::Workspace;

/// What one file gave; made by a worker.
struct FileResult {
  std::string sha256;
  std::vector<TakenTable> tables;
  Diagnostics diagnostics;
};

FileResult read_file(const Workspace& workspace, const definitions::SchoolNames& schools, const Files& files,
                     const std::string& path) {
  FileResult result;
  FileError error;
  const workbook::Budgets budgets;
  const std::optional<std::string> bytes = files.read(workspace.folder / path, error, budgets.file_bytes);
  if (!bytes) {
    result.diagnostics.error(codes::unreadable, Location::in_file(path), "файл не прочитан: " + error.reason,
                             "проверьте файл или пришлите его ещё раз");
    return result;
  }
  result.sha256 = sha256(*bytes);
  if (const std::string kind = foreign_kind(path, *bytes); !kind.empty()) {
    result.diagnostics.warning(codes::not_parsed, Location::in_file(path),
                               "файл не разобран: это " + kind + ", а не таблица",
                               "если в нём есть сведения, перенесите их в таблицу");
    return result;
  }
  Outcome<workbook::Workbook> book = workbook::read(*bytes, path, budgets);
  result.diagnostics.append(std::move(book.diagnostics));
  if (book.product.sheets.empty()) return result;
  const FileContext context{workspace, schools, book.product, path,
                            !lower(path).ends_with(".csv") && !lower(path).ends_with(".tsv")};
  Outcome<std::vector<MatchedTable>> matched = match_forms(book.product, workspace);
  result.diagnostics.append(std::move(matched.diagnostics));
  std::unique_ptr<tables::Grid> grid;
  for (const MatchedTable& table : matched.product) {
    const workbook::Sheet& sheet = book.product.sheets[table.sheet];
    if (!grid || &grid->sheet() != &sheet) grid = std::make_unique<tables::Grid>(sheet);
    result.tables.push_back(take_table(context, table, *grid));
  }
  return result;
}

std::vector<FileResult> read_all(const Workspace& workspace, const Files& files, const std::vector<std::string>& paths,
                                 int jobs) {
  const definitions::SchoolNames schools(workspace);
  std::vector<FileResult> results(paths.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++) {
      results[i] = read_file(workspace, schools, files, paths[i]);
    }
  };
  const auto workers = static_cast<std::size_t>(std::max(1, jobs));
  if (workers == 1 || paths.size() < 2) {
    work();
    return results;
  }
  std::vector<std::jthread> pool;
  for (std::size_t i = 0; i < std::min(workers, paths.size()); ++i) pool.emplace_back(work);
  pool.clear();
  return results;
}

std::string cell_text(const definitions::Field& field, const facts::StoredCell& cell) {
  if (cell.state != State::value) return std::string(1, static_cast<char>('0' + static_cast<int>(cell.state)));
  return field.is_number() ? cell.number.text() : cell.text;
}

/// Joins what the files gave, in their order: keys that repeat, rows for the store, who sent what.
class Merger {
 public:
  Merger(const Workspace& workspace, facts::Store& store, Diagnostics& out)
      : workspace_(workspace), store_(store), out_(out) {}

  void take(const std::string& path, FileResult result) {
    out_.append(std::move(result.diagnostics));
    std::vector<std::string> forms;
    for (const TakenTable& table : result.tables) {
      if (std::find(forms.begin(), forms.end(), table.form->name) == forms.end()) forms.push_back(table.form->name);
    }
    const int file = store_.add_file({path, result.sha256, join(forms, ", ")});
    for (TakenTable& table : result.tables) take_table(path, file, table);
  }

  std::vector<Duty> duties(bool all_files) {
    std::vector<Duty> result;
    for (const Form& form : workspace_.forms) {
      for (const School& school : workspace_.schools) {
        const bool owes = std::find(school.owes.begin(), school.owes.end(), form.name) != school.owes.end();
        if (!owes) continue;
        Duty duty{school.id, form.name, Standing::absent, false, {}};
        const auto sent = sent_.find({form.name, school.id});
        if (sent != sent_.end()) {
          duty.standing = Standing::sent;
          duty.has_errors = sent->second.has_errors;
          duty.files = sent->second.files;
        } else if (school.excused.contains(form.name)) {
          duty.standing = Standing::excused;
        } else if (all_files) {
          Location where = school.defined_at;
          where.label = school.short_name;
          out_.error(codes::not_sent, std::move(where), "нет сведений по форме «" + form.title + "»",
                     "запросите файл; если он прислан, то не прочитан – см. замечания о нём; или укажите в реестре "
                     "причину (excused)")
              .cause = form.name;
        }
        result.push_back(std::move(duty));
      }
    }
    return result;
  }

 private:
  struct Sent {
    std::vector<std::string> files;
    bool has_errors = false;
  };
  struct First {
    std::string values;
    Location where;
  };

  void take_table(const std::string& path, int file, TakenTable& table) {
    const Form& form = *table.form;
    std::unordered_map<std::string, First>& seen = seen_[form.name];
    std::vector<int> blocks;
    for (facts::Block& block : table.blocks) {
      block.file = file;
      blocks.push_back(store_.add_block(block));
    }
    std::vector<facts::Row> rows;
    rows.reserve(table.rows.size());
    std::map<std::string, std::pair<std::size_t, Location>> equal;  // other file -> rows that are alike
    for (TakenRow& row : table.rows) {
      if (!row.keyed) continue;
      std::string key, values;
      for (std::size_t f = 0; f < form.fields.size(); ++f) {
        const bool is_key = std::find(form.keys.begin(), form.keys.end(), form.fields[f].name) != form.keys.end();
        (is_key ? key : values) += cell_text(form.fields[f], row.cells[f]) + '\x1f';
      }
      const Location where = table.cells_of(path, row, form.keys);
      const auto [first, fresh] = seen.try_emplace(key, First{values, where});
      if (!fresh && !form.keys.empty()) {
        report_repeat(form, table, row, first->second, values, where, equal);
        continue;
      }
      rows.push_back({blocks[row.block], row.sheet_row, std::move(row.cells)});
    }
    for (const auto& [other, rows_alike] : equal) {
      Diagnostic& twice = out_.warning(codes::sent_twice, Location::in_sheet(path, table.sheet),
                                       "те же сведения уже есть в файле «" + other + "»: одинаковых строк " +
                                           std::to_string(rows_alike.first) + "; учтены один раз",
                                       "уберите лишний файл");
      twice.related.push_back({rows_alike.second, "первая из таких строк"});
    }
    store_.add_rows(form, rows);
    out_.append(std::move(table.diagnostics));
    if (form.school_field() == nullptr) return;
    for (const std::string& id : table.schools) {
      store_.add_submission(form.name, id, file);
      Sent& sent = sent_[{form.name, id}];
      if (sent.files.empty() || sent.files.back() != path) {
        sent.files.push_back(path);
        check_school(form, table, path, id);
      }
      if (table.with_errors.contains(id)) sent.has_errors = true;
    }
  }

  void report_repeat(const Form& form, TakenTable& table, const TakenRow& row, const First& first,
                     const std::string& values, const Location& where,
                     std::map<std::string, std::pair<std::size_t, Location>>& equal) {
    const bool here = first.where.file == where.file;
    if (!here && first.values == values) {
      const auto [known, fresh] = equal.try_emplace(first.where.file, 0, first.where);
      ++known->second.first;
      return;
    }
    Diagnostic& repeat =
        here ? out_.error(codes::duplicate_row, where, "строка повторяется: " + row.label, "удалите лишнюю строку")
             : out_.error(codes::sent_differently, where,
                          row.label + ": в файле «" + first.where.file + "» другие значения; взяты они",
                          "решите, который файл верен, и уберите другой");
    repeat.related.push_back({first.where, here ? "первая такая строка" : "взятая строка"});
    repeat.cause = form.name + (here ? ":repeat" : ":" + first.where.file);
    const definitions::Field* school = form.school_field();
    for (std::size_t f = 0; f < form.fields.size(); ++f) {
      if (&form.fields[f] == school) table.with_errors.insert(row.cells[f].text);
    }
  }

  void check_school(const Form& form, const TakenTable& table, const std::string& path, const std::string& id) {
    const School* school = workspace_.school(id);
    if (school == nullptr) return;
    const Location where = Location::in_sheet(path, table.sheet);
    if (std::find(school->owes.begin(), school->owes.end(), form.name) == school->owes.end()) {
      Diagnostic& extra =
          out_.warning(codes::owes_nothing, where,
                       school->short_name + " не обязана представлять форму «" + form.title + "», сведения учтены",
                       "если обязана, впишите форму в реестр (owes)");
      extra.related.push_back({school->defined_at, "школа в реестре"});
      extra.cause = form.name;
    }
    const Date year_begins{std::chrono::year(workspace_.year), std::chrono::January, std::chrono::day(1)};
    const Date year_ends{std::chrono::year(workspace_.year), std::chrono::December, std::chrono::day(31)};
    const bool closed = school->closed && *school->closed < year_begins;
    const bool unopened = school->opened && *school->opened > year_ends;
    if (!closed && !unopened) return;
    Diagnostic& idle = out_.warning(codes::school_not_open, where,
                                    school->short_name + (closed ? " закрыта " + written(*school->closed)
                                                                 : " открыта только " + written(*school->opened)),
                                    "проверьте название школы и даты в реестре");
    idle.related.push_back({school->defined_at, "школа в реестре"});
  }

  const Workspace& workspace_;
  facts::Store& store_;
  Diagnostics& out_;
  std::map<std::string, std::unordered_map<std::string, First>> seen_;  // looked up only, never walked
  std::map<std::pair<std::string, std::string>, Sent> sent_;            // form, school
};

}  // namespace

Outcome<Intake> take_in(const Workspace& workspace, const Files& files, facts::Store& store, int jobs,
                        const std::vector<std::string>& only) {
  Outcome<Intake> outcome;
  std::vector<std::string> paths;
  for (const std::string& path : workspace.submissions) {
    if (only.empty() || std::find(only.begin(), only.end(), path) != only.end()) paths.push_back(path);
  }
  for (const std::string& path : only) {
    if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
  }
  std::vector<FileResult> results = read_all(workspace, files, paths, jobs);
  Merger merger(workspace, store, outcome.diagnostics);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    outcome.product.files[paths[i]] = results[i].sha256;
    merger.take(paths[i], std::move(results[i]));
  }
  outcome.product.duties = merger.duties(only.empty());
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace svod::intake
