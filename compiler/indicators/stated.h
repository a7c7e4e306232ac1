#pragma once

#include <map>

#include "definitions/workspace.h"
#include "diagnostics/diagnostic.h"
#include "indicators/duties.h"
#include "indicators/places.h"
#include "indicators/results.h"

namespace svod::indicators {

/// The rows of a reference table that an indicator takes its values from, by place.
struct Stated {
  struct Entry {
    std::vector<std::size_t> rows;   ///< of the table
    std::optional<Number> value;     ///< of the only row
  };
  Places places;
  std::vector<Entry> entries;        ///< by position in `places`

  const Entry* at(const Place& place) const;
};

/// The dimensions of a reference indicator: its `by`, and the year where the table has one that is not fixed.
std::vector<std::string> stated_dimensions(const definitions::Indicator& indicator,
                                           const definitions::ReferenceTable& table);

Outcome<Stated> stated(const definitions::Indicator& indicator, const definitions::Workspace& workspace,
                       const Register& register_);

/// Earlier years' values as documents state them.
class History {
 public:
  History() = default;
  History(const definitions::Workspace& workspace, const Register& register_, Diagnostics& out);
  /// `place` without its year.
  const definitions::HistoricValue* find(std::string_view indicator, const Place& place, int year) const;

 private:
  std::map<std::string, const definitions::HistoricValue*, std::less<>> values_;
  std::string only_municipality_;
};

/// A stated figure as a result: percent of a share stay percent.
Result stated_result(const definitions::Indicator& indicator, const Number& value);

}  // namespace svod::indicators
