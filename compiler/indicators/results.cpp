#include "indicators/results.h"

#include <map>

#include "base/text.h"
#include "language/figures.h"

namespace svod::indicators {
namespace {

std::string_view state_word(State state) {
  switch (state) {
    case State::value: return "value";
    case State::zero: return "zero";
    case State::missing: return "missing";
    case State::not_applicable: return "not_applicable";
    case State::suppressed: return "suppressed";
  }
  return "";
}

}  // namespace

bool is_fraction_of_hundred(const definitions::Indicator& indicator) {
  using definitions::IndicatorKind;
  return indicator.unit == "%" && (indicator.kind == IndicatorKind::share || indicator.kind == IndicatorKind::ratio);
}

std::optional<Number> Result::value(const definitions::Indicator& indicator) const {
  if (state != State::value) return std::nullopt;
  const auto quotient = divide(numerator, denominator);
  if (!quotient || !is_fraction_of_hundred(indicator)) return quotient;
  return multiply(*quotient, 100);
}

std::string print(const Results& results) {
  std::map<std::string_view, const definitions::Indicator*> indicators;
  for (const auto& indicator : results.workspace().indicators) indicators.emplace(indicator.name, &indicator);
  std::string text;
  for (const auto& record : results.records()) {
    Result result;
    result.state = record.state;
    result.numerator = record.numerator;
    result.denominator = record.denominator;
    const auto value = result.value(*indicators.at(record.indicator));
    const std::string sign(language::sign(record.state));
    text += record.indicator + (record.key.empty() ? "" : "@" + record.key) + '\t';
    text += state_word(record.state);
    for (const auto& figure : {value ? record.numerator.text() : sign, value ? record.denominator.text() : sign,
                               value ? value->text() : sign}) {
      text += '\t' + figure;
    }
    text += '\t' + std::to_string(record.covered) + '/' + std::to_string(record.owed) + '\n';
  }
  return text;
}

}  // namespace svod::indicators
