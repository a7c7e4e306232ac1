#include "compose/scope.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <utility>

#include "compose/calendar_values.h"
#include "compose/filters.h"
#include "compose/paper_control.h"
#include "compose/paper_records.h"
#include "compose/plan_figures.h"
#include "compose/plan_records.h"
#include "compose/printed.h"
#include "compose/regulation_records.h"
#include "indicators/scope.h"

namespace svod::compose {
namespace {

using expression::Record;
using expression::Scope;
using expression::Value;

/// Text of a rule with its variables bound; the first figure in it lends its reference.
Value filled(const expression::Text& text, const advice::Finding& finding, const Scope& outer) {
  std::deque<expression::Bound> bound;
  const Scope* scope = &outer;
  for (const auto& [name, value] : finding.bound) scope = &bound.emplace_back(*scope, name, value);
  std::string result;
  std::shared_ptr<const expression::Figure> figure;
  for (const expression::Text::Part& part : text.parts) {
    if (!part.expression) {
      result += part.literal;
      continue;
    }
    const Value value = expression::evaluate(part.expression, *scope);
    if (!figure) figure = value.figure;
    result += printed(value, part.expression->name == "year" || part.expression->name.ends_with(".year")).text;
  }
  Value value = Value::of(std::move(result));
  value.figure = std::move(figure);
  return value;
}

class AdviceRecord final : public Record {
 public:
  AdviceRecord(const advice::Finding& finding, std::size_t index, const Scope& outer)
      : finding_(finding), index_(index), outer_(outer) {}
  Value field(std::string_view name) const override {
    const definitions::RuleAdvice& advice = finding_.rule->advice[index_];
    if (name == "to") return filled(advice.to, finding_, outer_);
    if (name == "text") return filled(advice.text, finding_, outer_);
    if (name == "term") return filled(advice.term, finding_, outer_);
    if (name == "evidence") return filled(advice.evidence, finding_, outer_);
    return Value::absent();
  }
  std::string key() const override { return finding_.rule->name + "/" + finding_.school + "/" + std::to_string(index_); }

 private:
  const advice::Finding& finding_;
  std::size_t index_;
  const Scope& outer_;
};

class FindingRecord final : public Record {
 public:
  FindingRecord(const advice::Finding& finding, std::size_t index, const Input& input, const Scope& outer)
      : finding_(finding), index_(index), input_(input), outer_(outer) {}
  Value field(std::string_view name) const override {
    const definitions::Rule& rule = *finding_.rule;
    if (name == "rule") return Value::of(rule.name);
    if (name == "title") return Value::of(rule.title);
    if (name == "severity") return Value::of(rule.severity);
    if (name == "text") return filled(rule.finding, finding_, outer_);
    if (name == "school") {
      return finding_.school.empty() ? Value::absent(State::not_applicable)
                                     : indicators::school_record(input_.results, finding_.school);
    }
    if (name == "advice") {
      expression::List list;
      for (std::size_t i = 0; i < rule.advice.size(); ++i) {
        list.push_back(Value::of(std::shared_ptr<const Record>(std::make_shared<AdviceRecord>(finding_, i, outer_))));
      }
      return Value::of(std::move(list));
    }
    return Value::absent();
  }
  std::string key() const override { return std::to_string(index_); }

