#include <filesystem>
#include <set>

#include "base/text.h"
#include "fixture.h"

using namespace svod;
using namespace svod::definitions;

namespace {

const std::string kSchemas = std::string(SVOD_SOURCE_DIR) + "/schemas";

Outcome<Workspace> shipped() {
  std::vector<File> files;
  for (const char* folder : {"forms", "indicators", "rules", "reference", "layout"}) {
    for (const std::string& name : disk().list(kSchemas + "/" + folder)) {
      const std::string path = std::string("schemas/") + folder + "/" + name;
      files.emplace_back(path, bytes_of(std::string(SVOD_SOURCE_DIR) + "/" + path));
    }
  }
  return loaded(files);
}

}  // namespace

TEST_CASE("every shipped definition loads without a word") {
  const auto outcome = shipped();
  INFO(lines(outcome.diagnostics));
  CHECK(outcome.diagnostics.empty());
  for (const char* form : {"ege_results", "oge_marks", "gve_marks", "staff", "risk_profile", "region_ege"}) {
    INFO(form);
    CHECK(outcome.product.form(form));
  }
  CHECK(outcome.product.indicators.size() > 40);
  CHECK(outcome.product.rules.size() >= 5);
  CHECK(outcome.product.sources.count("schemas/forms/ege_results.yaml") == 1);
}

TEST_CASE("thresholds are told apart by year and kind") {
  const auto outcome = shipped();
  const ReferenceTable& table = *outcome.product.table("minimum_scores");
  const auto minimum = [&](const std::string& kind, const std::string& year, const std::string& subject) -> std::string {
    for (const auto& row : table.rows) {
      if (row[1] == kind && row[2] == year && row[3] == subject) return row[4];
    }
    return "нет";
  };
  CHECK(minimum("аттестат", "2021", "География") == "37");
  CHECK(minimum("Минобрнауки", "2021", "География") == "40");
  CHECK(minimum("вуз (Рособрнадзор)", "2026", "Русский язык") == "36");
  CHECK(minimum("аттестат", "2026", "Русский язык") == "24");
  CHECK(minimum("Минпросвещения", "2026", "Английский язык") == "35");
  for (const auto& row : table.rows) CHECK_FALSE(row[5].empty());
}

TEST_CASE("bands go from the minimum up") {
  const auto outcome = shipped();
  const Banding& banding = *outcome.product.form("ege_results")->field("band")->banding;
  CHECK(band_labels(banding, 24) == std::vector<std::string>{"0–23", "24–39", "40–49", "50–59", "60–69", "70–79", "80–89", "90–99", "100"});
  CHECK(band_labels(banding, 42) == std::vector<std::string>{"0–41", "42–49", "50–59", "60–69", "70–79", "80–89", "90–99", "100"});
}

TEST_CASE("the sample's definitions load") {
  for (const char* name : {"kemerovo-2021", "kemerovo-2022"}) {
    const auto outcome = load(std::string(SVOD_SOURCE_DIR) + "/inputs/" + name, {kSchemas, ""}, disk());
    INFO(lines(outcome.diagnostics));
    CHECK_FALSE(outcome.diagnostics.has_errors());
    CHECK(outcome.product.schools.size() == 18);
  }
}

TEST_CASE("workspaces of plans load without a word, with all that they hold") {
  struct Holds {
    const char* name;
    std::size_t plans, regulations, papers;
  };
  for (const Holds& holds : {Holds{"belomorsk-2022", 2, 0, 1}, Holds{"pogranichny-2021", 1, 0, 1},
                             Holds{"yershichi-2021", 1, 5, 1}, Holds{"kemerovo-2022", 2, 0, 1}}) {
    const auto outcome = load(std::string(SVOD_SOURCE_DIR) + "/inputs/" + holds.name, {kSchemas, ""}, disk());
    INFO(holds.name << "\n" << lines(outcome.diagnostics));
    CHECK(outcome.diagnostics.empty());
    CHECK(outcome.product.plans.size() >= holds.plans);
    CHECK(outcome.product.regulations.size() >= holds.regulations);
    CHECK(outcome.product.papers.size() >= holds.papers);
  }
}

TEST_CASE("the shipped tables of abbreviations and municipalities say what they are") {
  const auto outcome = shipped();
  const ReferenceTable* abbreviations = outcome.product.table("abbreviations");
  REQUIRE(abbreviations);
  CHECK(abbreviations->columns == std::vector<std::string>{"abbreviation", "expansion"});
  const ReferenceTable* municipalities = outcome.product.table("municipalities");
  REQUIRE(municipalities);
  std::set<std::string> regions;
  for (const auto& row : municipalities->rows) regions.insert(row.at(2));
  CHECK(regions.size() == 4);
}

TEST_CASE("the examples of the manual load as they stand") {
  std::vector<File> files;
  std::string path;
  std::string text;
  bool inside = false;
  const std::string manual = bytes_of(kSchemas + "/README.md");
  for (const std::string_view line : split(manual, '\n')) {
    if (inside && line == "```") {
      files.emplace_back(path, text);
      inside = false;
      text.clear();
      path.clear();
    } else if (inside) {
      if (path.empty()) path = std::string(line.substr(2));
      text += std::string(line) + "\n";
    } else if (line == "```yaml") {
      inside = true;
    }
  }
  CHECK(files.size() == 11);
  for (const std::string name : {"schemas/layout/official.yaml", "schemas/layout/report.yaml"}) {
    files.emplace_back(name, bytes_of(std::string(SVOD_SOURCE_DIR) + "/" + name));
  }
  const auto outcome = loaded(files);
  INFO(lines(outcome.diagnostics));
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.product.rules.size() == 1);
  CHECK(outcome.product.history.size() == 1);
  CHECK(outcome.product.plans.size() == 1);
  CHECK(outcome.product.regulations.size() == 2);
  CHECK(outcome.product.papers.size() == 1);
  CHECK(outcome.product.layout("our_house")->is("official"));
}

TEST_CASE("folders that the manual names are there") {
  for (const char* folder : {"forms", "indicators", "rules", "reference", "layout", "json"}) {
    CHECK(disk().exists(kSchemas + "/" + folder));
  }
}
