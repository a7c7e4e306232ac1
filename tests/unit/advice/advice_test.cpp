#include "advice/advice.h"

#include "../indicators/fixture.h"
#include "advice/codes.h"
#include "catch.h"

using svod::definitions::IndicatorKind;

namespace {

struct Advised : World {
  Advised() {
    form("f", "subject n:number");
    owes("f", "alpha beta gamma", "alpha beta");
    rows("f", "alpha | Химия | 2 \n alpha | Физика | 5 \n beta | Химия | 3 \n beta | Физика | …");
    indicator("f.mean", IndicatorKind::mean, "f", "n", "subject school");
  }

  svod::definitions::Rule& rule(const std::string& name, const std::string& subject, const std::string& also,
                                const std::string& when) {
    svod::definitions::Rule made;
    made.name = name;
    made.defined_at = svod::Location::in_text("правила.yaml", static_cast<int>(workspace.rules.size()) + 1, 1);
    const auto names = svod::definitions::report_names(workspace);
    std::vector<std::unique_ptr<svod::expression::BoundNames>> bound;
    const svod::expression::Names* inner = &names;
    const auto clause = [&](const std::string& text) {
      auto compiled = svod::expression::compile_clause(text, {}, *inner);
      REQUIRE(compiled.product);
      bound.push_back(
          std::make_unique<svod::expression::BoundNames>(*inner, compiled.product->name, compiled.product->element));
      inner = bound.back().get();
      return compiled.product;
    };
    if (!subject.empty()) made.subject = clause(subject);
    if (!also.empty()) made.also.push_back(clause(also));
    made.when = svod::expression::compile(when, {}, *inner).product;
    REQUIRE(made.when);
    workspace.rules.push_back(std::move(made));
    return workspace.rules.back();
  }

  std::string findings() {
    compute();
    auto outcome = svod::advice::apply_rules(*results);
    diagnostics = std::move(outcome.diagnostics);
    std::string text;
    for (const auto& finding : outcome.product) {
      text += finding.rule->name + "(" + finding.school + ")";
      for (const auto& [name, value] : finding.bound) {
        text += " " + name + "=" + (value.text() ? *value.text() : value.record()->key());
      }
      text += "; ";
    }
    return text;
  }
};

}  // namespace

TEST_CASE("a rule holds for every combination of its clauses where its condition is true") {
  Advised world;
  world.rule("low", "school in schools", "subject in values('f', 'subject')",
             "f.mean(subject = subject, school = school) < 4");
  world.rule("high", "subject in values('f', 'subject')", "", "f.mean(subject = subject) > 4");
  CHECK(world.findings() ==
        "low(alpha) school=alpha subject=Химия; low(beta) school=beta subject=Химия; high() subject=Физика; ");
  CHECK(world.diagnostics.empty());
}

TEST_CASE("what is not known is found in nobody") {
  Advised world;
  world.rule("any", "school in schools", "", "f.mean(subject = 'Физика', school = school) >= 0");
  CHECK(world.findings() == "any(alpha) school=alpha; ");
}

TEST_CASE("a rule without a subject is about the municipality") {
  Advised world;
  world.rule("whole", "", "", "coverage('f').covered < coverage('f').owed");
  CHECK(world.findings() == "whole(); ");
}

TEST_CASE("a clause keeps its order and its limit") {
  Advised world;
  world.rule("worst", "school in schools where known(f.mean(school = school)) order by f.mean(school = school) limit 1",
             "", "f.mean(school = school) > 0");
  CHECK(world.findings() == "worst(beta) school=beta; ");
}

TEST_CASE("an indicator that must not be used in recommendations stops its rule") {
  Advised world;
  world.workspace.indicators[0].uses = {{"recommendation", false, "письмо № 2", {}, {}}};
  world.rule("low", "school in schools", "", "f.mean(school = school) < 4");
  CHECK(world.findings().empty());
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == &svod::advice::codes::use_forbidden);
  CHECK(world.diagnostics[0].message ==
        "правило «low»: показатель «f.mean» нельзя использовать в рекомендациях: письмо № 2");
}

TEST_CASE("a list that is not known is reported, and the rule finds nothing there") {
  Advised world;
  world.rule("lost",
             "group in if f.mean(subject = 'История') > 3 then values('f', 'subject') else values('f', 'subject')", "",
             "true");
  CHECK(world.findings().empty());
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == &svod::advice::codes::nothing_listed);
}
