#include "compose/measure_progress.h"

#include <algorithm>
#include <map>

#include "compose/plan_records.h"
#include "compose/written_runs.h"
#include "language/figures.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using document::Cell;
using document::Column;
using document::Formula;
using document::Row;
using document::Table;

struct Line {
  std::string section;
  std::map<std::string, std::size_t> by_status;
  std::size_t all = 0;

  std::size_t count(const std::string& status) const {
    const auto found = by_status.find(status);
    return found == by_status.end() ? 0 : found->second;
  }
};

class ProgressTable {
 public:
  ProgressTable(const plan::Plan& plan, const std::string& anchor) : plan_(plan), anchor_(anchor) {}

  Table build() {
    count();
    if (total_.all == 0) return {};
    const std::vector<std::string>& statuses = status_words();
    add_column("section", "Раздел");
    add_column("all", "Всего мероприятий");
    std::string sum;
    expression::NameTable names;
    names.add("all", expression::Type::number());
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      const std::string id = "status" + std::to_string(i + 1);
      add_column(id, statuses[i]);
      names.add(id, expression::Type::number());
      sum += (i == 0 ? "" : " + ") + id;
    }
    add_column("share", "Доля исполненных");
    table_.head.push_back(std::move(head_));
    sum_ = expression::compile(sum, {}, names).product;
    share_ = expression::compile("status3 / all * 100", {}, names).product;
    if (lines_.size() > 1) {
      for (const Line& line : lines_) add(line, false);
    }
    add(total_, true);
    return std::move(table_);
  }

 private:
  void count() {
    total_.section = "Всего";
    for (const plan::Measure& measure : plan_.measures) {
      if (divided(plan_, measure)) continue;
      const plan::Section* chapter = chapter_of(plan_, measure);
      const std::string name = chapter == nullptr ? std::string() : heading_of(*chapter);
      auto line = std::find_if(lines_.begin(), lines_.end(), [&](const Line& one) { return one.section == name; });
      if (line == lines_.end()) line = lines_.insert(lines_.end(), Line{name, {}, 0});
      for (Line* one : {&*line, &total_}) {
        ++one->by_status[status_of(measure)];
        ++one->all;
      }
    }
  }

  void add_column(const std::string& id, const std::string& title) {
    Column column;
    column.id = id;
    column.numeric = id != "section";
    column.weight = column.numeric ? 0 : 1;
    table_.columns.push_back(std::move(column));
    head_.cells.emplace_back().runs = plain_runs(language::capitalised(title));
  }

  static Cell figure(std::size_t count) {
    Cell cell;
    cell.runs = plain_runs(std::to_string(count));
    cell.number = Number(static_cast<std::int64_t>(count));
    return cell;
  }

  void add(const Line& line, bool whole) {
    const bool only = lines_.size() == 1;
    Row row;
    row.kind = whole && !only ? Row::Kind::total : Row::Kind::body;
    row.cells.emplace_back().runs = plain_runs(line.section, row.kind == Row::Kind::total);
    row.cells.push_back(figure(line.all));
    row.cells.back().formula.kind = Formula::Kind::row;
    row.cells.back().formula.expression = sum_;
    for (const std::string& status : status_words()) {
      Cell cell = figure(line.count(status));
      if (!anchor_.empty()) {
        cell.formula.kind = Formula::Kind::count;
        cell.formula.table = anchor_;
        if (!whole) cell.formula.where.emplace_back("section", line.section);
        cell.formula.where.emplace_back("status", status);
      } else if (row.kind == Row::Kind::total) {
        cell.formula.kind = Formula::Kind::sum;
      }
      row.cells.push_back(std::move(cell));
    }
    Cell cell;
    cell.number = Number::ratio(static_cast<std::int64_t>(line.count(status_words()[2])) * 100,
                                static_cast<std::int64_t>(line.all));
    cell.format = {1, true, false};
    cell.runs = plain_runs(cell.number ? language::percent(cell.number->round(1)) : std::string());
    cell.formula.kind = Formula::Kind::row;
    cell.formula.expression = share_;
    row.cells.push_back(std::move(cell));
    table_.rows.push_back(std::move(row));
  }

  const plan::Plan& plan_;
  const std::string& anchor_;
  std::vector<Line> lines_;
  Line total_;
  Row head_;
  Table table_;
  expression::Tree sum_, share_;
};

}  // namespace

Table progress_table(const plan::Plan& plan, const std::string& anchor) { return ProgressTable(plan, anchor).build(); }

}  // namespace svod::compose
