#include "indicators/compute.h"

#include <algorithm>

#include "base/text.h"
#include "indicators/codes.h"
#include "indicators/scope.h"

namespace svod::indicators {
namespace {

using definitions::FieldType;
using definitions::IndicatorKind;

/// Counts and sums of nothing are nought; anything else of nobody is absent.
bool is_counted(const definitions::Indicator& indicator) {
  return indicator.kind == IndicatorKind::count || indicator.kind == IndicatorKind::sum;
}

bool has_too_many_dimensions(const definitions::Indicator& indicator, Diagnostics& out) {
  if (indicator.by.size() <= kMostDimensions) return false;
  out.error(codes::too_many_dimensions, indicator.defined_at,
            "у показателя «" + indicator.name + "» разрезов: " + std::to_string(indicator.by.size()) +
                ", можно не больше " + std::to_string(kMostDimensions));
  return true;
}

void report_misfit(const definitions::Indicator& indicator, const Place& place, Diagnostics& out) {
  out.error(codes::does_not_fit, indicator.defined_at,
            "значение «" + reference(indicator, place) + "» не помещается точно")
      .cause = indicator.name;
}

std::string nearest_hint(std::string_view name, const std::vector<std::string>& candidates) {
  const auto near = nearest(name, candidates);
  return near.empty() ? std::string() : "возможно, «" + std::string(near) + "»";
}

/// The values of whole numbers in the order of their size.
void sort_numbers(std::vector<std::string>& values) {
  std::stable_sort(values.begin(), values.end(), [](const std::string& a, const std::string& b) {
    const auto first = Number::parse(a);
    const auto second = Number::parse(b);
    return first && second && *first < *second;
  });
}

}  // namespace

const Places& ComputedResults::Entry::places() const {
  switch (source) {
    case Source::table: return stated.places;
    case Source::indicators: return derived.places;
    default: return tally.places;
  }
}

ComputedResults::ComputedResults(const definitions::Workspace& workspace, const Coverage& coverage)
    : workspace_(workspace),
      coverage_(coverage),
      register_(workspace),
      duties_(coverage_, register_),
      catalogue_(workspace),
      scope_(report_scope(*this)) {}

void ComputedResults::fill(const facts::Store& store, Diagnostics& out) {
  history_ = History(workspace_, register_, out);
  read_values(store);
  read_listings(store);
  auto order = order_of(workspace_);
  out.append(std::move(order.diagnostics));
  for (const auto& indicator : workspace_.indicators) entries_[indicator.name];
  for (const auto* indicator : order.product.indicators) {
    Entry& entry = entries_[indicator->name];
    if (indicator->kind == IndicatorKind::stated) continue;   // its values lie in the history
    if (order.product.broken.contains(indicator->name) || has_too_many_dimensions(*indicator, out)) continue;
    if (indicator->kind == IndicatorKind::formula || !indicator->of_indicator.empty()) {
      fill_derived(*indicator, entry, out);
    } else if (indicator->kind == IndicatorKind::reference) {
      auto stated = indicators::stated(*indicator, workspace_, register_);
      if (!stated.product.places.dimensions().empty() || !stated.diagnostics.has_errors()) entry.source = Source::table;
      out.append(std::move(stated.diagnostics));
      entry.stated = std::move(stated.product);
    } else {
      fill_facts(*indicator, entry, store, out);
    }
  }
}

void ComputedResults::read_values(const facts::Store& store) {
  for (const auto& form : workspace_.forms) {
    for (const auto& field : form.fields) {
      if (field.type == FieldType::person || field.type == FieldType::date) continue;
      auto values = store.values(form, field.name);
      if (field.is_number()) sort_numbers(values);
      values_[form.name].emplace(field.name, std::move(values));
    }
  }
}

void ComputedResults::read_listings(const facts::Store& store) {
  for (const auto& listing : workspace_.listings) {
    auto& rows = listings_[listing.name];
    if (const auto* form = workspace_.form(listing.form)) rows = store.rows(*form, listing.where, {});
    catalogue_.add_listing(listing, rows);
  }
}

void ComputedResults::fill_facts(const definitions::Indicator& indicator, Entry& entry, const facts::Store& store,
                                 Diagnostics& out) {
  entry.form = workspace_.form(indicator.form);
  if (entry.form == nullptr) {
    std::vector<std::string> names;
    for (const auto& form : workspace_.forms) names.push_back(form.name);
    out.error(codes::no_such_source, indicator.defined_at,
              "показатель «" + indicator.name + "»: нет формы «" + indicator.form + "»",
              nearest_hint(indicator.form, names));
    return;
  }
  const ValuesOf values = [this](const auto& form, const auto& field) -> const std::vector<std::string>& {
    return values_[form.name][field];
  };
  entry.source = Source::facts;
  entry.came = !store.submitted(entry.form->name).empty();
  auto places = places_of(workspace_, *entry.form, indicator.by, values);
  entry.tally = tally(indicator, *entry.form, std::move(places), store, register_);
  entry.came |= entry.tally.places.size() > 0;
  const auto& cells = entry.tally.cells;
  if (std::none_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.does_not_fit; })) return;
  for (const auto& key : entry.tally.places.in_order()) {
    if (entry.tally.cells[*entry.tally.places.position(key)].does_not_fit) {
      report_misfit(indicator, entry.tally.places.place(key), out);
    }
  }
}

