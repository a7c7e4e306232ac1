#include "indicators/rank.h"

#include "catch.h"
#include "fixture.h"
#include "indicators/codes.h"

using svod::definitions::IndicatorKind;

namespace {

struct Ranking : World {
  Ranking() {
    form("f", "n:number");
    owes("f", "alpha beta gamma delta", "alpha beta gamma");
    rows("f", "alpha | 4 \n beta | 5 \n gamma | 4");
    indicator("f.mean", IndicatorKind::mean, "f", "n", "school");
  }

  std::string places() {
    compute();
    const std::vector<std::string> schools{"alpha", "beta", "delta", "gamma"};
    const auto outcome = svod::indicators::rank(*results, workspace.indicators.back(), {}, "school", schools);
    for (const auto& diagnostic : outcome.diagnostics) diagnostics.add(diagnostic);
    std::string text;
    for (const auto& entry : outcome.product) text += entry.value + ":" + entry.place + " ";
    return text;
  }
};

}  // namespace

TEST_CASE("equal values share their places, what has no value stands unranked at the end") {
  Ranking world;
  CHECK(world.places() == "beta:1 alpha:2–3 gamma:2–3 delta: ");
  world.workspace.indicators.back().better = svod::definitions::Better::less;
  CHECK(world.places() == "alpha:1–2 gamma:1–2 beta:3 delta: ");
}

TEST_CASE("an indicator that an act keeps from ranking is not ranked while the act holds") {
  Ranking world;
  world.workspace.indicators.back().uses = {{"ranking", false, "письмо № 1", svod::parse_iso_date("2021-01-01"), {}}};
  world.formula("over", "f.mean - 1", "school");
  CHECK(world.places().empty());
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == &svod::indicators::codes::ranking_forbidden);
  CHECK(world.diagnostics[0].message == "по показателю «over» нельзя ранжировать: письмо № 1");
  world.workspace.date = *svod::parse_iso_date("2020-12-31");
  CHECK(world.places() == "beta:1 alpha:2–3 gamma:2–3 delta: ");
}
