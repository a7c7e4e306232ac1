#include "base/text.h"
#include "definitions/codes.h"
#include "definitions/loading.h"
#include "definitions/names.h"

namespace svod::definitions {
namespace {

/// Names with the variables that the clauses of a rule bind, one upon another.
class Scopes {
 public:
  explicit Scopes(const expression::Names& outer) { names_.push_back(&outer); }
  const expression::Names& names() const { return *names_.back(); }
  void bind(const expression::Clause& clause) {
    bound_.push_back(std::make_unique<expression::BoundNames>(names(), clause.name, clause.element));
    names_.push_back(bound_.back().get());
  }

 private:
  std::vector<const expression::Names*> names_;
  std::vector<std::unique_ptr<expression::BoundNames>> bound_;
};

bool load_rule(const Reader& reader, const expression::Names& outer, Rule& rule) {
  rule.name = reader.text("name");
  rule.title = reader.text("title");
  rule.severity = reader.text("severity");
  rule.defined_at = reader.at();
  Scopes scopes(outer);
  if (const Node* subject = reader.find("for")) {
    rule.subject = reader.clause(*subject, scopes.names());
    if (!rule.subject) return false;  // without its variable everything below would be unknown
    scopes.bind(*rule.subject);
  }
  if (const Node* also = reader.find("also")) {
    for (const Node& item : also->items) {
      auto clause = reader.clause(item, scopes.names());
      if (!clause) return false;
      scopes.bind(*clause);
      rule.also.push_back(std::move(clause));
    }
  }
  bool failed = false;
  rule.when = reader.expression("when", scopes.names(), expression::Type::boolean(), failed);
  rule.finding = reader.message("finding", scopes.names(), failed);
  if (const Node* list = reader.find("advice")) {
    for (const Node& item : list->items) {
      const Reader inside = reader.inside(item);
      RuleAdvice advice;
      advice.to = inside.message("to", scopes.names(), failed);
      advice.text = inside.message("text", scopes.names(), failed);
      advice.term = inside.message("term", scopes.names(), failed);
      advice.evidence = inside.message("evidence", scopes.names(), failed);
      rule.advice.push_back(std::move(advice));
    }
  }
  return !failed;
}

}  // namespace

void load_rules(const CheckedFiles& files, Loading& loading) {
  Workspace named;
  named.forms = loading.workspace.forms;
  named.listings = loading.workspace.listings;
  named.indicators = loading.workspace.indicators;
  for (const Indicator& indicator : loading.half_known) named.indicators.push_back(indicator);
  expression::NameTable names = report_names(named);
  add_print_filters(names);
  Layered layers;
  std::vector<Rule>& rules = loading.workspace.rules;
  for (const auto& file : files) {
    const Node* list = file->document.root.find("rules");
    if (!list || list->kind != Node::Kind::list) continue;
    for (const Node& item : list->items) {
      if (!file->is_good(item)) continue;
      const Reader reader(file->document, item, loading.out);
      const auto place = layers.place(reader.text("name"), *file, reader, rules.size(), "правило");
      if (!place) continue;
      Rule rule;
      if (!load_rule(reader, names, rule)) rule.when = nullptr;
      if (*place == rules.size()) rules.emplace_back();
      rules[*place] = std::move(rule);
    }
  }
  std::erase_if(rules, [](const Rule& rule) { return !rule.when; });
}

}  // namespace svod::definitions
