#include "indicators/derived.h"

#include <algorithm>

#include "indicators/formula.h"

namespace svod::indicators {
namespace {

using definitions::IndicatorKind;

/// Adds a known value to what was found at a place so far.
bool include(Result& result, const Number& value, IndicatorKind kind) {
  const bool first = result.rows == 0;
  ++result.rows;
  switch (kind) {
    case IndicatorKind::maximum:
      if (first || value > result.numerator) result.numerator = value;
      return true;
    case IndicatorKind::minimum:
      if (first || value < result.numerator) result.numerator = value;
      return true;
    case IndicatorKind::mean: {
      const auto sum = add(result.numerator, value);
      if (sum) result.numerator = *sum;
      result.denominator = result.rows;
      return sum.has_value();
    }
    default: result.numerator = result.rows; return true;
  }
}

}  // namespace

Places derived_places(const definitions::Indicator& indicator, const definitions::Workspace& workspace,
                      const std::vector<const Places*>& parts) {
  const auto dimensions = dimensions_of(indicator, workspace);
  const auto holds = [&](const std::string& name) {
    return std::find(dimensions.begin(), dimensions.end(), name) != dimensions.end();
  };
  const bool by_school = std::find(indicator.by.begin(), indicator.by.end(), kSchool) != indicator.by.end();
  const bool by_municipality =
      std::find(indicator.by.begin(), indicator.by.end(), kMunicipality) != indicator.by.end();
  const bool has_year = std::find(indicator.by.begin(), indicator.by.end(), kYear) != indicator.by.end();
  Places places(indicator.by, by_school && !by_municipality);
  const std::string year = std::to_string(workspace.year);
  for (const Places* part : parts) {
    for (const auto& key : part->in_order()) {
      Place place = part->place(key);
      if (!has_year) {
        const auto named = place.find(kYear);
        if (named != place.end() && named->second != year) continue;
        place.erase(kYear);
      } else {
        place.try_emplace(kYear, year);
      }
      if (!std::all_of(place.begin(), place.end(), [&](const auto& entry) { return holds(entry.first); })) continue;
      Places::Key own(places.dimensions().size(), Places::any);
      for (const auto& [name, value] : place) {
        const std::size_t d = *places.dimension(name);
        own[d] = places.intern(d, value);
      }
      places.add(own);
    }
  }
  return places;
}

Derived over_values(const definitions::Indicator& indicator, const definitions::Indicator& of, const Places& of_places,
                    const Results& results, const Register& register_, Places places, bool& fits) {
  Derived derived{std::move(places), {}};
  derived.results.resize(derived.places.size());
  const std::string year = std::to_string(results.workspace().year);
  for (const auto& key : of_places.in_order()) {
    const Place whole = of_places.place(key);
    const bool names_all =
        std::all_of(of.by.begin(), of.by.end(), [&](const auto& name) { return whole.contains(name); });
    if (!names_all) continue;
    const auto named_year = whole.find(kYear);
    if (named_year != whole.end() && named_year->second != year && !derived.places.dimension(kYear)) continue;
    const Result part = results.at(of, whole);
    const auto value = part.value(of);

    Places::Key own(derived.places.dimensions().size(), Places::any);
    for (std::size_t d = 0; d < own.size(); ++d) {
      const std::string& name = derived.places.dimensions()[d];
      const auto named = whole.find(name);
      if (named != whole.end()) {
        own[d] = derived.places.intern(d, named->second);
      } else if (name == kMunicipality && whole.contains(kSchool)) {
        const std::string& municipality = register_.municipality(whole.at(kSchool));
        if (!municipality.empty()) own[d] = derived.places.intern(d, municipality);
      }
    }
    for (const auto& shape : derived.places.shapes()) {
      const auto target = Places::narrowed(own, shape);
      bool is_whole = true;
      for (std::size_t d = 0; d < shape.size(); ++d) is_whole &= !shape[d] || target[d] != Places::any;
      if (!is_whole) continue;
      const std::size_t position = derived.places.add(target);
      if (position == derived.results.size()) derived.results.emplace_back();
      Result& result = derived.results[position];
      result.left_out += part.left_out;
      if (value) {
        fits &= include(result, *value, indicator.kind);
      } else if (part.state == State::missing) {
        ++result.left_out;
      }
    }
  }
  return derived;
}

}  // namespace svod::indicators
