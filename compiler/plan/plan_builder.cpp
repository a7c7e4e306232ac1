#include "plan/plan_builder.h"

#include <algorithm>

#include "base/text.h"
#include "plan/cell_lines.h"
#include "plan/codes.h"

namespace svod::plan {
namespace {

using definitions::PlanMeasure;
using definitions::PlanSection;
using definitions::Written;
using Kind = PlanSection::Kind;

constexpr std::size_t kDeepest = 9;

/// What people write of a measure's state; folded beginnings.
constexpr std::array<std::pair<const char*, const char*>, 20> kStatus{
    {{"не выполн", "planned"}, {"не начат", "planned"},    {"не исполн", "planned"},   {"запланир", "planned"},
     {"план", "planned"},      {"предсто", "planned"},     {"planned", "planned"},     {"в работе", "started"},
     {"начат", "started"},     {"выполняется", "started"}, {"исполняется", "started"}, {"частично", "started"},
     {"started", "started"},   {"выполнен", "done"},       {"исполнен", "done"},       {"заверш", "done"},
     {"проведен", "done"},     {"done", "done"},           {"отмен", "cancelled"},     {"cancel", "cancelled"}}};

std::string status_of(const CellText& cell, Diagnostics& found) {
  const std::string text = folded(cell.text);
  if (text.empty() || text == "-") return {};
  for (const auto& [begins, status] : kStatus) {
    if (text.starts_with(begins)) return status;
  }
  const std::string shown = cell.text.size() > 200 ? cell.text.substr(0, 0) : "«" + cell.text + "» ";
  found.warning(codes::unknown_status, cell.at, "состояние " + shown + "не прочитано",
                "впишите «запланировано», «начато», «выполнено» или «отменено»");
  return {};
}

/// Lines of text as paragraphs of one text.
Written one_text(const std::vector<CellText>& cells) {
  Written made;
  for (const CellText& cell : cells) {
    const std::string text = join(lines_of_cell(cell.text), "\n");
    if (text.empty()) continue;
    if (made.empty()) made.at = cell.at;
    made.text += (made.text.empty() ? "" : "\n") + text;
  }
  return made;
}

/// A text each line; a line that leads a list keeps the list with it.
std::vector<Written> several(const std::vector<CellText>& cells) {
  std::vector<Written> made;
  for (const CellText& cell : cells) {
    const std::vector<std::string> lines = lines_of_cell(cell.text);
    if (lines.size() > 1 && lines.front().ends_with(':') && !is_item(lines.front())) {
      made.push_back({join(lines, "\n"), cell.at});
      continue;
    }
    for (const std::string& line : lines) {
      std::string text = without_mark(line);
      if (lines.size() > 1 && text.ends_with(';')) text.pop_back();
      if (!text.empty()) made.push_back({std::move(text), cell.at});
    }
  }
  return made;
}

std::vector<Written> as_written(const std::vector<CellText>& cells) {
  std::vector<Written> made;
  for (const CellText& cell : cells) {
    if (!cell.text.empty()) made.push_back({cell.text, cell.at});
  }
  return made;
}

}  // namespace

void PlanBuilder::section(PlanSection section, const std::optional<RowNumber>& number, bool chief) {
  const Kind kind = section.kind;
  SectionNode node;
  node.numbered = number.has_value();
  node.rank = chief ? 0 : number ? static_cast<int>(number->roman ? 1 : number->parts.size() + 1) : -1;
  const auto top_kind = [&] { return path_.empty() ? Kind::section : sections_[path_.back()].section.kind; };
  if (kind == Kind::section) {
    while (!path_.empty() && top_kind() != Kind::section) path_.pop_back();
    if (node.rank < 0) {
      // Without a number: below the section that has just begun, else beside the last one.
      const bool just_begun =
          !path_.empty() && sections_[path_.back()].measures.empty() && sections_[path_.back()].sections.empty();
      if (!just_begun && !path_.empty()) path_.pop_back();
      while (!path_.empty() && !just_begun && sections_[path_.back()].rank < 0) path_.pop_back();
    } else {
      while (!path_.empty() && (sections_[path_.back()].rank < 0 || sections_[path_.back()].rank >= node.rank))
        path_.pop_back();
    }
  } else {
    while (!path_.empty() && (top_kind() == Kind::task || (kind == Kind::goal && top_kind() == Kind::goal)))
      path_.pop_back();
  }
  while (path_.size() >= kDeepest) path_.pop_back();
  node.section = std::move(section);
  node.parent = path_.empty() ? kNone : path_.back();
  const std::size_t index = sections_.size();
  (node.parent == kNone ? top_ : sections_[node.parent].sections).push_back(index);
  sections_.push_back(std::move(node));
  path_.push_back(index);
  open_ = index;
  last_ = nullptr;
  numbers_.clear();
}

void PlanBuilder::close_sections() {
  path_.clear();
  open_ = kNone;
  last_ = nullptr;
  numbers_.clear();
}

void PlanBuilder::measure(Measure made, const Location& table) {
  if (open_ == kNone) {
    PlanSection untitled;
    untitled.at = table;
    section(std::move(untitled), std::nullopt, false);
  }
  auto node = std::make_unique<MeasureNode>();
  node->measure = std::move(made);
  const std::size_t index = measures_.size();
  const auto number_of = [&](std::size_t i) -> const std::optional<RowNumber>& { return measures_[i]->measure.number; };
  const std::optional<RowNumber>& number = node->measure.number;
  if (node->measure.below && !numbers_.empty()) {
    node->parent = numbers_.back();
  } else if (number) {
    while (!numbers_.empty() && !(number_of(numbers_.back()) && number_of(numbers_.back())->begins(*number)))
      numbers_.pop_back();
    if (!numbers_.empty() && numbers_.size() < kDeepest) node->parent = numbers_.back();
    numbers_.push_back(index);
  } else {
    // Without a number it stands beside the last one; its own rows may still go on from it.
    numbers_.clear();
    numbers_.push_back(index);
  }
  (node->parent == kNone ? sections_[open_].measures : measures_[node->parent]->children).push_back(index);
  last_ = &node->measure;
  measures_.push_back(std::move(node));
}

std::string PlanBuilder::last_text(Column column) const {
  if (last_ == nullptr) return {};
  const std::vector<CellText>& cells = last_->cells[static_cast<std::size_t>(column)];
  return cells.empty() ? std::string() : cells.back().text;
}

PlanMeasure PlanBuilder::written(std::size_t index, Diagnostics& found) {
  const MeasureNode& node = *measures_[index];
  const auto cells = [&](Column column) -> const std::vector<CellText>& {
    return node.measure.cells[static_cast<std::size_t>(column)];
  };
  PlanMeasure made;
  made.at = node.measure.at;
  made.joined = node.measure.joined;
  if (!cells(Column::number).empty())
    made.number = {cells(Column::number).front().text, cells(Column::number).front().at};
  made.text = one_text(cells(Column::text));
  made.terms = as_written(cells(Column::term));
  if (!cells(Column::start).empty())
    made.start = {squeeze(cells(Column::start).front().text), cells(Column::start).front().at};
  if (!cells(Column::end).empty()) made.end = {squeeze(cells(Column::end).front().text), cells(Column::end).front().at};
  made.responsible = as_written(cells(Column::responsible));
  made.results = several(cells(Column::result));
  made.reports = several(cells(Column::report));
  made.consequence = one_text(cells(Column::consequence));
  made.links = several(cells(Column::link));
  made.document = one_text(cells(Column::document));
  if (!cells(Column::status).empty()) made.status = status_of(cells(Column::status).front(), found);
  for (const std::size_t child : node.children) made.measures.push_back(written(child, found));
  return made;
}

PlanSection PlanBuilder::nested(std::size_t index, Diagnostics& found) {
  PlanSection made = std::move(sections_[index].section);
  for (const std::size_t measure : sections_[index].measures) made.measures.push_back(written(measure, found));
  for (const std::size_t inner : sections_[index].sections) made.sections.push_back(nested(inner, found));
  return made;
}

std::vector<PlanSection> PlanBuilder::finish(Diagnostics& found) {
  std::vector<PlanSection> made;
  for (const std::size_t index : top_) made.push_back(nested(index, found));
  return made;
}

}  // namespace svod::plan