void ComputedResults::fill_derived(const definitions::Indicator& indicator, Entry& entry, Diagnostics& out) {
  const auto parts = parts_of(indicator, workspace_);
  if (!indicator.of_indicator.empty() && parts.empty()) {
    std::vector<std::string> names;
    for (const auto& known : workspace_.indicators) names.push_back(known.name);
    out.error(codes::no_such_source, indicator.defined_at,
              "показатель «" + indicator.name + "»: нет показателя «" + indicator.of_indicator + "»",
              nearest_hint(indicator.of_indicator, names));
    return;
  }
  entry.source = Source::indicators;
  std::vector<const Places*> of_facts;
  std::vector<const Places*> all;
  for (const auto* part : parts) {
    const Entry& read = entries_[part->name];
    if (read.source == Source::nothing) continue;
    all.push_back(&read.places());
    if (read.form == nullptr) continue;
    of_facts.push_back(&read.places());
    if (entry.form == nullptr) entry.form = read.form;
    entry.came |= read.came;
  }
  entry.derived.places = derived_places(indicator, workspace_, of_facts.empty() ? all : of_facts);

  const bool is_share = indicator.kind == IndicatorKind::share;
  if (!indicator.of_indicator.empty() && !is_share) {
    const Places& of_places = entries_[parts.front()->name].places();
    bool fits = true;
    entry.derived = over_values(indicator, *parts.front(), of_places, *this, register_,
                                std::move(entry.derived.places), fits);
    if (!fits) report_misfit(indicator, {}, out);
    for (const auto& key : entry.derived.places.in_order()) {
      Result& result = entry.derived.results[*entry.derived.places.position(key)];
      const Place place = entry.derived.places.place(key);
      const Standing standing = entry.form == nullptr ? Standing{} : duties_.standing(entry.form->name, place);
      result.covered = standing.covered;
      result.owed = standing.owed;
      result.state = result.rows > 0 && fits  ? State::value
                     : result.left_out > 0 || !fits ? State::missing
                                                    : empty_state(entry, place, is_counted(indicator));
    }
    return;
  }
  entry.derived.results.resize(entry.derived.places.size());
  for (const auto& key : entry.derived.places.in_order()) {
    const Place place = entry.derived.places.place(key);
    entry.derived.results[*entry.derived.places.position(key)] =
        is_share ? share_of_indicator(indicator, place) : evaluated(indicator, place);
  }
}

