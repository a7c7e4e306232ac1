#include <algorithm>

#include "compose/block_reader.h"
#include "compose/codes.h"

namespace svod::compose {
namespace {

using definitions::Node;

const char* kind_words(const ParameterSpec& spec) {
  if (spec.record == "plan") return "план";
  if (spec.record == "regulation") return "положение";
  if (spec.record == "paper") return "документ из папки papers";
  switch (spec.kind) {
    case expression::Kind::date:
      return "дата";
    case expression::Kind::number:
      return "число";
    case expression::Kind::record:
      return "человек";
    default:
      return "текст";
  }
}

}  // namespace

IncludeSpec read_include(const Settings& settings, const expression::Names& names, PageSource& pages) {
  settings.allow({"template", "parameters", "level"});
  IncludeSpec spec;
  spec.level = settings.integer("level", 0, 3).value_or(1);
  if (!settings.require("template")) return spec;
  spec.page = pages.included(settings.word("template"), settings.place(*settings.find("template")), settings.out());
  if (!spec.page) return spec;
  const Node* given = settings.find("parameters");
  if (given != nullptr && settings.expect_map(*given, "«parameters»")) {
    std::vector<std::string> known;
    for (const ParameterSpec& one : spec.page->parameters) known.push_back(one.name);
    for (const Node::Entry& entry : given->entries) {
      const auto found = std::find_if(spec.page->parameters.begin(), spec.page->parameters.end(),
                                      [&](const ParameterSpec& one) { return one.name == entry.key.text; });
      if (found == spec.page->parameters.end()) {
        settings.error(codes::bad_parameter, entry.key,
                       "шаблон «" + spec.page->name + "» не знает параметра «" + entry.key.text + "»",
                       known.empty() ? "у этого шаблона параметров нет" : suggestion(entry.key.text, known));
        continue;
      }
      Slot slot = settings.expression(entry.value, names);
      const expression::Type* type = slot ? &slot.tree->type : nullptr;
      const bool other_record = type != nullptr && type->record && !found->record.empty() && type->record->name != found->record;
      if (type != nullptr && (type->kind != found->kind || other_record)) {
        settings.error(codes::bad_parameter, entry.value,
                       "параметр «" + entry.key.text + "» шаблона «" + spec.page->name + "» – " +
                           kind_words(*found) + ", а здесь – " + slot.tree->type.text_for_people(),
                       "значение параметра – выражение: текст берут в одинарные кавычки внутри двойных");
        continue;
      }
      spec.parameters.emplace_back(entry.key.text, std::move(slot));
    }
  }
  for (const ParameterSpec& one : spec.page->parameters) {
    const bool is_given = std::any_of(spec.parameters.begin(), spec.parameters.end(),
                                      [&](const auto& pair) { return pair.first == one.name; });
    if (!one.required || is_given || (given != nullptr && given->find(one.name) != nullptr)) continue;
    settings.error(codes::bad_parameter, settings.node(),
                   "вставленному шаблону не задан параметр «" + one.name + "» (" + one.title + ")",
                   "добавьте parameters: {" + one.name + ": …}");
  }
  return spec;
}

}  // namespace svod::compose
