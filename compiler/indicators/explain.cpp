#include <algorithm>
#include <map>

#include "base/text.h"
#include "indicators/aligned.h"
#include "indicators/dependence.h"
#include "indicators/duties.h"
#include "indicators/formula.h"
#include "indicators/method.h"
#include "indicators/resolve.h"
#include "indicators/results.h"
#include "indicators/scope.h"
#include "indicators/source_rows.h"
#include "indicators/stated.h"
#include "language/figures.h"
#include "language/plural.h"

namespace svod::indicators {
namespace {

using definitions::Indicator;
using definitions::IndicatorKind;

/// Finite decimals in full, others to six places with an ellipsis.
std::string in_full(const Number& number) {
  std::string text = number.text();
  if (text.find('/') != std::string::npos) return language::number(number, 6, false) + "…";
  std::replace(text.begin(), text.end(), '.', ',');
  return replace_all(text, "-", language::minus_sign);
}

class Derivation {
 public:
  Derivation(const definitions::Workspace& workspace, const Results& results, const facts::Store& store)
      : workspace_(workspace), results_(results), store_(store), register_(workspace), scope_(report_scope(results)) {}

  void write(const Indicator& indicator, const Place& place, const std::string& indent) {
    const Result result = results_.at(indicator, place);
    text_ += indent + indicator.title + ": " + printed(indicator, result) + '\n';
    text_ += aligned(facts_of(indicator, place, result), indent + "  ");
    if (result.historic && indicator.kind != IndicatorKind::formula) return;
    if (indicator.kind == IndicatorKind::stated || is_of_another_year(indicator, place)) return;
    if (indicator.kind == IndicatorKind::formula) {
      write_parts(indicator, place, indent);
    } else if (indicator.kind == IndicatorKind::reference) {
      write_table_rows(indicator, place, indent);
    } else if (!indicator.of_indicator.empty()) {
      write_values(indicator, place, result, indent);
    } else {
      text_ += source_rows(workspace_, indicator, store_, place, indent + "  ");
    }
  }

  std::string text() && { return std::move(text_); }

 private:
  using Lines = std::vector<std::vector<std::string>>;

  static std::string printed(const Indicator& indicator, const Result& result) {
    const auto value = result.value(indicator);
    if (!value) return std::string(language::sign(result.state));
    if (indicator.unit == "%") return language::percent(value->round(indicator.round));
    return language::number(*value, indicator.round);
  }

  Lines facts_of(const Indicator& indicator, const Place& place, const Result& result) const {
    Lines lines{{"показатель", indicator.name + ", версия " + std::to_string(indicator.version)},
                {"определение", indicator.defined_at.text()},
                {"место", place_in_words(indicator, place)},
                {"расчёт", method_in_words(indicator, workspace_)}};
    if (const auto condition = condition_in_words(indicator, workspace_); !condition.empty()) {
      lines.push_back({"условие", condition});
    }
    if (!indicator.unit.empty()) lines.push_back({"единица", indicator.unit});
    if (!indicator.method.empty()) lines.push_back({"методика", indicator.method});
    if (result.historic) lines.push_back({"откуда", historic_source(indicator, place)});
    if (const auto value = result.value(indicator)) {
      lines.push_back({"числитель", in_full(result.numerator)});
      lines.push_back({"знаменатель", in_full(result.denominator)});
      lines.push_back({"значение", in_full(*value)});
    } else {
      lines.push_back({"значение", std::string(language::sign_meaning(result.state))});
    }
    if (result.owed > 0) lines.push_back({"охват", coverage_in_words(indicator, place, result)});
    if (result.left_out > 0) lines.push_back({"не учтено", "строк без значения: " + std::to_string(result.left_out)});
    return lines;
  }

  std::string place_in_words(const Indicator& indicator, const Place& place) const {
    const auto* form = form_of(indicator);
    std::string text;
    for (const auto& [name, value] : place) {
      const std::string title = title_of(form, name);
      std::string shown = value;
      if (name == kSchool) shown = school_name(value);
      for (const auto& entry : workspace_.municipalities) {
        if (name == kMunicipality && entry.id == value) shown = entry.name;
      }
      text += (text.empty() ? "" : "; ") + (title + " – " + shown);
    }
    return text;
  }

