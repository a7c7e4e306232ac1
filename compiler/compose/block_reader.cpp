#include "compose/block_reader.h"

#include <algorithm>

#include "compose/calendar_events.h"
#include "compose/codes.h"
#include "compose/plan_reader.h"

namespace svod::compose {
namespace {

using expression::Kind;
using expression::Names;

/// An error where the value is no person: has no field «post».
void expect_person(const Settings& settings, const definitions::Node& node, const Slot& slot, const std::string& what) {
  if (!slot) return;
  const expression::Type& type = slot.tree->type;
  if (type.kind == Kind::record && type.record && type.record->fields.contains("post")) return;
  settings.error(codes::bad_value, node, what + " – человек из реестра, а здесь – " + type.text_for_people(),
                 "например, person: signatory");
}

SignatureSpec read_signature(const Settings& settings, const Names& names) {
  settings.allow({"person", "post", "name"});
  SignatureSpec spec;
  spec.person = settings.expression("person", names);
  if (spec.person) expect_person(settings, *settings.find("person"), spec.person, "подписывает");
  spec.post = settings.wording("post", names);
  spec.name = settings.wording("name", names);
  if (!settings.has("person")) {
    settings.require("post");
    settings.require("name");
  }
  return spec;
}

ContentsSpec read_contents(const Settings& settings, const Names& names) {
  settings.allow({"title", "depth"});
  ContentsSpec spec;
  spec.title = settings.wording("title", names);
  spec.depth = settings.integer("depth", 1, 4).value_or(2);
  return spec;
}

/// A date, or the text of one.
Slot date_slot(const Settings& settings, std::string_view key, const Names& names) {
  Slot slot = settings.expression(key, names);
  if (slot && slot.tree->type.kind != Kind::date && slot.tree->type.kind != Kind::text) {
    settings.error(codes::bad_value, *settings.find(key), "здесь нужна дата, а не " + slot.tree->type.text_for_people(),
                   "например, " + std::string(key) + ": order_date");
  }
  return slot;
}

AppendixSpec read_appendix(const Settings& settings, const Names& names) {
  settings.allow({"id", "lines", "number", "to", "date", "reference", "mark"});
  AppendixSpec spec;
  spec.anchor = settings.wording("id", names);
  spec.number = settings.wording("number", names);
  if (settings.has("mark")) {
    spec.mark = settings.expression("mark", names, expression::Type::list(expression::Type::text()));
    return spec;
  }
  if (const definitions::Node* lines = settings.find("lines")) {
    if (settings.expect_list(*lines, "«lines»")) {
      for (const definitions::Node& line : lines->items) spec.lines.push_back(settings.wording(line, names));
    }
    return spec;
  }
  settings.require("to");
  spec.to = settings.wording("to", names);
  spec.date = date_slot(settings, "date", names);
  spec.reference = settings.expression("reference", names);
  return spec;
}

DateNumberSpec read_date_number(const Settings& settings, const Names& names) {
  settings.allow({"date", "number", "place"});
  DateNumberSpec spec;
  spec.date = date_slot(settings, "date", names);
  spec.number = settings.expression("number", names);
  spec.place = settings.wording("place", names);
  return spec;
}

/// An error where the value is no record of that name.
void expect_record(const Settings& settings, std::string_view key, const Slot& slot, const char* record, const char* example) {
  if (!slot) return;
  const expression::Type& type = slot.tree->type;
  if (type.kind == Kind::record && type.record && type.record->name == record) return;
  settings.error(codes::bad_value, *settings.find(key), "здесь не то значение: " + type.text_for_people(), example);
}

ItemsSpec read_items(const Settings& settings, const Names& names) {
  settings.allow({"paper", "question", "letters", "links"});
  ItemsSpec spec;
  if (!settings.has("question")) settings.require("paper");
  spec.paper = settings.expression("paper", names);
  expect_record(settings, "paper", spec.paper, "paper", "например, paper: paper");
  spec.question = settings.expression("question", names);
  expect_record(settings, "question", spec.question, "question", "например, question: q – из перебора q in paper.agenda");
  spec.letters = settings.flag("letters");
  spec.links = settings.flag("links");
  return spec;
}

ExecutorSpec read_executor(const Settings& settings, const Names& names) {
  settings.allow({"person", "phone"});
  ExecutorSpec spec;
  if (settings.has("person")) {
    spec.person = settings.expression("person", names);
    expect_person(settings, *settings.find("person"), spec.person, "исполнитель");
  } else {
    spec.person = compile_slot("executor", settings.at(), names, settings.out());
  }
  spec.phone = settings.wording("phone", names);
  return spec;
}

}  // namespace

HandSheetSpec read_hand_sheet(const Settings& settings, const Names& names) {
  settings.allow({"title", "text", "people", "person", "post", "rows", "page"});
  HandSheetSpec spec;
  spec.title = settings.wording("title", names);
  spec.text = settings.wording("text", names);
  spec.blank_rows = settings.integer("rows", 0, 200).value_or(0);
  spec.page = settings.flag("page", true);
  const definitions::Node* people = settings.find("people");
  if (people == nullptr) {
    if (!settings.has("rows")) {
      settings.error(codes::missing_key, settings.node(), "в листе нет ни людей (people), ни пустых строк (rows)",
                     "добавьте people: s in schools и person: s.head или rows: 10");
    }
    return spec;
  }
  if (people->kind == definitions::Node::Kind::list) {
    for (const definitions::Node& node : people->items) {
      spec.people.push_back(settings.expression(node, names));
      expect_person(settings, node, spec.people.back(), "в листе расписывается");
    }
    return spec;
  }
  spec.loop = settings.clause(*people, names);
  if (!spec.loop) return spec;
  const expression::BoundNames inner(names, spec.loop->name, spec.loop->element);
  const definitions::Node* person = settings.find("person");
  spec.person = person == nullptr ? compile_slot(spec.loop->name, settings.place(*people), inner, settings.out())
                                  : settings.expression(*person, inner);
  expect_person(settings, person == nullptr ? *people : *person, spec.person, "в листе расписывается");
  spec.post = settings.wording("post", inner);
  return spec;
}

const std::vector<std::string>& block_kinds() {
  static const std::vector<std::string> kinds{"table",        "chart",       "signature",  "contents",
                                              "appendix",     "date-number", "page-break", "agreement",
                                              "acquaintance", "executor",    "include",    "measures",
                                              "progress",     "clauses",     "catalogue",  "members",
                                              "tables",       "items",       "events"};
  return kinds;
}

bool is_block_kind(std::string_view kind) {
  return std::find(block_kinds().begin(), block_kinds().end(), kind) != block_kinds().end();
}

std::shared_ptr<const BlockSpec> read_block(std::string_view kind, const Settings& settings, const Names& names,
                                            PageSource& pages) {
  auto block = std::make_shared<BlockSpec>();
  block->at = settings.at();
  if (kind == "table") {
    block->content = read_table(settings, names);
  } else if (kind == "chart") {
    block->content = read_chart(settings, names);
  } else if (kind == "agreement" || kind == "acquaintance") {
    HandSheetSpec sheet = read_hand_sheet(settings, names);
    if (sheet.title.empty()) {
      sheet.title.parts.push_back({kind == "agreement" ? "Лист согласования" : "Лист ознакомления", {}});
    }
    block->content = std::move(sheet);
  } else if (kind == "executor") {
    block->content = read_executor(settings, names);
  } else if (kind == "include") {
    block->content = read_include(settings, names, pages);
  } else if (kind == "items") {
    block->content = read_items(settings, names);
  } else if (kind == "measures" || kind == "progress") {
    block->content = read_measures(settings, names, kind == "progress");
  } else if (kind == "clauses") {
    block->content = read_clauses(settings, names);
  } else if (is_regulation_part(kind)) {
    block->content = read_regulation_part(kind, settings, names);
  } else if (kind == "events") {
    block->content = read_events(settings, names);
  } else if (kind == "signature") {
    block->content = read_signature(settings, names);
  } else if (kind == "contents") {
    block->content = read_contents(settings, names);
  } else if (kind == "appendix") {
    block->content = read_appendix(settings, names);
  } else if (kind == "date-number") {
    block->content = read_date_number(settings, names);
  } else {
    settings.allow({});
    block->content = PageBreakSpec{};
  }
  return block;
}

}  // namespace svod::compose
