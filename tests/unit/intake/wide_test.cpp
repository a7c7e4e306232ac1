#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "facts/store.h"
#include "world.h"

using namespace svod;
namespace codes = svod::intake::codes;

namespace {

const std::filesystem::path kRoot = SVOD_SOURCE_DIR;

/// Fields of a line of csv.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        fields.back() += line[++i];
      } else {
        quoted = !quoted;
      }
    } else if (line[i] == ',' && !quoted) {
      fields.emplace_back();
    } else if (line[i] != '\r') {
      fields.back() += line[i];
    }
  }
  return fields;
}

std::vector<std::vector<std::string>> csv(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(stream, line);) rows.push_back(fields_of(line));
  rows.erase(rows.begin());
  return rows;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

struct Wide {
  std::set<std::string> values;  ///< «year|district|school|subject|field|value|cell»
  Diagnostics diagnostics;
};

/// What the shipped form makes of a file.
Wide read(const std::filesystem::path& file) {
  World world("forms/region_ege.yaml", bytes_of(kRoot / "schemas/forms/region_ege.yaml"), "submissions/region.xlsx",
              bytes_of(file));
  auto outcome = world.take_in(1, {"submissions/region.xlsx"});
  Wide wide{{}, std::move(outcome.diagnostics)};
  const definitions::Form& form = *world.workspace.form("region_ege");
  for (const facts::FoundRow& row : world.store->rows(form, nullptr, {})) {
    std::map<std::string, std::string> texts;
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      const facts::StoredCell& cell = row.row.cells[i];
      if (cell.state == State::value)
        texts[form.fields[i].name] = form.fields[i].is_number() ? cell.number.text() : cell.text;
    }
    for (const char* field : {"participants", "below_minimum", "high", "top", "mean"}) {
      if (!texts.contains(field)) continue;
      wide.values.insert(texts["year"] + "|" + texts["municipality"] + "|" + texts["school"] + "|" + texts["subject"] +
                         "|" + field + "|" + texts[field] + "|" + a1(row.cells.at(field)));
    }
  }
  return wide;
}

/// A figure of the other reading as the form keeps it: twelve places.
std::string kept(const std::string& text) {
  const std::optional<Number> number = Number::parse(text);
  REQUIRE(number);
  const Decimal rounded = number->round(12);
  return Number::scaled(rounded.units, rounded.places).text();
}

}  // namespace

TEST_CASE("a made wide workbook: every value with its cell, whatever the widths, and the fault in its total") {
  const std::filesystem::path folder = kRoot / "tests/cases/wide-made";
  std::set<std::string> expected;
  for (const auto& row : csv(folder / "expected.csv")) {
    expected.insert(row[0] + "|" + row[1] + "|" + row[2] + "|" + row[3] + "|" + row[4] + "|" + kept(row[5]) + "|" +
                    row[6]);
  }
  REQUIRE(expected.size() == 146);
  const Wide wide = read(folder / "submissions/Регион.xlsx");
  CHECK(wide.values == expected);
  REQUIRE(drawn::count(wide.diagnostics, codes::total_differs) == 1);
  for (const Diagnostic& d : wide.diagnostics) {
    CHECK(d.severity != Severity::error);
    if (d.code->id == codes::total_differs.id) {
      CHECK(d.where.sheet == "2023");
      CHECK(d.where.label == "ВСЕГО по региону, Русский язык, чел.");
      CHECK(d.message == "«Не преодолели минимальный порог»: в итоге 24, а сумма строк 25");
    }
  }
}

TEST_CASE("the real wide workbook, where it is at hand") {
  const std::filesystem::path folder = kRoot.parent_path() / "shared/data/regions";
  if (!std::filesystem::exists(folder / "eao.xlsx")) return;
  const std::map<std::string, std::string> fields{{"приняло участие", "participants"},
                                                  {"не преодолен min порог", "below_minimum"},
                                                  {"высокобалльники (80-99 баллов)", "high"},
                                                  {"получили 100 баллов", "top"},
                                                  {"средний балл", "mean"}};
  std::set<std::string> expected;
  for (const auto& row : csv(folder / "eao_long.csv")) {
    expected.insert(row[1] + "|" + row[2] + "|" + row[3] + "|" + row[4] + "|" + fields.at(row[5]) + "|" + kept(row[6]) +
                    "|" + row[7]);
  }
  REQUIRE(expected.size() == 1691);
  const Wide wide = read(folder / "eao.xlsx");
  CHECK(wide.values == expected);
  CHECK_FALSE(wide.diagnostics.has_errors());
  REQUIRE(drawn::count(wide.diagnostics, codes::total_differs) == 1);
  for (const Diagnostic& d : wide.diagnostics) {
    if (d.code->id != codes::total_differs.id) continue;
    CHECK(d.where.text() == "submissions/region.xlsx, лист «2023», AE10 (ВСЕГО по региону, Обществознание, чел.)");
    CHECK(d.message == "«Не преодолели минимальный порог»: в итоге 186, а сумма строк 187");
  }
}

TEST_CASE("exports of exam centres are told what they lack, and their names stay out of it") {
  const std::filesystem::path folder = kRoot.parent_path() / "shared/data/rcoi";
  if (!std::filesystem::exists(folder)) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    CAPTURE(entry.path().filename().string());
    World world("forms/ege_results.yaml", bytes_of(kRoot / "schemas/forms/ege_results.yaml"),
                "reference/minimum_scores.yaml", bytes_of(kRoot / "schemas/reference/minimum_scores.yaml"),
                "submissions/a.csv", bytes_of(entry.path()));
    const auto outcome = world.take_in(1, {"submissions/a.csv"});
    CHECK(outcome.diagnostics.has_errors());
    const std::string said = drawn::lines(outcome.diagnostics);
    for (const char* name : {"Иванов", "Петров", "Смирнов", "Иванович"}) CHECK(said.find(name) == std::string::npos);
  }
}
