#include "indicators/scope.h"

#include "indicators/catalogue.h"
#include "indicators/records.h"

namespace svod::indicators {
namespace {

using expression::List;
using expression::Value;

class ReportScope final : public expression::Scope {
 public:
  explicit ReportScope(const Results& results) : results_(results) {
    if (results.catalogue() != nullptr) return;
    own_ = std::make_unique<Catalogue>(results.workspace());
    for (const auto& listing : results.workspace().listings) own_->add_listing(listing, results.listing(listing.name));
  }

  Value variable(std::string_view name) const override {
    const auto& workspace = results_.workspace();
    if (name == "year") return Value::of(Number(workspace.year));
    if (name == "workspace") return catalogue().workspace_record();
    if (name == "department") return catalogue().department();
    if (name == "schools") return catalogue().schools();
    if (name == "municipalities") return catalogue().municipalities();
    if (name == "forms") return catalogue().forms();
    if (name == "signatory") return catalogue().person(workspace.signatory);
    if (name == "executor") return catalogue().person(workspace.executor);
    return {};
  }

  Value call(std::string_view function, const std::vector<Value>& arguments) const override {
    if (const auto* indicator = catalogue().function(function)) return figure(*indicator, arguments);
    if (const auto* listing = catalogue().listing(function)) return *listing;
    if (function == "values") return values(arguments);
    if (function == "bands") return bands(arguments);
    if (function == "coverage") return coverage(arguments);
    if (function == "owes") return owes(arguments);
    return {};
  }

  Value apply(std::string_view, const std::vector<Value>&) const override { return {}; }

 private:
  const Catalogue& catalogue() const { return own_ ? *own_ : *results_.catalogue(); }

  Value figure(const IndicatorFunction& function, const std::vector<Value>& arguments) const {
    const auto& indicator = *function.indicator;
    Place place = given_place(function, arguments);
    const Result result = results_.at(indicator, place);
    place.try_emplace(kYear, std::to_string(results_.workspace().year));
    auto made = std::make_shared<expression::Figure>();
    made->ref = reference(indicator, place);
    made->unit = indicator.unit;
    made->round = indicator.round;
    made->covered = result.covered;
    made->owed = result.owed;
    if (const auto value = result.value(indicator)) return Value::of(*value, std::move(made));
    Value absent = Value::absent(result.state == State::value ? State::missing : result.state);
    absent.figure = std::move(made);
    return absent;
  }

  static std::string text_of(const std::vector<Value>& arguments, std::size_t i) {
    if (i >= arguments.size()) return {};
    if (const auto* text = arguments[i].text()) return *text;
    const auto* record = arguments[i].record();
    return record == nullptr ? std::string() : record->key();
  }

  Value values(const std::vector<Value>& arguments) const {
    List list;
    for (auto& value : results_.values(text_of(arguments, 0), text_of(arguments, 1))) {
      list.push_back(Value::of(std::move(value)));
    }
    return Value::of(std::move(list));
  }

  Value bands(const std::vector<Value>& arguments) const {
    const auto* form = results_.workspace().form(text_of(arguments, 0));
    const auto* field = form == nullptr ? nullptr : form->field(text_of(arguments, 1));
    if (field == nullptr || !field->banding) return {};
    std::optional<int> minimum;
    if (arguments.size() > 2 && arguments[2].number() != nullptr) {
      const auto whole = arguments[2].number()->units(0);
      if (!whole) return {};
      minimum = static_cast<int>(*whole);
    } else if (!field->banding->minimum.empty()) {
      return {};
    }
    List list;
    for (auto& label : definitions::band_labels(*field->banding, minimum)) list.push_back(Value::of(std::move(label)));
    return Value::of(std::move(list));
  }

  List schools_where(const auto& holds) const {
    List list;
    for (const auto& school : results_.workspace().schools) {
      if (holds(school.id)) list.push_back(catalogue().school(school.id));
    }
    return list;
  }

  Value coverage(const std::vector<Value>& arguments) const {
    const std::string form = text_of(arguments, 0);
    static const FormCoverage nobody;
    const auto found = results_.coverage().find(form);
    const FormCoverage& who = found == results_.coverage().end() ? nobody : found->second;
    List absent = schools_where([&](const auto& id) { return who.owed.contains(id) && !who.covered.contains(id); });
    List excused = schools_where([&](const auto& id) { return who.excused.contains(id); });
    std::int64_t covered = 0;
    for (const auto& school : who.owed) covered += who.covered.contains(school) ? 1 : 0;
    const auto owed = static_cast<std::int64_t>(who.owed.size());
    return plain_record("coverage:" + form, {{"covered", Value::of(Number(covered))},
                                             {"owed", Value::of(Number(owed))},
                                             {"full", Value::of(covered == owed)},
                                             {"absent", Value::of(std::move(absent))},
                                             {"excused", Value::of(std::move(excused))}});
  }

  Value owes(const std::vector<Value>& arguments) const {
    const std::string school = text_of(arguments, 0);
    if (school.empty()) return {};
    const auto form = results_.coverage().find(text_of(arguments, 1));
    return Value::of(form != results_.coverage().end() && form->second.owed.contains(school));
  }

  const Results& results_;
  std::unique_ptr<Catalogue> own_;
};

}  // namespace

std::unique_ptr<expression::Scope> report_scope(const Results& results) {
  return std::make_unique<ReportScope>(results);
}

Value school_record(const Results& results, std::string_view id) {
  if (const auto* catalogue = results.catalogue()) return catalogue->school(id);
  // A record holds nothing of its catalogue but other records and people of the workspace.
  return Catalogue(results.workspace()).school(id);
}

}  // namespace svod::indicators