 private:
  const advice::Finding& finding_;
  std::size_t index_;
  const Input& input_;
  const Scope& outer_;
};

std::optional<int> whole(const Value& value) {
  const Number* number = value.number();
  if (number == nullptr || !number->is_whole() || *number < Number(-100000) || *number > Number(100000)) return std::nullopt;
  return static_cast<int>(number->numerator());
}

Value date_on(const std::vector<Value>& arguments) {
  const auto day = whole(arguments[0]), month = whole(arguments[1]), year = whole(arguments[2]);
  if (!day || !month || !year || *day < 1 || *month < 1) return Value::absent();
  const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? Value::of(date) : Value::absent();
}

Value date_after(const std::vector<Value>& arguments) {
  const auto days = whole(arguments[1]);
  if (arguments[0].date() == nullptr || !days) return Value::absent();
  return Value::of(Date(std::chrono::sys_days(*arguments[0].date()) + std::chrono::days(*days)));
}

/// The day itself, or the Monday after a Saturday or a Sunday.
Value date_workday(const Value& value) {
  if (value.date() == nullptr) return Value::absent();
  std::chrono::sys_days day(*value.date());
  const unsigned weekday = std::chrono::weekday(day).iso_encoding();
  if (weekday > 5) day += std::chrono::days(8 - static_cast<int>(weekday));
  return Value::of(Date(day));
}

/// Both ends belong to the list; a hundred years at most.
Value years(const std::vector<Value>& arguments) {
  const auto from = whole(arguments[0]), to = whole(arguments[1]);
  if (!from || !to) return Value::absent();
  expression::List list;
  for (int year = *from; year <= *to && year - *from < 100; ++year) list.push_back(Value::of(Number(year)));
  return Value::of(std::move(list));
}

}  // namespace

TemplateScope::TemplateScope(const Input& input) : input_(input), report_(indicators::report_scope(input.results)) {}
TemplateScope::~TemplateScope() = default;

Value TemplateScope::variable(std::string_view name) const {
  if (name == "papers") return papers_value(input_);
  if (name == "issue") return issue_value(input_);
  if (name == "plans") return plans_value(input_);
  if (name == "regulations") return regulations_value(input_);
  if (name == "parties") return parties_value(input_);
  return report_->variable(name);
}

Value TemplateScope::call(std::string_view function, const std::vector<Value>& arguments) const {
  if (function == "findings") return findings(arguments);
  if (function == "addressees") return addressees(arguments.at(0));
  if (function == "years") return years(arguments);
  if (function == "on") return date_on(arguments);
  if (function == "after") return date_after(arguments);
  if (function == "workday") return date_workday(arguments.at(0));
  if (function == "plan" || function == "regulation") {
    const std::string* id = arguments.at(0).text();
    if (id == nullptr) return {};
    return function == "plan" ? plan_value(input_, *id) : regulation_value(input_, *id);
  }
  if (function == "paper") return arguments.at(0).text() == nullptr ? Value() : paper_value(input_, *arguments[0].text());
  if (function == "appendix_mark") return appendix_mark(input_, arguments);
  if (function == "duties") return duties_value(input_, arguments.at(0).truth() != nullptr && *arguments[0].truth());
  if (auto found = call_calendar_function(input_, function, arguments)) return std::move(*found);
  if (auto figure = call_plan_function(input_, function, arguments)) return std::move(*figure);
  return report_->call(function, arguments);
}

Value TemplateScope::apply(std::string_view filter, const std::vector<Value>& arguments) const {
  auto filtered = apply_filter(filter, arguments);
  if (!filtered) return report_->apply(filter, arguments);
  if (!filtered->unsure.empty()) unsure_.push_back(filtered->unsure);
  return std::move(filtered->value);
}

std::vector<std::string> TemplateScope::take_unsure() const { return std::exchange(unsure_, {}); }

Value TemplateScope::findings(const std::vector<Value>& arguments) const {
  const Record* school = arguments.at(0).record();
  const std::string* rule = arguments.at(1).text();
  const std::string* severity = arguments.at(2).text();
  expression::List list;
  for (std::size_t i = 0; i < input_.findings.size(); ++i) {
    const advice::Finding& finding = input_.findings[i];
    if (school != nullptr && finding.school != school->key()) continue;
    if (rule != nullptr && finding.rule->name != *rule) continue;
    if (severity != nullptr && finding.rule->severity != *severity) continue;
    list.push_back(Value::of(std::shared_ptr<const Record>(std::make_shared<FindingRecord>(finding, i, input_, *this))));
  }
  return Value::of(std::move(list));
}

/// To whom the advice of findings goes, in the order of first mention.
Value TemplateScope::addressees(const Value& school) const {
  std::vector<std::string> seen;
  expression::List list;
  for (const advice::Finding& finding : input_.findings) {
    if (school.record() != nullptr && finding.school != school.record()->key()) continue;
    for (const definitions::RuleAdvice& advice : finding.rule->advice) {
      Value to = filled(advice.to, finding, *this);
      if (to.text() == nullptr || std::find(seen.begin(), seen.end(), *to.text()) != seen.end()) continue;
      seen.push_back(*to.text());
      list.push_back(std::move(to));
    }
  }
  return Value::of(std::move(list));
}

}  // namespace svod::compose
