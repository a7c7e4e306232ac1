#include "compose/printed.h"

#include <vector>

#include "language/dates.h"
#include "language/figures.h"
#include "language/plural.h"
#include "language/words.h"

namespace svod::compose {

using expression::Value;

Look look_of(const Number& number, const expression::Figure* figure) {
  Look look;
  if (figure != nullptr) {
    look.places = figure->round;
    look.percent = figure->unit == "%";
    return look;
  }
  if (number.is_whole()) return look;
  look.places = 2;
  if (number.units(1)) {
    look.places = 1;
  } else if (!number.units(2)) {
    look.unrounded = true;
  }
  return look;
}

Printed printed(const Value& value, bool plain_digits) {
  Printed result;
  if (value.figure) {
    result.ref = value.figure->ref;
    result.covered = value.figure->covered;
    result.owed = value.figure->owed;
  }
  if (!value.known()) {
    result.absent = true;
    result.text = language::sign(value.state == State::value ? State::missing : value.state);
    return result;
  }
  if (const Number* number = value.number()) {
    const Look look = look_of(*number, value.figure.get());
    result.unrounded = look.unrounded;
    const Decimal rounded = number->round(look.places);
    result.text = look.percent ? language::percent(rounded) : language::number(rounded, !plain_digits);
  } else if (const std::string* text = value.text()) {
    result.text = *text;
  } else if (const bool* truth = value.truth()) {
    result.text = *truth ? "да" : "нет";
  } else if (const Date* date = value.date()) {
    result.text = language::long_date(*date);
  } else if (const expression::List* list = value.list()) {
    std::vector<std::string> parts;
    for (const Value& item : *list) {
      Printed one = printed(item, plain_digits);
      result.absent = result.absent || one.absent;
      result.unrounded = result.unrounded || one.unrounded;
      parts.push_back(std::move(one.text));
    }
    result.text = language::listed(parts);
  } else if (const expression::Record* record = value.record()) {
    result.text = record->key();
  }
  return result;
}

std::string schools_of(int covered, int owed) {
  return std::to_string(covered) + std::string(" из ") + std::to_string(owed) + std::string(language::no_break_space) +
         std::string(language::plural(owed, "школы", "школ", "школ"));
}

}  // namespace svod::compose