  /// The Russian title of a dimension: that of the form's field, or of any form that has one.
  std::string title_of(const definitions::Form* form, const std::string& name) const {
    if (name == kYear) return "год";
    if (name == kSchool) return "школа";
    if (form != nullptr && form->field(name) != nullptr) return form->field(name)->title;
    if (name == kMunicipality) return "муниципалитет";
    for (const auto& other : workspace_.forms) {
      if (const auto* field = other.field(name)) return field->title;
    }
    return name;
  }

  /// Rows of the workspace's own year say nothing of another one, unless the form itself holds years.
  bool is_of_another_year(const Indicator& indicator, const Place& place) const {
    const auto year = place.find(kYear);
    if (year == place.end() || year->second == std::to_string(workspace_.year)) return false;
    const bool is_own = std::find(indicator.by.begin(), indicator.by.end(), kYear) != indicator.by.end();
    return !is_own && indicator.kind != IndicatorKind::formula && indicator.kind != IndicatorKind::reference;
  }

  std::string school_name(const std::string& id) const {
    const auto* school = register_.school(id);
    if (school == nullptr) return id;
    return school->short_name.empty() ? school->name : school->short_name;
  }

  const definitions::Form* form_of(const Indicator& indicator) const {
    if (const auto* form = workspace_.form(indicator.form)) return form;
    for (const auto* part : parts_of(indicator, workspace_)) {
      if (const auto* form = form_of(*part)) return form;
    }
    return nullptr;
  }

  std::string coverage_in_words(const Indicator& indicator, const Place& place, const Result& result) const {
    std::string text = "по " + std::to_string(result.covered) + " из " + std::to_string(result.owed) + " " +
                       std::string(language::plural(result.owed, "школы", "школ", "школ"));
    const auto* form = form_of(indicator);
    const auto found = form == nullptr ? results_.coverage().end() : results_.coverage().find(form->name);
    if (found == results_.coverage().end()) return text;
    std::string absent;
    std::string excused;
    for (const auto& school : workspace_.schools) {
      if (!is_within(school.id, place)) continue;
      const std::string name = school_name(school.id);
      if (found->second.owed.contains(school.id) && !found->second.covered.contains(school.id)) {
        absent += (absent.empty() ? "" : ", ") + name;
      }
      const auto reason = found->second.excused.find(school.id);
      if (reason == found->second.excused.end()) continue;
      const auto given = school.excused.find(form->name);
      const std::string why = reason->second.empty() && given != school.excused.end() ? given->second : reason->second;
      excused += (excused.empty() ? "" : ", ") + name + (why.empty() ? "" : " (" + why + ")");
    }
    if (!absent.empty()) text += "; нет данных: " + absent;
    if (!excused.empty()) text += "; освобождены: " + excused;
    return text;
  }

  bool is_within(const std::string& school, const Place& place) const {
    if (const auto named = place.find(kSchool); named != place.end()) return named->second == school;
    const auto municipality = place.find(kMunicipality);
    return municipality == place.end() || register_.municipality(school) == municipality->second;
  }

  std::string historic_source(const Indicator& indicator, const Place& place) const {
    Diagnostics ignored;
    const History history(workspace_, register_, ignored);
    Place rest = place;
    rest.erase(kYear);
    const auto year = place.contains(kYear) ? Number::parse(place.at(kYear)) : std::nullopt;
    const auto* stated = year ? history.find(indicator.name, rest, static_cast<int>(year->numerator())) : nullptr;
    if (stated == nullptr) return "по сведениям за прошлые годы";
    return (stated->source.empty() ? "" : stated->source + ", ") + stated->defined_at.text();
  }

  void write_parts(const Indicator& indicator, const Place& place, const std::string& indent) {
    const FormulaScope scope(results_, *scope_, place);
    evaluate_formula(indicator, scope);
    // Once each, in the order of the formula: that of evaluation is the compiler's.
    std::map<std::string, const Part*> parts;
    for (const auto& part : scope.parts()) parts.emplace(reference(*part.indicator, part.place), &part);
    for (const auto* indicator_read : parts_of(indicator, workspace_)) {
      for (const auto& [name, part] : parts) {
        if (part->indicator != indicator_read) continue;
        text_ += '\n';
        write(*part->indicator, part->place, indent + "  ");
      }
    }
  }

