#pragma once

#include <map>
#include <string>

#include "base/files.h"
#include "catch.h"
#include "compose/compose.h"

/// A small municipality of three schools with figures set by hand, and one template at a time.
namespace world {

using namespace svod;

class Figures final : public indicators::Results {
 public:
  explicit Figures(const definitions::Workspace& workspace) : workspace_(workspace) {}

  /// `school` and `subject` empty: summed over.
  void set(const std::string& indicator, const std::string& school, Number value, int covered = 1, int owed = 1) {
    indicators::Result result;
    result.state = State::value;
    result.numerator = value.numerator();
    result.denominator = value.denominator();
    result.covered = covered;
    result.owed = owed;
    results_[indicator + "/" + school] = result;
  }
  void set_state(const std::string& indicator, const std::string& school, State state, int covered, int owed) {
    indicators::Result result;
    result.state = state;
    result.covered = covered;
    result.owed = owed;
    results_[indicator + "/" + school] = result;
  }
  indicators::Coverage coverage_;

  const definitions::Workspace& workspace() const override { return workspace_; }
  indicators::Result at(const definitions::Indicator& indicator, const indicators::Place& place) const override {
    const auto school = place.find("school");
    const auto found = results_.find(indicator.name + "/" + (school == place.end() ? "" : school->second));
    return found == results_.end() ? indicators::Result() : found->second;
  }
  std::vector<std::string> values(std::string_view, std::string_view) const override { return {"Физика", "Химия"}; }
  const std::vector<facts::FoundRow>& listing(std::string_view) const override { return no_rows_; }
  const indicators::Coverage& coverage() const override { return coverage_; }
  std::vector<facts::IndicatorRecord> records() const override { return {}; }

 private:
  const definitions::Workspace& workspace_;
  std::map<std::string, indicators::Result> results_;
  std::vector<facts::FoundRow> no_rows_;
};

struct World {
  World();
  definitions::Workspace workspace;
  Figures figures{workspace};
  std::vector<advice::Finding> findings;
  plan::Plans plans;
  plan::Calendar calendar;
  MemoryFiles files;
  Diagnostics found;

  void order(std::string name, std::string template_name = "t", std::string each = {});
  /// The text of a template below its front matter.
  void body(const std::string& text, const std::string& front = "title: Проба\n");
  /// Loads the templates and composes the documents; `found` has every diagnostic.
  std::vector<document::Document> compose();
  compose::Templates load();
  std::vector<compose::Job> jobs();

  /// Composes one document with this body and gives it as lines.
  std::string text(const std::string& body, const std::string& front = "title: Проба\n");
  /// The codes of all diagnostics, in order, with their places: «C107 3:1».
  std::string codes() const;
};

/// Blocks as lines: «# 1 Заголовок», paragraphs, «1. пункт», table rows with « | ». No-break spaces as «~».
std::string lines(const document::Blocks& blocks);

}  // namespace world
