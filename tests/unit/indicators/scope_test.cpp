#include "indicators/scope.h"

#include "catch.h"
#include "fixture.h"
#include "language/figures.h"

using svod::definitions::IndicatorKind;
using svod::expression::Value;

namespace {

struct Report : World {
  Report() {
    form("f", "subject n:number done:boolean minimum:number band");
    workspace.forms.back().title = "Результаты";
    workspace.forms.back().fields.back().banding =
        svod::definitions::Banding{"n", "minimum", {40, 50, 90, 100}, 0, 100};
    owes("f", "alpha beta gamma", "alpha beta");
    coverage["f"].excused["delta"] = "закрыта на ремонт";
    rows("f", "alpha | Химия | 41 | 1 | 36 | 40–49 \n beta | Физика | … | 0 | 36 | …");
    auto& mean = indicator("f.mean", IndicatorKind::mean, "f", "n", "subject school");
    mean.unit = "балл";
    mean.round = 1;
    workspace.listings.push_back({"f.rows", "Строки", "f", row_expression("f", "known(subject)"), {}});
    workspace.municipalities[1].genitive = "";
    svod::definitions::Person person;
    person.id = "head";
    person.surname = "Громова";
    person.given = "Анна";
    person.patronymic = "Сергеевна";
    person.gender = "f";
    person.post.nominative = "начальник управления образования";
    person.name.dative = "А. С. Громовой";
    workspace.people.push_back(person);
    workspace.signatory = "head";
    workspace.schools[0].head = "head";
    workspace.department.short_name.nominative = "Управление образования";
    workspace.department.short_name.genitive = "Управления образования";
    workspace.department.municipality.nominative = "Восточный муниципальный округ";
  }

  Value value(const std::string& text) {
    if (!results) compute();
    const auto scope = svod::indicators::report_scope(*results);
    return svod::expression::evaluate(report_expression(text), *scope);
  }
  std::string text(const std::string& expression) {
    const Value found = value(expression);
    if (const auto* text = found.text()) return svod::replace_all(*text, svod::language::no_break_space, " ");
    if (const auto* number = found.number()) return number->text();
    if (const auto* truth = found.truth()) return *truth ? "true" : "false";
    if (const auto* list = found.list()) {
      std::string joined;
      for (const auto& item : *list)
        joined += (joined.empty() ? "" : ", ") + (item.text()     ? *item.text()
                                                  : item.record() ? item.record()->key()
                                                  : item.truth()  ? (*item.truth() ? "true" : "false")
                                                                  : "?");
      return joined;
    }
    return std::string(svod::language::sign(found.state));
  }
};

}  // namespace

TEST_CASE("collections and records of a report") {
  Report world;
  CHECK(world.text("year") == "2021");
  CHECK(world.text("workspace.title") == "Проба");
  CHECK(world.value("workspace.date").date() != nullptr);
  CHECK(world.text("[s.short for s in schools]") ==
        "Алексеевская СОШ, Борисовская СОШ, Васильевская СОШ, Григорьевская СОШ");
  CHECK(world.text("[s.municipality.name for s in schools where s.id = 'gamma']") == "Западный район");
  CHECK(world.text("[m.genitive for m in municipalities]") == "Восточного района, Западного района");
  CHECK(world.text("[form.title for form in forms]") == "Результаты");
  CHECK(world.text("department.short_genitive") == "Управления образования");
  CHECK(world.text("department.short_dative") == "Управлению образования");
  CHECK(world.text("department.municipality_genitive") == "Восточного муниципального округа");
}

