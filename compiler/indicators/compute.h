#pragma once

#include <map>
#include <memory>

#include "indicators/catalogue.h"
#include "indicators/derived.h"
#include "indicators/dependence.h"
#include "indicators/duties.h"
#include "indicators/formula.h"
#include "indicators/stated.h"
#include "indicators/tally.h"

namespace svod::indicators {

/// The results of a workspace, filled by `compute` and then only read.
class ComputedResults final : public Results {
 public:
  ComputedResults(const definitions::Workspace& workspace, const Coverage& coverage);
  ComputedResults(const ComputedResults&) = delete;
  ComputedResults& operator=(const ComputedResults&) = delete;

  /// Reads everything that is needed of the store; it is not kept.
  void fill(const facts::Store& store, Diagnostics& out);

  const definitions::Workspace& workspace() const override { return workspace_; }
  Result at(const definitions::Indicator& indicator, const Place& place) const override;
  std::vector<std::string> values(std::string_view form, std::string_view field) const override;
  const std::vector<facts::FoundRow>& listing(std::string_view name) const override;
  const Coverage& coverage() const override { return coverage_; }
  std::vector<facts::IndicatorRecord> records() const override;
  const Catalogue* catalogue() const override { return &catalogue_; }

 private:
  enum class Source : unsigned char { nothing, facts, table, indicators };
  struct Entry {
    Source source = Source::nothing;   ///< nothing: its definition is broken, every value is missing
    Tally tally;
    Stated stated;
    Derived derived;
    const definitions::Form* form = nullptr;   ///< that its facts come from, also through other indicators
    bool came = false;                         ///< something of that form came from anybody

    const Places& places() const;
  };

  void read_values(const facts::Store& store);
  void read_listings(const facts::Store& store);
  void fill_facts(const definitions::Indicator& indicator, Entry& entry, const facts::Store& store, Diagnostics& out);
  void fill_derived(const definitions::Indicator& indicator, Entry& entry, Diagnostics& out);

  /// The state of a place where nothing matched.
  State empty_state(const Entry& entry, const Place& place, bool is_counted) const;
  Result from_facts(const definitions::Indicator& indicator, const Entry& entry, const Place& place) const;
  Result from_table(const definitions::Indicator& indicator, const Entry& entry, const Place& place) const;
  Result from_indicators(const definitions::Indicator& indicator, const Entry& entry, const Place& place) const;
  Result evaluated(const definitions::Indicator& indicator, const Place& place) const;
  Result share_of_indicator(const definitions::Indicator& indicator, const Place& place) const;
  std::optional<Result> historic(const definitions::Indicator& indicator, Place place, int year) const;

  const definitions::Workspace& workspace_;
  Coverage coverage_;
  Register register_;
  Duties duties_;
  History history_;
  Catalogue catalogue_;
  std::unique_ptr<expression::Scope> scope_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::map<std::string, std::map<std::string, std::vector<std::string>, std::less<>>, std::less<>> values_;
  std::map<std::string, std::vector<facts::FoundRow>, std::less<>> listings_;
};

}  // namespace svod::indicators
