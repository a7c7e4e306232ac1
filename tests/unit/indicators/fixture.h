#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "base/text.h"
#include "definitions/workspace.h"
#include "facts/row_scope.h"
#include "facts/store.h"
#include "indicators/results.h"

/// A store that answers from rows in memory, by the evaluator alone: what the real one must agree with.
class FakeStore final : public svod::facts::Store {
 public:
  explicit FakeStore(const svod::definitions::Workspace& workspace) : workspace_(workspace) {}

  int add_file(const svod::facts::SourceFile&) override { return 0; }
  int add_block(const svod::facts::Block&) override { return 0; }
  void add_rows(const svod::definitions::Form& form, std::span<const svod::facts::Row> rows) override {
    for (const auto& row : rows) {
      svod::facts::FoundRow found{row, "сведения/" + form.name + ".xlsx", "Лист1", {}};
      for (std::uint32_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].is_read()) found.cells[form.fields[i].name] = {row.sheet_row, i};
      }
      rows_[form.name].push_back(std::move(found));
    }
  }
  void add_submission(std::string_view form, std::string_view school, int) override {
    submitted_[std::string(form)].emplace_back(school);
  }
  void add_indicators(std::span<const svod::facts::IndicatorRecord>) override {}
  void add_diagnostics(const svod::Diagnostics&) override {}
  void seal() override {}
  std::vector<svod::facts::Group> aggregate(const svod::facts::Aggregate& what) const override;
  std::vector<svod::facts::FoundRow> rows(const svod::definitions::Form& form, const svod::expression::Tree& where,
                                          const std::map<std::string, std::string>& at) const override;
  std::vector<std::string> values(const svod::definitions::Form& form, std::string_view field) const override;
  std::vector<std::string> submitted(std::string_view form) const override {
    const auto found = submitted_.find(std::string(form));
    return found == submitted_.end() ? std::vector<std::string>{} : found->second;
  }
  svod::Diagnostics flush() override { return {}; }

 private:
  const svod::definitions::Workspace& workspace_;
  std::map<std::string, std::vector<svod::facts::FoundRow>> rows_;
  std::map<std::string, std::vector<std::string>> submitted_;
};

/// A workspace of two municipalities and four schools, built in the test, with its facts.
///
///   alpha, beta in «east», gamma in «west» owe results; delta of «west» does not
struct World {
  World();

  /// A form with the fields `school` and those named: «subject», «score:number», «done:boolean», «code:code».
  svod::definitions::Form& form(const std::string& name, const std::string& fields);
  /// Rows of a form, a line each: values by fields in order, split by «|»; «…» missing, «×» not applicable,
  /// «–» a known nought. Computed fields are given as values.
  void rows(const std::string& form, const std::string& lines);
  /// A definition: `by` split by spaces, expressions over the form's fields.
  svod::definitions::Indicator& indicator(const std::string& name, svod::definitions::IndicatorKind kind,
                                          const std::string& form, const std::string& of, const std::string& by,
                                          const std::string& where = {});
  svod::definitions::Indicator& formula(const std::string& name, const std::string& of, const std::string& by);
  svod::definitions::ReferenceTable& table(const std::string& name, const std::string& lines);
  void owes(const std::string& form, const std::string& schools, const std::string& covered);

  /// Computes twice, over the rows in memory and over the real store, and requires the same of both.
  std::shared_ptr<const svod::indicators::Results> compute();
  /// The value at a reference: «value 5/2», or the state: «zero».
  std::string at(const std::string& reference);
  std::string explain(const std::string& reference);

  svod::expression::Tree row_expression(const std::string& form, const std::string& text);
  svod::expression::Tree report_expression(const std::string& text);

  svod::definitions::Workspace workspace;
  svod::indicators::Coverage coverage;
  std::unique_ptr<FakeStore> store;
  std::unique_ptr<svod::facts::Store> real;
  std::shared_ptr<const svod::indicators::Results> results;
  svod::Diagnostics diagnostics;

 private:
  std::vector<std::pair<std::string, std::vector<svod::facts::Row>>> recorded_;
};
