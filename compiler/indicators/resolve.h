#pragma once

#include "indicators/results.h"

namespace svod::indicators {

/// A reference whose names are those of the definitions and the register.
struct Resolved {
  const definitions::Indicator* indicator = nullptr;   ///< null where there was an error
  Place place;                                         ///< with its year
};

/// Reads a reference as people write it: a school or municipality by id, name, short name or alias, a choice by
/// an alias, letter case aside. Every unknown name is reported with the nearest one.
Outcome<Resolved> resolve(const Results& results, std::string_view reference);

}  // namespace svod::indicators