Result ComputedResults::at(const definitions::Indicator& indicator, const Place& place) const {
  Result nowhere;
  nowhere.state = State::not_applicable;
  Place wanted = place;
  int year = workspace_.year;
  if (const auto named = wanted.find(kYear); named != wanted.end()) {
    const auto number = Number::parse(named->second);
    if (!number || !number->is_whole() || *number < 0 || *number > 9999) return nowhere;
    year = static_cast<int>(number->numerator());
  }
  if (indicator.kind == IndicatorKind::stated) return historic(indicator, wanted, year).value_or(Result{});

  const auto found = entries_.find(indicator.name);
  if (found == entries_.end() || found->second.source == Source::nothing) return {};
  const Entry& entry = found->second;
  const Places& places = entry.places();
  const bool has_year = places.dimension(kYear).has_value();
  wanted.erase(kYear);
  if (has_year) wanted[kYear] = std::to_string(year);
  const auto municipality = wanted.find(kMunicipality);
  if (places.with_municipality() && municipality != wanted.end() && wanted.contains(kSchool)) {
    if (register_.municipality(wanted[kSchool]) != municipality->second) return nowhere;
    wanted.erase(municipality);
  }
  for (const auto& [name, value] : wanted) {
    if (!places.dimension(name)) return nowhere;
  }

  const bool is_earlier = year != workspace_.year;
  if (is_earlier && !has_year && entry.source != Source::table) {
    if (const auto stated = historic(indicator, wanted, year)) return *stated;
    if (entry.source == Source::facts || indicator.kind != IndicatorKind::formula) return {};
    wanted[kYear] = std::to_string(year);
    return evaluated(indicator, wanted);
  }
  Result result = entry.source == Source::facts   ? from_facts(indicator, entry, wanted)
                  : entry.source == Source::table ? from_table(indicator, entry, wanted)
                                                  : from_indicators(indicator, entry, wanted);
  if (is_earlier && result.state != State::value) {
    if (const auto stated = historic(indicator, wanted, year)) return *stated;
  }
  return result;
}

State ComputedResults::empty_state(const Entry& entry, const Place& place, bool is_counted) const {
  const State of_nobody = is_counted ? State::value : State::zero;
  if (entry.form == nullptr) return entry.came ? of_nobody : State::missing;
  const Standing standing = duties_.standing(entry.form->name, place);
  if (standing.covered > 0) return of_nobody;
  if (standing.owed > 0 || standing.excused > 0) return State::missing;
  if (duties_.standing(entry.form->name, {}).owed > 0) return State::not_applicable;
  // Nobody of the register owes the form: it came from somebody else.
  const auto school = place.find(kSchool);
  if (!entry.came) return State::not_applicable;
  if (school == place.end()) return of_nobody;
  const auto form = values_.find(entry.form->name);
  if (form == values_.end() || !form->second.contains(kSchool)) return of_nobody;
  const auto& schools = form->second.at(kSchool);
  return std::find(schools.begin(), schools.end(), school->second) == schools.end() ? State::not_applicable : of_nobody;
}

Result ComputedResults::from_facts(const definitions::Indicator& indicator, const Entry& entry,
                                   const Place& place) const {
  const Cell cell = entry.tally.at(place);
  Cell whole = cell;
  const bool is_part = indicator.kind == IndicatorKind::share && !indicator.over.empty();
  if (is_part && place.contains(indicator.over)) {
    Place without = place;
    without.erase(indicator.over);
    whole = entry.tally.at(without);
  }
  const Standing standing = duties_.standing(entry.form->name, place);
  Result result;
  result.numerator = cell.numerator;
  result.rows = cell.rows;
  result.left_out = whole.left_out;
  result.covered = standing.covered;
  result.owed = standing.owed;
  if (cell.does_not_fit || whole.does_not_fit) {
    result.numerator = 0;
    return result;
  }
  const bool nothing = whole.rows == 0;
  if (nothing && whole.left_out > 0) return result;
  if (nothing) {
    result.state = empty_state(entry, place, is_counted(indicator));
    return result;
  }
  result.state = State::value;
  switch (indicator.kind) {
    case IndicatorKind::share:
    case IndicatorKind::mean:
    case IndicatorKind::ratio:
      result.denominator = is_part ? whole.numerator : cell.denominator;
      if (result.denominator.is_zero()) {
        result.state = State::zero;
        result.denominator = 1;
      }
      break;
    default: break;
  }
  if (result.state == State::value && !result.value(indicator)) result.state = State::missing;
  return result;
}

