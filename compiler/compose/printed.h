#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"
#include "expression/value.h"

namespace svod::compose {

/// A value as it stands on paper.
struct Printed {
  std::string text;
  std::string ref;           ///< of the figure
  int covered = 0;           ///< schools; coverage is full where equal to `owed`
  int owed = 0;
  bool absent = false;       ///< `text` is a sign
  bool unrounded = false;    ///< an endless fraction without a figure was cut to two decimals
};

/// How a number prints where nothing else is said: by its figure, a whole number as it is.
struct Look {
  int places = 0;
  bool percent = false;
  bool unrounded = false;
};
Look look_of(const Number& number, const expression::Figure* figure);

/// Figures by their definition, dates in figures and words («25 августа 2021 г.»), lists joined, truth as «да»,
/// «нет». `plain_digits`: a year, without groups of digits.
Printed printed(const expression::Value& value, bool plain_digits = false);

/// «17 из 18 школ».
std::string schools_of(int covered, int owed);

}  // namespace svod::compose
