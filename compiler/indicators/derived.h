#pragma once

#include "indicators/duties.h"
#include "indicators/places.h"
#include "indicators/results.h"

namespace svod::indicators {

/// The values of an indicator that is made of others, at the places where those have values.
struct Derived {
  Places places;
  std::vector<Result> results;   ///< by position in `places`
};

/// The places of an indicator that follow from those of the indicators it reads.
/// `parts`: places of those made of facts, or of all where none is.
Places derived_places(const definitions::Indicator& indicator, const definitions::Workspace& workspace,
                      const std::vector<const Places*>& parts);

/// What the values of another indicator come to: their extreme, mean or number, where `indicator` is one of
/// those kinds. The states of places without a value are left to the caller: their `rows` are 0.
Derived over_values(const definitions::Indicator& indicator, const definitions::Indicator& of, const Places& of_places,
                    const Results& results, const Register& register_, Places places, bool& fits);

}  // namespace svod::indicators
