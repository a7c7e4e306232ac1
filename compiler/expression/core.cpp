#include "expression/core.h"

#include <algorithm>

#include "base/text.h"

namespace svod::expression {
namespace {

Parameter any(std::string name, Accepts accepts) { return {std::move(name), {}, true, accepts, {}}; }
Parameter typed(std::string name, Type type) { return {std::move(name), std::move(type), true, Accepts::type, {}}; }
Parameter places() { return {"places", Type::number(), false, Accepts::type, {}}; }

Function made(std::string name, std::vector<Parameter> parameters, Type result, std::string title) {
  Function function;
  function.name = std::move(name);
  function.parameters = std::move(parameters);
  function.result = std::move(result);
  function.title = std::move(title);
  return function;
}

Function as_first(Function function) {
  function.result_as_first = true;
  return function;
}

Function as_element(Function function) {
  function.result_as_element = true;
  return function;
}

Function variadic(Function function) {
  function.variadic = true;
  function.parameters.back().required = false;
  return function;
}

const Function* find(const std::vector<Function>& functions, std::string_view name) {
  for (const Function& function : functions) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

int gravity(State state) {
  switch (state) {
    case State::missing: return 4;
    case State::suppressed: return 3;
    case State::not_applicable: return 2;
    case State::zero: return 1;
    case State::value: return 0;
  }
  return 0;
}

Value round_to(const std::vector<Value>& arguments) {
  const Value& value = arguments[0];
  const Number* number = value.number();
  if (number == nullptr) return absent_like(value, value);
  int places = 0;
  if (arguments.size() > 1 && arguments[1].known()) {
    const Number* wanted = arguments[1].number();
    if (wanted == nullptr || !wanted->is_whole() || *wanted < Number(0) || *wanted > Number(kMostPlaces)) {
      return Value::absent();
    }
    places = static_cast<int>(wanted->numerator());
  }
  const Decimal rounded = number->round(places);
  // A figure stays traceable when a template only prints it with other decimals than its definition has.
  std::shared_ptr<Figure> figure;
  if (value.figure) {
    figure = std::make_shared<Figure>(*value.figure);
    figure->round = places;
  }
  return Value::of(Number::scaled(rounded.units, rounded.places), std::move(figure));
}

Value absolute(const Value& value) {
  const Number* number = value.number();
  if (number == nullptr) return absent_like(value, value);
  return of(*number < Number(0) ? subtract(Number(0), *number) : std::optional(*number));
}

Value extreme(const std::vector<Value>& values, bool greatest) {
  if (values.size() == 1 && values[0].list() != nullptr) {
    const List& list = *values[0].list();
    return list.empty() ? Value::absent(State::zero) : extreme(list, greatest);
  }
  const Value* best = nullptr;
  for (const Value& value : values) {
    if (!value.known()) return absent_like(values);
    if (best == nullptr || (greatest ? less(*best, value) : less(value, *best))) best = &value;
  }
  return best == nullptr ? Value::absent() : *best;
}

Value total(const Value& value, bool mean) {
  const List* list = value.list();
  if (list == nullptr) return absent_like(value, value);
  if (list->empty()) return mean ? Value::absent(State::zero) : Value::of(Number(0));
  std::optional<Number> sum = Number(0);
  for (const Value& item : *list) {
    if (item.number() == nullptr) return absent_like(*list);
    sum = add(*sum, *item.number());
    if (!sum) return Value::absent();
  }
  return mean ? of(divide(*sum, Number(static_cast<std::int64_t>(list->size())))) : Value::of(*sum);
}

}  // namespace

const std::vector<Function>& core_functions() {
  static const std::vector<Function> functions{
      made("known", {any("value", Accepts::anything)}, Type::boolean(), "известно"),
      made("date", {typed("text", Type::text())}, Type::date(), "дата"),
      as_first(made("abs", {typed("value", Type::number())}, Type::number(), "модуль")),
      as_first(variadic(made("min", {any("first", Accepts::anything), any("other", Accepts::as_first)}, {},
                             "наименьшее из"))),
      as_first(variadic(made("max", {any("first", Accepts::anything), any("other", Accepts::as_first)}, {},
                             "наибольшее из"))),
      as_element(made("sum", {typed("list", Type::list(Type::number()))}, Type::number(), "сумма")),
      made("count", {any("list", Accepts::any_list)}, Type::number(), "количество"),
      as_element(made("mean", {typed("list", Type::list(Type::number()))}, Type::number(), "среднее")),
      as_first(made("round", {typed("value", Type::number()), places()}, Type::number(), "округлённо")),
      made("contains", {typed("text", Type::text()), typed("part", Type::text())}, Type::boolean(), "содержит"),
      made("starts_with", {typed("text", Type::text()), typed("start", Type::text())}, Type::boolean(),
           "начинается с"),
      made("lower", {typed("text", Type::text())}, Type::text(), "строчными буквами"),
      made("length", {typed("text", Type::text())}, Type::number(), "длина"),
  };
  return functions;
}

const std::vector<Function>& core_filters() {
  static const std::vector<Function> filters{
      as_first(made("default", {any("value", Accepts::anything), any("other", Accepts::as_first)}, {},
                    "если неизвестно, то")),
      as_first(made("round", {typed("value", Type::number()), places()}, Type::number(), "округлённо")),
      as_first(made("abs", {typed("value", Type::number())}, Type::number(), "модуль")),
  };
  return filters;
}

const Function* core_function(std::string_view name) { return find(core_functions(), name); }

const Function* core_filter(std::string_view name) { return find(core_filters(), name); }

Value absent_like(const std::vector<Value>& values) {
  State worst = State::value;
  for (const Value& value : values) {
    if (!value.known() && gravity(value.state) > gravity(worst)) worst = value.state;
  }
  return Value::absent(worst == State::value ? State::missing : worst);
}

Value absent_like(const Value& a, const Value& b) {
  const State first = a.known() ? State::value : a.state;
  const State second = b.known() ? State::value : b.state;
  const State worst = gravity(first) > gravity(second) ? first : second;
  return Value::absent(worst == State::value ? State::missing : worst);
}

Value of(const std::optional<Number>& number) { return number ? Value::of(*number) : Value::absent(); }

Value call_core(std::string_view function, const std::vector<Value>& arguments) {
  const Value& first = arguments.at(0);
  if (function == "known") return Value::of(first.known());
  if (function == "min" || function == "max") return extreme(arguments, function == "max");
  if (!first.known()) return absent_like(arguments);
  if (function == "abs") return absolute(first);
  if (function == "round") return round_to(arguments);
  if (function == "sum" || function == "mean") return total(first, function == "mean");
  if (function == "count") {
    if (first.list() == nullptr) return Value::absent();
    return Value::of(Number(static_cast<std::int64_t>(first.list()->size())));
  }
  const std::string* text = first.text();
  if (text == nullptr) return Value::absent();
  if (function == "date") {
    const auto date = parse_iso_date(*text);
    return date ? Value::of(*date) : Value::absent();
  }
  if (function == "lower") return Value::of(lower(*text));
  if (function == "length") return Value::of(Number(static_cast<std::int64_t>(length(*text))));
  const std::string* part = arguments.at(1).text();
  if (part == nullptr) return absent_like(arguments);
  if (function == "contains") return Value::of(text->find(*part) != std::string::npos);
  if (function == "starts_with") return Value::of(text->starts_with(*part));
  return Value::absent();
}

Value apply_core(std::string_view filter, const std::vector<Value>& arguments) {
  if (filter == "default") return arguments.at(0).known() ? arguments[0] : arguments.at(1);
  if (filter == "round") return round_to(arguments);
  if (filter == "abs") return absolute(arguments.at(0));
  return Value::absent();
}

}  // namespace svod::expression
