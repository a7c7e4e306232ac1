#include "expression/value.h"

namespace svod::expression {
namespace {

template <class T>
Value with(T content) {
  Value value;
  value.content = std::move(content);
  value.state = State::value;
  return value;
}

}  // namespace

Value Value::absent(State state) {
  Value value;
  value.state = state;
  return value;
}

Value Value::of(Number number, std::shared_ptr<const Figure> figure) {
  Value value = with(number);
  value.figure = std::move(figure);
  return value;
}

Value Value::of(std::string text) { return with(std::move(text)); }

Value Value::of_truth(bool truth) { return with(truth); }

Value Value::of(Date date) { return with(date); }

Value Value::of(List list) { return with(std::make_shared<const List>(std::move(list))); }

Value Value::of(std::shared_ptr<const Record> record) {
  if (!record) return absent();
  return with(std::move(record));
}

const List* Value::list() const {
  const auto* held = std::get_if<std::shared_ptr<const List>>(&content);
  return held == nullptr ? nullptr : held->get();
}

const Record* Value::record() const {
  const auto* held = std::get_if<std::shared_ptr<const Record>>(&content);
  return held == nullptr ? nullptr : held->get();
}

bool less(const Value& a, const Value& b) {
  if (!a.known() || !b.known()) return a.known() && !b.known();
  if (a.content.index() != b.content.index()) return a.content.index() < b.content.index();
  if (const Number* number = a.number()) return *number < *b.number();
  if (const std::string* text = a.text()) return *text < *b.text();
  if (const bool* truth = a.truth()) return !*truth && *b.truth();
  if (const Date* date = a.date()) return *date < *b.date();
  if (const Record* record = a.record()) return record->key() < b.record()->key();
  const List& first = *a.list();
  const List& second = *b.list();
  for (std::size_t i = 0; i < first.size() && i < second.size(); ++i) {
    if (less(first[i], second[i])) return true;
    if (less(second[i], first[i])) return false;
  }
  return first.size() < second.size();
}

bool equal(const Value& a, const Value& b) {
  return a.known() && b.known() && a.content.index() == b.content.index() && !less(a, b) && !less(b, a);
}

}  // namespace svod::expression
