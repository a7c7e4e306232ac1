#include "driver/duties.h"

#include "indicators/results.h"
#include "language/plural.h"

namespace svod::driver {
namespace {

void refs_of(const document::Blocks& blocks, std::set<std::string>& refs);

void refs_of(const document::Runs& runs, std::set<std::string>& refs) {
  for (const document::Run& run : runs) {
    if (!run.ref.empty()) refs.insert(run.ref);
  }
}

void refs_of(const document::Blocks& blocks, std::set<std::string>& refs) {
  for (const document::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content)) refs_of(paragraph->runs, refs);
    if (const auto* heading = std::get_if<document::Heading>(&block.content)) refs_of(heading->runs, refs);
    if (const auto* list = std::get_if<document::List>(&block.content)) {
      for (const document::Item& item : list->items) refs_of(item.blocks, refs);
    }
    if (const auto* table = std::get_if<document::Table>(&block.content)) {
      for (const document::Row& row : table->rows) {
        for (const document::Cell& cell : row.cells) {
          if (!cell.ref.empty()) refs.insert(cell.ref);
          refs_of(cell.runs, refs);
        }
      }
    }
  }
}

// The forms that an indicator rests on, through formulas over other indicators.
void forms_of(const definitions::Workspace& workspace, const std::string& name, std::set<std::string>& seen,
              std::set<std::string>& forms) {
  if (!seen.insert(name).second) return;
  const definitions::Indicator* indicator = workspace.indicator(name);
  if (indicator == nullptr) return;
  if (!indicator->form.empty()) forms.insert(indicator->form);
  if (!indicator->of_indicator.empty()) forms_of(workspace, indicator->of_indicator, seen, forms);
  if (indicator->kind == definitions::IndicatorKind::formula) {
    for (const std::string& part : expression::calls(indicator->of)) forms_of(workspace, part, seen, forms);
  }
}

}  // namespace

indicators::Coverage coverage_of(const definitions::Workspace& workspace, const intake::Intake& intake) {
  indicators::Coverage coverage;
  for (const intake::Duty& duty : intake.duties) {
    indicators::FormCoverage& form = coverage[duty.form];
    if (duty.standing == intake::Standing::excused) {
      std::string& reason = form.excused[duty.school];
      if (const definitions::School* school = workspace.school(duty.school)) {
        if (const auto given = school->excused.find(duty.form); given != school->excused.end()) reason = given->second;
      }
      continue;
    }
    form.owed.insert(duty.school);
    if (duty.standing == intake::Standing::sent) form.covered.insert(duty.school);
  }
  return coverage;
}

std::set<std::string> forms_of(const definitions::Workspace& workspace, const document::Document& document) {
  std::set<std::string> refs;
  refs_of(document.blocks, refs);
  std::set<std::string> seen;
  std::set<std::string> forms;
  for (const std::string& ref : refs) forms_of(workspace, ref.substr(0, ref.find('@')), seen, forms);
  return forms;
}

std::string status_mark(const intake::Intake& intake, const std::set<std::string>& forms) {
  std::set<std::string> absent;
  std::set<std::string> wrong;
  std::set<std::string> owing;
  for (const intake::Duty& duty : intake.duties) {
    if (!forms.contains(duty.form) || duty.standing == intake::Standing::excused) continue;
    owing.insert(duty.school);
    if (duty.standing == intake::Standing::absent) absent.insert(duty.school);
    if (duty.has_errors) wrong.insert(duty.school);
  }
  if (absent.empty() && wrong.empty()) return {};
  const auto schools = [](std::size_t count) {
    return language::counted(static_cast<std::int64_t>(count), {"школы", "школ", "школ"});
  };
  const std::string all = " из " + std::to_string(owing.size());
  std::string mark = "НЕ ДЛЯ ПОДПИСИ: ";
  if (!absent.empty()) mark += "нет данных " + schools(absent.size()) + all;
  if (!absent.empty() && !wrong.empty()) mark += ", ";
  if (!wrong.empty()) mark += "ошибки в данных " + schools(wrong.size()) + all;
  return mark;
}

}  // namespace svod::driver
