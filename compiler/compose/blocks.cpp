#include "compose/calendar_events.h"
#include "compose/chart.h"
#include "compose/numbering.h"
#include "compose/paper_items.h"
#include "compose/paper_records.h"
#include "compose/plan_blocks.h"
#include "compose/table.h"
#include "compose/writer.h"
#include "language/figures.h"
#include "language/words.h"

namespace svod::compose {
namespace {

using expression::Scope;

std::string field_text(const expression::Value& record, std::string_view name) {
  if (record.record() == nullptr) return {};
  const expression::Value value = record.record()->field(name);
  return value.text() == nullptr ? std::string() : *value.text();
}

document::Signature signature(const SignatureSpec& spec, const Scope& scope, const Press& press) {
  document::Signature made;
  if (spec.person) {
    const expression::Value person = press.value(spec.person, scope);
    made.post = language::capitalised(field_text(person, "post"));
    made.name = field_text(person, "name");
  }
  if (!spec.post.empty()) made.post = press.line(spec.post, scope);
  if (!spec.name.empty()) made.name = press.line(spec.name, scope);
  return made;
}

std::string numbered(const std::string& number) {
  return number.empty() || number.starts_with("№") ? number : "№\u00A0" + number;
}

/// «Приложение 1», «к приказу …», «от … № …», with rules to fill in by hand while there is no date.
document::AppendixMark appendix(const AppendixSpec& spec, const Scope& scope, const Press& press) {
  document::AppendixMark mark;
  mark.anchor = press.raw(spec.anchor, scope);
  if (!mark.anchor.empty()) mark.anchor += std::string(kPendingNumber) + press.line(spec.number, scope);
  for (const Wording& line : spec.lines) mark.lines.push_back(press.line(line, scope));
  if (spec.mark) {
    const expression::Value given = press.value(spec.mark, scope);
    const expression::List* lines = given.list();
    for (std::size_t i = 0; lines != nullptr && i < lines->size(); ++i) {
      if (const std::string* line = (*lines)[i].text()) mark.lines.push_back(*line);
    }
  }
  if (!mark.lines.empty()) return mark;
  const std::string number = press.line(spec.number, scope);
  mark.lines.push_back(number.empty() ? "Приложение" : "Приложение\u00A0" + number);
  mark.lines.push_back(press.line(spec.to, scope));
  const std::string date = press.optional_text(spec.date, scope);
  const std::string reference = numbered(press.optional_text(spec.reference, scope));
  mark.lines.push_back("от " + (date.empty() ? "_______________" : date) + " " +
                       (reference.empty() ? "№\u00A0______" : reference));
  return mark;
}

document::Runs cell_runs(std::string text) {
  document::Run run;
  run.text = std::move(text);
  return {std::move(run)};
}

/// A heading and a table of people with places for a signature and a date.
document::Blocks hand_sheet(const HandSheetSpec& spec, const Scope& scope, const Press& press, const Location& at) {
  document::Table table;
  table.hand = true;
  table.sheet = press.line(spec.title, scope, true);
  table.columns = {{"post", false, 4}, {"name", false, 3}, {"signature", false, 2}, {"date", false, 2, true}};
  document::Row head;
  for (const char* title : {"Должность", "Фамилия, инициалы", "Подпись", "Дата"}) {
    head.cells.emplace_back().runs = cell_runs(title);
  }
  table.head.push_back(std::move(head));
  const auto add = [&](std::string post, std::string name) {
    document::Row row;
    for (std::string text : {std::move(post), std::move(name), std::string(), std::string()}) {
      document::Cell cell;
      if (!text.empty()) cell.runs = cell_runs(std::move(text));
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  };
  const auto add_person = [&](const expression::Value& person) {
    add(language::capitalised(field_text(person, "post")), field_text(person, "surname_first"));
  };
  for (const Slot& slot : spec.people) add_person(press.value(slot, scope));
  if (spec.loop) {
    for (const expression::Value& element : expression::select(*spec.loop, scope)) {
      const expression::Bound inner(scope, spec.loop->name, element);
      const expression::Value person = press.value(spec.person, inner);
      if (spec.post.empty()) {
        add_person(person);
      } else {
        add(press.line(spec.post, inner), field_text(person, "surname_first"));
      }
    }
  }
  for (int i = 0; i < spec.blank_rows; ++i) add({}, {});
  if (table.rows.empty()) return {};
  document::Blocks blocks;
  const auto put = [&](auto content) {
    document::Block block;
    block.content = std::move(content);
    block.origin = at;
    blocks.push_back(std::move(block));
  };
  if (spec.page) put(document::PageBreak{});
  document::Heading heading;
  heading.runs = press.runs(spec.title, scope, true);
  put(std::move(heading));
  if (!spec.text.empty()) put(document::Paragraph{press.runs(spec.text, scope), document::Role::body});
  put(std::move(table));
  return blocks;
}

/// «Исп. Громова Анна Сергеевна» and the telephone below.
document::Paragraph executor(const ExecutorSpec& spec, const Scope& scope, const Press& press) {
  document::Paragraph paragraph;
  paragraph.role = document::Role::executor;
  paragraph.runs = cell_runs("Исп." + std::string(language::no_break_space) +
                             field_text(press.value(spec.person, scope), "full"));
  const std::string phone = press.line(spec.phone, scope);
  if (phone.empty()) return paragraph;
  document::Run line_break;
  line_break.line_break = true;
  paragraph.runs.push_back(std::move(line_break));
  for (document::Run& run : cell_runs(phone)) paragraph.runs.push_back(std::move(run));
  return paragraph;
}

/// The items of a paper, or of a question of minutes; what is wrong with them is told once, here.
document::Blocks items(const ItemsSpec& spec, const Scope& scope, const Press& press, const Location& at) {
  const expression::Value value = press.value(spec.question ? spec.question : spec.paper, scope);
  ItemStyle style;
  style.letters = spec.letters;
  style.links = spec.links;
  std::vector<ItemFault> faults;
  document::Blocks blocks;
  const definitions::Workspace& workspace = press.input().workspace;
  if (const auto* paper = dynamic_cast<const PaperRecord*>(value.record())) {
    blocks = blocks_of(items_of(workspace, paper->paper(), style, faults), at);
  } else if (const auto* question = dynamic_cast<const QuestionRecord*>(value.record())) {
    style.minutes = true;
    style.prefix = question->number();
    blocks = blocks_of(decisions_of(workspace, question->paper(), question->question().decided, style, faults), at);
  }
  for (ItemFault& fault : faults) {
    (fault.error ? press.error(*fault.code, fault.at, std::move(fault.message), std::move(fault.hint))
                 : press.warning(*fault.code, fault.at, std::move(fault.message), std::move(fault.hint)))
        .cause = fault.at.text();
  }
  return blocks;
}

document::DateAndNumber date_and_number(const DateNumberSpec& spec, const Scope& scope, const Press& press) {
  return {press.optional_text(spec.date, scope), numbered(press.optional_text(spec.number, scope)),
          press.line(spec.place, scope)};
}

}  // namespace

document::Blocks build_block(const BlockSpec& spec, const Scope& scope, const Press& press) {
  if (press.events_alone() && !std::holds_alternative<EventsSpec>(spec.content)) return {};
  document::Block block;
  block.origin = spec.at;
  if (const auto* table = std::get_if<TableSpec>(&spec.content)) return build_table(*table, scope, press);
  if (const auto* chart = std::get_if<ChartSpec>(&spec.content)) return build_chart(*chart, scope, press);
  if (const auto* sheet = std::get_if<HandSheetSpec>(&spec.content)) return hand_sheet(*sheet, scope, press, spec.at);
  if (const auto* of_paper = std::get_if<ItemsSpec>(&spec.content)) return items(*of_paper, scope, press, spec.at);
  if (const auto* measures = std::get_if<MeasuresSpec>(&spec.content))
    return build_measures(*measures, scope, press, spec.at);
  if (const auto* clauses = std::get_if<ClausesSpec>(&spec.content))
    return build_clauses(*clauses, scope, press, spec.at);
  if (const auto* part = std::get_if<RegulationPartSpec>(&spec.content)) {
    return build_regulation_part(*part, scope, press, spec.at);
  }
  if (const auto* events = std::get_if<EventsSpec>(&spec.content)) {
    add_events(*events, scope, press);
    return {};
  }
  if (const auto* signed_by = std::get_if<SignatureSpec>(&spec.content)) {
    block.content = signature(*signed_by, scope, press);
  } else if (const auto* contents = std::get_if<ContentsSpec>(&spec.content)) {
    block.content = document::Contents{press.line(contents->title, scope), contents->depth};
  } else if (const auto* mark = std::get_if<AppendixSpec>(&spec.content)) {
    block.content = appendix(*mark, scope, press);
  } else if (const auto* date = std::get_if<DateNumberSpec>(&spec.content)) {
    block.content = date_and_number(*date, scope, press);
  } else if (const auto* made_by = std::get_if<ExecutorSpec>(&spec.content)) {
    block.content = executor(*made_by, scope, press);
  } else {
    block.content = document::PageBreak{};
  }
  return {std::move(block)};
}

}  // namespace svod::compose