TEST_CASE("a person in the case that a sentence needs, the register's form first") {
  Report world;
  CHECK(world.text("signatory.name") == "А. С. Громова");
  CHECK(world.text("signatory.surname_first") == "Громова А. С.");
  CHECK(world.text("signatory.full") == "Громова Анна Сергеевна");
  CHECK(world.text("signatory.name_dative") == "А. С. Громовой");
  CHECK(world.text("signatory.surname_first_dative") == "Громовой А. С.");
  CHECK(world.text("signatory.full_dative") == "Громовой Анне Сергеевне");
  CHECK(world.text("signatory.name_accusative") == "А. С. Громову");
  CHECK(world.text("signatory.full_genitive") == "Громовой Анны Сергеевны");
  CHECK(world.text("signatory.post_dative") == "начальнику управления образования");
  CHECK(world.text("executor.name") == "…");
  CHECK(world.text("[s.head.surname_first for s in schools where s.id = 'alpha']").starts_with("Громова"));
}

TEST_CASE("an indicator as a function, with its figure") {
  Report world;
  const Value mean = world.value("f.mean(subject = 'Химия')");
  REQUIRE(mean.number());
  CHECK(*mean.number() == 41);
  REQUIRE(mean.figure);
  CHECK(mean.figure->ref == "f.mean@subject=Химия,year=2021");
  CHECK(mean.figure->unit == "балл");
  CHECK(mean.figure->round == 1);
  CHECK(mean.figure->covered == 2);
  CHECK(mean.figure->owed == 3);
  CHECK(world.text("sum([f.mean(school = s) | default(-1) for s in schools])") == "38");
  CHECK(world.value("f.mean(subject = 'Физика')").state == svod::State::missing);
  CHECK(world.value("f.mean(subject = 'История')").state == svod::State::zero);
  CHECK(world.value("f.mean(year = 2020)").state == svod::State::missing);
  CHECK(world.text("sum([f.mean(municipality = m) for m in municipalities where m.id = 'east'])") == "41");
}

TEST_CASE("an argument that is not known never gives the figure of everybody") {
  Report world;
  CHECK(world.text("[known(f.mean(subject = r.band)) for r in f.rows where not known(r.n)]") == "false");
}

TEST_CASE("listings, values, bands, coverage and duties") {
  Report world;
  CHECK(world.text("[r.school.short for r in f.rows where r.done]") == "Алексеевская СОШ");
  CHECK(world.text("sum([r.n for r in f.rows where known(r.n)])") == "41");
  CHECK(world.text("values('f', 'subject')") == "Физика, Химия");
  CHECK(world.text("bands('f', 'band', 36)") == "0–35, 36–39, 40–49, 50–89, 90–99, 100");
  CHECK(world.text("bands('f', 'band', 42)") == "0–41, 42–49, 50–89, 90–99, 100");
  CHECK(world.text("bands('f', 'band', 40)") == "0–39, 40–49, 50–89, 90–99, 100");
  CHECK(world.text("coverage('f').covered") == "2");
  CHECK(world.text("coverage('f').owed") == "3");
  CHECK(world.text("coverage('f').full") == "false");
  CHECK(world.text("coverage('f').absent") == "gamma");
  CHECK(world.text("coverage('f').excused") == "delta");
  CHECK(world.text("[s.id for s in schools where owes(s, 'f')]") == "alpha, beta, gamma");
}

TEST_CASE("a school's record by its id") {
  Report world;
  world.compute();
  CHECK(svod::indicators::school_record(*world.results, "beta").record()->field("short").text() != nullptr);
  CHECK_FALSE(svod::indicators::school_record(*world.results, "nobody").known());
}

TEST_CASE("the band of a value") {
  const svod::definitions::Banding banding{"n", "minimum", {40, 50, 90, 100}, 0, 100};
  CHECK(svod::definitions::band_of(banding, 36, 35) == "0–35");
  CHECK(svod::definitions::band_of(banding, 36, 36) == "36–39");
  CHECK(svod::definitions::band_of(banding, 36, 100) == "100");
  CHECK(svod::definitions::band_of(banding, {}, 39) == "0–39");
  CHECK(svod::definitions::band_of(banding, 36, 101).empty());
  CHECK(svod::definitions::band_of(banding, 36, *svod::Number::parse("49.5")) == "40–49");
}
