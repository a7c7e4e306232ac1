#include "indicators/resolve.h"

#include <algorithm>

#include "base/text.h"
#include "indicators/codes.h"
#include "indicators/dependence.h"
#include "indicators/duties.h"
#include "indicators/formula.h"
#include "indicators/stated.h"

namespace svod::indicators {
namespace {

class Resolver {
 public:
  Resolver(const Results& results, std::string_view text, Outcome<Resolved>& out)
      : results_(results), workspace_(results.workspace()), register_(workspace_), text_(text), out_(out) {}

  void run() {
    const auto parsed = parse_reference(text_);
    if (!parsed) {
      out_.diagnostics.error(codes::bad_reference, Location::in_file(text_), "ссылка «" + text_ + "» не читается",
                             "напишите так: показатель@разрез=значение,разрез=значение");
      return;
    }
    const auto* indicator = workspace_.indicator(parsed->indicator);
    if (indicator == nullptr) {
      std::vector<std::string> names;
      for (const auto& known : workspace_.indicators) names.push_back(known.name);
      out_.diagnostics.error(codes::unknown_indicator, Location::in_file(text_),
                             "показателя «" + parsed->indicator + "» нет", hint(parsed->indicator, names));
      return;
    }
    auto dimensions = dimensions_of(*indicator, workspace_);
    const auto* table = workspace_.table(indicator->table);
    if (table != nullptr) dimensions = stated_dimensions(*indicator, *table);
    if (std::find(dimensions.begin(), dimensions.end(), kYear) == dimensions.end()) dimensions.push_back(kYear);

    Place place;
    for (const auto& [name, value] : parsed->place) {
      if (std::find(dimensions.begin(), dimensions.end(), name) == dimensions.end()) {
        std::string known = hint(name, dimensions);
        if (known.empty()) known = "разрезы показателя: " + join(dimensions, ", ");
        out_.diagnostics.error(codes::unknown_dimension, indicator->defined_at,
                               "у показателя «" + indicator->name + "» нет разреза «" + name + "»", known);
        continue;
      }
      if (const auto found = resolved(*indicator, name, value)) place[name] = *found;
    }
    if (out_.diagnostics.has_errors()) return;
    place.try_emplace(kYear, std::to_string(workspace_.year));
    out_.product = {indicator, std::move(place)};
  }

 private:
  static std::string hint(std::string_view name, std::span<const std::string> candidates) {
    const auto near = nearest(name, candidates);
    return near.empty() ? std::string() : "возможно, «" + std::string(near) + "»";
  }

  std::nullopt_t unknown(const std::string& message, const std::string& value,
                         std::span<const std::string> candidates) {
    out_.diagnostics.error(codes::unknown_value, Location::in_file(text_), message, hint(value, candidates));
    return std::nullopt;
  }

  std::optional<std::string> resolved(const definitions::Indicator& indicator, const std::string& name,
                                      const std::string& value) {
    if (name == kYear) {
      const auto number = Number::parse(value);
      if (number && number->is_whole()) return value;
      return unknown("«" + value + "» – не год", value, {});
    }
    std::vector<std::string> known;
    const definitions::Field* field = collect(indicator, name, known);
    const bool of_register = field == nullptr || field->type == definitions::FieldType::school;
    if (name == kSchool && of_register) {
      const std::string id = register_.school_id(value);
      if (!id.empty()) return id;
      if (std::find(known.begin(), known.end(), value) != known.end()) return value;
      return unknown("школы «" + value + "» нет в реестре", value, register_.school_names());
    }
    if (name == kMunicipality && field == nullptr) {
      const std::string id = register_.municipality_id(value);
      if (!id.empty()) return id;
      std::vector<std::string> names;
      for (const auto& entry : workspace_.municipalities) names.insert(names.end(), {entry.id, entry.name});
      return unknown("муниципалитета «" + value + "» нет в реестре", value, names);
    }
    for (const auto& candidate : known) {
      if (candidate == value) return candidate;
    }
    for (const auto& candidate : known) {
      if (folded(candidate) == folded(value)) return candidate;
    }
    if (field != nullptr) {
      for (const auto& choice : field->choices) {
        for (const auto& alias : choice.aliases) {
          if (folded(alias) == folded(value)) return choice.value;
        }
      }
    }
    return unknown("значения «" + value + "» у разреза «" + name + "» нет", value, known);
  }

  /// The known values of a dimension; the field behind it, or null.
  const definitions::Field* collect(const definitions::Indicator& indicator, const std::string& name,
                                    std::vector<std::string>& known) {
    const definitions::Field* field = nullptr;
    if (const auto* form = workspace_.form(indicator.form)) {
      field = form->field(name);
      if (field != nullptr) {
        for (const auto& choice : field->choices) known.push_back(choice.value);
        for (auto& value : results_.values(form->name, name)) known.push_back(std::move(value));
      }
    }
    if (const auto* table = workspace_.table(indicator.table)) {
      const auto column = std::find(table->columns.begin(), table->columns.end(), name);
      const auto at = static_cast<std::size_t>(column - table->columns.begin());
      for (const auto& row : table->rows) {
        if (at < row.size()) known.push_back(row[at]);
      }
    }
    for (const auto* part : parts_of(indicator, workspace_)) {
      const auto* found = collect(*part, name, known);
      if (field == nullptr) field = found;
    }
    return field;
  }

  const Results& results_;
  const definitions::Workspace& workspace_;
  Register register_;
  std::string text_;
  Outcome<Resolved>& out_;
};

}  // namespace

Outcome<Resolved> resolve(const Results& results, std::string_view reference) {
  Outcome<Resolved> outcome;
  Resolver(results, reference, outcome).run();
  return outcome;
}

}  // namespace svod::indicators
