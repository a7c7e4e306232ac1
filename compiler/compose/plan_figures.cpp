#include "compose/plan_figures.h"

#include <algorithm>
#include <set>

#include "compose/written_text.h"
#include "indicators/records.h"

namespace svod::compose {
namespace {

using definitions::PlanIndicator;
using expression::List;
using expression::Record;
using expression::Value;

/// Decimals as they were written: «1,30» has two.
int places_of(const std::string& text) {
  const std::size_t comma = text.find_last_of(",.");
  if (comma == std::string::npos) return 0;
  const std::size_t end = text.find_first_not_of("0123456789", comma + 1);
  return static_cast<int>(std::min<std::size_t>((end == std::string::npos ? text.size() : end) - comma - 1, 6));
}

/// A figure of a plan prints with the decimals that it was written with.
Value stated(const PlanIndicator::Value& value) {
  if (!value.number) return {};
  auto figure = std::make_shared<expression::Figure>();
  figure->round = places_of(value.text.text);
  return Value::of(*value.number, std::move(figure));
}

Value stated(const std::map<int, PlanIndicator::Value>& values, int year) {
  const auto found = values.find(year);
  return found == values.end() ? Value() : stated(found->second);
}

List years_of(const std::map<int, PlanIndicator::Value>& values) {
  List list;
  for (const auto& [year, value] : values) {
    if (value.number) list.push_back(number_value(year));
  }
  return list;
}

class IndicatorRecord final : public Record {
 public:
  IndicatorRecord(const PlanIndicator& indicator, std::string number, int level)
      : indicator_(indicator), number_(std::move(number)), level_(level) {}

  Value field(std::string_view name) const override {
    if (name == "id") return text_value(indicator_.id);
    if (name == "number") return text_value(number_);
    if (name == "name") return text_value(indicator_.name);
    if (name == "unit") return text_value(indicator_.unit);
    if (name == "source") return text_value(definitions::Written{indicator_.source, {}});
    if (name == "base_year") return indicator_.base_year == 0 ? Value() : number_value(indicator_.base_year);
    if (name == "ratio") return stated(indicator_.ratio);
    if (name == "level") return number_value(level_);
    if (name == "less_is_better") return Value::of(indicator_.less_is_better);
    if (name == "years") return Value::of(years_of(indicator_.targets));
    if (name == "fact_years") return Value::of(years_of(indicator_.facts));
    if (name != "parts") return {};
    List list;
    collect(indicator_.parts, number_, level_ + 1, false, list);
    return Value::of(std::move(list));
  }
  std::string key() const override { return indicator_.id.empty() ? indicator_.at.text() : indicator_.id; }
  const PlanIndicator& indicator() const { return indicator_; }

  static void collect(const std::vector<PlanIndicator>& indicators, const std::string& above, int level, bool deep,
                      List& list) {
    int ordinal = 0;
    for (const PlanIndicator& one : indicators) {
      ++ordinal;
      std::string number = one.number.empty() ? above + std::to_string(ordinal) + "." : said(one.number);
      list.push_back(Value::of(std::make_shared<const IndicatorRecord>(one, number, level)));
      const bool dotted = number.ends_with('.');
      if (deep) collect(one.parts, dotted ? number : number + ".", level + 1, true, list);
    }
  }

 private:
  const PlanIndicator& indicator_;
  std::string number_;
  int level_;
};

class FinancingRecord final : public Record {
 public:
  explicit FinancingRecord(const definitions::Programme::Financing& source) : source_(source) {}
  Value field(std::string_view name) const override {
    if (name == "source") return text_value(source_.source);
    if (name == "unit") return source_.unit.empty() ? Value::of(std::string("тыс. руб.")) : text_value(source_.unit);
    return name == "years" ? Value::of(years_of(source_.years)) : Value();
  }
  std::string key() const override { return source_.source.text; }
  const definitions::Programme::Financing& source() const { return source_; }

