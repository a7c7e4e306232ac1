#pragma once

#include <functional>

#include "definitions/workspace.h"
#include "facts/store.h"
#include "indicators/duties.h"
#include "indicators/places.h"

namespace svod::indicators {

/// What the rows of one place add up to.
struct Cell {
  Number numerator;
  Number denominator;
  std::int64_t rows = 0;
  std::int64_t left_out = 0;
  bool does_not_fit = false;
};

/// The facts behind one indicator, added up for every place.
struct Tally {
  Places places;
  std::vector<Cell> cells;   ///< by position in `places`

  /// An empty cell where nothing was found.
  Cell at(const Place& place) const;
};

/// Different values of a field in their canonical order.
using ValuesOf =
    std::function<const std::vector<std::string>&(const definitions::Form& form, const std::string& field)>;

/// Places for values of a form's rows, with the known values of each dimension interned in canonical order.
Places places_of(const definitions::Workspace& workspace, const definitions::Form& form,
                 const std::vector<std::string>& by, const ValuesOf& values);

/// Asks the store once at the finest grouping and adds up; different values of `distinct` are asked for each
/// set of dimensions, since they do not add up.
Tally tally(const definitions::Indicator& indicator, const definitions::Form& form, Places places,
            const facts::Store& store, const Register& register_);

}  // namespace svod::indicators
