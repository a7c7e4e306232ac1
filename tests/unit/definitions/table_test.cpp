#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

constexpr const char* kForm = R"(kind: form
name: marks
title: Отметки
fields:
  - {name: school, title: Школа, type: school}
  - {name: subject, title: Предмет, headers: [Дисциплина], type: choice, choices: [Физика, Химия]}
  - {name: score, title: Балл, type: integer}
)";
constexpr const char* kIndicators = "kind: indicators\nindicators:\n  - {name: m.mean, title: Средний, form: marks, kind: mean, of: score, by: [subject, school]}\n";

Outcome<Workspace> history(const std::string& name, const std::string& bytes) {
  return loaded({{"forms/marks.yaml", kForm}, {"indicators/a.yaml", kIndicators}, {name, bytes}});
}

}  // namespace

TEST_CASE("a reference table is the same in YAML, CSV and XLSX") {
  const std::vector<std::vector<std::string>> rows{{"2021", "Русский язык", "3.4"}, {"2021", "Математика", ""}};
  const auto check = [&](const std::string& file, const std::string& bytes) {
    const auto outcome = loaded({{"reference/" + file, bytes}});
    INFO(file << "\n" << lines(outcome.diagnostics));
    REQUIRE(outcome.diagnostics.empty());
    const ReferenceTable* table = outcome.product.table("means");
    REQUIRE(table);
    CHECK(table->columns == std::vector<std::string>{"year", "subject", "mean"});
    CHECK(table->rows == rows);
    CHECK(table->places.size() == 2);
  };
  check("means.yaml", "kind: reference\nname: means\ncolumns: [year, subject, mean]\nrows:\n  - [2021, Русский язык, 3.4]\n  - [2021, Математика, ~]\n");
  check("means.csv", "year;subject;mean\n2021;Русский язык;3,4\n2021;Математика;\n");
  check("means.xlsx", xlsx_of({{"Лист1", {{"year", "subject", "mean"}, {"2021", "Русский язык", "3.4"}, {"2021", "Математика"}}}}));
}

TEST_CASE("a reference table's slips") {
  only(loaded({{"reference/a.yaml", "kind: reference\nname: a\ncolumns: [x, y]\nrows:\n  - [1, 2]\n  - [1]\n"}}), codes::ragged_row, "reference/a.yaml:6:5");
  only(loaded({{"reference/a.yaml", "kind: reference\nname: a\ncolumns: [x, x]\nrows: []\n"}}), codes::duplicate_name, "reference/a.yaml:3:14");
  only(loaded({{"reference/a.csv", "Год;minimum\n2021;1\n"}}), codes::bad_pattern, "reference/a.csv, лист «a», A1");
  CHECK(loaded({{"reference/a.xlsx", "это не книга"}}).diagnostics.has_errors());
}

TEST_CASE("earlier years in YAML") {
  const auto outcome = history("history/2020.yaml", R"(kind: history
source: отчёт за 2020 год
values:
  - {indicator: m.mean, year: 2020, at: {subject: Физика, school: лесная сош}, value: 54.4}
  - {indicator: m.mean, year: 2019, value: -1, source: иной}
)");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  const std::vector<HistoricValue>& values = outcome.product.history;
  REQUIRE(values.size() == 2);
  CHECK(values[0].dimensions == std::map<std::string, std::string>{{"school", "lesnaya"}, {"subject", "Физика"}});
  CHECK(values[0].value == *Number::parse("54.4"));
  CHECK(values[0].source == "отчёт за 2020 год");
  CHECK(values[1].source == "иной");
}

TEST_CASE("earlier years in a table: dimensions are columns") {
  const auto outcome = history("history/2020.csv", "Показатель;Год;Дисциплина;Школа;Значение;Источник\nm.mean;2020;физика;;54,4;отчёт\nm.mean;2020;Химия;lesnaya;48;отчёт\n");
  INFO(lines(outcome.diagnostics));
  REQUIRE(outcome.diagnostics.empty());
  REQUIRE(outcome.product.history.size() == 2);
  CHECK(outcome.product.history[0].dimensions == std::map<std::string, std::string>{{"subject", "Физика"}});
  CHECK(outcome.product.history[0].value == *Number::parse("54.4"));
  CHECK(outcome.product.history[1].dimensions.at("school") == "lesnaya");
  CHECK(outcome.product.history[1].defined_at.text() == "history/2020.csv, лист «2020», A3");
}

TEST_CASE("slips of earlier years have their place") {
  const auto one = [](const std::string& value) { return history("history/a.yaml", "kind: history\nvalues:\n  - {" + value + "}\n"); };
  CHECK(only(one("indicator: m.maen, year: 2020, value: 1"), codes::unknown_indicator, "history/a.yaml:3:17").hint == "возможно, «m.mean»");
  only(one("indicator: m.mean, year: 2020, at: {класс: 9}, value: 1"), codes::unknown_dimension, "history/a.yaml:3:49");
  only(one("indicator: m.mean, year: 2020, at: {school: Озёрная}, value: 1"), codes::unknown_school, "history/a.yaml:3:50");
  only(one("indicator: m.mean, year: 2020, at: {municipality: x}, value: 1"), codes::unknown_municipality, "history/a.yaml:3:56");
  only(one("indicator: m.mean, year: 2020, at: {subject: История}, value: 1"), codes::not_a_choice, "history/a.yaml:3:51");
  only(one("indicator: m.mean, year: 2020, value: 1e3"), codes::bad_number, "history/a.yaml:3:44");
  only(one("indicator: m.mean, year: 2020, value: 1}\n  - {indicator: m.mean, year: 2020, value: 2"), codes::repeated_row, "history/a.yaml:4:5");
  only(history("history/a.csv", "Показатель;Год;Значение\nm.mean;2020;много\n"), codes::wrong_type, "history/a.csv, лист «a», C2");
}