 private:
  const definitions::Programme::Financing& source_;
};

void add_years(const std::vector<PlanIndicator>& indicators, std::set<int>& years) {
  for (const PlanIndicator& one : indicators) {
    for (const auto& [year, value] : one.targets) years.insert(year);
    add_years(one.parts, years);
  }
}

Value divided(const Value& a, const Value& b) {
  if (a.number() == nullptr || b.number() == nullptr) return {};
  const auto quotient = divide(*a.number(), *b.number());
  return quotient ? Value::of(*quotient) : Value::absent(State::zero);
}

Value fact_of(const Input& input, const PlanIndicator& indicator, int year) {
  const Value own = stated(indicator.facts, year);
  if (own.known() || indicator.indicator.empty()) return own;
  const definitions::Indicator* source = input.workspace.indicator(indicator.indicator);
  if (source == nullptr) return {};
  const indicators::Place place{{"year", std::to_string(year)}};
  const indicators::Result result = input.results.at(*source, place);
  const auto value = result.value(*source);
  if (!value) return Value::absent(result.state == State::value ? State::missing : result.state);
  auto figure = std::make_shared<expression::Figure>();
  figure->ref = indicators::reference(*source, place);
  figure->unit = source->unit;
  figure->round = source->round;
  figure->covered = result.covered;
  figure->owed = result.owed;
  return Value::of(*value, std::move(figure));
}

/// One and more is one: the plan is carried out in full.
Value achievement_of(const Input& input, const PlanIndicator& indicator, int year) {
  const Value target = stated(indicator.targets, year), fact = fact_of(input, indicator, year);
  if (target.number() == nullptr || fact.number() == nullptr) return {};
  if (indicator.less_is_better && fact.number()->is_zero()) return number_value(1);
  Value degree = indicator.less_is_better ? divided(target, fact) : divided(fact, target);
  if (degree.number() != nullptr && *degree.number() > Number(1)) return number_value(1);
  return degree;
}

Value target_ratio(const PlanIndicator& indicator) {
  const List years = years_of(indicator.targets);
  if (years.size() < 2) return {};
  const auto year = [&](const Value& value) { return static_cast<int>(value.number()->numerator()); };
  return divided(stated(indicator.targets, year(years.back())), stated(indicator.targets, year(years.front())));
}

std::optional<int> year_of(const std::vector<Value>& arguments) {
  const Number* number = arguments.size() > 1 ? arguments[1].number() : nullptr;
  if (number == nullptr || !number->is_whole() || *number < Number(1) || *number > Number(9999)) return std::nullopt;
  return static_cast<int>(number->numerator());
}

}  // namespace

Value plan_indicators(const plan::Plan& plan) {
  List list;
  IndicatorRecord::collect(plan.written->indicators, "", 1, true, list);
  return Value::of(std::move(list));
}

Value plan_years(const plan::Plan& plan) {
  std::set<int> years;
  add_years(plan.written->indicators, years);
  List list;
  for (const int year : years) list.push_back(number_value(year));
  return Value::of(std::move(list));
}

Value funding_years(const plan::Plan& plan) {
  std::set<int> years;
  for (const auto& source : plan.written->programme.financing) {
    for (const auto& [year, value] : source.years) years.insert(year);
  }
  List list;
  for (const int year : years) list.push_back(number_value(year));
  return Value::of(std::move(list));
}

Value financing_value(const definitions::Programme::Financing& source) {
  return Value::of(std::make_shared<const FinancingRecord>(source));
}

std::optional<Value> call_plan_function(const Input& input, std::string_view function,
                                        const std::vector<Value>& arguments) {
  const bool of_indicator =
      function == "target" || function == "fact" || function == "achievement" || function == "target_ratio";
  if (!of_indicator && function != "funds") return std::nullopt;
  const Record* record = arguments.empty() ? nullptr : arguments[0].record();
  const auto year = year_of(arguments);
  if (function == "funds") {
    const auto* source = dynamic_cast<const FinancingRecord*>(record);
    return source == nullptr || !year ? Value() : stated(source->source().years, *year);
  }
  const auto* found = dynamic_cast<const IndicatorRecord*>(record);
  if (found == nullptr) return Value();
  const PlanIndicator& indicator = found->indicator();
  if (function == "target_ratio") return target_ratio(indicator);
  if (!year) return Value();
  if (function == "target") return stated(indicator.targets, *year);
  return function == "fact" ? fact_of(input, indicator, *year) : achievement_of(input, indicator, *year);
}

}  // namespace svod::compose