  void write_table_rows(const Indicator& indicator, const Place& place, const std::string& indent) {
    const auto* table = workspace_.table(indicator.table);
    if (table == nullptr) return;
    const auto found = stated(indicator, workspace_, register_);
    Place wanted = place;
    if (!found.product.places.dimension(kYear)) wanted.erase(kYear);
    const auto* entry = found.product.at(wanted);
    if (entry == nullptr) return;
    Lines lines{{"строка"}};
    lines.front().insert(lines.front().end(), table->columns.begin(), table->columns.end());
    for (const std::size_t row : entry->rows) {
      lines.push_back({(row < table->places.size() ? table->places[row] : table->defined_at).text()});
      lines.back().insert(lines.back().end(), table->rows[row].begin(), table->rows[row].end());
    }
    if (!table->source.empty()) text_ += indent + "  " + table->source + '\n';
    text_ += aligned(lines, indent + "  ");
  }

  /// The values that an extreme or a mean was taken of, and the derivation of those that decide it.
  void write_values(const Indicator& indicator, const Place& place, const Result& result, const std::string& indent) {
    const auto* of = workspace_.indicator(indicator.of_indicator);
    if (of == nullptr) return;
    if (indicator.kind == IndicatorKind::share) {
      Place without = place;
      without.erase(indicator.over);
      for (const auto& at : {place, without}) {
        text_ += '\n';
        write(*of, at, indent + "  ");
      }
      return;
    }
    const auto extreme = result.value(indicator);
    const bool is_extreme = indicator.kind == IndicatorKind::maximum || indicator.kind == IndicatorKind::minimum;
    Lines lines;
    std::vector<Place> deciding;
    for (const auto& part : values_of(*of, place)) {
      const Result found = results_.at(*of, part);
      const auto value = found.value(*of);
      lines.push_back({reference(*of, part), printed(*of, found)});
      if (is_extreme && value && value == extreme) deciding.push_back(part);
    }
    text_ += aligned(lines, indent + "  ");
    for (const auto& part : deciding) {
      text_ += '\n';
      write(*of, part, indent + "  ");
    }
  }

  /// Every place of an indicator that names all its dimensions and agrees with `place`.
  std::vector<Place> values_of(const Indicator& of, const Place& place) const {
    std::vector<Place> places;
    for (const auto& record : results_.records()) {
      if (record.indicator != of.name) continue;
      const auto parsed = parse_reference(record.indicator + "@" + record.key);
      if (!parsed) continue;
      const Place& whole = parsed->place;
      const bool names_all =
          std::all_of(of.by.begin(), of.by.end(), [&](const auto& name) { return whole.contains(name); });
      const bool agrees = std::all_of(place.begin(), place.end(), [&](const auto& entry) {
        if (entry.first == kMunicipality && whole.contains(kSchool)) {
          return register_.municipality(whole.at(kSchool)) == entry.second;
        }
        const auto named = whole.find(entry.first);
        return named != whole.end() && named->second == entry.second;
      });
      if (names_all && agrees) places.push_back(whole);
    }
    return places;
  }

  const definitions::Workspace& workspace_;
  const Results& results_;
  const facts::Store& store_;
  Register register_;
  std::unique_ptr<expression::Scope> scope_;
  std::string text_;
};

}  // namespace

Outcome<std::string> explain(const definitions::Workspace& workspace, const Results& results,
                             const facts::Store& store, std::string_view reference) {
  Outcome<std::string> outcome;
  auto resolved = resolve(results, reference);
  outcome.diagnostics.append(std::move(resolved.diagnostics));
  if (resolved.product.indicator == nullptr) return outcome;
  Derivation derivation(workspace, results, store);
  derivation.write(*resolved.product.indicator, resolved.product.place, "");
  outcome.product = std::move(derivation).text();
  return outcome;
}

}  // namespace svod::indicators
