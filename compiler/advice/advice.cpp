#include "advice/advice.h"

#include "advice/codes.h"
#include "indicators/dependence.h"
#include "indicators/rank.h"
#include "indicators/scope.h"

namespace svod::advice {
namespace {

using expression::Value;

/// Every clause of a rule, outermost first.
std::vector<const expression::Clause*> clauses_of(const definitions::Rule& rule) {
  std::vector<const expression::Clause*> clauses;
  if (rule.subject) clauses.push_back(rule.subject.get());
  for (const auto& clause : rule.also) {
    if (clause) clauses.push_back(clause.get());
  }
  return clauses;
}

/// Applies one rule: a variable for each clause, each seeing those outside it.
class Application {
 public:
  Application(const definitions::Rule& rule, std::vector<Finding>& findings, Diagnostics& out)
      : rule_(rule), clauses_(clauses_of(rule)), findings_(findings), out_(out) {}

  void run(const expression::Scope& scope, std::size_t depth = 0) {
    if (depth == clauses_.size()) {
      if (!rule_.when) return found();
      const Value holds = expression::evaluate(rule_.when, scope);
      // Where the condition is not known, nothing is said about anybody.
      if (holds.truth() != nullptr && *holds.truth()) found();
      return;
    }
    const expression::Clause& clause = *clauses_[depth];
    if (!expression::evaluate(clause.source, scope).known()) {
      auto& diagnostic = out_.warning(codes::nothing_listed, rule_.defined_at,
                                      "правило «" + rule_.name + "»: список для «" + clause.name + "» не известен");
      diagnostic.cause = rule_.name + '/' + clause.name;
      return;
    }
    for (const Value& element : expression::select(clause, scope)) {
      bound_.emplace_back(clause.name, element);
      run(expression::Bound(scope, clause.name, element), depth + 1);
      bound_.pop_back();
    }
  }

 private:
  void found() {
    Finding finding{&rule_, {}, bound_};
    for (std::size_t i = 0; i < bound_.size() && finding.school.empty(); ++i) {
      const expression::Type& type = clauses_[i]->element;
      const bool is_school = type.kind == expression::Kind::record && type.record && type.record->name == "school";
      if (is_school && bound_[i].second.record() != nullptr) finding.school = bound_[i].second.record()->key();
    }
    findings_.push_back(std::move(finding));
  }

  const definitions::Rule& rule_;
  std::vector<const expression::Clause*> clauses_;
  std::vector<Finding>& findings_;
  Diagnostics& out_;
  std::vector<std::pair<std::string, Value>> bound_;
};

/// The first indicator of a rule whose use in recommendations is forbidden.
bool is_forbidden(const definitions::Rule& rule, const definitions::Workspace& workspace, Diagnostics& out) {
  std::vector<expression::Tree> trees{rule.when};
  for (const auto* clause : clauses_of(rule)) {
    trees.push_back(clause->source);
    trees.push_back(clause->where);
  }
  for (const auto& advice : rule.advice) {
    for (const auto* text : {&advice.text, &advice.term, &advice.evidence}) {
      for (const auto& part : text->parts) trees.push_back(part.expression);
    }
  }
  for (const auto& part : rule.finding.parts) trees.push_back(part.expression);
  for (const auto* indicator : indicators::indicators_in(trees, workspace)) {
    const auto* use = indicators::forbidding(workspace, *indicator, "recommendation");
    if (use == nullptr) continue;
    out.error(codes::use_forbidden, rule.defined_at,
              "правило «" + rule.name + "»: показатель «" + indicator->name + "» нельзя использовать в рекомендациях" +
                  (use->act.empty() ? "" : ": " + use->act))
        .related.push_back({indicator->defined_at, "показатель «" + indicator->name + "»"});
    return true;
  }
  return false;
}

}  // namespace

Outcome<std::vector<Finding>> apply_rules(const indicators::Results& results) {
  Outcome<std::vector<Finding>> outcome;
  const auto scope = indicators::report_scope(results);
  for (const auto& rule : results.workspace().rules) {
    if (is_forbidden(rule, results.workspace(), outcome.diagnostics)) continue;
    Application(rule, outcome.product, outcome.diagnostics).run(*scope);
  }
  return outcome;
}

}  // namespace svod::advice
