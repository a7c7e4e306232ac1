#include "compose/front_matter.h"

#include <algorithm>
#include <map>

#include "base/date.h"
#include "compose/codes.h"

namespace svod::compose {
namespace {

using definitions::Node;
using expression::Names;
using expression::Type;

const Names& top(const Names& names, const std::deque<expression::BoundNames>& scopes) {
  return scopes.empty() ? names : scopes.back();
}

/// The records whose id a parameter may be, and a variable that holds one or many of the kind.
const std::map<std::string, std::string> kRecords{
    {"person", "signatory"}, {"plan", "plans"}, {"regulation", "regulations"}, {"paper", "papers"}};

Type record_type(const std::string& record, const Names& names) {
  const auto known = names.variable(kRecords.at(record));
  if (!known) return Type::text();
  return known->kind == expression::Kind::list && known->element ? *known->element : *known;
}

bool read_parameters(const Settings& settings, Page& page, const Names& names,
                     std::deque<expression::BoundNames>& scopes) {
  const Node* parameters = settings.find("parameters");
  if (parameters == nullptr) return true;
  if (!settings.expect_map(*parameters, "«parameters»")) return false;
  bool all = true;
  for (const Node::Entry& entry : parameters->entries) {
    ParameterSpec spec;
    spec.name = entry.key.text;
    spec.at = settings.place(entry.key);
    if (!settings.expect_map(entry.value, "параметр")) {
      all = false;
      continue;
    }
    const Settings keys = settings.inner(entry.value, "параметр шаблона");
    keys.allow({"title", "type", "required", "default"});
    spec.title = keys.has("title") ? keys.word("title") : spec.name;
    spec.required = keys.flag("required");
    const std::string type = keys.has("type") ? keys.word("type") : "text";
    if (type == "date") {
      spec.kind = expression::Kind::date;
    } else if (type == "number") {
      spec.kind = expression::Kind::number;
    } else if (names.variable(kRecords.contains(type) ? kRecords.at(type) : "")) {
      spec.kind = expression::Kind::record;
      spec.record = type;
    } else if (type != "text") {
      keys.error(codes::bad_value, *keys.find("type"), "такого типа параметра не бывает",
                 suggestion(type, {"text", "number", "date", "person", "plan", "regulation", "paper"}));
    }
    if (keys.has("default")) spec.otherwise = keys.word("default");
    Type expression_type = Type::text();
    if (spec.kind == expression::Kind::date) expression_type = Type::date();
    if (spec.kind == expression::Kind::number) expression_type = Type::number();
    if (spec.kind == expression::Kind::record) expression_type = record_type(spec.record, names);
    scopes.emplace_back(top(names, scopes), spec.name, std::move(expression_type));
    page.parameters.push_back(std::move(spec));
  }
  return all;
}

bool read_definitions(const Settings& settings, Page& page, const Names& names,
                      std::deque<expression::BoundNames>& scopes) {
  const Node* definitions = settings.find("define");
  if (definitions == nullptr) return true;
  if (!settings.expect_map(*definitions, "«define»")) return false;
  for (const Node::Entry& entry : definitions->entries) {
    Slot slot = settings.expression(entry.value, top(names, scopes));
    if (!slot) return false;   // those below may use it
    scopes.emplace_back(top(names, scopes), entry.key.text, slot.tree->type);
    page.definitions.emplace_back(entry.key.text, std::move(slot));
  }
  return true;
}

}  // namespace

bool read_front_matter(const Settings& settings, Page& page, const Names& names, const PageSource& pages,
                       std::deque<expression::BoundNames>& scopes) {
  settings.allow({"title", "author", "profile", "numbered", "number_tables", "number_figures", "parameters", "define", "about",
                  "copy"});
  const bool known = read_parameters(settings, page, names, scopes) && read_definitions(settings, page, names, scopes);
  if (settings.require("title")) page.title = settings.wording("title", top(names, scopes));
  page.author = settings.wording("author", top(names, scopes));
  if (settings.has("profile")) page.profile = settings.word("profile");
  const std::vector<std::string> profiles = pages.profiles();
  if (settings.has("profile") && std::find(profiles.begin(), profiles.end(), page.profile) == profiles.end()) {
    settings.error(codes::bad_value, *settings.find("profile"), "такого профиля оформления нет",
                   suggestion(page.profile, profiles));
  }
  page.copy = settings.flag("copy");
  page.numbered = settings.flag("numbered");
  page.number_tables = settings.flag("number_tables", pages.is_report(page.profile));
  page.number_figures = settings.flag("number_figures", page.number_tables);
  return known;
}

}  // namespace svod::compose
