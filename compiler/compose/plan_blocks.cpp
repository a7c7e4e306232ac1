#include "compose/plan_blocks.h"

#include "compose/clause_blocks.h"
#include "compose/clause_record.h"
#include "compose/measure_progress.h"
#include "compose/measure_table.h"
#include "compose/plan_records.h"
#include "compose/regulation_records.h"
#include "compose/regulation_tables.h"
#include "compose/written_runs.h"
#include "compose/written_text.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using document::Block;
using document::Blocks;
using document::Table;
using expression::Scope;
using expression::Value;

template <class Spec>
Blocks placed(Table table, const Spec& spec, const Scope& scope, const Press& press, const Location& at) {
  table.anchor = press.raw(spec.anchor, scope);
  table.caption = press.line(spec.caption, scope);
  table.sheet = press.line(spec.sheet, scope);
  Block block;
  block.content = std::move(table);
  block.origin = at;
  return {std::move(block)};
}

/// The clauses behind a value, and whose they are.
struct Found {
  Clauses clauses;
  const definitions::Plan* plan = nullptr;
  const definitions::Regulation* regulation = nullptr;
};

void add(const Value& value, Found& found) {
  const auto* record = dynamic_cast<const ClauseRecord*>(value.record());
  if (record == nullptr) return;
  found.clauses.push_back(&record->clause());
  if (found.plan == nullptr) found.plan = record->plan();
}

Found clauses_in(const Value& value) {
  Found found;
  if (const auto* regulation = dynamic_cast<const RegulationRecord*>(value.record())) {
    found.regulation = &regulation->regulation();
    for (const definitions::Clause& clause : found.regulation->clauses) found.clauses.push_back(&clause);
    return found;
  }
  add(value, found);
  for (std::size_t i = 0; value.list() != nullptr && i < value.list()->size(); ++i) add((*value.list())[i], found);
  return found;
}

ClauseStyle style_of(const ClausesSpec& spec, const Found& found) {
  ClauseStyle style;
  style.level = spec.level;
  style.plan = found.plan;
  if (spec.titles == "inline") style.titles = ClauseStyle::Titles::inline_;
  if (spec.titles == "headings") style.titles = ClauseStyle::Titles::headings;
  using Numbers = ClauseStyle::Numbers;
  if (found.regulation != nullptr) style.numbers = found.regulation->numbered_by_rule ? Numbers::rule : Numbers::given;
  if (spec.numbers == "rule") style.numbers = Numbers::rule;
  if (spec.numbers == "given") style.numbers = Numbers::given;
  if (spec.numbers == "none") style.numbers = Numbers::none;
  return style;
}

/// «Паспорт»: a title at left, what it says at right.
Table passport(const ClausesSpec& spec, const Found& found, const Scope& scope, const Press& press) {
  Table table;
  table.column_numbers = spec.column_numbers;
  if (spec.number_rows) table.columns.push_back({"number", false, 0, true});
  table.columns.push_back({"title", false, 2});
  table.columns.push_back({"text", false, 5});
  if (!spec.head.empty()) {
    document::Row head;
    for (const Wording& title : spec.head) head.cells.emplace_back().runs = press.runs(title, scope, true);
    table.head.push_back(std::move(head));
  }
  std::size_t number = 0;
  for (const definitions::Clause* clause : found.clauses) {
    document::Row row;
    ++number;
    if (spec.number_rows) {
      row.cells.emplace_back().runs =
          plain_runs(clause->number.empty() ? std::to_string(number) + "." : said(clause->number));
    }
    row.cells.emplace_back().runs = written_runs(clause->title.text);
    row.cells.emplace_back().runs = runs_of(clause_lines(*clause, found.plan));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Blocks build_measures(const MeasuresSpec& spec, const Scope& scope, const Press& press, const Location& at) {
  const Value value = press.value(spec.of, scope);
  MeasureLook look{spec.section_column, spec.repeat || spec.section_column, spec.dates, spec.status, spec.months,
                   spec.compact};
  Table table;
  Location origin = at;
  std::string name;   // of the sheet, where the template gives none
  if (const auto* plan = dynamic_cast<const PlanRecord*>(value.record())) {
    table = spec.progress ? progress_table(plan->plan(), spec.over)
                          : measure_table(plan->plan(), 0, plan->plan().sections.size(), true, look);
    origin = plan->plan().written->at;
    name = said(plan->plan().written->short_title);
  } else if (const auto* section = dynamic_cast<const SectionRecord*>(value.record())) {
    table = measure_table(section->plan(), section->index(), spec.nested ? section->end() : section->index() + 1,
                          false, look);
    origin = section->plan().sections[section->index()].written->at;
    name = heading_of(section->plan().sections[section->index()]);
  }
  if (!table.rows.empty()) {
    Blocks blocks = placed(std::move(table), spec, scope, press, origin.file.empty() ? at : origin);
    auto& made = std::get<Table>(blocks.front().content);
    if (made.sheet.empty() && made.caption.empty()) made.sheet = language::capitalised(name);
    return blocks;
  }
  if (spec.empty.empty()) return {};
  Block block;
  block.content = document::Paragraph{press.runs(spec.empty, scope), document::Role::body};
  block.origin = at;
  return {std::move(block)};
}

Blocks build_clauses(const ClausesSpec& spec, const Scope& scope, const Press& press, const Location& at) {
  const Found found = clauses_in(press.value(spec.of, scope));
  if (found.clauses.empty()) return {};
  if (spec.form == ClausesSpec::Form::table) {
    const Location& origin = found.clauses.front()->at;
    return placed(passport(spec, found, scope, press), spec, scope, press, origin.file.empty() ? at : origin);
  }
  return clause_blocks(found.clauses, style_of(spec, found));
}

Blocks build_regulation_part(const RegulationPartSpec& spec, const Scope& scope, const Press& press,
                             const Location& at) {
  const Value value = press.value(spec.of, scope);
  const auto* record = dynamic_cast<const RegulationRecord*>(value.record());
  if (record == nullptr) return {};
  const definitions::Regulation& regulation = record->regulation();
  using PartKind = RegulationPartSpec::Part;
  const Location& origin = regulation.at.file.empty() ? at : regulation.at;
  if (spec.part == PartKind::tables) {
    Blocks blocks;
    for (const definitions::WrittenTable& written : regulation.tables) {
      Block block;
      block.content = written_table(written);
      block.origin = written.caption.at.file.empty() ? origin : written.caption.at;
      blocks.push_back(std::move(block));
    }
    return blocks;
  }
  std::vector<document::Runs> head;
  for (const Wording& title : spec.head) head.push_back(press.runs(title, scope, true));
  Table table = spec.part == PartKind::catalogue ? catalogue_table(regulation, head)
                                                 : members_table(press.input(), regulation, head);
  if (table.rows.empty()) return {};
  table.column_numbers = spec.column_numbers;
  return placed(std::move(table), spec, scope, press, origin);
}

}  // namespace svod::compose
