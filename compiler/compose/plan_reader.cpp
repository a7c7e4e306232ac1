#include "compose/plan_reader.h"

#include <algorithm>

#include "compose/codes.h"

namespace svod::compose {
namespace {

using expression::Kind;
using expression::Names;

bool is_record(const expression::Type& type, std::string_view name) {
  return type.kind == Kind::record && type.record && type.record->name == name;
}

/// An error where the value is none of these records.
void expect(const Settings& settings, const Slot& slot, std::initializer_list<std::string_view> records,
            const std::string& what, const std::string& example) {
  if (!slot) return;
  const expression::Type& type = slot.tree->type;
  for (const std::string_view record : records) {
    if (is_record(type, record)) return;
  }
  settings.error(codes::bad_value, *settings.find("of"), "здесь нужен " + what + ", а не " + type.text_for_people(),
                 example);
}

/// One of the words, or nothing.
std::string choice(const Settings& settings, std::string_view key, std::initializer_list<std::string_view> words) {
  if (!settings.has(key)) return {};
  std::string word = settings.word(key);
  if (std::find(words.begin(), words.end(), word) != words.end()) return word;
  settings.error(codes::bad_value, *settings.find(key), "«" + std::string(key) + "» не бывает «" + word + "»",
                 suggestion(word, words));
  return {};
}

void read_head(const Settings& settings, const Names& names, std::vector<Wording>& head, std::size_t columns) {
  const definitions::Node* node = settings.find("head");
  if (node == nullptr || !settings.expect_list(*node, "«head»")) return;
  for (const definitions::Node& title : node->items) head.push_back(settings.wording(title, names));
  if (head.size() == columns) return;
  settings.error(codes::bad_value, *node,
                 "заголовков столбцов " + std::to_string(head.size()) + ", а столбцов " + std::to_string(columns),
                 "перечислите заголовки всех столбцов слева направо");
}

}  // namespace

MeasuresSpec read_measures(const Settings& settings, const Names& names, bool progress) {
  MeasuresSpec spec;
  spec.progress = progress;
  if (progress) {
    settings.allow({"of", "id", "caption", "sheet", "empty", "over"});
    if (settings.has("over")) spec.over = settings.word("over");
  } else {
    settings.allow({"of", "id", "caption", "sheet", "empty", "sections", "inherited", "dates", "status", "months",
                    "compact", "nested"});
    spec.section_column = choice(settings, "sections", {"rows", "column"}) == "column";
    spec.repeat = choice(settings, "inherited", {"span", "repeat"}) == "repeat";
    spec.dates = settings.flag("dates");
    spec.status = settings.flag("status");
    spec.months = settings.flag("months");
    spec.compact = settings.flag("compact");
    spec.nested = settings.flag("nested", true);
  }
  if (settings.require("of")) spec.of = settings.expression("of", names);
  if (progress) {
    expect(settings, spec.of, {"plan"}, "план", "например, of: plan");
  } else {
    expect(settings, spec.of, {"plan", "section"}, "план или его раздел",
           "например, of: plan или of: section – из перебора section in plan.sections");
  }
  spec.anchor = settings.wording("id", names);
  spec.caption = settings.wording("caption", names);
  spec.sheet = settings.wording("sheet", names);
  spec.empty = settings.wording("empty", names);
  return spec;
}

ClausesSpec read_clauses(const Settings& settings, const Names& names) {
  settings.allow(
      {"of", "form", "numbers", "titles", "level", "number_rows", "column_numbers", "head", "id", "caption", "sheet"});
  ClausesSpec spec;
  if (settings.require("of")) spec.of = settings.expression("of", names);
  if (spec.of) {
    const expression::Type& type = spec.of.tree->type;
    const bool clauses = type.kind == Kind::list && type.element && is_record(*type.element, "clause");
    if (!clauses) {
      expect(settings, spec.of, {"clause", "regulation"}, "список пунктов, пункт или положение",
             "например, of: plan.before или of: regulation");
    }
  }
  if (choice(settings, "form", {"text", "table"}) == "table") spec.form = ClausesSpec::Form::table;
  spec.numbers = choice(settings, "numbers", {"none", "given", "rule"});
  spec.titles = choice(settings, "titles", {"inline", "headings"});
  spec.level = settings.integer("level", 1, 4).value_or(1);
  spec.number_rows = settings.flag("number_rows");
  spec.column_numbers = settings.flag("column_numbers");
  read_head(settings, names, spec.head, spec.number_rows ? 3 : 2);
  spec.anchor = settings.wording("id", names);
  spec.caption = settings.wording("caption", names);
  spec.sheet = settings.wording("sheet", names);
  return spec;
}

bool is_regulation_part(std::string_view kind) { return kind == "catalogue" || kind == "members" || kind == "tables"; }

RegulationPartSpec read_regulation_part(std::string_view kind, const Settings& settings, const Names& names) {
  RegulationPartSpec spec;
  using PartKind = RegulationPartSpec::Part;
  spec.part = kind == "catalogue" ? PartKind::catalogue : kind == "members" ? PartKind::members : PartKind::tables;
  if (spec.part == PartKind::tables) {
    settings.allow({"of"});
  } else {
    settings.allow({"of", "head", "id", "caption", "sheet", "column_numbers"});
    read_head(settings, names, spec.head, 3);
    spec.anchor = settings.wording("id", names);
    spec.caption = settings.wording("caption", names);
    spec.sheet = settings.wording("sheet", names);
    spec.column_numbers = settings.flag("column_numbers");
  }
  if (settings.require("of")) spec.of = settings.expression("of", names);
  expect(settings, spec.of, {"regulation"}, "положение", "например, of: regulation");
  return spec;
}

}  // namespace svod::compose