Result ComputedResults::from_table(const definitions::Indicator& indicator, const Entry& entry,
                                   const Place& place) const {
  const Stated::Entry* found = entry.stated.at(place);
  if (found != nullptr && found->rows.size() == 1 && found->value) return stated_result(indicator, *found->value);
  Result result;
  // Several rows for a place that leaves a dimension open: there is no value for all of them together.
  const bool names_all = place.size() == entry.stated.places.dimensions().size();
  if (found != nullptr && found->rows.size() > 1 && !names_all) result.state = State::not_applicable;
  return result;
}

Result ComputedResults::from_indicators(const definitions::Indicator& indicator, const Entry& entry,
                                        const Place& place) const {
  const auto key = entry.derived.places.key(place);
  const auto position = key ? entry.derived.places.position(*key) : std::nullopt;
  if (position) return entry.derived.results[*position];
  if (indicator.kind == IndicatorKind::formula) return evaluated(indicator, place);
  if (indicator.kind == IndicatorKind::share) return share_of_indicator(indicator, place);
  Result result;
  result.state = empty_state(entry, place, is_counted(indicator));
  if (entry.form == nullptr) return result;
  const Standing standing = duties_.standing(entry.form->name, place);
  result.covered = standing.covered;
  result.owed = standing.owed;
  return result;
}

Result ComputedResults::evaluated(const definitions::Indicator& indicator, const Place& place) const {
  return evaluate_formula(indicator, FormulaScope(*this, *scope_, place));
}

Result ComputedResults::share_of_indicator(const definitions::Indicator& indicator, const Place& place) const {
  const auto* of = workspace_.indicator(indicator.of_indicator);
  if (of == nullptr) return {};
  Place without = place;
  without.erase(indicator.over);
  Result result = at(*of, place);
  const auto part = result.value(*of);
  const auto whole = at(*of, without).value(*of);
  if (!part || !whole) return result;
  result.numerator = *part;
  result.denominator = *whole;
  if (whole->is_zero()) {
    result.state = State::zero;
    result.denominator = 1;
  } else if (!result.value(indicator)) {
    result.state = State::missing;
  }
  return result;
}

std::optional<Result> ComputedResults::historic(const definitions::Indicator& indicator, Place place, int year) const {
  place.erase(kYear);
  const auto* stated = history_.find(indicator.name, place, year);
  if (stated == nullptr) return std::nullopt;
  Result result = stated_result(indicator, stated->value);
  result.historic = true;
  return result;
}

std::vector<std::string> ComputedResults::values(std::string_view form, std::string_view field) const {
  const auto fields = values_.find(form);
  if (fields == values_.end()) return {};
  const auto values = fields->second.find(field);
  return values == fields->second.end() ? std::vector<std::string>{} : values->second;
}

const std::vector<facts::FoundRow>& ComputedResults::listing(std::string_view name) const {
  static const std::vector<facts::FoundRow> none;
  const auto found = listings_.find(name);
  return found == listings_.end() ? none : found->second;
}

std::vector<facts::IndicatorRecord> ComputedResults::records() const {
  std::vector<facts::IndicatorRecord> records;
  for (const auto& indicator : workspace_.indicators) {
    const Places& places = entries_.at(indicator.name).places();
    for (const auto& key : places.in_order()) {
      Place place = places.place(key);
      const Result result = at(indicator, place);
      place.try_emplace(kYear, std::to_string(workspace_.year));
      const std::string text = reference(indicator, place);
      records.push_back({indicator.name, indicator.version, text.substr(text.find('@') + 1), result.state,
                         result.numerator, result.denominator, result.covered, result.owed});
    }
  }
  return records;
}

Outcome<std::shared_ptr<const Results>> compute(const definitions::Workspace& workspace, const facts::Store& store,
                                                const Coverage& coverage) {
  Outcome<std::shared_ptr<const Results>> result;
  const auto computed = std::make_shared<ComputedResults>(workspace, coverage);
  computed->fill(store, result.diagnostics);
  result.product = computed;
  return result;
}

}  // namespace svod::indicators
